import { tidy } from './names.ts';

/** The phones in a cell, and what in it is no number. */
export interface Phones {
  readonly phones: readonly string[];
  /** Words without any number, to be told to the office: they are not kept. */
  readonly unread: readonly string[];
}

/** Fewer digits than these are a time of day or the number of a child. */
const FEWEST_DIGITS = 5;
/** A number has at most so many (ITU-T E.164), and an exit code before it. */
const MOST_DIGITS = 17;
const LONGEST = 120;
const MOST = 10;
/** What people write where there is no phone: no digit, and a usual word. Zeros alone as well. */
const NONE =
  /^(?:n\.?\s?[/.]?\s?[dcp]\.?|nessun[oa]?|no|non\s+(?:ha|disponibile|comunicat[oa]|presente)|assente|da\s+comunicare|[-–—._/?*xX\s]+|0+)$/i;

const ROUNDED = /^\+?\d(?:[. ]\d+)?e\+?\d{1,2}$/i;
/** A number that some program took for one with decimals. */
const WHOLE_NUMBER = /^(\+?\d{6,})[.,]0+$/;
/** A mobile telephone by itself, and what may stand between two. */
const MOBILE = /(?:(?:\+|00)39[\s.]?)?3\d{2}[\s./-]?\d{3}[\s.]?\d{3,4}/g;

/**
 * Reads a cell of phone numbers as offices write them: whose a number is and when to call stays with it ("347 1234567 (nonna)"), several
 * are taken apart. What has no number in it is answered as unread; a phone never stops its row.
 */
export function readPhones(text: string): Phones {
  const phones: string[] = [];
  const unread: string[] = [];
  let before = '';
  for (const part of parts(tidy(text).replace(WHOLE_NUMBER, '$1'))) {
    if (NONE.test(part)) continue;
    // "3.47123E+09": a spreadsheet has thrown digits away.
    if (ROUNDED.test(part)) {
      unread.push(part);
      continue;
    }
    const count = digits(part);
    if (count > MOST_DIGITS) phones.push(...gluedNumbers(`${before}${part}`));
    else if (count >= FEWEST_DIGITS) phones.push(`${before}${part}`);
    else {
      // A note belongs to the number before it, or to the one that follows.
      const last = phones.pop();
      if (last === undefined) {
        before = `${before}${part} `;
        continue;
      }
      phones.push(`${last}, ${part}`);
    }
    before = '';
  }
  if (before !== '') unread.push(before.trim());
  const different = [...new Set(phones.map((phone) => phone.slice(0, LONGEST)))];
  return { phones: different.slice(0, MOST), unread: [...unread, ...different.slice(MOST)] };
}

/** Parts of a cell at separators outside brackets; a dash or a slash separates where a whole number stands on either side. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  const cut = (end: number, next: number) => {
    found.push(text.slice(start, end).trim());
    start = next;
  };
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at);
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const separator =
      /^[;,|]/.exec(rest)?.[0] ?? /^\s*(?:[-–—/\\]|\s(?:e|o|oppure|and)\s)\s*/i.exec(rest)?.[0];
    if (separator === undefined) continue;
    const isSure = /^[;,|]/.test(separator);
    const next = text.slice(at + separator.length);
    if (!isSure && !(digits(text.slice(start, at)) >= 7 && digits(/^[^,;|]*/.exec(next)?.[0] ?? '') >= 7))
      continue;
    cut(at, at + separator.length);
    at += separator.length - 1;
  }
  cut(text.length, text.length);
  return found.filter((part) => part !== '');
}

/** Several numbers in a row: those with a blank between them, and those of which each has its words behind it. */
function gluedNumbers(text: string): readonly string[] {
  const words = text.split(' ');
  if (words.every((word) => digits(word) >= 8)) return words;
  const mobiles = text.match(MOBILE) ?? [];
  if (mobiles.length > 1 && text.replaceAll(MOBILE, '').trim() === '') return mobiles;
  const starts = [...text.matchAll(/(?<![\d+])\+?\d[\d .()/-]{5,}\d/g)].map(({ index }) => index).slice(1);
  const cuts = starts.map((start) => {
    // A bracket that is open there belongs to the number in it.
    const bracket = text.lastIndexOf('(', start);
    return bracket >= 0 && !text.slice(bracket, start).includes(')') ? bracket : start;
  });
  return [0, ...cuts].map((start, index) => text.slice(start, cuts[index]).trim());
}

function digits(text: string): number {
  return text.replaceAll(/\D/g, '').length;
}
