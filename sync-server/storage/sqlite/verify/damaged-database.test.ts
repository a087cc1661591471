import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRosterStore } from '../../../office/import/roster-store.ts';
import { schoolRecords, SCHOOL, TEST_NOW } from '../../../testing/test-school.ts';
import { startTestServer, usernameOf, PASSWORD } from '../../../testing/test-server.ts';
import { migrations } from '../migrations/migrations.ts';
import { migrate } from '../migrate.ts';
import { openStorage } from '../../open.ts';
import { StorageError } from '../../contract/storage-error.ts';
import { checkDatabase } from './check-database.ts';
import { checkInThread } from './check-in-thread.ts';
import { createDataHealth, type DataHealth } from '../../data-health.ts';

let folder: string;
const file = () => path.join(folder, 'campanella.sqlite');
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-damage-'));
  const storage = openStorage(folder);
  const roster = createRosterStore(storage, { now: () => TEST_NOW });
  await roster.write(SCHOOL, schoolRecords(30));
  await roster.saveAccounts([
    {
      school: SCHOOL,
      person: schoolRecords()[0]?.author ?? ('' as never),
      username: `${SCHOOL}.1`,
      passwordHash: 'x',
    },
  ]);
  await storage.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function change(...sql: readonly string[]): void {
  const database = new DatabaseSync(file(), { enableForeignKeyConstraints: false });
  const triggers = database
    .prepare("SELECT sql FROM sqlite_schema WHERE name IN ('history_keeps', 'history_stays')")
    .all();
  database.exec('DROP TRIGGER history_keeps; DROP TRIGGER history_stays');
  for (const one of sql) database.exec(one);
  // Whoever meddles with the file puts the triggers back.
  if (!sql.includes('DROP TABLE history')) for (const row of triggers) database.exec(String(row['sql']));
  database.close();
}

/** All tables, indexes and triggers that can be dropped. */
function partsOfSchema(): readonly (readonly [string, string])[] {
  const database = new DatabaseSync(':memory:');
  migrate(database, migrations);
  const parts = database
    .prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all()
    .map((row) => [String(row['type']), String(row['name'])] as const);
  database.close();
  return parts;
}

/** Overwrites a piece of the file. */
function scribble(from: number, length: number): void {
  const bytes = readFileSync(file());
  bytes.fill(0x5a, from, from + length);
  writeFileSync(file(), bytes);
}

test('a sound database has no faults, and its chains are whole', () => {
  const { file: faults, chains } = checkDatabase(file());
  expect(faults).toEqual([]);
  expect(chains).toEqual([
    { school: SCHOOL, links: expect.any(Number), head: expect.any(String), faults: [] },
  ]);
});

describe('damage of the file is found', () => {
  test.each([
    ['cut to half', () => truncateSync(file(), Math.floor(readFileSync(file()).length / 8192) * 4096)],
    ['cut in the middle of a page', () => truncateSync(file(), readFileSync(file()).length - 1000)],
    ['a page overwritten', () => scribble(4096 * 8, 4096)],
    ['its beginning overwritten', () => scribble(0, 100)],
    ['empty', () => writeFileSync(file(), '')],
    ['a table that is gone', () => change('DROP TABLE profile')],
    ['the tables of the register gone', () => change('DROP TABLE bucket_version', 'DROP TABLE history')],
    ['documents whose version is gone', () => change('DELETE FROM history WHERE place % 7 = 0')],
    ['documents out of their buckets', () => change('DELETE FROM bucket_version WHERE place % 5 = 0')],
    ['an account without profile', () => change('DELETE FROM profile')],
  ])('%s', (_name, damage) => {
    damage();
    expect(checkDatabase(file()).file).not.toEqual([]);
  });

  test('gone altogether', () => {
    rmSync(file());
    expect(checkDatabase(file()).file).not.toEqual([]);
  });
});

test('a changed record is a fault of the chain, near the end also at the start of the server', () => {
  change(
    "UPDATE history SET json = replace(json, 'Alunno', 'Altro') WHERE place = (SELECT max(place) FROM history WHERE json LIKE '%Alunno%')",
  );
  for (const options of [{}, { lastLinks: 20 }]) {
    const report = checkDatabase(file(), options);
    expect(report.file).toEqual([]);
    expect(report.chains[0]?.faults).toEqual([{ number: expect.any(Number), kind: 'changed' }]);
  }
});

