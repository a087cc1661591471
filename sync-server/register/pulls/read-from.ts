import { BUCKET_LAYOUT, LAYOUT_MARK } from '../../../domain/entries/buckets-of.ts';
import { isPartBucket, type Bucket } from '../../../domain/access/bucket.ts';
import type { Checkpoint } from '../../../domain/protocol/endpoints/register/sync.ts';

/**
 * The sequence after which a device reads each bucket of the actor's scope, of a collection whose newest document has the sequence `head`: 0 for everything.
 *
 * A number beyond the head comes from a store that has been restored since, or from nobody we know. What was read under another layout of
 * the buckets says nothing of this one: a document may have come into a bucket without a new sequence. Whoever has lost a bucket may have read
 * there as a whole what they now read a part of: their parts come anew. Whoever has lost a bucket of parts may read the whole now, which has come with no new sequence.
 */
export function readFrom(
  checkpoint: Checkpoint,
  scope: readonly Bucket[],
  head: number,
): (bucket: Bucket) => number {
  const isOfAll = layoutOf(checkpoint) !== BUCKET_LAYOUT;
  const lost = revokedOf(checkpoint, scope) as readonly Bucket[];
  const hasLostParts = lost.some(isPartBucket);
  return (bucket) => {
    if (isOfAll || hasLostParts || (lost.length > 0 && isPartBucket(bucket))) return 0;
    const known = Object.hasOwn(checkpoint, bucket) ? checkpoint[bucket] : undefined;
    return known === undefined || known > head ? 0 : known;
  };
}

/** The buckets of a checkpoint that are not of the actor's scope any more. */
export function revokedOf(checkpoint: Checkpoint, scope: readonly Bucket[]): readonly string[] {
  const kept = new Set<string>([...scope, LAYOUT_MARK]);
  return Object.keys(checkpoint).filter((bucket) => !kept.has(bucket));
}

/** Under which layout a device has read; devices of before there were several say nothing. */
function layoutOf(checkpoint: Checkpoint): number {
  return Object.hasOwn(checkpoint, LAYOUT_MARK) ? (checkpoint[LAYOUT_MARK] ?? 1) : 1;
}
