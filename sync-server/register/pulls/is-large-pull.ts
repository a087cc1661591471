import { readScope } from '../../../domain/access/bucket.ts';
import type { SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES } from '../../../domain/record/collection-names.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { actorOf, pastActorOf } from '../../school/actor.ts';
import type { SchoolSnapshots } from '../../school/school-snapshots.ts';
import type { SignedIn } from '../../identity/accounts/authenticate.ts';
import { readFrom } from './read-from.ts';

/** Whether a pull may read much: a device that reads from the beginning, or from long ago. */
export type IsLargePull = (who: SignedIn, request: Pick<SyncRequest, 'pull' | 'year'>) => Promise<boolean>;

/** So many documents are read beside everything else: an hour of a busy school. */
const SMALL_DOCUMENTS = 300;

/** What the judgement works with. */
export interface LargePullContext {
  readonly storage: Storage;
  readonly snapshots: SchoolSnapshots;
  readonly now: () => number;
}

/**
 * Judges by how far the school has gone on since the device last read, which costs nothing to find out. It errs towards large: what has
 * been written since may all be other people's.
 */
export function createIsLargePull({ storage, snapshots, now }: LargePullContext): IsLargePull {
  return async (who, { pull, year }) =>
    await storage.read(who.school, async (reader) => {
      const asked = COLLECTION_NAMES.flatMap((name) => {
        const request = Object.hasOwn(pull, name) ? pull[name] : undefined;
        return request && request.limit > SMALL_DOCUMENTS ? [[name, request] as const] : [];
      });
      if (asked.length === 0) return false;
      const snapshot = await snapshots.at(who.school, reader);
      const actor =
        year === undefined ? actorOf(snapshot, who, now()) : pastActorOf(snapshot, who, now(), year);
      if (!actor) return false;
      const scope = readScope(actor);
      const heads = await reader.heads();
      return asked.some(([name, { checkpoint }]) => {
        const head = heads[name] ?? 0;
        const known = readFrom(checkpoint, scope, head);
        // So many links of the history a bucket is behind; one that is not known, or ahead of the store, is read from the beginning.
        return scope.some((bucket) => head - known(bucket) > SMALL_DOCUMENTS);
      });
    });
}
