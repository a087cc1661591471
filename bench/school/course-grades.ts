import { toInstant, type LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../domain/kinds/grade/record.ts';
import { gradeId } from '../../domain/record/grade-key.ts';
import { SCHOOL, TODAY, type BenchClass, type BenchSchool, type BenchTeacher } from './bench-school.ts';
import { SUBJECT } from './roster-records.ts';
import { createSeeded, type Seeded } from './seeded.ts';

/** The columns of the large course, the one of a teacher’s first class: all in the period of today, and of them those of today, in which nothing stands yet. */
export const LARGE_COURSE = { columns: 60, empty: 6 } as const;
/** The columns of every other course, over the whole year. */
const COLUMNS = 20;
/** Share of pupils without a grade in a column, and of those of whom it says a word instead. */
const [MISSING_SHARE, WORDS_SHARE] = [0.1, 0.03];
/** From 4 to 10, in quarters of a point. */
const [LOWEST, STEPS] = [16, 25];
const TOPIC = 'La crisi del Trecento: carestie, peste e rivolte';
const GIVEN = 'T11:10:00.000Z';

/** What a teacher has assessed in a year: the columns of the course of each class, and the grades in them. Two teachers want two seeds. */
export function teacherGrades(
  school: BenchSchool,
  teacher: BenchTeacher,
  seed: number,
): readonly (Assessment | Grade)[] {
  const seeded = createSeeded(seed);
  return teacher.classes.flatMap((schoolClass, index) => {
    if (index > 0) return filled(seeded, teacher, schoolClass, spread(school.days, COLUMNS));
    const from = school.year.periods.at(-1)?.from ?? school.year.lessonsFrom;
    const ofPeriod = school.days.filter((day) => day >= from);
    const { columns, empty } = LARGE_COURSE;
    return [
      ...filled(seeded, teacher, schoolClass, spread(ofPeriod, columns - empty)),
      ...columnsOf(
        seeded,
        teacher,
        schoolClass,
        Array.from({ length: empty }, () => TODAY),
      ),
    ];
  });
}

/** The keys of the columns of today in the large course, in the order in which they stand. */
export function emptyColumns({ classes: [first] }: BenchTeacher): readonly string[] {
  if (!first) throw new Error('No class');
  return Array.from({ length: LARGE_COURSE.empty }, (_, serial) => columnId(TODAY, serial, first));
}

/** So many days of a time, as far apart as it has room for: some of them twice where it is short. */
function spread(days: readonly LocalDate[], count: number): readonly LocalDate[] {
  return Array.from(
    { length: count },
    (_, index) => days[Math.floor(((index + 0.5) * days.length) / count)] ?? TODAY,
  );
}

function filled(
  seeded: Seeded,
  teacher: BenchTeacher,
  schoolClass: BenchClass,
  days: readonly LocalDate[],
): readonly (Assessment | Grade)[] {
  const columns = columnsOf(seeded, teacher, schoolClass, days);
  return columns.flatMap((column) => [
    column,
    ...schoolClass.pupils
      .filter(() => seeded.next() >= MISSING_SHARE)
      .map((pupil): Grade => {
        const { id, day, class: ofClass, subject, scale, author, recordedAt } = column;
        return {
          id: gradeId(id, pupil),
          kind: 'grade',
          school: SCHOOL,
          author,
          entry: seeded.entry(Date.parse(recordedAt)),
          recordedAt,
          day,
          class: ofClass,
          subject,
          scale,
          assessment: id,
          pupil,
          value:
            seeded.next() < WORDS_SHARE
              ? { event: 'unprepared' }
              : { quarters: LOWEST + seeded.below(STEPS) },
        };
      }),
  ]);
}

function columnsOf(
  seeded: Seeded,
  { person }: BenchTeacher,
  schoolClass: BenchClass,
  days: readonly LocalDate[],
): readonly Assessment[] {
  return days.map((day, index) => {
    const at = Date.parse(`${day}${GIVEN}`);
    const serial = days.slice(0, index).filter((before) => before === day).length;
    return {
      id: columnId(day, serial, schoolClass),
      kind: 'assessment',
      school: SCHOOL,
      author: person,
      entry: seeded.entry(at),
      recordedAt: toInstant(at),
      day,
      class: schoolClass.id,
      subject: SUBJECT,
      teacher: person,
      type: index % 2 === 0 ? 'written' : 'oral',
      serial,
      scale: 'tenths',
      topic: TOPIC,
      comment: '',
      weight: 100,
      counts: true,
      visible: true,
    };
  });
}

/** Begins with the day, as the keys of other records do. */
function columnId(day: LocalDate, serial: number, { number }: BenchClass): string {
  return `${day}-${serial}-${number}`;
}
