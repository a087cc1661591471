import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import { readScope } from '../../domain/access/bucket.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import { isCollectionName } from '../../domain/kinds/collections.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import type { HistoryVersion } from '../../domain/protocol/endpoints/register/sync.ts';
import type { Storage, StoredVersion } from '../storage/contract/storage.ts';
import { actorOf } from '../school/actor.ts';
import type { SchoolSnapshots } from '../school/school-snapshots.ts';
import type { SignedIn } from '../identity/accounts/authenticate.ts';

/** The history of one record, oldest first; of a very long one the newest versions. */
export type ReadHistory = (
  who: SignedIn,
  collection: string,
  id: string,
) => Promise<Result<readonly HistoryVersion[], Failure>>;

/** No honest record has more versions than this; what one answer costs must have an end. */
const LONGEST_HISTORY = 200;

/** Histories of records within the actor's scope, without the versions that were not; of any other, existing or not, the same refusal. */
export function createReadHistory(
  storage: Storage,
  snapshots: SchoolSnapshots,
  now: () => number,
): ReadHistory {
  return async (who, collection, id) =>
    await storage.read(who.school, async (reader) => {
      const actor = actorOf(await snapshots.at(who.school, reader), who, now());
      const scope = new Set(actor ? readScope(actor) : []);
      if (!isCollectionName(collection)) return fail(FORBIDDEN);
      const isRead = (record: RegisterRecord) => bucketsOf(record).some((bucket) => scope.has(bucket));
      const json = (await reader.documents(collection, [id])).get(id);
      if (json === undefined || !isRead(storedRecord(json))) return fail(FORBIDDEN);
      const versions = (await reader.versionsOf(collection, id, LONGEST_HISTORY)).map(toHistoryVersion);
      const read = versions.filter(({ record }) => isRead(record));
      // On which computer a teacher writes is no family's business.
      return ok(actor?.child === undefined ? read : read.map((version) => ({ ...version, device: '' })));
    });
}

const FORBIDDEN: Failure = { kind: 'forbidden', message: 'No such record, or not yours to read' };

function toHistoryVersion(version: StoredVersion): HistoryVersion {
  const { number, author, device, recordedAt, receivedAt, outcome, json, previousHash, hash } = version;
  const record = storedRecord(json);
  return { sequence: number, author, device, recordedAt, receivedAt, outcome, record, previousHash, hash };
}
