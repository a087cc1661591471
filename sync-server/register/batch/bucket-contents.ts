import type { Bucket } from '../../../domain/access/bucket.ts';
import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { RecordKind, RegisterRecord } from '../../../domain/kinds/registry.ts';

/** What buckets held that were read in a batch, with what it has taken in since. */
export interface BucketContents {
  /** What a bucket held of a collection before this batch; undefined where nobody has read it. */
  before(key: string): readonly RegisterRecord[] | undefined;
  note(key: string, records: readonly RegisterRecord[]): void;
  /** The records of a kind in a bucket, by their keys; undefined where nobody has read it. */
  of(key: string, kind: RecordKind, bucket: Bucket): ReadonlyMap<string, RegisterRecord> | undefined;
}

interface OfKind {
  readonly records: Map<string, RegisterRecord>;
  /** How much of what the batch has taken in was looked at. */
  looked: number;
}

/** Contents over what a batch takes in, which only grows: each row of a request asks, and looks only at what has come since the one before. */
export function createBucketContents(taken: readonly RegisterRecord[]): BucketContents {
  const read = new Map<string, readonly RegisterRecord[]>();
  const kinds = new Map<string, OfKind>();
  return {
    before: (key) => read.get(key),
    note(key, records) {
      read.set(key, records);
    },
    of(key, kind, bucket) {
      const before = read.get(key);
      if (!before) return undefined;
      const isOfKind = (record: RegisterRecord) => record.kind === kind;
      const name = `${kind}/${key}`;
      const own = kinds.get(name) ?? {
        records: new Map(before.filter(isOfKind).map((record) => [record.id, record])),
        looked: 0,
      };
      kinds.set(name, own);
      for (const record of taken.slice(own.looked))
        if (isOfKind(record) && bucketsOf(record).includes(bucket)) own.records.set(record.id, record);
      own.looked = taken.length;
      return own.records;
    },
  };
}
