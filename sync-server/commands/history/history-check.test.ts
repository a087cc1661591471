import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toSchoolId } from '../../../domain/base/ids.ts';
import { createRosterStore } from '../../office/import/roster-store.ts';
import { linkHash } from '../../storage/ledger/history-chain.ts';
import { openStorage } from '../../storage/open.ts';
import { toVersion } from '../../storage/sqlite/rows.ts';
import { checkChain } from '../../storage/sqlite/verify/check-chain.ts';
import { SCHOOL, schoolRecords, TEST_NOW } from '../../testing/test-school.ts';

const OTHER = toSchoolId('TEST0002');

let folder: string;
let links: number;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campanella-history-'));
  const storage = openStorage(folder);
  const roster = createRosterStore(storage, { now: () => TEST_NOW });
  for (const school of [SCHOOL, OTHER]) await roster.write(school, schoolRecords(1, school));
  links = (await storage.read(SCHOOL, (reader) => reader.historyAfter(0, 1000))).length;
  await storage.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function check(...words: readonly string[]) {
  const script = path.join(import.meta.dirname, 'cli.ts');
  const node = ['--disable-warning=ExperimentalWarning', script, ...words, '--data', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, node, { encoding: 'utf8' });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

/** Writes to the database behind the product's back, as whoever may write the file can. */
function tamper(work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'));
  database.exec('DROP TRIGGER history_keeps; DROP TRIGGER history_stays');
  work(database);
  database.close();
}

function faultsOf(school: typeof SCHOOL) {
  const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'), { readOnly: true });
  try {
    return checkChain(database, school)?.faults ?? [];
  } finally {
    database.close();
  }
}

const placeAt = (number: number) =>
  `(SELECT place FROM history WHERE school = (SELECT key FROM school WHERE code = '${SCHOOL}') ORDER BY place LIMIT 1 OFFSET ${number - 1})`;

test('a sound history: number and head of each school, and of one alone', () => {
  const { status, lines } = check('check');
  expect(status).toBe(0);
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^${SCHOOL}  ${links} links  head [0-9a-f]{64}  sound$`)),
    expect.stringMatching(new RegExp(`^${OTHER}  ${links} links  head [0-9a-f]{64}  sound$`)),
  ]);
  expect(check('check', '--school', OTHER).lines).toEqual([lines[1]]);
});

describe('a fault is found at its place, and other schools are sound', () => {
  test.each([
    [
      'a mark that was changed',
      3,
      `UPDATE history SET json = json_set(json, '$.surname', 'Altro') WHERE place = ${placeAt(3)}`,
    ],
    ['another device', 2, `UPDATE history SET device = 'x' WHERE place = ${placeAt(2)}`],
    ['another outcome', 4, `UPDATE history SET outcome = 'overruled' WHERE place = ${placeAt(4)}`],
    ['a record that is none', 5, `UPDATE history SET json = '{' WHERE place = ${placeAt(5)}`],
    ['a hash that was changed', 6, `UPDATE history SET hash = '00' WHERE place = ${placeAt(6)}`],
    ['a link that was taken out', 7, `DELETE FROM history WHERE place = ${placeAt(7)}`],
    ['the first one taken out', 1, `DELETE FROM history WHERE place = ${placeAt(1)}`],
  ])('%s', (_name, number, sql) => {
    tamper((database) => database.exec(sql));
    expect(faultsOf(SCHOOL)[0]?.number).toBe(number);
    expect(faultsOf(SCHOOL)[0]?.kind).not.toBe('text');
    expect(faultsOf(OTHER)).toEqual([]);
  });

  test('and told by the command, with its place and nothing of its content', () => {
    tamper((database) =>
      database.exec(
        `UPDATE history SET json = json_set(json, '$.surname', 'Altro') WHERE place = ${placeAt(3)}`,
      ),
    );
    const { status, lines } = check('check');
    expect(status).toBe(1);
    expect(lines[0]).toMatch(/FAULT$/);
    expect(lines[1]).toBe(`${SCHOOL}  link 3: its content is not the one that was accepted`);
    expect(lines.at(-1)).toMatch(new RegExp(`^${OTHER}.* sound$`));
  });

  test('an end that was cut off', () => {
    tamper((database) => database.exec(`DELETE FROM history WHERE place >= ${placeAt(links - 1)}`));
    expect(faultsOf(SCHOOL)).toEqual([{ number: links - 1, kind: 'missing' }]);
  });

  test('links that the school does not know of', () => {
    tamper((database) => database.exec(`UPDATE school SET number = number - 1 WHERE code = '${SCHOOL}'`));
    expect(faultsOf(SCHOOL)).not.toEqual([]);
  });

  test('an end whose hash is not the one that the school has noted', () => {
    tamper((database) => database.exec(`UPDATE school SET hash = '11' WHERE code = '${SCHOOL}'`));
    expect(faultsOf(SCHOOL)).toEqual([{ number: links, kind: 'changed' }]);
  });
});

test('a text that is not well formed, from an earlier version, is told apart from tampering', () => {
  tamper((database) => {
    const row = database
      .prepare(`SELECT *, '' AS previous_hash FROM history WHERE place = ${placeAt(links)}`)
      .get();
    const last = database.prepare(`SELECT hash FROM history WHERE place = ${placeAt(links - 1)}`).get();
    if (!row || !last) throw new Error('no rows');
    // As it was hashed: with the first half of a character. As SQLite keeps it: with U+FFFD.
    const device = `PC di Anna (1234567${'💥'.charAt(0)})`;
    const link = { ...toVersion(row), device, previousHash: String(last['hash']) };
    const hash = linkHash(SCHOOL, link);
    database
      .prepare(`UPDATE history SET device = ?, hash = ? WHERE place = ${placeAt(links)}`)
      .run(device, hash);
    database.prepare('UPDATE school SET hash = ? WHERE code = ?').run(hash, SCHOOL);
  });
  const { status, lines } = check('check', '--school', SCHOOL);
  expect(lines).toEqual([
    expect.stringMatching(/ sound$/),
    expect.stringMatching(new RegExp(`^${SCHOOL}  link ${links}: text not well formed`)),
  ]);
  expect(status).toBe(0);
  // The same place with another content is no such text.
  alsoChange(`UPDATE history SET json = replace(json, '"kind"', '"kimd"') WHERE place = ${placeAt(links)}`);
  expect(faultsOf(SCHOOL)).toEqual([{ number: links, kind: 'changed' }]);
});

function alsoChange(sql: string): void {
  const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'));
  database.exec(sql);
  database.close();
}

test('a wrong call and a school that is not there are told, with what can be called', () => {
  expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run history -- check') });
  expect(check('check', '--school', 'nonsense').status).toBe(2);
  expect(check('check', '--school', 'TEST0009')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('TEST0009'),
  });
  expect(check('--help').status).toBe(0);
});
