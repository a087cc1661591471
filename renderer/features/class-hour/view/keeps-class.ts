import { map, type Observable } from 'rxjs';
import { dayOfInstant } from '../../../../domain/base/local-date.ts';
import { decidingRights } from '../../../../domain/kinds/justification/write-rights.ts';
import { mayGrantPermit } from '../../../../domain/kinds/permit/write-rights.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { isYearClosed } from '../../../../domain/school/limits/closed-year.ts';
import { mayKeepRoll } from '../../../../domain/school/written-hour.ts';
import type { Register } from '../../../data/register.ts';

/** What one may do about a class on a day, beyond the roll of an hour in which one stands in. */
export interface KeepsClass {
  /** Keeps its roll. */
  readonly keeps: boolean;
  /** Writes down why somebody was late or left: that justifies it. */
  readonly justifies: boolean;
  /** Grants permits (D90). */
  readonly grants: boolean;
}

/** In a closed school year nothing is done any more. */
const NOTHING: KeepsClass = { keeps: false, justifies: false, grants: false };

/** What one may do about a class on a day, live. */
export function keepsClass(
  { records, now }: Pick<Register, 'records' | 'now'>,
  { schoolClass, day }: HourPlace,
): Observable<KeepsClass> {
  return records.facts$.pipe(
    map((facts) => {
      if (isYearClosed(facts.yearOn(day) ?? null, now())) return NOTHING;
      const today = dayOfInstant(now());
      const writeFacts = facts.writeFacts(schoolClass, day);
      const rights = decidingRights(facts.actor(today), today, { class: schoolClass }, writeFacts);
      return {
        keeps: mayKeepRoll(facts.actor(day), writeFacts),
        justifies: rights.writesDown,
        grants: mayGrantPermit(facts.actor(today), today, { class: schoolClass }, writeFacts),
      };
    }),
  );
}
