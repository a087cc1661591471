import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import { readScope } from '../../domain/access/bucket.ts';
import { asRead } from '../../domain/entries/read-part.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import { isCollectionName } from '../../domain/kinds/collections.ts';
import { kindOf, type RegisterRecord } from '../../domain/kinds/registry.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import type { HistoryVersion } from '../../domain/protocol/endpoints/register/sync.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import type { Storage, StoredVersion } from '../storage/contract/storage.ts';
import { actorOf, pastActorOf } from '../school/actor.ts';
import type { SchoolSnapshots } from '../school/school-snapshots.ts';
import { followsFrom } from './batch/server-device.ts';
import type { SignedIn } from '../identity/accounts/authenticate.ts';

/** The history of one record, oldest first; of a very long one the newest versions. */
export type ReadHistory = (
  who: SignedIn,
  collection: string,
  id: string,
) => Promise<Result<readonly HistoryVersion[], Failure>>;

/** No honest record has more versions than this; what one answer costs must have an end. */
const LONGEST_HISTORY = 200;

/** Histories of records within the actor's scope, those of a past year that the actor may read included, without the versions that were not; of any other, existing or not, the same refusal. */
export function createReadHistory(
  storage: Storage,
  snapshots: SchoolSnapshots,
  now: () => number,
): ReadHistory {
  return async (who, collection, id) =>
    await storage.read(who.school, async (reader) => {
      if (!isCollectionName(collection)) return fail(FORBIDDEN);
      const snapshot = await snapshots.at(who.school, reader);
      const json = (await reader.documents(collection, [id])).get(id);
      const record = json === undefined ? undefined : storedRecord(json);
      const startYear = record && yearOf(record);
      const actor = actorOf(snapshot, who, now());
      const then = startYear === undefined ? undefined : pastActorOf(snapshot, who, now(), startYear);
      const scope = new Set([actor, then].flatMap((one) => (one ? readScope(one) : [])));
      const isRead = (version: RegisterRecord) => bucketsOf(version).some((bucket) => scope.has(bucket));
      if (!record || !isRead(record)) return fail(FORBIDDEN);
      const versions = (await reader.versionsOf(collection, id, { newest: LONGEST_HISTORY })).map(
        toHistoryVersion,
      );
      const read = versions
        .filter((version) => isRead(version.record))
        .map((version) => ({ ...version, record: asRead(version.record, scope) }));
      // On which computer a teacher writes is no family's business.
      return ok(actor?.child === undefined ? read : read.map((version) => ({ ...version, device: '' })));
    });
}

/** The school year in which something happened: by the day of it. */
function yearOf(record: RegisterRecord): number | undefined {
  const { day } = kindOf(record).place(record);
  return day === undefined ? undefined : startYearOf(day);
}

const FORBIDDEN: Failure = { kind: 'forbidden', message: 'No such record, or not yours to read' };

function toHistoryVersion(version: StoredVersion): HistoryVersion {
  const { number, author, device, recordedAt, receivedAt, outcome, json, previousHash, hash } = version;
  const record = storedRecord(json);
  const links = { sequence: number, outcome, record, previousHash, hash };
  // What follows from a save elsewhere is of whoever made that one, when the server has written it.
  const from = followsFrom(version);
  if (from !== undefined)
    return { ...links, author: from, device: 'server', recordedAt: receivedAt, receivedAt };
  return { ...links, author, device, recordedAt, receivedAt };
}
