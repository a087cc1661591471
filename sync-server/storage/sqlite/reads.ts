import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { SchoolId } from '../../../domain/base/ids.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { deviceReaderOf, prepareDevices, type DeviceStatements } from './devices.ts';
import { toAttempts, toRefreshToken, toSession, toVersion } from './rows.ts';
import { numberAt, placeOf } from './place.ts';
import type { BucketRange, SchoolReader, StoredVersion } from '../contract/storage.ts';

const VERSION =
  'SELECT h.*, p.hash AS previous_hash FROM history h LEFT JOIN history p ON p.place = h.place - 1';

/** The statements of reading, prepared once for a connection. */
export interface ReadStatements {
  readonly frame: {
    readonly begin: StatementSync;
    readonly commit: StatementSync;
    readonly rollback: StatementSync;
  };
  readonly check: StatementSync;
  readonly note: StatementSync;
  readonly schools: StatementSync;
  readonly schoolKey: StatementSync;
  readonly heads: StatementSync;
  readonly collection: StatementSync;
  readonly document: StatementSync;
  /** Several at once, by a list of identifiers as JSON. */
  readonly documents: StatementSync;
  readonly bucket: StatementSync;
  readonly bucketRange: StatementSync;
  readonly version: StatementSync;
  /** Of several entries, by a list of them as JSON. */
  readonly placesOfEntries: StatementSync;
  readonly historyAfter: StatementSync;
  readonly traced: StatementSync;
  readonly session: StatementSync;
  readonly refreshToken: StatementSync;
  readonly attempts: StatementSync;
  readonly devices: DeviceStatements;
}

/** Prepares the statements of reading. */
export function prepareReads(database: DatabaseSync): ReadStatements {
  return {
    frame: {
      begin: database.prepare('BEGIN'),
      commit: database.prepare('COMMIT'),
      rollback: database.prepare('ROLLBACK'),
    },
    check: database.prepare('SELECT number FROM migration LIMIT 1'),
    note: database.prepare('SELECT value FROM server_note WHERE name = ?'),
    schools: database.prepare('SELECT code FROM school ORDER BY code'),
    schoolKey: database.prepare('SELECT key FROM school WHERE code = ?'),
    heads: database.prepare('SELECT collection, sequence FROM collection_head WHERE school = ?'),
    collection: database.prepare(`
      SELECT h.json FROM document d CROSS JOIN history h ON h.place = d.current
      WHERE d.school = ? AND d.collection = ?`),
    document: database.prepare(`
      SELECT d.current, d.latest, d.buckets, h.json FROM document d LEFT JOIN history h ON h.place = d.current
      WHERE d.school = ? AND d.collection = ? AND d.id = ?`),
    documents: database.prepare(`
      SELECT d.id, d.current, d.latest, d.buckets, h.json
      FROM json_each(?) wanted CROSS JOIN document d ON d.school = ? AND d.collection = ? AND d.id = wanted.value
      LEFT JOIN history h ON h.place = d.current`),
    bucket: database.prepare('SELECT key FROM bucket WHERE school = ? AND collection = ? AND name = ?'),
    bucketRange: database.prepare(`
      SELECT v.place, h.json FROM bucket_version v CROSS JOIN history h ON h.place = v.place
      WHERE v.bucket = ? AND v.place > ? ORDER BY v.place LIMIT ?`),
    version: database.prepare(`${VERSION} WHERE h.place = ?`),
    placesOfEntries: database.prepare(`
      SELECT h.entry, h.place
      FROM json_each(?) wanted CROSS JOIN history h ON h.school = ? AND h.entry = wanted.value`),
    historyAfter: database.prepare(`${VERSION} WHERE h.place > ? AND h.place < ? ORDER BY h.place LIMIT ?`),
    traced: database.prepare(`
      SELECT MIN(place) AS place, base FROM traced_version WHERE school = ?1 AND collection = ?2 AND id = ?3
      UNION
      SELECT place, base FROM (
        SELECT place, base FROM traced_version WHERE school = ?1 AND collection = ?2 AND id = ?3
        ORDER BY place DESC LIMIT ?4)
      ORDER BY place`),
    session: database.prepare('SELECT * FROM session WHERE school = ? AND id = ?'),
    refreshToken: database.prepare('SELECT * FROM refresh_token WHERE school = ? AND hash = ?'),
    attempts: database.prepare('SELECT * FROM attempt WHERE school = ? AND key = ?'),
    devices: prepareDevices(database),
  };
}

/** Where the versions of a record are. */
export interface DocumentPlaces {
  /** Place of the version that stands; null while all were overruled. */
  readonly current: number | null;
  readonly latest: number;
  /** Keys of the buckets that the current version is in. */
  readonly buckets: readonly number[];
}

/** What a transaction knows of the records that it has looked up: where they are, or null for those that do not exist. */
export interface KnownPlaces {
  get(collection: CollectionName, id: string): DocumentPlaces | null | undefined;
  set(collection: CollectionName, id: string, places: DocumentPlaces | null): void;
}

/** Nothing is known yet. */
export function createKnownPlaces(): KnownPlaces {
  // One map for each collection: a key made of both names would be written for every row, and hashed again.
  const known = new Map<CollectionName, Map<string, DocumentPlaces | null>>();
  return {
    get: (collection, id) => known.get(collection)?.get(id),
    set(collection, id, places) {
      const own = known.get(collection);
      if (own) own.set(id, places);
      else known.set(collection, new Map([[id, places]]));
    },
  };
}

