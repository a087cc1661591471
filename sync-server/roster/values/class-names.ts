import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import { isNoClassWord, withoutClassWords, withoutLevel } from './class-words.ts';
import { tidy } from './names.ts';

/** A class name taken apart. */
export interface ClassName {
  /** Year of course, 1 to 5. */
  readonly year: number;
  /** Section in capitals, with the course behind it where the source writes one: `A`, `BS`, `C-2`, `A LSA`. */
  readonly section: string;
  /** The level, where the cell names it behind the class: `1A sec.`. */
  readonly level?: SchoolLevel;
}

/** What a cell says: one class, several (a row for each is wanted), or none that could be told for sure. */
export type ClassCell =
  | { readonly kind: 'one'; readonly name: ClassName }
  | { readonly kind: 'several' }
  | { readonly kind: 'none' };

const WORDS = ['prim[ao]', 'second[ao]', 'terz[ao]', 'quart[ao]', 'quint[ao]'];
const ROMAN_YEARS = ['I', 'II', 'III', 'IV', 'V'];

/** Only a small `a` can stand for the ordinal `ª`: a capital one is the section's. */
const ORDINAL = '[\\^ªº°]';
const ROMAN = '(?:III|II|IV|I|V)';
const YEAR = `(?:[1-5]|${ROMAN})`;

/** A digit, then a letter or more: what begins a class wherever it stands in a cell. */
const CLASS_LIKE = new RegExp(`(?<![\\p{L}\\p{N}])[1-5]\\s*(?:${ORDINAL}\\s*)?[A-Z]{1,3}(?![\\p{L}])`, 'giu');
/** The same with a numeral, which letters alone do not tell from a course: "IT" is none, "I T" may be one. */
const ROMAN_LIKE = new RegExp(
  `(?<![\\p{L}\\p{N}])${ROMAN}(?:\\s*${ORDINAL}\\s*|\\s+)[A-Z]{1,3}(?![\\p{L}])`,
  'giu',
);
/** And without anything between them, in a cell that begins with a numeral. */
const ROMAN_JOINED = new RegExp(`(?<![\\p{L}\\p{N}])${ROMAN}[A-H](?![\\p{L}])`, 'gu');
/** The letter of another section: `1 A/B`, `1A-B`, `1A e B`; or the digit of another class: `1A2A`. */
const OTHER_SECTION =
  /\p{L}\s*[/+&,;]\s*\p{L}|\p{L}\s*-\s*\p{L}(?![\p{L}\p{N}])|\p{L}\s+e\s+\p{L}(?!\p{L})|[A-Z]\d+[A-Z]/iu;

const SECTION = '[A-Za-z]{1,6}\\d{0,2}(?:-\\d{1,2})?';
/** Course behind the section: words, with or without brackets. */
const COURSE = "[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ.' ]*";
const BODY = new RegExp(`^(${SECTION})(?:\\s*-\\s*(${COURSE})|\\s+(${COURSE})|\\s*\\((${COURSE})\\))?$`, 'u');

/** `Prima e seconda A`: two years in words. */
const WORD_LIKE = new RegExp(`(?<!\\p{L})(?:${WORDS.join('|')})(?!\\p{L})`, 'giu');
/** `I/II A`: two years in numerals before one section. */
const TWO_NUMERALS = new RegExp(`^${ROMAN}\\s*(?:${ORDINAL}\\s*)?[-/.,]\\s*${ROMAN}(?:\\s|${ORDINAL})`, 'iu');

const NUMERAL_FIRST = new RegExp(`^${ROMAN}\\s*(?:${ORDINAL}\\s*)?[-/.]\\s*`, 'iu');

/** Longest section that a record of a class holds. */
const LONGEST_SECTION = 40;

/**
 * Reads a cell that names a class: `1A`, `1 a`, `1^A`, `3ª BS`, `1a B`, `IV C`, `Prima B`, `1A LSA`, `2B Informatica`, `4A (TUR)`.
 *
 * A cell with two classes is never read as one of them: not `1A-2A`, `1 A/B`, `1A+1B`, `III A e III B`, nor a mover's `1A → 1B`. What may
 * be read in two ways (`1A B`: an ordinal written large, or a course of one letter? `II`, `VIA`) is none.
 */
export function readClassCell(text: string): ClassCell {
  const levelled = withoutLevel(tidy(text));
  const cell = levelled && readBareCell(levelled.rest);
  if (levelled && cell?.kind === 'one') return { kind: 'one', name: { ...cell.name, level: levelled.level } };
  return readBareCell(text);
}