test.each(partsOfSchema())('the %s %s is missed', (type, name) => {
  const database = new DatabaseSync(file(), { enableForeignKeyConstraints: false });
  database.exec(`DROP ${type} ${name}`);
  database.close();
  const { file: faults, guards } = checkDatabase(file());
  if (type === 'trigger') expect([faults, guards]).toEqual([[], [`trigger ${name}`]]);
  else expect(faults).not.toEqual([]);
});

test.each(['history_entry', 'account_pass', 'account_profile', 'sqlite_autoindex_bucket_1'])(
  'an entry of the index %s that its table does not have is missed, at the start of the server too',
  (index) => {
    const database = new DatabaseSync(file());
    const page = Number(
      database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(index)?.['rootpage'],
    );
    database.close();
    const bytes = readFileSync(file());
    // The end of a page holds its first entry: one letter of it becomes another.
    const place = page * 4096 - 6;
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    expect(checkDatabase(file(), { lastLinks: 500 }).file).not.toEqual([]);
  },
);

test('a migration that is not noted is missed', () => {
  change('DELETE FROM migration WHERE number = 3');
  expect(checkDatabase(file()).file).toEqual(['migrations are missing: devices']);
});

/** Health as a process has it, over a database. */
async function healthOf(found: unknown[] = []): Promise<DataHealth> {
  const health = createDataHealth({
    check: (options, signal) => checkInThread(file(), options, signal),
    onFound: (report) => found.push(report),
    onError: (error) => found.push(error),
  });
  await health.first(60_000);
  return health;
}

describe('health', () => {
  test('is found out in a thread of its own', async () => {
    const sound = await healthOf();
    expect(sound.state()).toBe('ok');
    await sound.close();
    scribble(4096 * 8, 4096);
    const found: unknown[] = [];
    const damaged = await healthOf(found);
    expect(damaged.state()).toBe('damaged');
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toMatch(/Alunno|Prova/);
    await damaged.close();
  });

  test('of a chain that does not fit is told to monitors, and the register goes on', async () => {
    change("UPDATE history SET device = 'x' WHERE place = (SELECT max(place) FROM history)");
    const dataHealth = await healthOf();
    expect(dataHealth.state()).toBe('history');
    const server = await startTestServer(undefined, { dataHealth });
    const health = await server.app.inject('/health');
    expect([health.statusCode, health.json<{ status: string }>().status]).toEqual([503, 'history']);
    expect(await server.sync(await server.token('anna'), {})).toBeDefined();
    await dataHealth.close();
    await server.close();
  });

  test('of a damaged database: nothing is taken, nothing given out, and everybody is told why', async () => {
    const dataHealth = { state: () => 'damaged' as const, damaged: () => undefined };
    const server = await startTestServer(undefined, { dataHealth });
    const health = await server.app.inject('/health');
    expect([health.statusCode, health.json<{ status: string }>().status]).toEqual([503, 'damaged']);
    const payload = {
      username: usernameOf('anna'),
      password: PASSWORD,
      device: { id: 'device-1', name: '' },
    };
    for (const url of ['/session/sign-in', '/api/sync', '/session/refresh']) {
      const answer = await server.app.inject({ method: 'POST', url, payload });
      expect(answer.statusCode).toBe(503);
      expect(answer.json()).toMatchObject({ kind: 'unavailable', reason: 'damaged', retryAfter: 300 });
      expect(answer.headers['retry-after']).toBe('300');
    }
    await server.close();
  });

  test('knows of damage that was met while serving: never a failed sign-in beside a health that is well', async () => {
    const server = await startTestServer();
    const accounts = {
      ...server.storage.accounts,
      read: () => Promise.reject(new StorageError('damaged')),
    };
    const other = await startTestServer([], { storage: { ...server.storage, accounts } });
    const payload = {
      username: usernameOf('anna'),
      password: PASSWORD,
      device: { id: 'device-1', name: '' },
    };
    expect((await other.app.inject('/health')).statusCode).toBe(200);
    const answer = await other.app.inject({ method: 'POST', url: '/session/sign-in', payload });
    expect(answer.json()).toMatchObject({ kind: 'unavailable', reason: 'damaged' });
    expect((await other.app.inject('/health')).statusCode).toBe(503);
    await other.close();
    await server.close();
  });

  test('a page that was overwritten under a running server is met as damage', async () => {
    const storage = openStorage(folder);
    await storage.close();
    scribble(4096, readFileSync(file()).length - 4096);
    // Opened before the damage was seen, or refused: never an empty school.
    try {
      const damaged = openStorage(folder);
      await expect(damaged.schools()).rejects.toMatchObject({ fault: 'damaged' });
      await damaged.close().catch(() => undefined);
    } catch (error) {
      expect(String(error)).toMatch(/damaged/);
    }
  });
});
