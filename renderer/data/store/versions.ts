import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { upgraded } from '../../../domain/kinds/upgrades.ts';
import type { StoredRecord } from './collection-schemas.ts';

type AnyRecord = StoredRecord<CollectionName>;

/** Whether two states of a record are the same version: the entry that made it, seen before or after its arrival at the server. */
export function sameVersion(a: AnyRecord, b: AnyRecord): boolean {
  return a.entry === b.entry && a.receivedAt === b.receivedAt;
}

/** A record as the domain knows it: without what RxDB adds, and in the shape of today whichever version of the app has stored it. */
export function toRecord(document: object): AnyRecord {
  const { _deleted, _rev, _meta, _attachments, ...record } = document as Readonly<Record<string, unknown>>;
  // RxDB adds members to a record and takes none away.
  return upgraded(record) as AnyRecord;
}

/** By the documents of RxDB, which has one object for each state of a document as long as somebody holds it. */
const made = new WeakMap<object, AnyRecord>();

/** The record of a document, made once for each of its states: a query that is asked live answers with all of its documents each time. */
export function recordOf(document: { toJSON(): object }): AnyRecord {
  const known = made.get(document);
  if (known) return known;
  const record = toRecord(document.toJSON());
  made.set(document, record);
  return record;
}
