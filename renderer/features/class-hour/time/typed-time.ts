import type { LocalTime } from '../../../../domain/base/ids.ts';
import { hourAt } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { parseTypedTime, type HourSpan } from './time-entry.ts';

/** What a typed time is held against. */
export interface TimeLimits {
  readonly span: HourSpan;
  /** The time on the clock, on the day itself: nothing later can have happened (A2). */
  readonly now?: LocalTime;
  /** Until when the day has passed: all of it on a day that is over. */
  readonly passed?: LocalTime;
  /** The hours of the day, to say in which of them another time lies. */
  readonly hours: readonly (HourSpan & { readonly hour: number })[];
  /** Who marks stands in in this hour alone, and says nothing of another one (D209). */
  readonly isOfHourAlone?: boolean;
}

/** Why a typed time is not taken, or not yet. */
export type TimeProblem =
  | { readonly kind: 'notATime' }
  | { readonly kind: 'notInHour'; readonly minute: string }
  | { readonly kind: 'ahead'; readonly time: LocalTime; readonly now: LocalTime }
  | { readonly kind: 'notThisHour'; readonly time: LocalTime }
  /** Far from the open hour: a mistyped digit would be a morning of absence, so it is asked once more (A3). */
  | { readonly kind: 'otherHour'; readonly time: LocalTime; readonly hour?: number };

/** Reads a typed time; one outside the open hour is taken when it is given a second time. */
export function readTypedTime(
  typed: string,
  { span, now, hours, isOfHourAlone = false }: TimeLimits,
  asked: LocalTime | undefined,
): { readonly time: LocalTime } | { readonly problem: TimeProblem } {
  const time = parseTypedTime(typed, span);
  const minute = typed.trim();
  if (time === undefined) {
    const isMinute = /^\d{1,2}$/.test(minute) && Number(minute) < 60;
    return { problem: isMinute ? { kind: 'notInHour', minute } : { kind: 'notATime' } };
  }
  if (now !== undefined && time > now) return { problem: { kind: 'ahead', time, now } };
  if (time >= span.start && time <= span.end) return { time };
  if (isOfHourAlone && hourAt(hours, time)?.start !== span.start)
    return { problem: { kind: 'notThisHour', time } };
  if (time === asked) return { time };
  const other = hours.find(({ start, end }) => start <= time && time < end);
  return { problem: { kind: 'otherHour', time, ...(other ? { hour: other.hour } : {}) } };
}
