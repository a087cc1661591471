import { must } from '../../../domain/base/assert.ts';
import type { Bucket } from '../../../domain/access/bucket.ts';
import type { SchoolId } from '../../../domain/base/ids.ts';
import { bucketsOf } from '../../../domain/entries/buckets-of.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { isPlainText, toPlainText } from '../../base/plain-text.ts';
import type { Link } from '../contract/devices.ts';
import type { NewVersion, StoredVersion } from '../contract/storage.ts';
import { linkHash } from './history-chain.ts';

/** A link to append, and the buckets that its record is in from then on; undefined where what stands goes on standing. */
export interface PlannedLink {
  readonly collection: CollectionName;
  readonly link: StoredVersion;
  readonly buckets: readonly Bucket[] | undefined;
  readonly isTraced: boolean;
}

/** What an adapter writes so that versions stand in a school's history. */
export interface AppendPlan {
  readonly links: readonly PlannedLink[];
  /** The highest sequence of each collection in which something now stands. */
  readonly heads: ReadonlyMap<CollectionName, number>;
  readonly last: Link;
}

/** The links that versions become after the last one of a school: their numbers, their hashes, and where their records stand. */
export function planAppend(school: SchoolId, before: Link, versions: readonly NewVersion[]): AppendPlan {
  const links: PlannedLink[] = [];
  const heads = new Map<CollectionName, number>();
  let last = before;
  for (const version of versions) {
    const { collection, outcome, record, isTraced } = version;
    const link = linkAfter(school, last, version);
    const stands = outcome !== 'overruled';
    const buckets = stands ? [...new Set(bucketsOf(record))] : undefined;
    links.push({ collection, link, buckets, isTraced: isTraced === true });
    if (stands) heads.set(collection, link.number);
    last = link;
  }
  return { links, heads, last: { number: last.number, hash: last.hash } };
}

function linkAfter(
  school: SchoolId,
  last: Link,
  { collection, record, device, outcome }: NewVersion,
): StoredVersion {
  const { id, entry, author, recordedAt } = record;
  if (!isPlainText(id) || !isPlainText(entry)) throw new Error('A record with a name that cannot be kept');
  const content = {
    number: last.number + 1,
    collection,
    id,
    entry,
    author,
    // The last place at which a text can be made one that a database gives back as it was hashed.
    device: toPlainText(device),
    recordedAt,
    receivedAt: must(record.receivedAt, 'a version to append was stamped with the time of its arrival'),
    outcome,
    json: JSON.stringify(record),
    previousHash: last.hash,
  };
  return { ...content, hash: linkHash(school, content) };
}
