import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { Subject } from '../../domain/kinds/subject/record.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import { noLessonReason, type NoLessonReason } from '../../domain/school/calendar.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { combineLatest, map, type Observable } from 'rxjs';
import { addDays, dayOfInstant, schoolDayAndTime } from '../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { lessonId, type Lesson } from '../../domain/kinds/lesson/record.ts';
import { isOnRoll } from '../../domain/school/class-membership.ts';
import { pupilInHour } from '../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { PlannedHour } from '../../domain/school/timetable-day.ts';
import { minutes } from '../data/minutes.ts';
import { missingPlan, type MissingPlan } from './missing-plan.ts';

/** One hour of a teacher's day, for the list on the left. */
export interface TeacherHour {
  readonly planned: PlannedHour;
  readonly schoolClass: SchoolClass;
  readonly subject: Subject;
  readonly lesson?: Lesson;
  readonly signedByMe: boolean;
  readonly rollCallTaken: boolean;
  /** Pupils of the class absent at this hour, and all enrolled ones. */
  readonly absent: number;
  readonly enrolled: number;
}

/** A teacher's day from the timetable, with what has been written so far. */
export interface TeacherDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly hours: readonly TeacherHour[];
  /** My hours that have ended within fourteen days from now without my signature, other than those of the day; oldest first. */
  readonly unsigned: readonly {
    readonly planned: PlannedHour;
    readonly schoolClass: SchoolClass;
    readonly subject: Subject;
  }[];
  /** All hours of all my classes: for opening a class outside my timetable (substitution, swap). */
  readonly classes: readonly SchoolClass[];
}

/** How far back hours that wait for a signature are listed. */
const DAYS_BACK = 14;

/** A teacher's day, live. */
export function teacherDay(
  { records, now }: Pick<Register, 'records' | 'now'>,
  day: LocalDate,
): Observable<TeacherDay> {
  const today = dayOfInstant(now());
  const span = { from: addDays(day < today ? day : today, -DAYS_BACK), to: day < today ? today : day };
  return combineLatest([
    records.facts$,
    records.find('lesson', { day: span }),
    records.find('attendanceDay', { day }),
    // An hour that ends while the page is open joins those that wait for a signature.
    minutes(now).pipe(map(schoolDayAndTime)),
  ]).pipe(map(([facts, lessons, attendance, moment]) => buildDay(facts, day, lessons, attendance, moment)));
}

function buildDay(
  facts: SchoolFacts,
  day: LocalDate,
  lessons: readonly Lesson[],
  attendance: readonly AttendanceDay[],
  moment: ReturnType<typeof schoolDayAndTime>,
): TeacherDay {
  const byId = new Map(lessons.map((lesson) => [lesson.id, lesson]));
  const lessonOf = (planned: PlannedHour) => byId.get(lessonId(planned.day, planned.hour, planned.class));
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const unsigned = [];
  for (let back = DAYS_BACK; back >= 0; back -= 1)
    for (const planned of myHours(facts, addDays(moment.day, -back))) {
      const hasEnded = planned.day < moment.day || planned.end <= moment.time;
      const names = namesOf(facts, planned);
      if (!names || !hasEnded || planned.day === day || isSigned(lessonOf(planned), facts.me)) continue;
      unsigned.push({ planned, ...names });
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
        ...countPupils(facts, attendance, planned),
      },
    ];
  });
  const classes = facts.myClasses(day);
  const missing = missingPlan(facts, classes, day);
  return {
    day,
    ...(noLesson ? { noLesson } : {}),
    ...(missing ? { missing } : {}),
    hours,
    unsigned,
    classes,
  };
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

function countPupils(
  facts: SchoolFacts,
  attendance: readonly AttendanceDay[],
  planned: PlannedHour,
): Pick<TeacherHour, 'absent' | 'enrolled'> {
  const pupils = new Set(
    facts
      .enrolmentsOf(planned.class)
      .filter((enrolment) => isOnRoll(enrolment, planned.day, planned))
      .map(({ pupil }) => pupil),
  );
  const ofDay = { day: planned.day, bells: facts.bellHours(planned.class, planned.day) };
  const absent = attendance.filter(
    ({ pupil, events }) => pupils.has(pupil) && pupilInHour(events, ofDay, planned).mark === 'absent',
  ).length;
  return { absent, enrolled: pupils.size };
}
