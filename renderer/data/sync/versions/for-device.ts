import type { Bucket } from '../../../../domain/access/bucket.ts';
import type { PersonId } from '../../../../domain/base/ids.ts';
import { bucketsOf, LAYOUT_MARK } from '../../../../domain/entries/buckets-of.ts';
import { asRead, isPart } from '../../../../domain/entries/read-part.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Checkpoint } from '../../../../domain/protocol/endpoints/register/sync.ts';

/**
 * Where a mark of this device says under which `BUCKET_LAYOUT` of its own it has looked for what is not for it any more. The server is not told: that it
 * groups in a new way, while the app of before is here, takes nothing away.
 */
export const LOOKED_MARK = '#looked' as Bucket;

/** The buckets that a mark of reading names: what this account may read of a collection, once it was asked for from the beginning. */
export function bucketsIn(mark: Checkpoint | undefined): readonly Bucket[] {
  // The keys of a mark are buckets, but for two.
  return (Object.keys(mark ?? {}) as Bucket[]).filter((name) => name !== LAYOUT_MARK && name !== LOOKED_MARK);
}

/**
 * Whether whoever reads these buckets reads a record as it is here: one of which they read a part is given anew as that part. Where nothing was read yet, nothing is:
 * what is for the device comes with the reading from the beginning.
 */
export function isRead(record: RegisterRecord, scope: ReadonlySet<Bucket>): boolean {
  if (!bucketsOf(record).some((bucket) => scope.has(bucket))) return false;
  return isPart(record) || asRead(record, scope) === record;
}

/** Whether a record may lie on the device of a person: what they read, and what they wrote themselves, also where they may not read (a substitute's lesson). */
export function isForDevice(record: RegisterRecord, scope: ReadonlySet<Bucket>, me: PersonId): boolean {
  return record.author === me || isRead(record, scope);
}
