import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../system/paths.ts';
import { kindProblems } from './kind-words.ts';
import { manifestProblems } from './manifest.ts';
import { lengthProblems, nameProblems } from './names-and-lengths.ts';
import { engineProblems } from './oldest-engine.ts';
import { roleProblems } from './roles.ts';
import { folderProblems, readmeProblems } from './rooms.ts';
import { homeProblems } from './single-homes.ts';
import { suppressionProblems } from './suppressions.ts';
import { tableProblems } from './tables.ts';
import { isCode, readTree, type TreeFile } from './tree.ts';

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

describe('the machinery says no word of a kind', () => {
  const kind = (fields: string) =>
    file(
      'domain/kinds/lesson/kind.ts',
      `export const lessonKind = { kind: 'lesson', collection: 'lessons', ${fields} };`,
    );
  const lesson = kind(
    "fields: { signatures: { rule: 'keyedList' }, topic: { rule: 'laterWins' }, support: { rule: 'fixed' }, taken: { rule: 'server' }, day: { rule: 'fixed' } }",
  );
  const place = 'main/journal/read.ts';
  const problemsOf = (text: string, name = place) => kindProblems([lesson, file(name, text)], {});

  test.each([
    ['its name', "if (kind === 'lesson') go();"],
    ['its name in a type', "type Own = Extract<RegisterRecord, { kind: 'lesson' }>;"],
    ['its name as a template', 'go(`lesson`);'],
    ['its collection', "await pull('lessons', 1);"],
    ['its collection as a member', 'answer.pull.lessons?.documents;'],
    ['its field', 'stands.signatures;'],
    ['its field of which the later word wins', 'stands.topic;'],
    ['its field that stays as it was made', 'stands.support;'],
    ['its field that is the server’s', 'stands.taken;'],
    ['its field of anything whatever', 'whatever?.it?.is.signatures;'],
    ['its field between brackets', "record['signatures'];"],
    ['its field by reflection', "Reflect.get(record, 'signatures');"],
    ['its field taken apart', 'const { signatures } = record;'],
    ['its field taken apart under another name', 'const { signatures: own = [], ...rest } = record;'],
    ['its field taken apart in an argument', 'function read({ inner: { signatures } }) {}'],
    ['its field given to a record', 'const next = { ...record, signatures: [] };'],
    ['a name that is kept for later', "const name = 'signatures';"],
    ['its collection in a longer text', "key.startsWith('lessons/');"],
    ['its collection in a template', 'go(`lessons/${id}`);'],
    [
      'its collection in a statement of a database',
      'db.prepare("SELECT * FROM document WHERE collection = \'lessons\'");',
    ],
    ['its collection in a pattern', '/^lessons\\//.test(key);'],
    ['its name in an import within a type', "type Own = import('../kinds/lesson/record.ts').Lesson;"],
    ['its field in a type', '(record as { signatures: unknown }) satisfies object;'],
    ['its field in an interface', 'interface Own { readonly signatures: readonly unknown[] }'],
    ['its field in a class', 'class Own { signatures = []; }'],
    ['its field in a class alone', 'class Own { #signatures = []; }'],
  ])('%s', (_what, text) => {
    expect(problemsOf(`\n${text}`)).toEqual([
      expect.stringMatching(
        /^main\/journal\/read\.ts:2: "(?:lesson|lessons|signatures|topic|support|taken)" is one kind/,
      ),
    ]);
  });

  const person = file(
    'domain/kinds/person/kind.ts',
    "export const personKind = { kind: 'person', collection: 'roster', fields: laterWinsAll(personSchema) };",
  );

  test.each([
    ['a comparison', "if (record.kind === 'person') go();"],
    ['a comparison the other way round', "if ('person' !== kind) go();"],
    ['a choice', "switch (record.kind) { case 'person': go(); }"],
    ['a condition', "find({ kind: 'person' });"],
    ['a type', "type Own = Extract<RegisterRecord, { kind: 'person' | 'other' }>;"],
  ])('a name that says something else as well is a kind’s in %s', (_what, text) => {
    expect(kindProblems([person, file(place, text)], {})).toEqual([expect.stringContaining('"person"')]);
    expect(
      kindProblems([person, file(place, "if (asked === 'person') go({ within: 'person' });")], {}),
    ).toEqual([]);
  });

  test.each([
    'domain/access/a.ts',
    'domain/entries/a.ts',
    'domain/protocol/endpoints/a.ts',
    'domain/record/a.ts',
    'sync-server/storage/sqlite/a.ts',
    'sync-server/register/sync/a.ts',
    'sync-server/http/a.ts',
    'renderer/data/a.ts',
    'renderer/data/commands/a.ts',
    'renderer/data/sync/a.ts',
    'renderer/data/store/a.ts',
    'renderer/kinds/a.ts',
  ])('in %s', (name) => {
    expect(problemsOf('record.signatures;', name)).toHaveLength(1);
  });

  test('and says what is no kind’s, in comments what it likes, and elsewhere all', () => {
    expect(problemsOf('record.payload; const signatures = 1; // lesson.signatures')).toEqual([]);
    expect(problemsOf("import { a } from './lesson/signatures.ts';")).toEqual([]);
    expect(problemsOf('record.place; const { day } = record;')).toEqual([]);
    expect(problemsOf('pattern.topic(text); pattern?.topic(text);')).toEqual([]);
    expect(problemsOf('pattern.lesson(text); act(record.topic);')).toHaveLength(2);
    for (const elsewhere of [
      'main/journal/read.test.ts',
      'main/testing/read.ts',
      'domain/record/collection-names.ts',
      'sync-server/kinds/lesson/effects.ts',
      'renderer/data/school/a.ts',
      'renderer/kinds/lesson/commands.ts',
      'renderer/kinds/registry.ts',
    ])
      expect(problemsOf("'lesson'", elsewhere)).toEqual([]);
  });

  test('except where it is another thing’s name, and then it must be said there', () => {
    const others = { [place]: ['signatures'] };
    expect(kindProblems([lesson, file(place, 'contract.signatures;')], others)).toEqual([]);
    expect(kindProblems([lesson, file(place, 'contract.pages;')], others)).toEqual([
      'main/journal/read.ts: does not say "signatures" any more: shorten the list',
    ]);
  });

  test('and every kind says its own where they are read', () => {
    for (const hidden of [
      'fields: lessonRules',
      "fields: { ...shared, topic: { rule: 'laterWins' } }",
      'fields: laterWinsOfMine()',
    ])
      expect(kindProblems([kind(hidden)], {})).toEqual([
        expect.stringContaining('domain/kinds/lesson/kind.ts'),
      ]);
    expect(kindProblems([kind('fields: laterWinsAll(lessonSchema)')], {})).toEqual([]);
    const named = [kind('fields: { events: eventsRule }'), file(place, 'record.events;')];
    expect(kindProblems(named, {})).toHaveLength(1);
    expect(() => kindProblems([], {})).toThrow('no kinds');
  });
});

