import type { BellHour } from '../bell-scheme/record.ts';
import { startYearOf } from '../../school/calendar.ts';
import type { TimeElsewhere } from '../../school/minute-span.ts';
import { elsewhereOn } from './elsewhere-on.ts';

/**
 * How many records say of one pupil in one school year that they are elsewhere (D98), those taken back included: more than one for every lesson day. What goes on for
 * weeks is one record.
 */
export const MOST_ELSEWHERE_A_YEAR = 300;

/** Whether a new record is one too many of its pupil's in its school year. */
export function isOneTooMany(next: TimeElsewhere, others: readonly TimeElsewhere[]): boolean {
  const year = startYearOf(next.day);
  const ofYear = others.filter(({ id, day }) => id !== next.id && startYearOf(day) === year);
  return ofYear.length >= MOST_ELSEWHERE_A_YEAR;
}

/** Whether a record has the pupil elsewhere at a time of which another one says so already, and did not before. */
export function meetsAnother(
  previous: TimeElsewhere | null,
  next: TimeElsewhere,
  others: readonly TimeElsewhere[],
  bells: readonly BellHour[],
): boolean {
  return others.some(
    (other) =>
      other.id !== next.id &&
      meets(next, other, bells) &&
      !(previous !== null && meets(previous, other, bells)),
  );
}

function meets(one: TimeElsewhere, other: TimeElsewhere, bells: readonly BellHour[]): boolean {
  if (one.withdrawn === true || other.withdrawn === true) return false;
  // Each says the same of all of its days: where they meet on one, they meet on all that they share.
  const day = one.day > other.day ? one.day : other.day;
  const [mine, theirs] = [elsewhereOn(one, day, bells), elsewhereOn(other, day, bells)];
  return mine !== undefined && theirs !== undefined && mine.from < theirs.to && theirs.from < mine.to;
}
