import { isCode, type TreeFile } from './tree.ts';

/** Suppressions of the linter or compiler in the whole code. The number may only fall. */
const suppressionsAllowed = 0;

const suppression = /(?:oxlint|eslint)-disable|@ts-(?:ignore|expect-error|nocheck)|prettier-ignore|v8 ignore/;

/** The linter and the compiler are heard; who silences one says why, and there is room for none. */
export function suppressionProblems(files: readonly TreeFile[]): readonly string[] {
  const found = files
    // The guards themselves have to name what they look for.
    .filter((file) => isCode(file) && !file.name.startsWith('build/check/guards/'))
    .flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter((line) => suppression.test(line))
        .map((line) => ({ name, line: line.trim() })),
    );
  return [
    ...found
      .filter(({ line }) => !line.includes(' -- '))
      .map(({ name, line }) => `${name}: a suppression states its reason after " -- ": ${line}`),
    ...(found.length > suppressionsAllowed
      ? [`${found.length} suppressions, at most ${suppressionsAllowed} allowed`]
      : []),
  ];
}
