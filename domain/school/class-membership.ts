import type { ClassId, LocalDate } from '../base/ids.ts';
import { addDays, schoolDayAndTime } from '../base/local-date.ts';
import type { Enrolment } from '../kinds/enrolment/record.ts';
import type { LessonHour } from './lesson-hour.ts';
import { holdsOn } from './validity.ts';

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

function leftOn({ from, to, recordedAt }: Enrolment, day: LocalDate): boolean {
  return to === addDays(day, -1) && from <= to && schoolDayAndTime(recordedAt).day === day;
}