/** Looks a record up: where its versions are, and the current one as JSON text. */
export function findDocument(
  statements: ReadStatements,
  schoolKey: number,
  collection: CollectionName,
  id: string,
): { readonly places: DocumentPlaces; readonly json: string | undefined } | undefined {
  const row = statements.document.get(schoolKey, collection, id);
  return row && toDocument(row);
}

function toDocument(row: Readonly<Record<string, SQLOutputValue>>) {
  const places = {
    current: row['current'] === null ? null : Number(row['current']),
    latest: Number(row['latest']),
    // Written by this folder alone.
    buckets: JSON.parse(String(row['buckets'])) as readonly number[],
  };
  return { places, json: row['json'] === null ? undefined : String(row['json']) };
}

/** The verbs of reading one school on a connection whose transaction is open; what is looked up on the way is noted in `known`. */
export function readerOf(statements: ReadStatements, school: SchoolId, known?: KnownPlaces): SchoolReader {
  let foundKey: number | undefined;
  // No row has the key 0: it stands for a school that nothing has been written to.
  const schoolKey = () => (foundKey ||= Number(statements.schoolKey.get(school)?.['key'] ?? 0));
  return {
    ...deviceReaderOf(statements.devices, school),
    async heads() {
      const heads: Partial<Record<CollectionName, number>> = {};
      // The column holds only names that were written through the registry of collections.
      for (const row of statements.heads.all(schoolKey()))
        heads[row['collection'] as CollectionName] = Number(row['sequence']);
      return heads;
    },
    async collection(collection) {
      return statements.collection.all(schoolKey(), collection).map((row) => String(row['json']));
    },
    async documents(collection, ids) {
      const found = new Map<string, string>();
      if (ids.length === 0) return found;
      for (const id of ids) known?.set(collection, id, null);
      // One statement for all: a request asks for a thousand at once, most of which do not exist.
      for (const row of statements.documents.iterate(JSON.stringify(ids), schoolKey(), collection)) {
        const { places, json } = toDocument(row);
        const id = String(row['id']);
        known?.set(collection, id, places);
        if (json !== undefined) found.set(id, json);
      }
      return found;
    },
    async bucketRange({ collection, bucket, after, limit }: BucketRange, take) {
      const key = statements.bucket.get(schoolKey(), collection, bucket)?.['key'];
      // Asked with each mark of a pupil: to find nothing must cost little.
      if (key === undefined) return;
      const start = placeOf(schoolKey(), after);
      for (const row of statements.bucketRange.iterate(Number(key), start, limit))
        if (!take({ sequence: numberAt(Number(row['place'])), json: String(row['json']) })) return;
    },
    async versionsOf(collection, id, { newest = Infinity, characters = Infinity, before } = {}) {
      const versions: StoredVersion[] = [];
      let place =
        before === undefined
          ? (findDocument(statements, schoolKey(), collection, id)?.places.latest ?? null)
          : placeBefore(statements, placeOf(schoolKey(), before), { school: schoolKey(), collection, id });
      let left = characters;
      while (place !== null && versions.length < newest) {
        const row = statements.version.get(place);
        if (!row) break;
        left -= String(row['json']).length;
        if (left < 0 && versions.length > 0) break;
        versions.push(toVersion(row));
        place = previousOf(row);
      }
      return versions.reverse();
    },
    async tracedOf(collection, id, newest) {
      const rows = statements.traced.all(schoolKey(), collection, id, newest);
      return rows.flatMap(({ place, base }) =>
        place === null
          ? []
          : { number: numberAt(Number(place)), ...(base === null ? {} : { base: numberAt(Number(base)) }) },
      );
    },
    async versionsOfEntries(entries) {
      const found = new Map<string, StoredVersion>();
      if (entries.length === 0) return found;
      for (const { entry, place } of statements.placesOfEntries.all(JSON.stringify(entries), schoolKey())) {
        const version = statements.version.get(Number(place));
        if (version) found.set(String(entry), toVersion(version));
      }
      return found;
    },
    async historyAfter(number, limit) {
      const [start, end] = [placeOf(schoolKey(), number), placeOf(schoolKey() + 1, 0)];
      return statements.historyAfter.all(start, end, limit).map(toVersion);
    },
    async session(id) {
      return maybe(statements.session.get(school, id), toSession);
    },
    async refreshToken(hash) {
      return maybe(statements.refreshToken.get(school, hash), toRefreshToken);
    },
    async attempts(key) {
      return maybe(statements.attempts.get(school, key), toAttempts);
    },
  };
}

/** Where the version before the one at a place is; null where there is none, or the place is of another record. */
function placeBefore(
  statements: ReadStatements,
  place: number,
  of: { readonly school: number; readonly collection: CollectionName; readonly id: string },
): number | null {
  const row = statements.version.get(place);
  if (row === undefined || Number(row['school']) !== of.school) return null;
  const { collection, id } = toVersion(row);
  return collection === of.collection && id === of.id ? previousOf(row) : null;
}

function previousOf({ previous }: Readonly<Record<string, SQLOutputValue>>): number | null {
  return typeof previous === 'number' ? previous : null;
}

function maybe<R, T>(row: R | undefined, convert: (row: R) => T): T | undefined {
  return row === undefined ? undefined : convert(row);
}
