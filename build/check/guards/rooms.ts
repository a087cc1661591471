import { isTest, lineCount, type TreeFile } from './tree.ts';

/** How many source files a folder may have beside its tests. */
const FILES = 15;

/** How many lines a README may have. */
const LINES = 60;

/** What is still above a limit, with its number: that may neither grow nor be larger than the truth, so that the list only gets shorter. */
export type StillAbove = Readonly<Record<string, number>>;

const FOLDERS_STILL_ABOVE: StillAbove = {};

const READMES_STILL_ABOVE: StillAbove = {};

/** A folder that a reader takes in at a glance; tests and the style of a component stand beside what they belong to. */
export function folderProblems(
  files: readonly TreeFile[],
  stillAbove: StillAbove = FOLDERS_STILL_ABOVE,
): readonly string[] {
  const counted = files.filter(
    (file) => !isTest(file) && !file.name.endsWith('.module.css') && !/(?:^docs\/|\.md$)/.test(file.name),
  );
  const folders = Map.groupBy(counted, ({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('/'))));
  const counts = [...folders].map(([name, { length }]) => ({ name, count: length }));
  return problems(counts, 'source files beside tests', FILES, stillAbove);
}

/** A README that is read to its end. */
export function readmeProblems(
  files: readonly TreeFile[],
  stillAbove: StillAbove = READMES_STILL_ABOVE,
): readonly string[] {
  const counts = files
    .filter(({ name }) => name.endsWith('README.md'))
    .map(({ name, text }) => ({ name, count: lineCount(text) }));
  return problems(counts, 'lines', LINES, stillAbove);
}

interface Counted {
  readonly name: string;
  readonly count: number;
}

function problems(
  counts: readonly Counted[],
  things: string,
  limit: number,
  stillAbove: StillAbove,
): readonly string[] {
  const grown = counts
    .map((counted) => ({ ...counted, most: stillAbove[counted.name] ?? limit }))
    .filter(({ count, most }) => count > most)
    .map(({ name, count, most }) => `${name}: ${count} ${things}, at most ${most}`);
  const generous = Object.entries(stillAbove).flatMap(([name, allowed]) => {
    const count = counts.find((counted) => counted.name === name)?.count ?? 0;
    return allowed > count || count <= limit
      ? [`${name}: ${allowed} ${things} are allowed, and it has ${count}: shorten the list`]
      : [];
  });
  return [...grown, ...generous];
}
