import { isTest, lineCount, type TreeFile } from './tree.ts';

/** How many source files a folder may have beside its tests. */
const FILES = 15;

/** How many lines a README may have. */
const LINES = 60;

/** What is still above a limit, with the number that it may not exceed: a list that only gets shorter. */
export type StillAbove = Readonly<Record<string, number>>;

const FOLDERS_STILL_ABOVE: StillAbove = {};

const READMES_STILL_ABOVE: StillAbove = {
  'sync-server/roster/README.md': 132,
};

/** A folder that a reader takes in at a glance; tests and the style of a component stand beside what they belong to. */
export function folderProblems(
  files: readonly TreeFile[],
  stillAbove: StillAbove = FOLDERS_STILL_ABOVE,
): readonly string[] {
  const counted = files.filter(
    (file) => !isTest(file) && !file.name.endsWith('.module.css') && !/(?:^docs\/|\.md$)/.test(file.name),
  );
  const folders = Map.groupBy(counted, ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('/'))));
  return [...folders]
    .map(([name, { length }]) => ({ name, length, most: stillAbove[name] ?? FILES }))
    .filter(({ length, most }) => length > most)
    .map(({ name, length, most }) => `${name}: ${length} source files beside tests, at most ${most}`);
}

/** A README that is read to its end. */
export function readmeProblems(
  files: readonly TreeFile[],
  stillAbove: StillAbove = READMES_STILL_ABOVE,
): readonly string[] {
  return files
    .filter(({ name }) => name.endsWith('README.md'))
    .map(({ name, text }) => ({ name, lines: lineCount(text), most: stillAbove[name] ?? LINES }))
    .filter(({ lines, most }) => lines > most)
    .map(({ name, lines, most }) => `${name}: ${lines} lines, at most ${most}`);
}
