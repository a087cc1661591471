import { decodeSingleBytes, upperHalfOf, SINGLE_BYTE, type SingleByteEncoding } from './single-byte.ts';

/** How well a text reads in an encoding: the sum over all letters beyond ASCII, and how many there are. */
export interface Reading {
  readonly encoding: SingleByteEncoding;
  readonly score: number;
}

/** So many letters beyond ASCII tell what the others are. */
const ENOUGH = 20_000;
const ITALIAN = /[àèéìòùÀÈÉÌÒÙ]/;
const EUROPEAN = /[áâãäåæçêëíîïðñóôõöøúûüýþÿßœšžÁÂÃÄÅÆÇÊËÍÎÏÑÓÔÕÖØÚÛÜÝŒŠŽŸ]/;
/** Signs that lists do hold beside words: ordinals, degrees, quotes, dashes, blanks. */
const SIGN = /[ªº°’‘´“”«»–—€§·\u00A0]/;

/**
 * How the same bytes read in each encoding, best first. A letter beyond ASCII tells by its neighbours: accents of Italian inside a word
 * are likely, a capital after a small letter is not, a sign of mathematics or a line of a frame inside a name is none.
 */
export function readingsOf(bytes: Uint8Array): readonly Reading[] {
  return SINGLE_BYTE.map((encoding) => {
    const table = upperHalfOf(encoding);
    const at = (index: number) => characterAt(bytes, index, table);
    let score = 0;
    let letters = 0;
    for (let index = 0; index < bytes.length && letters < ENOUGH; index += 1) {
      if ((bytes[index] ?? 0) < 0x80) continue;
      letters += 1;
      score += likelihood(at(index - 2), at(index - 1), at(index), at(index + 1));
    }
    return { encoding, score };
  }).toSorted((a, b) => b.score - a.score);
}

/** A text in an encoding, with U+FFFD for the letters that cannot stand where they do: the rows that they are in are in doubt. */
export function withUnlikelyMarked(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const table = upperHalfOf(encoding);
  const at = (index: number) => characterAt(bytes, index, table);
  let start = 0;
  let marked = '';
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80 || likelihood(at(index - 2), at(index - 1), at(index), at(index + 1)) >= 0) continue;
    marked += `${decodeSingleBytes(bytes.subarray(start, index), encoding)}\uFFFD`;
    start = index + 1;
  }
  return marked + decodeSingleBytes(bytes.subarray(start), encoding);
}

function characterAt(bytes: Uint8Array, index: number, table: readonly string[]): string {
  const byte = bytes[index];
  if (byte === undefined) return '';
  return byte < 0x80 ? String.fromCharCode(byte) : (table[byte - 0x80] ?? '');
}

function likelihood(earlier: string, before: string, letter: string, after: string): number {
  if (ITALIAN.test(letter)) return 3 + misfit(earlier, before, letter, after);
  if (EUROPEAN.test(letter)) return 1 + misfit(earlier, before, letter, after);
  if (/[’´]/.test(letter)) return isLetter(before) ? 2 : 0;
  if (/[–—]/.test(letter)) return isLetter(before) !== isLetter(after) ? -0.5 : 1;
  if (/[ªº°]/.test(letter)) return /[\d.nN]/.test(before) ? 2 : -0.5;
  if (SIGN.test(letter)) return isLetter(before) && letter !== '\u00A0' ? -0.5 : 0.5;
  return isLetter(before) || isLetter(after) ? -4 : -1;
}

/** What speaks against a letter where it stands: a capital behind a small letter, a small letter behind or between capitals. */
function misfit(earlier: string, before: string, letter: string, after: string): number {
  // Three letters beyond ASCII in a row make no name in Latin letters: those of Cyrillic or Greek do, read as these.
  if (isSpecial(earlier) && isSpecial(before) && isLetter(letter)) return -8;
  const isOdd =
    letter === letter.toLowerCase()
      ? isCapital(before) && (isCapital(earlier) || isCapital(after))
      : /\p{Ll}/u.test(before);
  return isOdd ? -6 : 0;
}

function isSpecial(character: string): boolean {
  return isLetter(character) && character > '\u007F';
}

function isCapital(character: string): boolean {
  return /\p{Lu}/u.test(character);
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
