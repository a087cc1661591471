import type { Actor } from '../../../../domain/access/actor.ts';
import { classBucket, readScope } from '../../../../domain/access/buckets.ts';
import type { EntryId } from '../../../../domain/base/ids.ts';
import type { HeldEntry } from '../../../../domain/protocol/sync.ts';
import type { SchoolTransaction } from '../../../storage/storage.ts';

/** More places than a device reports after any copy; beyond them nothing is written down. */
const MOST_PLACES = 5000;

/**
 * Which of the entries that a device holds this store lacks. Those of colleagues are noted for the office: where, whose, when and on
 * whose device, and nothing of what they say; those of places that the actor may not read are passed over.
 */
export async function missingOf(
  transaction: SchoolTransaction,
  actor: Actor,
  device: string,
  held: readonly HeldEntry[],
  now: number,
): Promise<readonly EntryId[]> {
  const known = await transaction.versionsOfEntries(held.map(({ entry }) => entry));
  const missing = held.filter(({ entry }) => !known.has(entry));
  const scope = new Set(readScope(actor));
  let count = await transaction.heldBy(actor.person);
  for (const place of missing) {
    const isReadable = scope.has(classBucket(place.class));
    if (place.author === actor.person || !isReadable || count >= MOST_PLACES) continue;
    await transaction.saveHeldElsewhere({ ...place, reporter: actor.person, device, reportedAt: now });
    count += 1;
  }
  return missing.map(({ entry }) => entry);
}