/** A cell in which no level is looked for. */
function readBareCell(text: string): ClassCell {
  const cell = withoutClassWords(
    tidy(text)
      .replaceAll(/[–—]/g, '-')
      // Numerals that are one sign (`Ⅲ`) are the letters that they look like.
      .replaceAll(/[\u2160-\u217f]/g, (numeral) => numeral.normalize('NFKC').toUpperCase()),
  );
  // Behind a numeral a hyphen leads to the section: "V-D".
  const body = cell.replace(NUMERAL_FIRST, '');
  if (countClasses(cell) > 1 || OTHER_SECTION.test(body) || TWO_NUMERALS.test(cell))
    return { kind: 'several' };
  const name = readYear(cell);
  return name ? { kind: 'one', name } : { kind: 'none' };
}

/** Reads a class name; undefined when a cell holds none, or several. */
export function readClassName(text: string): ClassName | undefined {
  const cell = readClassCell(text);
  return cell.kind === 'one' ? cell.name : undefined;
}

/**
 * Joins class and section where a source keeps them in two columns. A section that repeats the class's is left out; one that says
 * something else stays behind it, so that the reader sees the contradiction.
 */
export function joinClassName(year: string, section: string): string {
  const first = tidy(year).replace(/^([1-5])[.,]0+$/, '$1');
  const second = tidy(section);
  // "1" beside "1A": the section's column says the class once more.
  const repeated = /^[1-5]/.test(second) ? readClassName(second) : undefined;
  if (repeated && (first === '' || yearOf(first) === repeated.year)) return second;
  if (second === '' || first === '') return first;
  const whole = readClassName(first);
  if (!whole || isBareYear(first)) return `${first} ${second}`;
  const [letters = ''] = whole.section.split(' ');
  // "1a" beside "B": there the small letter is the ordinal.
  return letters === second.toUpperCase() ? first : `${first} ${second}`;
}

function countClasses(cell: string): number {
  const patterns = [CLASS_LIKE, ROMAN_LIKE, WORD_LIKE, ...(/^[IV]/.test(cell) ? [ROMAN_JOINED] : [])];
  return patterns.reduce((count, pattern) => count + (cell.match(pattern)?.length ?? 0), 0);
}

function isBareYear(text: string): boolean {
  return new RegExp(`^(?:${YEAR}|${WORDS.join('|')})\\s*(?:${ORDINAL}\\s*)?$`, 'iu').test(text);
}

/** The year of a cell that says no more than that. */
function yearOf(text: string): number | undefined {
  return isBareYear(text) ? readClassName(`${text} A`)?.year : undefined;
}

function readYear(cell: string): ClassName | undefined {
  // "1a B", "1aB": small letter, then the section; "1a" alone is section A. Before a longer word it may be either.
  const small = /^([1-5])(?:[ao]\s+|\s+a\s+|[ao](?=[A-Z]))([A-Za-z]{1,2}\d{0,2})$/.exec(cell);
  if (small) return named(Number(small[1]), small[2] ?? '');
  if (/^[1-5]\s*a\s+\p{L}/u.test(cell)) return undefined;
  const digit = new RegExp(`^([1-5])\\s*(?:${ORDINAL}\\s*)?[-/.]?\\s*(.+)$`, 'u').exec(cell);
  if (digit) return withBody(Number(digit[1]), digit[2] ?? '');
  const word = new RegExp(`^(${WORDS.join('|')})\\s*[-/.]?\\s+(.+)$`, 'iu').exec(cell);
  if (word) return withBody(yearNamed(word[1] ?? ''), word[2] ?? '');
  const roman = new RegExp(
    `^(III|II|IV|I|V)(\\s*${ORDINAL}\\s*|\\s*[-/.]\\s*|\\s+|(?=[A-Z]))(.+)$`,
    'iu',
  ).exec(cell);
  if (!roman) return undefined;
  const [, numeral = '', between = '', rest = ''] = roman;
  // Without anything between them, numeral and section cannot be told apart where the section begins like a numeral: "III", "VIA".
  if (between === '' && (numeral !== numeral.toUpperCase() || !/^[A-HJ-UW-Z]/.test(rest))) return undefined;
  return withBody(ROMAN_YEARS.indexOf(numeral.toUpperCase()) + 1, rest);
}

function yearNamed(word: string): number {
  return WORDS.findIndex((pattern) => new RegExp(`^${pattern}$`, 'iu').test(word)) + 1;
}

function withBody(year: number, rest: string): ClassName | undefined {
  const [, section = '', ...courses] = BODY.exec(rest) ?? [];
  if (section === '') return undefined;
  const course = courses.find((one) => one !== undefined)?.trim() ?? '';
  // A course of one letter may as well be the section, behind an ordinal written large; of several, other sections.
  if (section.length === 1 && course !== '' && course.split(' ').every((word) => word.length === 1))
    return undefined;
  if (isNoClassWord(section, course)) return undefined;
  return named(year, course === '' ? section : `${section} ${course}`);
}

function named(year: number, section: string): ClassName | undefined {
  return section.length > LONGEST_SECTION ? undefined : { year, section: section.toUpperCase() };
}
