import type { Actor } from '../../../domain/access/actor.ts';
import { classBucket, readScope } from '../../../domain/access/bucket.ts';
import type { EntryId } from '../../../domain/base/ids.ts';
import type { HeldEntry } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { SchoolTransaction } from '../../storage/contract/storage.ts';
import { deviceLabel } from '../../identity/accounts/authenticate.ts';
import type { Visit } from './visit.ts';

/**
 * More places than a person's devices report after any copy: a week of nine classes has fewer. Beyond them nothing is written down.
 */
const MOST_PLACES = 2000;

/**
 * Which of the entries that a device holds this store lacks. Those of colleagues are noted for the office: where, whose, when and on
 * whose device, and nothing of what they say; those of places that the actor may not read are passed over. Nothing is noted of a
 * device that does not come from a store which this one was put back from.
 */
export async function missingOf(
  transaction: SchoolTransaction,
  actor: Actor,
  { session, device: { returningSince } }: Pick<Visit, 'session' | 'device'>,
  held: readonly HeldEntry[],
  now: number,
): Promise<readonly EntryId[]> {
  const known = await transaction.knownEntries(held.map(({ entry }) => entry));
  const missing = held.filter(({ entry }) => !known.has(entry));
  const entries = missing.map(({ entry }) => entry);
  if (missing.length === 0 || returningSince === null) return entries;
  const device = deviceLabel(session);
  const scope = new Set(readScope(actor));
  let count = await transaction.heldBy(actor.person);
  for (const place of missing) {
    const isReadable = scope.has(classBucket(place.class));
    if (place.author === actor.person || !isReadable || count >= MOST_PLACES) continue;
    await transaction.saveHeldElsewhere({ ...place, reporter: actor.person, device, reportedAt: now });
    count += 1;
  }
  return entries;
}
