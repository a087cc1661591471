import type { LocalTime } from '../../base/ids.ts';
import type { LessonHour } from '../../school/lesson-hour.ts';
import type { SchoolPolicies } from '../school/record.ts';
import type { Permit } from './record.ts';

type Rules = NonNullable<SchoolPolicies['justification']>;

const USUAL = { entryUntilHour: 3, exitInLastHours: 2, ofPeriod: 5 };

/**
 * Whether a school grants a permit for this time at all: entries until an hour, exits in the last hours of the
 * class; everything where no hour is known (D90).
 */
export function isPermitTime(
  move: Permit['move'],
  time: LocalTime,
  hours: readonly LessonHour[],
  rules: Rules,
): boolean {
  const inOrder = hours.toSorted((a, b) => a.hour - b.hour);
  if (move === 'entry') {
    const last = inOrder.findLast(({ hour }) => hour <= (rules.entryUntilHour ?? USUAL.entryUntilHour));
    return last === undefined || time < last.end;
  }
  const first = inOrder.slice(-(rules.exitInLastHours ?? USUAL.exitInLastHours))[0];
  const last = inOrder.at(-1);
  return first === undefined || last === undefined || (time >= first.start && time < last.end);
}

/**
 * Whether a time lies within the school day of a class, by its bells: an entry after the first one (who is there by then is not late, D93),
 * an exit before the last; any time where no bell is known. No permit is given outside, by whomever (D90).
 */
export function isWithinBells(move: Permit['move'], time: LocalTime, hours: readonly LessonHour[]): boolean {
  if (hours.length === 0) return true;
  const isAfter = hours.some(({ start }) => (move === 'entry' ? time > start : time >= start));
  return isAfter && hours.some(({ end }) => time < end);
}

/** How many permits of a period are more than the school takes for usual: the office hears of it, nobody is refused (D90). */
export function permitsOverUsual(granted: number, rules: Rules): number {
  return Math.max(0, granted - (rules.permitsPerPeriod ?? USUAL.ofPeriod));
}