describe('a page asks for a capability', () => {
  const page = 'renderer/features/family/page.tsx';
  const problemsOf = (text: string, name = page) => roleProblems([file(name, text)]);

  test.each([
    "identity.roles.includes('office');",
    "roles.some((role) => ['office', 'principal'].includes(role));",
    "identity?.roles?.indexOf('ata');",
    "if (role === 'teacher') go();",
    "if ('teacher' !== member.role) go();",
    "switch (role) { case 'principal': go(); }",
    "['office', 'principal'].includes(role);",
  ])('and for no role: %s', (text) => {
    expect(problemsOf(`\n${text}`)).toEqual([
      `${page}:2: asks for a role; a page asks domain/access/capabilities.ts`,
    ]);
  });

  test.each([
    "if (identity.kind !== 'student') go();",
    "if (identity?.kind === 'staff') go();",
    "const isFamily = ['firstGuardian', 'secondGuardian'].includes(view.kind);",
    "switch (kind) { case 'staff': go(); }",
  ])('and for no kind of account: %s', (text) => {
    expect(problemsOf(`\n${text}`)).toEqual([
      `${page}:2: asks for a kind of account; a page asks domain/access/capabilities.ts`,
    ]);
  });

  test('and may name roles, and ask for what was chosen', () => {
    expect(problemsOf('const names = roles.map((role) => t(`common.roles.${role}`));')).toEqual([]);
    expect(
      problemsOf("STAFF_ROLES.filter((role) => roles.includes(role)); go({ office: 'office' });"),
    ).toEqual([]);
    expect(problemsOf("if (filter.kind === account.kind || failure.kind === 'expired') go();")).toEqual([]);
    expect(problemsOf("roles.includes('office');", 'renderer/features/family/page.test.tsx')).toEqual([]);
    expect(problemsOf("roles.includes('office');", 'sync-server/office/a.ts')).toEqual([]);
  });
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

test('code is guarded in whichever dialect it is written', async () => {
  const written = ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs'];
  const folderOf = await mkdtemp(path.join(tmpdir(), 'campanella-tree-'));
  try {
    await mkdir(path.join(folderOf, 'main'));
    for (const ending of written) await writeFile(path.join(folderOf, 'main', `a.${ending}`), '');
    const found = (await readTree(folderOf)).filter(isCode).map(({ name }) => name);
    expect(found.toSorted()).toEqual(written.map((ending) => `main/a.${ending}`).toSorted());
  } finally {
    await rm(folderOf, { recursive: true });
  }
});

test('the tree that is guarded is the whole one', async () => {
  const names = (await readTree(root)).map(({ name }) => name);
  expect(names).toContain('README.md');
  expect(names).toContain('main/README.md');
  expect(names).toContain('build/check/guards/guards.test.ts');
  expect(names.length).toBeGreaterThan(800);
});
