import type { Actor } from '../access/actor.ts';
import { isPartBucket, readScope, type Bucket } from '../access/bucket.ts';
import type { EntryId } from '../base/ids.ts';
import { kindOf, type RegisterRecord } from '../kinds/registry.ts';
import { bucketsOf, mayRead } from './buckets-of.ts';

/** Where the name of an entry has its version; no device and no server gives one of this. */
const VERSION_AT = 14;
const PART = 'f';

/**
 * A record as whoever reads these buckets reads it: the whole of it, or the part that its kind leaves to those who have it from a bucket of parts alone (F.5).
 * The part bears another entry: it is no version of the record, and a device that may read the whole one day takes that for another.
 */
export function asRead(record: RegisterRecord, scope: ReadonlySet<Bucket>): RegisterRecord {
  const { partOf } = kindOf(record);
  if (!partOf) return record;
  const read = bucketsOf(record).filter((bucket) => scope.has(bucket));
  if (read.length === 0 || !read.every(isPartBucket)) return record;
  const { entry } = record;
  const named = `${entry.slice(0, VERSION_AT)}${PART}${entry.slice(VERSION_AT + 1)}` as EntryId;
  return { ...partOf(record), entry: named };
}

/** Whether an actor may read all that a record says. */
export function mayReadWhole(actor: Actor, record: RegisterRecord): boolean {
  return mayRead(actor, record) && asRead(record, new Set(readScope(actor))) === record;
}
