import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrations } from './migrations/migrations.ts';
import { must } from '../../../domain/base/assert.ts';
import { SCHOOL, STAFF, staffRecord } from '../../testing/test-school.ts';
import { version } from '../../testing/test-versions.ts';
import { CHAIN_START, chainFault } from '../ledger/history-chain.ts';
import { migrate } from './migrate.ts';
import { openStorage } from '../open.ts';
import { describeStorageContract } from '../contract/describe-contract.ts';
import type { NewVersion, Storage } from '../contract/storage.ts';

let folder: string;
let storage: Storage;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-sqlite-'));
  storage = openStorage(folder);
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = () => path.join(folder, 'campanella.sqlite');
const chainStart = { number: 0, hash: CHAIN_START };

describeStorageContract('SQLite', async () => {
  const own = mkdtempSync(path.join(tmpdir(), 'campanella-contract-'));
  const opened = openStorage(own);
  return {
    storage: opened,
    async remove() {
      await opened.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
});

describe('those who write in the same moment', () => {
  const { receivedAt } = version().record;
  const ofTheOffice: NewVersion = {
    ...version(),
    collection: 'roster',
    record: { ...staffRecord(STAFF.anna, 'Anna', ['teacher']), receivedAt: must(receivedAt, 'arrived') },
  };

  test.each([
    ['share a commit where a device writes', version({ hour: 6 }), false],
    ['find what the office has written already committed', ofTheOffice, true],
  ])('%s', async (_case, first, isThere) => {
    const { collection, record } = first;
    const committed = async () =>
      await storage.read(SCHOOL, async (reader) => (await reader.documents(collection, [record.id])).size);
    const before = storage.transaction(SCHOOL, (own) => own.append([first]));
    const after = storage.transaction(SCHOOL, committed);
    await before;
    expect(await after).toBe(isThere ? 1 : 0);
  });
});

describe('the history', () => {
  test('cannot be changed or shortened by SQL', async () => {
    await storage.transaction(SCHOOL, (transaction) => transaction.append([version()]));
    const database = new DatabaseSync(file());
    expect(() => database.exec("UPDATE history SET device = 'x'")).toThrow('append-only');
    expect(() => database.exec('DELETE FROM history')).toThrow('append-only');
    database.close();
  });

  test.each([
    ["UPDATE history SET json = replace(json, 'Two', 'Six')", 2],
    [
      "UPDATE history SET json = json_set(json, '$.receivedAt', '2026-01-01T00:00:00.000Z') WHERE place & 15 = 3",
      3,
    ],
    ["UPDATE history SET json = json_set(json, '$.author', 'somebody') WHERE place & 15 = 1", 1],
    ["UPDATE history SET device = 'another' WHERE place & 15 = 2", 2],
    ["UPDATE history SET outcome = 'overruled' WHERE place & 15 = 2", 2],
    ["UPDATE history SET collection = 'attendance' WHERE place & 15 = 3", 3],
    ["UPDATE history SET entry = 'another' WHERE place & 15 = 1", 1],
    ['DELETE FROM history WHERE place & 15 = 2', 2],
    ['DELETE FROM history WHERE place & 15 = 1', 1],
  ])('that was tampered with shows it: %s', async (sql, fault) => {
    const versions = ['One', 'Two', 'Three'].map((topic) => version({ topic }));
    await storage.transaction(SCHOOL, (transaction) => transaction.append(versions));
    const links = () => storage.read(SCHOOL, (reader) => reader.historyAfter(0, 100));
    expect(chainFault(SCHOOL, chainStart, await links())).toBeUndefined();
    const database = new DatabaseSync(file());
    database.exec(`DROP TRIGGER history_keeps; DROP TRIGGER history_stays; ${sql}`);
    database.close();
    expect(chainFault(SCHOOL, chainStart, await links())).toBe(fault);
  });
});

describe('the database', () => {
  test('is readable by its owner alone', () => {
    expect(statSync(file()).mode & 0o077).toBe(0);
  });

  test('keeps everything when it is opened again, and runs no migration twice', async () => {
    await storage.transaction(SCHOOL, (transaction) => transaction.append([version()]));
    await storage.close();
    const database = new DatabaseSync(file());
    expect(migrate(database, migrations)).toEqual([]);
    database.close();
    storage = openStorage(folder);
    expect(await storage.schools()).toEqual([SCHOOL]);
  });

  test('tells of a full disk', async () => {
    await storage.close();
    const database = new DatabaseSync(file());
    const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
    database.close();
    storage = openStorage(folder, { maxPages: pages + 4 });
    const rows = Array.from({ length: 200 }, (_, index) => version({ group: `${index}` }));
    const write = storage.transaction(SCHOOL, (transaction) => transaction.append(rows));
    await expect(write).rejects.toMatchObject({ fault: 'full' });
    await storage.check();
  });
});

describe('migrations', () => {
  test('run in order, once, and all or none', () => {
    const database = new DatabaseSync(':memory:');
    const [one, two] = [
      { number: 1, name: 'one', sql: 'CREATE TABLE a (x)' },
      { number: 2, name: 'two', sql: 'ALTER TABLE a ADD COLUMN y' },
    ];
    expect(migrate(database, [one])).toEqual([1]);
    expect(migrate(database, [one, two])).toEqual([2]);
    const broken = { number: 3, name: 'broken', sql: 'CREATE TABLE b (x); CREATE TABLE a (x)' };
    expect(() => migrate(database, [one, two, broken])).toThrow('already exists');
    expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'b'").all()).toEqual([]);
    expect(() => migrate(database, [one])).toThrow('newer version');
    database.close();
  });

  test('make exactly these tables', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, migrations);
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all();
    expect(tables.map((row) => row['name'])).toEqual([
      'account',
      'account_event',
      'attempt',
      'bucket',
      'bucket_version',
      'collection_head',
      'device_moment',
      'document',
      'handed_over',
      'held_elsewhere',
      'history',
      'link',
      'mail',
      'migration',
      'picture',
      'profile',
      'record_change',
      'refresh_token',
      'refused_entry',
      'refused_value',
      'school',
      'server_note',
      'session',
      'staged_batch',
      'staged_version',
      'store_return',
      'traced_version',
    ]);
    database.close();
  });
});
