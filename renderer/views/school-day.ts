import type { BellHour } from '../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../domain/kinds/class/record.ts';
import type { PlannedHour } from '../../domain/school/timetable-day.ts';
import { noLessonReason, type NoLessonReason } from '../../domain/school/calendar.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import { combineLatest, map, type Observable } from 'rxjs';
import { groupBy } from '../../domain/base/group-by.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import { isClassExpected } from '../../domain/kinds/class-movement/class-away.ts';
import { lessonsOfPart } from '../../domain/kinds/lesson/lesson-of-hour.ts';
import { hoursOfDay } from '../../domain/kinds/attendance-day/attendance-mode.ts';
import { isAbsentAllDay, pupilInHour } from '../../domain/kinds/attendance-day/pupil-in-hour.ts';
import { holdsOn } from '../../domain/school/validity.ts';
import { classMovements, type MovementOf } from './hours/hour-lacks.ts';
import { missingPlan, type MissingPlan } from './hours/missing-plan.ts';

/** One class of the school's day: which hours were signed, where the roll was called, how many are absent for the day, or in the hour called last where absences are called by the hour (D102). */
export interface SchoolDayClass {
  readonly schoolClass: SchoolClass;
  readonly hours: readonly {
    readonly planned: PlannedHour;
    readonly signed: boolean;
    readonly rollCallTaken: boolean;
    /** The school has sent the class home by then, or calls it in only later (D106). */
    readonly isUnexpected?: true;
  }[];
  /** Every hour that the bells of the class have on this day, planned or not. */
  readonly bells: readonly BellHour[];
  readonly absent: number;
  readonly enrolled: number;
}

/** The day of all classes that the reader may see; for office and principal the whole school. */
export interface SchoolDay {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
  readonly missing?: MissingPlan;
  readonly classes: readonly SchoolDayClass[];
}

/** The day of every class the reader may see, live: for office and principal the whole school. */
export function schoolDay({ records }: Pick<Register, 'records'>, day: LocalDate): Observable<SchoolDay> {
  return combineLatest([
    records.facts$,
    records.find('lesson', { day: { from: day, to: day } }),
    records.find('attendanceDay', { day }),
    classMovements(records),
  ]).pipe(
    map(([facts, lessons, attendance, movementOf]) =>
      buildSchoolDay(facts, day, { lessons, attendance, movementOf }),
    ),
  );
}

function buildSchoolDay(
  facts: SchoolFacts,
  day: LocalDate,
  {
    lessons,
    attendance,
    movementOf,
  }: {
    readonly lessons: readonly Lesson[];
    readonly attendance: readonly AttendanceDay[];
    readonly movementOf: MovementOf;
  },
): SchoolDay {
  const year = facts.yearOn(day);
  const noLesson = year && noLessonReason(year, day);
  const byClass = groupBy(lessons, (lesson) => lesson.class);
  const byPupil = new Map(attendance.map((record) => [record.pupil, record.events]));

  const mine = facts.myClasses(day);
  const missing = missingPlan(facts, mine, day);
  const classes = mine.map((schoolClass) => {
    const ofDay = hoursOfDay(day, facts.writeFacts(schoolClass.id, day));
    const { bells } = ofDay;
    const written = byClass.get(schoolClass.id) ?? [];
    const called = bells.findLast(({ hour }) =>
      written.some((lesson) => lesson.hour === hour && lesson.rollCall !== undefined),
    );
    // Of the pupils on the list of the class, as its roll counts them, whatever class their day was begun in.
    const enrolled = facts.enrolmentsOf(schoolClass.id).filter((enrolment) => holdsOn(enrolment, day));
    const isAbsent = (events: AttendanceDay['events']) =>
      ofDay.mode === 'daily' || !called
        ? isAbsentAllDay(events, ofDay)
        : pupilInHour(events, ofDay, called).mark === 'absent';
    const absent = enrolled.filter(({ pupil }) => isAbsent(byPupil.get(pupil) ?? []));
    return {
      schoolClass,
      hours: hoursOf(facts.plannedHours(schoolClass.id, day), written, movementOf),
      bells,
      absent: absent.length,
      enrolled: enrolled.length,
    };
  });
  return { day, ...(noLesson ? { noLesson } : {}), ...(missing ? { missing } : {}), classes };
}

/** The hours of a class: one that is parted is signed, and its roll called, when that of each part is (D204). */
function hoursOf(
  cells: readonly PlannedHour[],
  lessons: readonly Lesson[],
  movementOf: MovementOf,
): SchoolDayClass['hours'] {
  return [...groupBy(cells, ({ hour }) => hour)].flatMap(([hour, parts]) => {
    const [planned] = parts;
    const written = lessons.filter((one) => one.hour === hour);
    const of = (part: PlannedHour) => lessonsOfPart(written, part);
    const isSigned = (one: Lesson) => one.signatures.length > 0;
    return planned
      ? [
          {
            planned,
            signed: parts.every((part) => of(part).some(isSigned)),
            rollCallTaken: parts.every((part) => of(part).some(({ rollCall }) => rollCall !== undefined)),
            ...(isClassExpected(planned, movementOf(planned)) ? {} : { isUnexpected: true as const }),
          },
        ]
      : [];
  });
}
