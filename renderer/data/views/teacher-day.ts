import { combineLatest, map, type Observable } from 'rxjs';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../domain/records/attendance-day.ts';
import { lessonId, type Lesson } from '../../../domain/records/lesson.ts';
import { dayState, hourMark } from '../../../domain/rules/attendance-state.ts';
import { noLessonReason } from '../../../domain/rules/calendar.ts';
import type { PlannedHour } from '../../../domain/rules/timetable-day.ts';
import { holdsOn } from '../../../domain/rules/validity.ts';
import type { LocalRecords } from '../local-records.ts';
import type { TeacherDay, TeacherHour } from '../register.ts';
import type { SchoolFacts } from './school-facts.ts';

/** How far back hours that wait for a signature are listed. */
const DAYS_BACK = 14;

/** A teacher's day, live. */
export function teacherDay(
  records: LocalRecords,
  facts$: Observable<SchoolFacts>,
  day: LocalDate,
): Observable<TeacherDay> {
  const span = { from: addDays(day, -DAYS_BACK), to: day };
  return combineLatest([
    facts$,
    records.find('lessons', { day: span }),
    records.find('attendance', { day }),
  ]).pipe(map(([facts, lessons, attendance]) => buildDay(facts, day, lessons, attendance)));
}

function buildDay(
  facts: SchoolFacts,
  day: LocalDate,
  lessons: readonly Lesson[],
  attendance: readonly AttendanceDay[],
): TeacherDay {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const lessonOf = (planned: PlannedHour) => byId.get(lessonId(planned.day, planned.hour, planned.class));
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const unsigned = [];
  for (let back = DAYS_BACK; back > 0; back -= 1)
    for (const planned of myHours(facts, addDays(day, -back))) {
      const names = namesOf(facts, planned);
      if (names && !isSigned(lessonOf(planned), facts.me)) unsigned.push({ planned, ...names });
    }
  const hours = myHours(facts, day).flatMap((planned): TeacherHour[] => {
    const names = namesOf(facts, planned);
    if (!names) return [];
    const lesson = lessonOf(planned);
    return [
      {
        planned,
        ...names,
        ...(lesson ? { lesson } : {}),
        signedByMe: isSigned(lesson, facts.me),
        rollCallTaken: lesson?.rollCall !== undefined,
        absent: countAbsent(attendance, planned),
        enrolled: facts.enrolmentsOf(planned.class).filter((enrolment) => holdsOn(enrolment, day)).length,
      },
    ];
  });
  return { day, ...(noLesson ? { noLesson } : {}), hours, unsigned, classes: facts.myClasses(day) };
}

function myHours(facts: SchoolFacts, day: LocalDate): readonly PlannedHour[] {
  return facts
    .myClasses(day)
    .flatMap((schoolClass) => facts.plannedHours(schoolClass.id, day))
    .filter((planned) => planned.teachers.includes(facts.me))
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.class.localeCompare(b.class));
}

function namesOf(facts: SchoolFacts, planned: PlannedHour) {
  const schoolClass = facts.schoolClass(planned.class);
  const subject = facts.subject(planned.subject);
  return schoolClass && subject ? { schoolClass, subject } : undefined;
}

function isSigned(lesson: Lesson | undefined, teacher: string): boolean {
  return lesson?.signatures.some((signature) => signature.teacher === teacher) ?? false;
}

function countAbsent(attendance: readonly AttendanceDay[], planned: PlannedHour): number {
  return attendance.filter(
    (record) => record.class === planned.class && hourMark(dayState(record.events), planned) === 'absent',
  ).length;
}
