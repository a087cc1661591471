import { map, type Observable } from 'rxjs';
import type { Instant } from '../../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { decidingRights } from '../../../../domain/kinds/justification/write-rights.ts';
import { mayGrantPermit } from '../../../../domain/kinds/permit/write-rights.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { closedDayFault, isClosedByMeeting } from '../../../../domain/school/limits/closed-period.ts';
import { mayKeepRoll } from '../../../../domain/school/written-hour.ts';
import type { Register } from '../../../data/register.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';

/** What one may do about a class on a day, beyond the roll of an hour in which one stands in. */
export interface KeepsClass {
  /** Keeps its roll. */
  readonly keeps: boolean;
  /** Writes down why somebody was late or left: that justifies it. */
  readonly justifies: boolean;
  /** Grants permits (D90). */
  readonly grants: boolean;
  /** Why nobody does anything about it. */
  readonly closed?: 'yearClosed' | 'periodClosed';
}

/** In a closed school year, or of a period that is closed for its meeting, nothing is done any more. */
const NOTHING: KeepsClass = { keeps: false, justifies: false, grants: false };

/** What one may do about a class on a day, live. */
export function keepsClass(
  { records, now }: Pick<Register, 'records' | 'now'>,
  { schoolClass, day }: HourPlace,
): Observable<KeepsClass> {
  return records.facts$.pipe(map((facts) => keepsOn(facts, now(), { schoolClass, day })));
}

/** What one may do about any class of a day, live: of joined classes each is asked for. */
export function keepsClasses({
  records,
  now,
}: Pick<Register, 'records' | 'now'>): Observable<(place: HourPlace) => KeepsClass> {
  return records.facts$.pipe(map((facts) => (place) => keepsOn(facts, now(), place)));
}

function keepsOn(
  facts: SchoolFacts,
  now: Instant,
  { schoolClass, day }: Pick<HourPlace, 'schoolClass' | 'day'>,
): KeepsClass {
  const today = dayOfInstant(now);
  const writeFacts = facts.writeFacts(schoolClass, day);
  const closed = closedDayFault(day, writeFacts, now);
  if (closed !== undefined) return { ...NOTHING, closed };
  const rights = decidingRights(facts.actor(today), today, { class: schoolClass }, writeFacts);
  return {
    keeps: mayKeepRoll(facts.actor(day), writeFacts),
    // Of a term that still runs the roll is open, and its justifications are closed.
    justifies:
      rights.writesDown && !isClosedByMeeting({ from: day, to: day, whileRunning: true }, writeFacts, now),
    grants: mayGrantPermit(facts.actor(today), today, { class: schoolClass }, writeFacts),
  };
}
