import { BUCKET_LAYOUT, LAYOUT_MARK } from '../../../domain/entries/buckets-of.ts';
import { isPartBucket, type Bucket } from '../../../domain/access/bucket.ts';
import { asRead } from '../../../domain/entries/read-part.ts';
import { allKinds } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { SYNC_LIMITS, type PullRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolReader } from '../../storage/contract/storage.ts';
import { readFrom, revokedOf } from '../pulls/read-from.ts';

/** A page whose documents are still the texts they were stored as. */
export interface PageTexts {
  readonly documents: readonly string[];
  readonly checkpoint: Readonly<Record<string, number>>;
  readonly more: boolean;
  readonly revoked: readonly string[];
}

/** Collections with a kind of which some read a part: the documents of others travel as they are stored. */
const COLLECTIONS_IN_PART: ReadonlySet<CollectionName> = new Set(
  allKinds.flatMap(({ collection, partOf }) => (partOf ? [collection] : [])),
);

/** Most characters of documents in one page. */
const PAGE_CHARACTERS = 1_500_000;

/**
 * Reads one page of a collection: bucket after bucket of the actor's scope, each after the sequence the device has.
 *
 * The filter is in the range of the index, before the limit, so a page is short only when nothing more is there. A bucket read to its
 * end moves to the collection's head in the same snapshot.
 */
export async function pullPage(
  reader: SchoolReader,
  scope: readonly Bucket[],
  collection: CollectionName,
  head: number,
  request: PullRequest,
): Promise<PageTexts> {
  const limit = Math.min(request.limit, SYNC_LIMITS.documentsPerPage);
  const checkpoint: Record<string, number> = { [LAYOUT_MARK]: BUCKET_LAYOUT };
  const documents: string[] = [];
  const known = readFrom(request.checkpoint, scope, head);
  const all = new Set(scope);
  const hasParts = COLLECTIONS_IN_PART.has(collection) && scope.some(isPartBucket);
  const seen = new Set<number>();
  let characters = 0;
  let more = false;

  for (const bucket of scope) {
    let reached = known(bucket);
    let isExhausted = true;
    if (reached < head && more) isExhausted = false;
    else if (reached < head) {
      // One more than fits tells whether another page is waiting.
      const range = { collection, bucket, after: reached, limit: limit - documents.length + seen.size + 1 };
      await reader.bucketRange(range, (row) => {
        const isNew = !seen.has(row.sequence);
        const isFull =
          documents.length >= limit ||
          (documents.length > 0 && characters + row.json.length > PAGE_CHARACTERS);
        if (isNew && isFull) {
          isExhausted = false;
          return false;
        }
        reached = row.sequence;
        // A document in two buckets of the scope travels once.
        if (!isNew) return true;
        seen.add(row.sequence);
        documents.push(hasParts ? textAsRead(row.json, all) : row.json);
        characters += row.json.length;
        return true;
      });
    }
    if (!isExhausted) more = true;
    checkpoint[bucket] = isExhausted ? head : reached;
  }
  return { documents, checkpoint, more, revoked: revokedOf(request.checkpoint, scope) };
}

/** A document as whoever reads these buckets reads it. */
function textAsRead(json: string, scope: ReadonlySet<Bucket>): string {
  const record = storedRecord(json);
  const read = asRead(record, scope);
  return read === record ? json : JSON.stringify(read);
}
