import type { Bucket } from '../../../domain/access/bucket.ts';
import { BUCKET_LAYOUT, bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';

/** The grouping of a version of the program. */
export interface Layout {
  readonly number: number;
  readonly bucketsOf: (record: RegisterRecord) => readonly Bucket[];
}

/** The grouping of this version of the program. */
export const CURRENT_LAYOUT: Layout = { number: BUCKET_LAYOUT, bucketsOf };

/** The buckets of a record as it is stored, each once. */
export function groupsOf({ bucketsOf: of }: Layout, json: string): readonly Bucket[] {
  return [...new Set(of(storedRecord(json)))];
}
