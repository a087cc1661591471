import { instantToMilliseconds, toInstant, type Instant, type PersonId } from '../base/ids.ts';
import type { RegisterRecord } from '../kinds/registry.ts';
import { hasPart, mapMadeParts } from './made-parts.ts';

/** How far a time may lie before the moment of its device: clocks differ, and a save may be on its way in that moment. Milliseconds. */
export const MOMENT_TOLERANCE = 600_000;

/**
 * Brings times forward that are known to be false: a save, a signature, a roll call or a mark of before the last moment at which its
 * device had delivered everything was not made then (issue of backdated entries; W3, D19, D37).
 *
 * The time of the save becomes that moment, those inside the record that of the save, and `backdated` tells what was claimed. What
 * stands already in one of `standing` was judged with the save that brought it. The counterpart of `boundTimes`, which brings times
 * back that lie in the future.
 */
export function bringForward<R extends RegisterRecord>(
  record: R,
  person: PersonId,
  standing: readonly (RegisterRecord | null)[],
  moment: Instant | undefined,
): R {
  if (moment === undefined) return record;
  const claims: Instant[] = [];
  const isFalse = (at: Instant) => {
    // The usual case, in which nothing has to be computed.
    if (at >= moment || at >= toInstant(instantToMilliseconds(moment) - MOMENT_TOLERANCE)) return false;
    claims.push(at);
    return true;
  };
  const recordedAt = isFalse(record.recordedAt) ? moment : record.recordedAt;
  const brought = mapMadeParts({ ...record, recordedAt }, (part) => {
    const stood = standing.some((other) => other?.kind === record.kind && hasPart(other, part));
    return part.by === person && !stood && isFalse(part.at) ? recordedAt : part.at;
  });
  const claimed = claims.toSorted()[0];
  return claimed === undefined ? record : { ...brought, backdated: { claimed, after: moment } };
}
