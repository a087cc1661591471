import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './system/paths.ts';

/** The requirements about access: S4 to S36. Rules of the school (D) join the table as they are built. */
const NUMBERS = Array.from({ length: 33 }, (_, index) => `S${index + 4}`);

interface Requirement {
  readonly number: string;
  readonly tests: readonly string[];
  readonly screens: readonly string[];
}

/** The rows of the table: number, what it promises, links to tests, links to screens. */
function readTable(text: string): readonly Requirement[] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /^[SD]\d+b?$/.test(cells[1] ?? ''))
    .map(([, number = '', , tests = '', screens = '']) => ({
      number,
      tests: linksIn(tests),
      screens: linksIn(screens),
    }));
}

function linksIn(cell: string): readonly string[] {
  return [...cell.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
}

const table = readTable(await readFile(path.join(root, 'docs', 'requirements.md'), 'utf8'));
const read = (link: string) => readFile(path.join(root, 'docs', link), 'utf8');
/** Where the title of a test begins: a call, the second call of a table’s test, also of a table with a name, a row of a table. */
const TITLE =
  /(?:\b(?:test|it|describe)(?:\.each\(\w+\))?\(\s*|\]\)\(\s*|^\s*\[\s*)(['"`])((?:(?!\1).)*)\1/gm;

const numbersOf = (letter: string) =>
  table.map(({ number }) => number).filter((number) => number.startsWith(letter));

/** D107b comes after D107. */
const byNumber = new Intl.Collator('en', { numeric: true });

test('every requirement about access is in the table once, in order', () => {
  expect(numbersOf('S')).toEqual(NUMBERS);
});

test('the rules of the school are in the table once each, in order', () => {
  const numbers = numbersOf('D');
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => byNumber.compare(a, b)));
});

describe('each of them', () => {
  test.each(table)('$number has a test in every file named, and the screens exist', async (requirement) => {
    const { number, tests, screens } = requirement;
    expect(tests.length).toBeGreaterThan(0);
    for (const link of tests) {
      const titles = [...(await read(link)).matchAll(TITLE)].map((match) => match[2] ?? '');
      const named = titles.filter((title) => new RegExp(`\\b${number}\\b`).test(title));
      expect(named, `${link} has no test whose title names ${number}`).not.toEqual([]);
    }
    for (const link of screens) expect((await read(link)).length, link).toBeGreaterThan(0);
  });
});
