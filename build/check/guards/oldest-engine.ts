import { isTest, type TreeFile } from './tree.ts';

/** What Node has, and the oldest Electron that the app runs on (25: Chromium 114, Node 18) has not: found there only when it is called. */
const MISSING = [
  'AbortSignal.any',
  'Array.fromAsync',
  'Iterator.from',
  'Map.groupBy',
  'Object.groupBy',
  'Promise.try',
  'Promise.withResolvers',
  'RegExp.escape',
  'URL.parse',
] as const;

/** Calls, in what runs in the app, of what its oldest engine has not. */
export function engineProblems(tree: readonly TreeFile[]): readonly string[] {
  return tree
    .filter((file) => /^(?:domain|main|renderer)\/.*\.tsx?$/.test(file.name) && !isTest(file))
    .flatMap(({ name, text }) =>
      MISSING.filter((call) => text.includes(`${call}(`)).map(
        (call) => `${name}: the oldest Electron has no ${call}`,
      ),
    );
}
