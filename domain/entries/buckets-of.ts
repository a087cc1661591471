import type { Actor } from '../access/actor.ts';
import { readScope, type Bucket } from '../access/bucket.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';

/**
 * Number of the way in which {@link bucketsOf} groups records; raised whenever the same record may come out in other buckets.
 *
 * The server keeps the buckets that it has computed: under another number it computes them all anew when it starts, and a device that
 * has read under another number reads everything again. A test holds the number and a digest of the groups of sample records together.
 */
export const BUCKET_LAYOUT = 6;

/** Where a checkpoint says under which {@link BUCKET_LAYOUT} the device has read; one without it was read under the first. */
export const LAYOUT_MARK = '#layout' as Bucket;

/** The buckets a record is in, by the word of its kind: a pure function of the record, so that server and device agree. */
export function bucketsOf(record: RegisterRecord): readonly Bucket[] {
  return kindOf(record).buckets(record);
}

/** Whether an actor may read a record. */
export function mayRead(actor: Actor, record: RegisterRecord): boolean {
  const scope = new Set(readScope(actor));
  return record.school === actor.school && bucketsOf(record).some((bucket) => scope.has(bucket));
}
