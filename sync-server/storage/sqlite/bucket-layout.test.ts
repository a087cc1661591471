import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../domain/access/actor.ts';
import { toEntryId } from '../../../domain/base/ids.ts';
import { BUCKET_LAYOUT, bucketsOf } from '../../../domain/entries/buckets-of.ts';
import { familiesBucket, readScope, SCHOOL_BUCKET, type Bucket } from '../../../domain/access/bucket.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { makeServerKey } from '../../secrets/secret-key.ts';
import { pullPage } from '../../register/sync/pull.ts';
import { at, lesson } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { GUARDIANS } from '../../testing/test-families.ts';
import { regroup } from './bucket-layout.ts';
import { openStorage } from '../open.ts';
import { checkDatabase } from './verify/check-database.ts';

const BEFORE = path.resolve(import.meta.dirname, '../../testing/before/layout-1.sql');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-layout-'));
  makeServerKey(folder);
  const database = new DatabaseSync(file());
  database.exec(readFileSync(BEFORE, 'utf8'));
  database.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, 'campanella.sqlite');

/** The names of the buckets that hold each current document, by collection and identifier. */
function grouped(): ReadonlyMap<string, readonly string[]> {
  const database = new DatabaseSync(file(), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT d.collection || '/' || d.id AS path, b.name FROM document d
       JOIN bucket_version v ON v.place = d.current JOIN bucket b ON b.key = v.bucket ORDER BY path, b.name`,
    )
    .all();
  database.close();
  return new Map(
    [...Map.groupBy(rows, (row) => String(row['path']))].map(([id, own]) => [
      id,
      own.map((row) => String(row['name'])),
    ]),
  );
}

async function current(): Promise<ReadonlyMap<string, readonly string[]>> {
  const storage = openStorage(folder);
  const expected = new Map<string, readonly string[]>();
  await storage.read(SCHOOL, async (reader) => {
    for (const collection of ['settings', 'roster', 'timetable', 'lessons', 'attendance'] as const)
      for (const json of await reader.collection(collection)) {
        const record = storedRecord(json);
        expected.set(`${collection}/${record.id}`, bucketsOf(record).toSorted());
      }
  });
  await storage.close();
  return expected;
}

test('a database of before groups its documents as today once it is opened, and keeps versions and sequences', async () => {
  expect(grouped().get(`timetable/${CLASS_A}.1.2.2026-09-01`)).toEqual(['families', 'school']);
  const report = checkDatabase(file());
  const expected = await current();
  expect(grouped()).toEqual(expected);
  // Who is in a class is read by more than those who read what happens in it.
  const pupil = pupilOf(CLASS_A, 1);
  expect(grouped().get(`roster/${pupil}`)).toEqual([`pupil:${pupil}`, `pupils:${CLASS_A}`]);
  expect(grouped().get(`timetable/${CLASS_A}.1.2.2026-09-01`)).toEqual([
    `families:${CLASS_A}`,
    SCHOOL_BUCKET,
  ]);
  expect(checkDatabase(file())).toEqual(report);
});

test('S2: a family whose device has read under the first layout reads again, and finds the timetable of its class alone', async () => {
  const storage = openStorage(folder);
  const parent: Actor = {
    school: SCHOOL,
    person: GUARDIANS.olivia,
    roles: [],
    classes: [],
    child: pupilOf(CLASS_A, 2),
    classesOfChild: [CLASS_A],
  };
  const page = await storage.read(SCHOOL, async (reader) => {
    const { timetable: head = 0 } = await reader.heads();
    const checkpoint = { ['families' as Bucket]: head, [`pupil:${pupilOf(CLASS_A, 2)}` as Bucket]: head };
    return await pullPage(reader, readScope(parent), 'timetable', head, { checkpoint, limit: 1000 });
  });
  await storage.close();
  const records = page.documents.map(storedRecord);
  const classes = records.flatMap((record) => (record.kind === 'timetableEntry' ? [record.class] : []));
  expect(new Set(classes)).toEqual(new Set([CLASS_A]));
  expect(records.some(({ kind }) => kind === 'bellScheme')).toBe(true);
  expect(Object.keys(page.checkpoint)).toContain(familiesBucket(CLASS_A));
});

test('nothing is computed twice, and what a grouping that fails has begun is undone', async () => {
  await openStorage(folder).close();
  const database = new DatabaseSync(file());
  expect(regroup(database)).toBe(false);
  const before = grouped();
  const failing = {
    number: BUCKET_LAYOUT + 1,
    bucketsOf: () => {
      throw new Error('on purpose');
    },
  };
  expect(() => regroup(database, failing)).toThrow('on purpose');
  expect(grouped()).toEqual(before);
  const other = {
    number: BUCKET_LAYOUT + 1,
    bucketsOf: () => ['all', 'all'] as unknown as readonly Bucket[],
  };
  expect(regroup(database, other)).toBe(true);
  expect([...new Set([...grouped().values()].flat())]).toEqual(['all']);
  database.close();
});

test('a server that runs while a program of the version after computes the buckets writes nothing any more', async () => {
  const storage = openStorage(folder);
  const write = async () => {
    const entry = toEntryId(randomUUID());
    const record = { ...lesson(STAFF.anna), entry, receivedAt: at('09:00') };
    const version = { collection: 'lessons', record, device: 'PC', outcome: 'stored' } as const;
    await storage.transaction(SCHOOL, async (own) => await own.append([version]));
  };
  await write();
  const database = new DatabaseSync(file());
  regroup(database, { number: BUCKET_LAYOUT + 1, bucketsOf });
  database.close();
  const before = checkDatabase(file());
  await expect(write()).rejects.toMatchObject({ fault: 'busy' });
  expect(checkDatabase(file())).toEqual(before);
  await storage.close();
});

test('a database of a later layout is not opened: its groups would be computed in the way of before', async () => {
  await openStorage(folder).close();
  const database = new DatabaseSync(file());
  regroup(database, { number: BUCKET_LAYOUT + 1, bucketsOf });
  database.close();
  expect(() => openStorage(folder)).toThrow('newer version');
});
