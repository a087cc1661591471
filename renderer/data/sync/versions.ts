import type { RxConflictHandler, WithDeleted } from 'rxdb/plugins/core';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { upgraded } from '../../../domain/kinds/upgrades.ts';
import type { StoredRecord } from '../store/collection-schemas.ts';

type AnyRecord = StoredRecord<CollectionName>;

/** Whether two states of a record are the same version: the entry that made it, seen before or after its arrival at the server. */
export function sameVersion(
  a: WithDeleted<AnyRecord> | AnyRecord,
  b: WithDeleted<AnyRecord> | AnyRecord,
): boolean {
  return a.entry === b.entry && a.receivedAt === b.receivedAt && isDeleted(a) === isDeleted(b);
}

/** Whether RxDB marks a state as deleted: on this device that means purged, the register itself deletes nothing. */
export function isDeleted(record: WithDeleted<AnyRecord> | AnyRecord): boolean {
  return '_deleted' in record && record._deleted;
}

/** A record as the domain knows it: without what RxDB adds, and in the shape of today whichever version of the app has stored it. */
export function toRecord(document: WithDeleted<AnyRecord> | AnyRecord): AnyRecord {
  const { _deleted, _rev, _meta, _attachments, ...record } = document as Readonly<Record<string, unknown>>;
  // RxDB adds members to a record and takes none away.
  return upgraded(record) as AnyRecord;
}

/**
 * Versions are compared by name, not by content, and what the server answered is what holds: it has merged the device's entry with what
 * others wrote, field by field, and tells the author what lost.
 */
export const serverMerges: RxConflictHandler<AnyRecord> = {
  isEqual: (a, b) => sameVersion(a, b),
  resolve: ({ realMasterState }) => Promise.resolve(realMasterState),
};
