import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../system/paths.ts';
import { runMain } from '../system/step.ts';

/** Folder names that say nothing about what is inside, so that anything ends up there. */
const emptyNames = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'lib',
  'libs',
  'types',
  'common',
  'shared',
  'misc',
]);

/** Suppressions of the linter or compiler in the whole code. The number may only fall. */
const suppressionsAllowed = 0;

const suppression = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|prettier-ignore|v8 ignore/;

/** Identifiers that only one module of the main process may touch, so that there is one place to review. */
const singleHome = [
  { identifier: 'safeStorage', in: 'main' },
  { identifier: 'ipcMain', in: 'main' },
] as const;

/** The folders that treat every kind of record alike: what they know of one, they know from the registry of kinds. */
const machinery =
  /^(?:domain\/entries|main|sync-server\/storage|sync-server\/services\/(?:sync|pulls)|renderer\/data\/(?:sync|store))\//;

/** The one maker of notices: they are records of the register itself. */
const noticeMaker = 'sync-server/services/sync/conflict-notices.ts';

await runMain(async () => {
  const problems: string[] = [];
  const kindWords = await wordsOfKinds();
  let suppressions = 0;
  const homes = new Map<string, string[]>();
  for await (const file of glob('{domain,main,renderer,sync-server,build,tests,bench}/**/*', { cwd: root })) {
    const name = file.replaceAll(path.sep, '/');
    if (!/\.(?:ts|tsx|mjs|cjs|css)$/.test(name)) continue;
    const text = await readFile(path.join(root, file), 'utf8');
    problems.push(
      ...nameProblems(name),
      ...lengthProblems(name, text),
      ...kindProblems(name, text, kindWords),
    );
    if (name !== 'build/check/guards.ts') suppressions += countSuppressions(name, text, problems);
    for (const { identifier, in: folder } of singleHome) {
      if (!name.startsWith(`${folder}/`) || name.includes('.test.')) continue;
      if (!new RegExp(`import[^;]*\\b${identifier}\\b[^;]*from 'electron'`).test(text)) continue;
      homes.set(identifier, [...(homes.get(identifier) ?? []), name]);
    }
  }
  if (suppressions > suppressionsAllowed) {
    problems.push(`${suppressions} suppressions, at most ${suppressionsAllowed} allowed`);
  }
  for (const [identifier, files] of homes) {
    if (files.length > 1) problems.push(`${identifier} is used in more than one file: ${files.join(', ')}`);
  }
  problems.push(...(await manifestProblems()));
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
});

/** Versions are exact, and the lock names no registry, so that every network can install from its own. */
async function manifestProblems(): Promise<readonly string[]> {
  const lock = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
  const versions = {
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  };
  const loose = Object.entries(versions).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version),
  );
  return [
    ...loose.map(([name, version]) => `package.json: ${name} is not pinned to one version: ${version}`),
    ...(lock.includes('"resolved"') ? ['package-lock.json: "resolved" names a registry'] : []),
  ];
}

function nameProblems(file: string): readonly string[] {
  const parts = file.split('/');
  const base = parts.at(-1) ?? '';
  const problems: string[] = [];
  const empty = parts.slice(0, -1).find((part) => emptyNames.has(part));
  if (empty !== undefined) problems.push(`${file}: a folder named "${empty}" says nothing about its content`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.[a-z]+$/.test(base))
    problems.push(`${file}: file names are kebab-case`);
  return problems;
}

function lengthProblems(file: string, text: string): readonly string[] {
  const limit = /\.(?:test|spec)\.tsx?$/.test(file) || file.startsWith('tests/') ? 400 : 300;
  const lines = text.split('\n').length - 1;
  return lines > limit ? [`${file}: ${lines} lines, at most ${limit}`] : [];
}

/** The names of the kinds, and of their fields that are merged by more than "the later wins". */
async function wordsOfKinds(): Promise<readonly string[]> {
  const words = new Set<string>();
  for await (const file of glob('domain/kinds/*/kind.ts', { cwd: root })) {
    const text = await readFile(path.join(root, file), 'utf8');
    for (const [, kind = ''] of text.matchAll(/^ {2}kind: '(\w+)'/gm)) words.add(kind);
    for (const [, field = ''] of text.matchAll(/(\w+): \{\s*rule: '(?:own|keyedList|firstWins)'/g))
      words.add(field);
  }
  if (words.size === 0) throw new Error('no kinds of records were found: the guard would guard nothing');
  // Words that say something else as well are left to the check of imports.
  for (const word of ['school', 'class', 'subject', 'person']) words.delete(word);
  return [...words];
}

function kindProblems(file: string, text: string, words: readonly string[]): readonly string[] {
  if (!machinery.test(file) || file === noticeMaker || /\.test\.|\/testing\/|-contract\.ts$/.test(file))
    return [];
  return words
    .filter((word) =>
      new RegExp(`['"\`]${word}['"\`]|\\b(?:record|next|mine|theirs|stands|merged|held)\\.${word}\\b`).test(
        text,
      ),
    )
    .map((word) => `${file}: "${word}" is one kind's word; the machinery reads the registry of kinds`);
}

function countSuppressions(file: string, text: string, problems: string[]): number {
  const lines = text.split('\n').filter((line) => suppression.test(line));
  for (const line of lines) {
    if (!line.includes(' -- '))
      problems.push(`${file}: a suppression states its reason after " -- ": ${line.trim()}`);
  }
  return lines.length;
}

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly optionalDependencies: Record<string, string>;
}
