import type { ClassId, LocalDate, LocalTime } from '../base/ids.ts';
import { addDays, schoolDayAndTime } from '../base/local-date.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { LessonHour } from './lesson-hour.ts';
import { holdsOn } from './validity.ts';

/** How many characters of a day say its year and month. */
const YEAR_AND_MONTH = 7;

/** How a pupil stands to a class on a day: enrolled, left in the course of it, on other days only, or never. */
export type Membership = 'enrolled' | 'leftToday' | 'otherDays' | 'never';

/**
 * How a pupil stands to a class on a day, from the pupil's enrolments in it. The office ends an enrolment with the day before, also in the
 * middle of a morning on which the roll has been called: on that one day whoever had the pupil may still mark.
 */
export function membershipOn(
  enrolments: readonly Enrolment[],
  schoolClass: ClassId,
  day: LocalDate,
): Membership {
  if (enrolments.some((one) => one.class === schoolClass && holdsOn(one, day))) return 'enrolled';
  const own = enrolments.filter((enrolment) => enrolment.class === schoolClass);
  if (own.some((enrolment) => leftOn(enrolment, day))) return 'leftToday';
  return own.length > 0 ? 'otherDays' : 'never';
}

/** Whether a pupil belongs on the roll of one hour: until the office has ended the enrolment, the hours that had begun still do. */
export function isOnRoll(enrolment: Enrolment, day: LocalDate, hour: Pick<LessonHour, 'start'>): boolean {
  if (holdsOn(enrolment, day)) return true;
  return leftOn(enrolment, day) && hour.start <= schoolDayAndTime(enrolment.recordedAt).time;
}

/**
 * The enrolment by which a pupil is in a class in one hour, and in no other class: on the day of a change the class that was left keeps
 * the hours that had begun there, and those that follow are the new one's. Of several that hold, the newest.
 */
export function enrolmentInHour<E extends Enrolment>(
  enrolments: readonly E[],
  day: LocalDate,
  hour: Pick<LessonHour, 'start'>,
): E | undefined {
  const left = enrolments.find((one) => leftOn(one, day) && isOnRoll(one, day, hour));
  if (left) return left;
  const holding = enrolments.filter((one) => holdsOn(one, day));
  return holding.length < 2 ? holding[0] : holding.toSorted((a, b) => b.from.localeCompare(a.from))[0];
}

/** The enrolments that decide where a pupil is on a day: those that hold, and one that was ended in the course of it. */
export function enrolmentsAround<E extends Enrolment>(
  enrolments: readonly E[],
  day: LocalDate,
): readonly E[] {
  return enrolments.filter((one) => holdsOn(one, day) || leftOn(one, day));
}

/** The clock time at which the office ended an enrolment in the course of the day after its last one; undefined where it did so on another day. */
export function leftAt({ to, recordedAt }: Enrolment): LocalTime | undefined {
  const written = schoolDayAndTime(recordedAt);
  return to !== undefined && written.day === addDays(to, 1) ? written.time : undefined;
}

/** Asked for every day of a year and every pupil: days that lie far apart are told apart by their texts, without a calendar. */
function leftOn({ from, to, recordedAt }: Enrolment, day: LocalDate): boolean {
  if (to === undefined || to >= day || from > to) return false;
  const isNear = to.slice(0, YEAR_AND_MONTH) === day.slice(0, YEAR_AND_MONTH) || day.endsWith('-01');
  return isNear && to === addDays(day, -1) && schoolDayAndTime(recordedAt).day === day;
}
