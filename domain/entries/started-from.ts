import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import { samePayload, sameWords } from './merge.ts';
import { isPartOf } from './read-part.ts';

/** What a device says that it started from, and what that comes to where it is a state of the record at all. */
export interface Claim {
  readonly entry: unknown;
  readonly record: RegisterRecord | null;
}

/** A version of a record in the history, and whether it has lost against what stood. */
export interface PastVersion {
  readonly record: RegisterRecord;
  readonly hasLost: boolean;
}

/** What a device says that it started from; null where it names nothing. A record of another name or kind is no state of this one. */
export function claimOf(
  assumed: { readonly entry: unknown } | null,
  checked: RegisterRecord | null,
  { id, kind }: RegisterRecord,
): Claim | null {
  if (assumed === null) return null;
  const isState = checked?.id === id && checked.kind === kind;
  return { entry: assumed.entry, record: isState ? checked : null };
}

/** Whether a device started from the very state that stands: it names its entry, or says the same. */
export function isAtHead({ entry, record }: Claim, stands: RegisterRecord): boolean {
  return entry === stands.entry || (record !== null && samePayload(record, stands));
}

/**
 * The state of before a device started from: of an entry that the history has, what was stored under it, whatever the device says of it; else the version that says
 * the same as the device. What has never stood here is no state to start from: whoever names it counts as knowing of none.
 *
 * @param versions those of the record, oldest first
 */
export function startedFrom(
  { entry, record }: Claim,
  versions: readonly PastVersion[],
): RegisterRecord | null {
  const named = versions.find((one) => one.record.entry === entry);
  if (named) return named.record;
  if (record === null) return null;
  const stood = versions.flatMap((one) => (one.hasLost ? [] : [one.record]));
  // An entry that changed nothing is in no history, and its device goes on from it all the same. Of whoever could read a part alone, what they changed is that
  // against the part.
  return (
    stood.findLast((one) => sameWords(record, one)) ??
    (stood.some((one) => isPartOf(record, one)) ? record : null)
  );
}

/** What a merge compares with: the state that a device started from, and an empty record where there is none. */
export function mergeBase(started: RegisterRecord | null, mine: RegisterRecord): RegisterRecord | null {
  return started ?? kindOf(mine).blank(mine);
}
