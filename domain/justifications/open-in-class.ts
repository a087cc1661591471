import type { ClassId, PersonId } from '../base/ids.ts';
import { groupBy } from '../base/group-by.ts';
import { ownLessonHours } from '../hours/own-lesson-hours.ts';
import { religionGroupOf } from '../hours/pupils-of-lesson.ts';
import { religionSubjects } from '../hours/religion-subjects.ts';
import type { RecordsByKind } from '../kinds/by-kind.ts';
import { isClassExpected } from '../kinds/class-movement/class-away.ts';
import type { SchoolClass } from '../kinds/class/record.ts';
import { lessonsOfPart } from '../kinds/lesson/lesson-of-hour.ts';
import { DEFAULT_POLICIES } from '../kinds/school/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { dayAfterLessons, lastLessonDay, lessonDays } from '../school/calendar.ts';
import type { SchoolView } from '../school/school-view.ts';
import { classHasLessons, type PlannedHour } from '../school/timetable-day.ts';
import { holdsOn } from '../school/validity.ts';
import { decisionLines } from './decision-lines.ts';
import { pupilItems } from './pupil-items.ts';

/** An hour of a class. */
type OpenHour = Pick<PlannedHour, 'day' | 'hour'>;

/** What nobody has done in a class in a school year whose lessons are over; the hours in their order. */
interface OpenInClass {
  readonly unsigned: readonly OpenHour[];
  readonly notCalled: readonly OpenHour[];
  /** Absences, late entries and exits that are not justified: as many as there is to decide on. */
  readonly unjustified: number;
}

/** How many hours, and the first of them. */
interface CountedHours extends Partial<OpenHour> {
  readonly count: number;
}

/** What is open in a class, as it is told: counted, without a name. */
export interface OpenCounts {
  readonly class: ClassId;
  readonly unsigned: CountedHours;
  readonly notCalled: CountedHours;
  readonly unjustified: number;
  /** Entries of blocked accounts that wait to be decided on. */
  readonly held: number;
}

/** What is open in a class, counted (D198); undefined where nothing is. */
export function openCounts(
  view: SchoolView,
  of: { readonly year: SchoolYear; readonly schoolClass: SchoolClass; readonly held: number },
  records: RecordsByKind,
): OpenCounts | undefined {
  const { schoolClass, held } = of;
  const { unsigned, notCalled, unjustified } = openInClass(view, of, records);
  if (unsigned.length + notCalled.length + unjustified + held === 0) return undefined;
  return {
    class: schoolClass.id,
    unsigned: counted(unsigned),
    notCalled: counted(notCalled),
    unjustified,
    held,
  };
}

function counted(hours: readonly OpenHour[]): CountedHours {
  const [first] = hours;
  return { count: hours.length, ...(first ? { day: first.day, hour: first.hour } : {}) };
}

/**
 * What is open in a class when its year is to be closed (D198).
 *
 * @param of what happened in the class
 */
function openInClass(
  view: SchoolView,
  { year, schoolClass }: { readonly year: SchoolYear; readonly schoolClass: SchoolClass },
  of: RecordsByKind,
): OpenInClass {
  const religion = religionSubjects(view);
  const movements = new Map(
    of('classMovement').flatMap((one) => (one.class === schoolClass.id ? [[one.day, one] as const] : [])),
  );
  const lessonsOn = groupBy(of('lesson'), ({ day, hour }) => `${day} ${hour}`);
  const planned = lessonDays(year)
    .flatMap((day) => view.plannedHours(schoolClass.id, day))
    .filter((hour) => isClassExpected(hour, movements.get(hour.day)))
    .map((hour) => {
      const group = hour.group ?? religionGroupOf(hour.subject, religion);
      const written = lessonsOfPart(lessonsOn.get(`${hour.day} ${hour.hour}`) ?? [], {
        group,
        teachers: hour.teachers,
      });
      return { hour, written };
    });
  return {
    unsigned: planned
      .filter(({ written }) => written.every(({ signatures }) => signatures.length === 0))
      .map(({ hour }) => hour),
    notCalled: planned
      .filter(({ written }) => written.every(({ rollCall }) => rollCall === undefined))
      .map(({ hour }) => hour),
    unjustified: unjustifiedIn(view, { year, schoolClass: schoolClass.id }, of),
  };
}

/**
 * What is to be decided on in a class, of the pupils that it has when lessons end: what one of them has missed in a class of before is
 * decided on here, where it is shown, and counted in no other (D97).
 */
function unjustifiedIn(
  view: SchoolView,
  { year, schoolClass: own }: { readonly year: SchoolYear; readonly schoolClass: ClassId },
  of: RecordsByKind,
): number {
  const policies = view.school?.policies ?? DEFAULT_POLICIES;
  const today = dayAfterLessons(year);
  const last = lastLessonDay(year);
  const isOfClass = (pupil: PersonId) =>
    view.enrolmentsOf.get(pupil)?.some((one) => one.class === own && holdsOn(one, last)) ?? false;
  const days = of('attendanceDay').filter(({ pupil }) => isOfClass(pupil));
  const classOf = new Map(days.map((one) => [`${one.pupil} ${one.day}`, one.class]));
  const first = days[0]?.class;
  const items = pupilItems(
    {
      year,
      policies,
      bellHours: view.bellHours,
      hoursElsewhereOf: view.hoursElsewhereOf,
      ownLessonHours: (pupil) => ownLessonHours(view, pupil),
    },
    {
      days,
      justifications: of('justification'),
      permits: of('permit'),
      elsewhere: of('presenceElsewhere'),
      movements: of('classMovement'),
      left: of('hoursOfLeftClass'),
      authorisations: of('standingAuthorisation'),
    },
    today,
  );
  const lines = decisionLines(items, {
    year,
    policies,
    today,
    absentToday: new Set(),
    hasLessons(pupil, day) {
      const schoolClass = classOf.get(`${pupil} ${day}`) ?? first;
      return schoolClass !== undefined && classHasLessons(view, schoolClass, day);
    },
  });
  return lines.filter(({ open }) => open.length > 0).length;
}
