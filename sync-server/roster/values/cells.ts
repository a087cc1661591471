import { tidy } from './names.ts';

/**
 * Whether a text cell would run as a formula when a spreadsheet opened it. A lone sign, negative numbers and phone numbers such as
 * "+39 059 …" are harmless.
 */
export function looksLikeFormula(text: string): boolean {
  const content = text.replace(/^[\s\u00A0]+/u, '');
  if (/^[=@]/.test(content)) return content.length > 1;
  if (!/^[+-]/.test(content)) return false;
  if (/^[+-][\d\s().,/-]*$/.test(content)) return false;
  return /[()!|=]|[+\-*/]\s*[A-Z]{1,3}\$?\d/i.test(content);
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Reads an e-mail address; undefined when it is none. */
export function readEmail(text: string): string | undefined {
  const address = tidy(text);
  return EMAIL.test(address) && address.length <= 200 ? address.toLowerCase() : undefined;
}

/** Splits a cell with several phone numbers or addresses. */
export function splitList(text: string): readonly string[] {
  return text
    .split(/[;,|]| - |\s\/\s/)
    .map(tidy)
    .filter((part) => part !== '');
}

/** Reads a sex as sources write it. */
export function readSex(text: string): 'F' | 'M' | 'X' | undefined {
  const letter = tidy(text).toUpperCase();
  if (/^(F|FEMMINA|FEMALE|DONNA)$/.test(letter)) return 'F';
  if (/^(M|MASCHIO|MALE|UOMO)$/.test(letter)) return 'M';
  return /^(X|OTHER|ALTRO)$/.test(letter) ? 'X' : undefined;
}

/** A fiscal code as it is compared: capitals, no blanks. */
export function readFiscalCode(text: string): string {
  return tidy(text).replaceAll(' ', '').toUpperCase();
}

const WELL_FORMED =
  /^[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]$/;
const ODD = '1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23'.split(' ').map(Number);

/** Whether a fiscal code is well formed and its check letter right; provisional codes are not. */
export function isFiscalCode(code: string): boolean {
  if (!WELL_FORMED.test(code)) return false;
  const sum = Array.from(code.slice(0, 15)).reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : (character.codePointAt(0) ?? 65) - 65;
    return total + (index % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return code.charCodeAt(15) - 65 === sum % 26;
}
