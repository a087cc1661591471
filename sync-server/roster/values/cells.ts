import { parseEmailAddress } from '../../../domain/people/email-address.ts';
import { tidy } from './names.ts';

/**
 * Whether a text cell would run as a formula when a spreadsheet opened it: it calls a function, reckons with a cell, starts a program.
 * Notes that begin with a dash, and phone numbers with whose they are in brackets, are harmless.
 */
export function looksLikeFormula(text: string): boolean {
  const content = text.replace(/^[\s\u00A0]+/u, '');
  if (content.startsWith('=')) return content.length > 1;
  if (content.startsWith('@')) return !isWords(/^@[A-Z][A-Z.]*\s*\(([^()]*)/i.exec(content)?.[1] ?? 'none');
  if (!/^[+-]/.test(content)) return false;
  const inner = content.replace(/^[+-]+\s*/, '');
  const isCall = [...inner.matchAll(/(?:^|[-+*/(,;=])[A-Z][A-Z.]+\(([^()]*)/gi)].some(
    ([, argument = '']) => !isWords(argument),
  );
  const isCell = /(?:^|[-+*/(,;:=])\s*\$?[A-Z]{1,3}\$?\d{1,7}(?=$|[-+*/),;:=!])/i.test(inner);
  const isProgram = /\||![A-Z]{1,3}\d/i.test(inner);
  return isCall || isCell || isProgram;
}

/** Whether what stands in brackets is a note ("sera", "dopo le 18"), and nothing that a function could be given. */
function isWords(argument: string): boolean {
  return /^\p{L}[\p{L}'.]*(?: [\p{L}\d'.:-]+)*$/u.test(argument.trim());
}

/** The text of `="0591234567"` and of `'0591234567`, by which people keep a number in a spreadsheet as it is written. */
export function withoutTextMark(text: string): string {
  return (
    /^\s*="((?:[^"]|"")*)"\s*$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text.replace(/^\s*'(?=[\d+])/, '')
  );
}

/**
 * Reads an e-mail address by the rule of the mail that goes there; undefined when it is none. What a copied link or a mail program puts
 * around it is taken off.
 */
export function readEmail(text: string): string | undefined {
  const tidied = tidy(text);
  const inside = /^[^<>]*<([^<>]+)>$/.exec(tidied)?.[1] ?? tidied;
  return parseEmailAddress(inside.replace(/^mailto:\s*/i, '').replace(/[.,;:]+$/, ''));
}

/** Splits a cell with several addresses: at separators, and at blanks where each part is one. */
export function splitEmails(text: string): readonly string[] {
  return splitList(text).flatMap((part) => {
    const words = part.split(' ');
    return words.length > 1 && words.every((word) => word.includes('@')) ? words : [part];
  });
}

/** Splits a cell with several values. */
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
