import { equalJson } from '../../domain/base/canonical-json.ts';
import { bucketsOf } from '../../domain/entries/buckets-of.ts';
import { readScope } from '../../domain/access/bucket.ts';
import { asRead } from '../../domain/entries/read-part.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import { isCollectionName } from '../../domain/kinds/collections.ts';
import { kindOf, type RegisterRecord } from '../../domain/kinds/registry.ts';
import { storedRecord, upgradedRecord } from '../../domain/kinds/upgrades.ts';
import type { Failure } from '../../domain/protocol/failure.ts';
import type { HistoryVersion } from '../../domain/protocol/endpoints/register/sync.ts';
import { startYearOf } from '../../domain/school/calendar.ts';
import type { SchoolReader, Storage, StoredVersion } from '../storage/contract/storage.ts';
import { actorOf, pastActorOf } from '../school/actor.ts';
import type { SchoolSnapshots } from '../school/school-snapshots.ts';
import { followsFrom, SERVER } from './batch/server-device.ts';
import type { SignedIn } from '../identity/accounts/authenticate.ts';

/** The history of one record, oldest first: a page of its newest versions, or of those before one of them. */
export type ReadHistory = (
  who: SignedIn,
  collection: string,
  id: string,
  before?: number,
) => Promise<Result<readonly HistoryVersion[], Failure>>;

/** What one answer holds must have an end. */
const PAGE = { newest: 200, characters: 1_000_000 } as const;
/** Of what owes a reason (D78), the newest changes that are told whatever was written since; those of before are in the pages. */
const TRACES = 300;

/** Histories of records within the actor's scope, those of a past year that the actor may read included, without the versions that were not; of any other, existing or not, the same refusal. */
export function createReadHistory(
  storage: Storage,
  snapshots: SchoolSnapshots,
  now: () => number,
): ReadHistory {
  return async (who, collection, id, before) =>
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
      const part = before === undefined ? PAGE : { ...PAGE, before };
      const page = await reader.versionsOf(collection, id, part);
      const { traced, bases } =
        before === undefined ? await tracesOf(reader, collection, id, page) : NO_TRACES;
      const versions = [...traced, ...page].map((version) => toHistoryVersion(version, bases));
      const told = linked(versions, (version) => isRead(version.record));
      const read = told.map((version) => ({ ...version, record: asRead(version.record, scope) }));
      // On which computer a teacher writes is no family's business.
      if (actor?.child !== undefined)
        return ok(read.map((version) => ({ ...unproved(version), device: '' })));
      const isWhole = read.every((version, at) => version.record === told[at]?.record);
      return ok(isWhole ? read : read.map(unproved));
    });
}

/** A version that is not told whole goes without its links: whoever has them could prove a guess of what was left out. */
function unproved(version: HistoryVersion): HistoryVersion {
  return { ...version, ...NO_LINKS };
}

const NO_LINKS = { hash: '', previousHash: '' };

/** The school year in which something happened: by the day of it. */
function yearOf(record: RegisterRecord): number | undefined {
  const { day } = kindOf(record).place(record);
  return day === undefined ? undefined : startYearOf(day);
}

const FORBIDDEN: Failure = { kind: 'forbidden', message: 'No such record, or not yours to read' };

function toHistoryVersion(version: StoredVersion, bases: Traces['bases']): HistoryVersion {
  const { number, previous, author, device, recordedAt, receivedAt, outcome, json, previousHash, hash } =
    version;
  const written: unknown = JSON.parse(json);
  const record = upgradedRecord(written);
  // Mostly the very same: nothing has to be compared.
  const isAsWritten = equalJson(record, written);
  const base = bases.get(number);
  const place = {
    sequence: number,
    ...(previous === undefined ? {} : { previous }),
    ...(base === undefined || base === previous ? {} : { base }),
  };
  // The links are of the bytes that were written: of a shape of before, which is told in that of today, they would seem to be forged.
  const links = { ...place, outcome, record, ...(isAsWritten ? { previousHash, hash } : NO_LINKS) };
  // What follows from a save elsewhere is of whoever made that one, when the server has written it.
  const from = followsFrom(version);
  if (from !== undefined)
    return { ...links, author: from, device: SERVER, recordedAt: receivedAt, receivedAt };
  return { ...links, author, device, recordedAt, receivedAt };
}

/** What is told beside a page. */
interface Traces {
  /** The versions before it that are told in any case, each with the one that stood when it came. */
  readonly traced: readonly StoredVersion[];
  /** The places of those that stood, by those of the traced versions, in the page too. */
  readonly bases: ReadonlyMap<number, number>;
}

const NO_TRACES: Traces = { traced: [], bases: new Map() };

/** What is told beside the newest page of a record's history. What lost against that which stood is not among it: there may be any number of it. */
async function tracesOf(
  reader: SchoolReader,
  collection: CollectionName,
  id: string,
  [oldest]: readonly StoredVersion[],
): Promise<Traces> {
  if (oldest?.previous === undefined) return NO_TRACES;
  const found = new Map<number, StoredVersion>();
  const bases = new Map<number, number>();
  const [first, ...others] = await reader.tracedOf(collection, id, TRACES);
  let left = PAGE.characters;
  for (const traced of [first, ...others.toReversed()]) {
    if (traced?.base !== undefined) bases.set(traced.number, traced.base);
    for (const number of [traced?.base, traced?.number]) {
      if (number === undefined || number >= oldest.number || found.has(number)) continue;
      const [version] = await reader.historyAfter(number - 1, 1);
      if (!version) continue;
      found.set(number, version);
      left -= version.json.length;
    }
    if (left < 0) break;
  }
  const traced = [...found.values()].toSorted((one, other) => one.number - other.number);
  return { traced, bases };
}

/** Those of the versions that are told, each after the last one of before that is. */
function linked(
  versions: readonly HistoryVersion[],
  isTold: (version: HistoryVersion) => boolean,
): readonly HistoryVersion[] {
  const hidden = new Map<number, number | undefined>();
  for (const version of versions) if (!isTold(version)) hidden.set(version.sequence, version.previous);
  const toldBefore = (stored: number | undefined) => {
    let previous = stored;
    while (previous !== undefined && hidden.has(previous)) previous = hidden.get(previous);
    return previous;
  };
  return versions.filter(isTold).map(({ previous: stored, base: stood, ...version }) => {
    const [previous, base] = [toldBefore(stored), toldBefore(stood)];
    return {
      ...version,
      ...(previous === undefined ? {} : { previous }),
      ...(base === undefined ? {} : { base }),
    };
  });
}
