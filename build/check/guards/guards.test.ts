import { describe, expect, test } from 'vitest';
import { root } from '../../system/paths.ts';
import { kindProblems } from './kind-words.ts';
import { manifestProblems } from './manifest.ts';
import { lengthProblems, nameProblems } from './names-and-lengths.ts';
import { engineProblems } from './oldest-engine.ts';
import { folderProblems, readmeProblems } from './rooms.ts';
import { homeProblems } from './single-homes.ts';
import { suppressionProblems } from './suppressions.ts';
import { tableProblems } from './tables.ts';
import { readTree, type TreeFile } from './tree.ts';

const file = (name: string, text = ''): TreeFile => ({ name, text });
const lines = (count: number): string => 'a line\n'.repeat(count);
const folder = (count: number, ending = '.ts'): readonly TreeFile[] =>
  Array.from({ length: count }, (_, index) => file(`main/room/file-${index}${ending}`));

describe('a folder', () => {
  test('has at most 15 source files', () => {
    expect(folderProblems(folder(15))).toEqual([]);
    expect(folderProblems(folder(16))).toEqual(['main/room: 16 source files beside tests, at most 15']);
  });

  test('counts styles and data, and neither tests nor the style of a component nor what lies deeper', () => {
    const full = folder(14);
    const beside = [
      file('main/room/file-1.test.ts'),
      file('main/room/file-2.spec.ts'),
      file('main/room/file-3.module.css'),
      file('main/room/README.md'),
      file('main/room/deeper/file.ts'),
    ];
    expect(folderProblems([...full, ...beside, file('main/room/look.css')])).toEqual([]);
    expect(folderProblems([...full, file('main/room/look.css'), file('main/room/list.json')])).toHaveLength(
      1,
    );
  });

  test('that was above the limit may not grow', () => {
    expect(folderProblems(folder(17), { 'main/room': 17 })).toEqual([]);
    expect(folderProblems(folder(18), { 'main/room': 17 })).toHaveLength(1);
  });

  test('that has become smaller is allowed no more than it has', () => {
    expect(folderProblems(folder(16), { 'main/room': 17 })).toHaveLength(1);
    expect(folderProblems(folder(15), { 'main/room': 15 })).toHaveLength(1);
    expect(folderProblems([], { 'main/gone': 17 })).toHaveLength(1);
  });
});

test('a README has at most 60 lines, and one that was longer may not grow', () => {
  expect(readmeProblems([file('docs/README.md', lines(60))])).toEqual([]);
  expect(readmeProblems([file('docs/README.md', lines(61))])).toEqual([
    'docs/README.md: 61 lines, at most 60',
  ]);
  expect(readmeProblems([file('README.md', lines(71))], { 'README.md': 70 })).toHaveLength(1);
  expect(readmeProblems([file('README.md', lines(65))], { 'README.md': 70 })).toHaveLength(1);
});

test('a file is no longer than an idea, a test a little', () => {
  expect(lengthProblems(file('main/a.ts', lines(300)))).toEqual([]);
  expect(lengthProblems(file('main/a.ts', lines(301)))).toHaveLength(1);
  expect(lengthProblems(file('main/a.test.ts', lines(400)))).toEqual([]);
  expect(lengthProblems(file('main/a.test.ts', lines(401)))).toHaveLength(1);
});

test('the app calls nothing that the oldest Electron has not, and the server may', () => {
  const text = 'const both = AbortSignal.any([one, other]);';
  expect(engineProblems([file('main/network/a.ts', text)])).toHaveLength(1);
  expect(engineProblems([file('main/network/a.test.ts', text), file('sync-server/a.ts', text)])).toEqual([]);
});

test('names are kebab-case, and a folder’s says something', () => {
  expect(nameProblems(file('main/journal/read-line.test.ts'))).toEqual([]);
  expect(nameProblems(file('main/journal/readLine.ts'))).toHaveLength(1);
  expect(nameProblems(file('main/helpers/read-line.ts'))).toHaveLength(1);
});

test('the machinery says no kind’s name and no field of its own', () => {
  const kind = file(
    'domain/kinds/lesson/kind.ts',
    "  kind: 'lesson',\n  fields: { signatures: { rule: 'keyedList' } },\n",
  );
  expect(kindProblems([kind, file('main/journal/read.ts', 'record.payload')])).toEqual([]);
  expect(kindProblems([kind, file('main/journal/read.ts', "kind === 'lesson'")])).toHaveLength(1);
  expect(kindProblems([kind, file('main/journal/read.ts', 'mine.signatures')])).toHaveLength(1);
  expect(kindProblems([kind, file('main/journal/read.test.ts', "'lesson'")])).toEqual([]);
  expect(() => kindProblems([])).toThrow('no kinds');
});

test('there is room for no suppression, with a reason or without', () => {
  const word = ['oxlint', 'disable-next-line'].join('-');
  expect(suppressionProblems([file('main/a.ts', 'const a = 1;')])).toEqual([]);
  expect(suppressionProblems([file('main/a.ts', `// ${word} no-a -- because`)])).toEqual([
    '1 suppressions, at most 0 allowed',
  ]);
  expect(suppressionProblems([file('main/a.ts', `// ${word} no-a`)])).toHaveLength(2);
});

test('the keychain and the bridge have one door each', () => {
  const door = "import { safeStorage } from 'electron';";
  expect(homeProblems([file('main/a.ts', door), file('main/a.test.ts', door)])).toEqual([]);
  expect(homeProblems([file('main/a.ts', door), file('main/b.ts', door)])).toEqual([
    'safeStorage is used in more than one file: main/a.ts, main/b.ts',
  ]);
});

test('a table is drawn by the module for all of them, or on a sheet for paper', () => {
  const drawer = file('renderer/ui/table/table.tsx', '<table ref={element}>');
  const sheet = file('renderer/features/class-hour/presence-print.tsx', '<table><thead>');
  expect(tableProblems([drawer, sheet, file('renderer/features/a/a.tsx', '<Table rows={rows} />')])).toEqual(
    [],
  );
  for (const own of ['<table>', '<thead>', "import { Button, Table } from '@mantine/core';"])
    expect(tableProblems([drawer, file('renderer/features/a/a.tsx', own)])).toHaveLength(1);
  expect(() => tableProblems([])).toThrow('no table');
});

test('versions are exact, and the lock names no registry', () => {
  expect(manifestProblems({ dependencies: { a: '1.2.3' } }, '{}')).toEqual([]);
  expect(manifestProblems({ devDependencies: { a: '^1.2.3' } }, '{}')).toHaveLength(1);
  expect(manifestProblems({}, '{"resolved": "https://"}')).toHaveLength(1);
});

test('the tree that is guarded is the whole one', async () => {
  const names = (await readTree(root)).map(({ name }) => name);
  expect(names).toContain('README.md');
  expect(names).toContain('main/README.md');
  expect(names).toContain('build/check/guards/guards.test.ts');
  expect(names.length).toBeGreaterThan(800);
});
