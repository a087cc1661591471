import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toSchoolId } from '../../../domain/base/ids.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { version } from '../../testing/test-versions.ts';
import { openSqlite } from './open-sqlite.ts';
import type { NewVersion, Storage } from '../contract/storage.ts';

const OTHER = toSchoolId('TEST0002');
const COUNT = 1000;
const accept = async () => {
  await Promise.resolve();
};

let folder = '';
let storage: Storage;
const file = () => path.join(folder, 'test.sqlite');
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-staged-'));
  storage = openSqlite(file());
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

/** Versions of as many lessons. */
const many = (count = COUNT): readonly NewVersion[] =>
  Array.from({ length: count }, (_, index) => version({ id: `lesson-${index}` }));
const sizeOf = async (school = SCHOOL, from: Storage = storage) =>
  await from.read(school, async (reader) => (await reader.collection('lessons')).length);
const left = () => {
  const database = new DatabaseSync(file(), { readOnly: true });
  const row = database
    .prepare('SELECT (SELECT COUNT(*) FROM staged_version) + (SELECT COUNT(*) FROM staged_batch) AS count')
    .get();
  database.close();
  return Number(row?.['count']);
};
const ofOther = (): NewVersion => version({ school: OTHER });

test('versions in slices stand together: no reader of the school sees some of them', async () => {
  const seen = new Set<number>();
  const progress = { isDone: false };
  const work = storage.appendInSlices(SCHOOL, many(), { check: accept }).finally(() => {
    progress.isDone = true;
  });
  while (!progress.isDone) {
    seen.add(await sizeOf());
    await new Promise((resolve) => setImmediate(resolve));
  }
  await work;
  seen.add(await sizeOf());
  expect([...seen].toSorted((a, b) => a - b)).toEqual([0, COUNT]);
  expect(left()).toBe(0);
});

test('another school writes between two slices, and a writer of the school after the last one', async () => {
  const order: string[] = [];
  const note = (what: string) => () => void order.push(what);
  const decided = Promise.withResolvers<void>();
  const large = storage
    .appendInSlices(SCHOOL, many(), {
      check: async () => {
        decided.resolve();
        await Promise.resolve();
      },
    })
    .then(note('large'));
  await decided.promise;
  const own = storage
    .transaction(SCHOOL, async (transaction) => {
      order.push(`own after ${(await transaction.heads()).lessons ?? 0}`);
    })
    .then(() => undefined);
  const other = storage
    .transaction(OTHER, (transaction) => transaction.append([ofOther()]))
    .then(note('other'));
  await Promise.all([large, own, other]);
  expect(order.indexOf('other')).toBeLessThan(order.indexOf('large'));
  expect(order).toContain(`own after ${COUNT}`);
});

test('refused by its check, or ended before it is decided, nothing stands and nothing is left', async () => {
  const refusal = new Error('moved');
  const refuse = async () => {
    await Promise.resolve();
    throw refusal;
  };
  await expect(storage.appendInSlices(SCHOOL, many(), { check: refuse })).rejects.toBe(refusal);
  const stop = new AbortController();
  const ended = storage.appendInSlices(SCHOOL, many(), { check: accept, signal: stop.signal });
  stop.abort();
  await expect(ended).rejects.toThrow(/abort/i);
  expect([await sizeOf(), left()]).toEqual([0, 0]);
});

test.each(['reading', 'writing'])(
  'a batch that a dead process had decided is completed by whoever comes next, %s',
  async (how) => {
    const versions = many(900);
    const database = new DatabaseSync(file());
    const stage = database.prepare("INSERT INTO staged_version VALUES ('dead', ?, ?)");
    for (const [index, one] of versions.entries()) stage.run(index, JSON.stringify(one));
    database.prepare("INSERT INTO staged_batch VALUES ('dead', ?)").run(SCHOOL);
    database.close();
    if (how === 'writing')
      await storage.transaction(SCHOOL, (transaction) => transaction.append([version()]));
    const links = await storage.read(SCHOOL, (reader) => reader.historyAfter(0, 2000));
    expect(links).toHaveLength(how === 'writing' ? 901 : 900);
    expect(links.slice(0, 900).map(({ id }) => id)).toEqual(versions.map(({ record }) => record.id));
    expect(left()).toBe(0);
  },
);

test('what a dead process had not decided is forgotten', async () => {
  const database = new DatabaseSync(file());
  database.prepare("INSERT INTO staged_version VALUES ('dead', 0, ?)").run(JSON.stringify(version()));
  database.close();
  await storage.close();
  storage = openSqlite(file());
  expect([await sizeOf(), left()]).toEqual([0, 0]);
});

test('what writes accounts and asks the records of a school meanwhile finds all or nothing, and never waits for itself', async () => {
  const progress = { isDone: false };
  const work = storage.appendInSlices(SCHOOL, many(), { check: accept }).finally(() => {
    progress.isDone = true;
  });
  while (!progress.isDone)
    await storage.accounts.transaction(async (transaction) => {
      const at = await sizeOf();
      await transaction.addEvent({ at, school: SCHOOL, username: 'u', act: 'blocked', details: {} });
    });
  await work;
  const events = await storage.accounts.read((reader) => reader.events({ school: SCHOOL, limit: 999 }));
  expect(new Set([COUNT, ...events.map(({ at }) => at)])).toEqual(new Set([COUNT, 0]));
});

test('a transaction that comes with the deciding one finds all of the batch: it shares no commit with it', async () => {
  const seen: number[] = [];
  let beside: Promise<void> | undefined;
  await storage.appendInSlices(SCHOOL, many(), {
    check: async () => {
      beside = storage.accounts.transaction(async () => {
        seen.push(await sizeOf());
      });
      await Promise.resolve();
    },
  });
  await beside;
  expect(seen.at(-1)).toBe(COUNT);
});
