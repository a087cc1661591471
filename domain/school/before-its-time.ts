import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import { minutesToTime, schoolDayAndTime, timeToMinutes } from '../base/local-date.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import type { LessonHour } from './lesson-hour.ts';

/**
 * How many minutes before the bell the server still takes for the hour: clocks of computers and bells differ, and teachers are in class
 * five minutes before their lesson. The page itself waits for the bell.
 */
export const BELL_TOLERANCE_MINUTES = 5;

/** Whether an hour of a day had begun at a moment, some minutes' tolerance included. */
export function hasBegun(
  lesson: { readonly day: LocalDate; readonly start: LocalTime },
  moment: Instant,
  toleranceMinutes = 0,
): boolean {
  const { day, time } = schoolDayAndTime(moment);
  if (day !== lesson.day) return day > lesson.day;
  return timeToMinutes(time) + toleranceMinutes >= timeToMinutes(lesson.start);
}

/** Whether the school lets a lesson of the day be signed, and its roll be confirmed, before its hour begins (D19). */
export function mayRunAhead({ beforeHour }: Pick<SchoolPolicies, 'beforeHour'>): boolean {
  return beforeHour === 'sameDay';
}

/**
 * Whether an hour that has not begun belongs to a block that has: it follows, hour on hour and in the same class, one that has begun,
 * and all of them are the same teacher's (D19). Such hours may be signed together with the one that has begun.
 *
 * @param own numbers of the hours of the class that are this teacher's on the day
 */
export function isInBegunBlock(
  lesson: { readonly day: LocalDate; readonly hour: number },
  hours: readonly LessonHour[],
  own: readonly number[],
  moment: Instant,
  toleranceMinutes = 0,
): boolean {
  for (let hour = lesson.hour; own.includes(hour); hour -= 1) {
    const bell = hours.find((candidate) => candidate.hour === hour);
    if (!bell) return false;
    if (hasBegun({ day: lesson.day, start: bell.start }, moment, toleranceMinutes)) return true;
  }
  return false;
}

/**
 * When a lesson is written where the school wants it "during the hour": in the block of hours, one after the other and in the same class,
 * that are the same teacher's, since they may be signed together (D19); otherwise in its own hour. A school that lets lessons run ahead
 * of their hour has no beginning for it but that of the day. Undefined for an hour without a bell.
 *
 * @param own numbers of the hours of the class that are this teacher's on the day
 */
export function writingTimes(
  hour: number | undefined,
  hours: readonly LessonHour[],
  own: readonly number[],
  policies: Pick<SchoolPolicies, 'beforeHour'>,
  toleranceMinutes = 0,
): { readonly start: LocalTime; readonly end: LocalTime } | undefined {
  const bellOf = (number: number) => hours.find((bell) => bell.hour === number);
  let first = hour === undefined ? undefined : bellOf(hour);
  let last = first;
  if (!first || !last) return undefined;
  const isMine = (bell: LessonHour | undefined): bell is LessonHour =>
    bell !== undefined && own.includes(bell.hour) && own.includes(first?.hour ?? 0);
  for (let next = bellOf(first.hour - 1); isMine(next); next = bellOf(first.hour - 1)) first = next;
  for (let next = bellOf(last.hour + 1); isMine(next); next = bellOf(last.hour + 1)) last = next;
  const begins = mayRunAhead(policies) ? 0 : Math.max(0, timeToMinutes(first.start) - toleranceMinutes);
  return { start: minutesToTime(begins), end: last.end };
}

/**
 * How many minutes ahead of its mark the server still takes a time of entry or exit: somebody is at the door to fetch the pupil, or comes
 * with the permit for the next bell. The page takes no time after now.
 */
export const FORESEEN_MINUTES = 30;

/**
 * Whether a time of entry or exit was still to come when it was marked. The beginning of an hour to come is one as well: in the hour
 * before, which a colleague answers for, it would read as a departure or a coming that somebody knows of.
 */
export function isAheadOfClock(
  event: { readonly time: LocalTime; readonly at: Instant },
  day: LocalDate,
  toleranceMinutes = 0,
): boolean {
  return !hasBegun({ day, start: event.time }, event.at, toleranceMinutes);
}
