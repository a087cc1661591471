import { equalJson } from '../base/canonical-json.ts';
import { instantToMilliseconds, toInstant, type Instant, type PersonId } from '../base/ids.ts';
import type { RegisterRecord } from '../kinds/collections.ts';

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
  const earliest = toInstant(instantToMilliseconds(moment) - MOMENT_TOLERANCE);
  const claims: Instant[] = [];
  const isFalse = (at: Instant) => {
    if (at >= earliest) return false;
    claims.push(at);
    return true;
  };
  const recordedAt = isFalse(record.recordedAt) ? moment : record.recordedAt;
  const brought = withParts({ ...record, recordedAt }, person, standing, isFalse);
  const claimed = claims.toSorted()[0];
  return claimed === undefined ? record : { ...brought, backdated: { claimed, after: moment } };
}

function withParts<R extends RegisterRecord>(
  record: R,
  person: PersonId,
  standing: readonly (RegisterRecord | null)[],
  isFalse: (at: Instant) => boolean,
): R {
  const { recordedAt } = record;
  if (record.kind === 'lesson') {
    const before = standing.flatMap((other) => (other?.kind === 'lesson' ? [other] : []));
    const signatures = record.signatures.map((signature) => {
      const stood = before.some((other) => other.signatures.some((one) => equalJson(one, signature)));
      const isMine = signature.teacher === person && !stood;
      return isMine && isFalse(signature.signedAt) ? { ...signature, signedAt: recordedAt } : signature;
    });
    const { rollCall } = record;
    const called =
      rollCall?.by === person &&
      !before.some((other) => equalJson(other.rollCall, rollCall)) &&
      isFalse(rollCall.at)
        ? { rollCall: { ...rollCall, at: recordedAt } }
        : {};
    return { ...record, signatures, ...called };
  }
  if (record.kind !== 'attendanceDay') return record;
  const before = standing.flatMap((other) => (other?.kind === 'attendanceDay' ? other.events : []));
  const events = record.events.map((event) => {
    const isMine = event.by === person && !before.some((other) => equalJson(other, event));
    return isMine && isFalse(event.at) ? { ...event, at: recordedAt } : event;
  });
  return { ...record, events };
}
