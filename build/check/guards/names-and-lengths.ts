import { isTest, lineCount, type TreeFile } from './tree.ts';

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

/** Names are kebab-case, and a folder's says what is in it. */
export function nameProblems({ name }: TreeFile): readonly string[] {
  const parts = name.split('/');
  const base = parts.at(-1) ?? '';
  const problems: string[] = [];
  const empty = parts.slice(0, -1).find((part) => emptyNames.has(part));
  if (empty !== undefined) problems.push(`${name}: a folder named "${empty}" says nothing about its content`);
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*\.[a-z]+$/.test(base))
    problems.push(`${name}: file names are kebab-case`);
  return problems;
}

/** A file is one idea: 300 lines at most, 400 where it is a test. */
export function lengthProblems(file: TreeFile): readonly string[] {
  const limit = isTest(file) || file.name.startsWith('tests/') ? 400 : 300;
  const lines = lineCount(file.text);
  return lines > limit ? [`${file.name}: ${lines} lines, at most ${limit}`] : [];
}
