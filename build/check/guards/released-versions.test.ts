import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must, run } from '../../system/run.ts';
import {
  committedReleases,
  historyProblems,
  knownHistory,
  releasedTables,
  releaseProblems,
} from './released-versions.ts';

const { wire, layouts } = releasedTables;
type Table = typeof wire;

function problemsOf(table: Table, now: string, ...committed: readonly string[]) {
  return releaseProblems(table, [{ name: table.home, text: now }], committed);
}

test('a version of the protocol that was released stays as it was, and the newest one goes upwards', () => {
  const versions = (released: number, ...hashes: readonly string[]) =>
    [
      ...hashes.map((hash, index) => `  ${index + 1}: '${hash}',`),
      `const RELEASED = { version: ${released}, digest: 'd' };`,
    ].join('\n');
  const now = versions(2, 'a1', 'b2', 'c4');

  expect(problemsOf(wire, now, versions(1, 'a1', 'b1'), versions(2, 'a1', 'b2', 'c3'))).toEqual([]);
  expect(problemsOf(wire, versions(1, 'a1', 'b2'), versions(2, 'a1', 'b2'))).toEqual([
    `${wire.home}: version 2 was released, and 1 is named: versions go upwards`,
  ]);
  expect(problemsOf(wire, versions(2, 'a9', 'b2'), versions(1, 'a1'), versions(2, 'a1', 'b2'))).toEqual([
    `${wire.home}: version 1 was released with another hash: it wants a new version`,
  ]);
  expect(() => problemsOf(wire, 'const a = 1;')).toThrow('would guard nothing');
});

/** The digests of layouts, by number and then by row. */
function digests(released: number, byLayout: Readonly<Record<number, Readonly<Record<string, string>>>>) {
  return [
    `export const RELEASED_LAYOUT = ${released};`,
    'export const LAYOUT_DIGESTS = {',
    ...Object.entries(byLayout).flatMap(([layout, rows]) => [
      `  ${layout}: {`,
      ...Object.entries(rows).map(([row, hash]) => `    ${/\W/.test(row) ? `'${row}'` : row}: '${hash}',`),
      '  },',
    ]),
    '};',
  ].join('\n');
}

test('records are grouped under a layout that is out as they were: its lines stay, and more may come', () => {
  const before = digests(6, { 6: { school: 'a1', 'lesson of 1A': 'b1' } });
  const with7 = (rows: Readonly<Record<string, string>>, released = 6) =>
    digests(released, { 6: { school: 'a1', 'lesson of 1A': 'b1' }, 7: rows });

  expect(problemsOf(layouts, with7({ school: 'a2', 'lesson, sample 1': 'c1' }), before)).toEqual([]);
  expect(problemsOf(layouts, with7({ school: 'a3' }), before, with7({ school: 'a2' }))).toEqual([]);
  expect(problemsOf(layouts, with7({ school: 'a3' }), before, with7({ school: 'a2' }, 7))).toEqual([
    `${layouts.home}: version 7 was released, and 6 is named: versions go upwards`,
    `${layouts.home}: version 7 was released with another hash of “school”: it wants a new version`,
  ]);
  for (const rows of [{ school: 'a1', 'lesson of 1A': 'b2' }, { school: 'a1' }])
    expect(problemsOf(layouts, digests(6, { 6: rows }), before)).toEqual([
      `${layouts.home}: version 6 was released with another hash of “lesson of 1A”: it wants a new version`,
    ]);
  expect(() => problemsOf(layouts, digests(8, { 6: { school: 'a1' } }))).toThrow('would guard nothing');
  // Before the table was frozen nothing of it was.
  expect(problemsOf(layouts, before, 'export const LAYOUT_DIGESTS = {};')).toEqual([]);
});

// An archive may be unpacked where there is no git.
describe.skipIf((await run('git', ['--version'])).code !== 0)('the history that came with the source', () => {
  let folder = '';
  const at = (name: string) => path.join(folder, name);
  // Started by a hook, git would otherwise write into the repository of the hook.
  const env = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };
  const config = ['user.name=t', 'user.email=t@t.example', 'commit.gpgSign=false'].flatMap((one) => [
    '-c',
    one,
  ]);
  const git = async (name: string, ...args: readonly string[]) =>
    await must('git', [...config, ...args], { cwd: at(name), env });
  const commit = async (name: string, text: string) => {
    const file = path.join(at(name), layouts.home);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    await git(name, 'add', '.');
    await git(name, 'commit', '--quiet', '--message', 'change');
  };
  const first = digests(6, { 6: { school: '0000000000000001' } });
  const second = digests(6, { 6: { school: '0000000000000002' } });

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'campanella-history-'));
    mkdirSync(at('whole'));
    await git('whole', 'init', '--quiet');
    await commit('whole', first);
    await commit('whole', second);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('is asked for every text of a table; a fresh clone has all of them', async () => {
    await git('', 'clone', '--quiet', pathToFileURL(at('whole')).href, 'fresh');
    for (const name of ['whole', 'fresh']) {
      expect(await knownHistory(at(name))).toBe('whole');
      expect((await committedReleases(layouts, at(name))).toSorted()).toEqual([first, second]);
    }
    expect(historyProblems('whole')).toEqual([]);
  });

  test('is refused where it is cut: what was released is in the commits that are not there', async () => {
    await git('', 'clone', '--quiet', '--depth', '1', pathToFileURL(at('whole')).href, 'cut');
    expect(await committedReleases(layouts, at('cut'))).toEqual([second]);
    expect(await knownHistory(at('cut'))).toBe('cut');
    expect(historyProblems('cut')).toEqual([expect.stringContaining('git fetch --unshallow')]);
  });

  test('is none for an archive, also in a folder of somebody else’s repository', async () => {
    mkdirSync(at('archive'));
    mkdirSync(path.join(at('whole'), 'archive'));
    expect(await knownHistory(at('archive'))).toBe('none');
    expect(await knownHistory(path.join(at('whole'), 'archive'))).toBe('none');
    expect(historyProblems('none')).toEqual([]);
  });
});
