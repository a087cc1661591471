import { toInstant } from '../../domain/base/ids.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { lessonId, type Lesson } from '../../domain/kinds/lesson/record.ts';
import { attendanceDay } from './attendance-days.ts';
import { SCHOOL, type BenchSchool, type BenchTeacher } from './bench-school.ts';
import { SUBJECT } from './roster-records.ts';
import { createSeeded } from './seeded.ts';

const LESSONS_A_DAY = 5;
/** Share of pupils and days with an event in the register. */
const MARKED_SHARE = 0.35;
const TOPIC =
  'La crisi del Trecento: carestie, peste e rivolte. Lettura e commento di una fonte, lavoro a gruppi sulle cause.';

/** What a teacher's classes have written in a year: the lessons of all hours, and the days of pupils with an event. Two teachers want two seeds. */
export function teacherYear(
  school: BenchSchool,
  teacher: BenchTeacher,
  seed = 3,
): readonly (Lesson | AttendanceDay)[] {
  const seeded = createSeeded(seed);
  const by = teacher.person;
  return school.days.flatMap((day) =>
    teacher.classes.flatMap((schoolClass) => {
      const at = Date.parse(`${day}T07:30:00.000Z`);
      const instant = toInstant(at);
      const lessons = Array.from({ length: LESSONS_A_DAY }, (_, index): Lesson => {
        const hour = index + 1;
        return {
          id: lessonId(day, hour, schoolClass.id),
          kind: 'lesson',
          school: SCHOOL,
          author: by,
          entry: seeded.entry(at),
          recordedAt: instant,
          day,
          hour,
          class: schoolClass.id,
          subject: SUBJECT,
          signatures: [{ teacher: by, type: 'ordinary', subject: SUBJECT, signedAt: instant }],
          topic: TOPIC,
          activity: '',
          rollCall: { by, at: instant },
        };
      });
      const marks = schoolClass.pupils
        .filter(() => seeded.next() < MARKED_SHARE)
        .map((pupil) => attendanceDay(seeded, { schoolClass, day }, pupil, by));
      return [...lessons, ...marks];
    }),
  );
}
