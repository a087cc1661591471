import type { LocalDate } from '../../../domain/base/ids.ts';
import { isFiscalCode } from './cells.ts';
import { givenNameLetters, surnameLetters } from './full-name.ts';
import { nameKey, tidy } from './names.ts';

/** What a row says about whom a fiscal code is for. */
export interface CodeBearer {
  readonly surname: string;
  readonly givenName: string;
  readonly birthDate?: LocalDate | undefined;
  readonly sex?: 'F' | 'M' | 'X' | undefined;
}

/**
 * What a well-formed fiscal code says about the row that it stands in: `fits`; `otherDate`, names that fit with another birth date or
 * sex, where the code or the date is mistyped; `otherPerson`, somebody else's code. Married, transliterated and second names differ often:
 * one of surname and given name is enough.
 */
export type CodeFit = 'fits' | 'otherDate' | 'otherPerson';

const OMOCODE = 'LMNPQRSTUV';
const DIGIT_PLACES = [6, 7, 9, 10, 12, 13, 14];

/** Digits of a code that the tax office has replaced by letters, because two people would have had the same, put back; no check letter. */
export function codeKey(code: string): string {
  return Array.from(code.slice(0, 15), (letter, place) => {
    const digit = DIGIT_PLACES.includes(place) ? OMOCODE.indexOf(letter) : -1;
    return digit < 0 ? letter : String(digit);
  }).join('');
}

const FORM = /^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}$/;

/** Whether a text has the form of a fiscal code, with a day that exists; its check letter may be mistyped. */
export function hasForm(code: string): boolean {
  const key = codeKey(code);
  const day = Number(key.slice(9, 11));
  return (
    /^[A-Z0-9]{15}[A-Z]$/.test(code) &&
    FORM.test(key) &&
    ((day >= 1 && day <= 31) || (day >= 41 && day <= 71))
  );
}

/** Whether a text is a fiscal code without a slip of the pen: two that differ are of two people. */
export function isSoundCode(code: string): boolean {
  return hasForm(code) && isFiscalCode(code);
}

/** Compares a fiscal code with the row that it stands in. */
export function fitOfCode(code: string, bearer: CodeBearer): CodeFit {
  const key = codeKey(code);
  const [surname, givenName] = [key.slice(0, 3), key.slice(3, 6)];
  const straight =
    fitsName(surname, bearer.surname, surnameLetters) ||
    fitsName(givenName, bearer.givenName, givenNameLetters);
  const exchanged =
    fitsName(surname, bearer.givenName, surnameLetters) &&
    fitsName(givenName, bearer.surname, givenNameLetters);
  if (!straight && !exchanged) return 'otherPerson';
  const isWhole =
    exchanged ||
    (fitsName(surname, bearer.surname, surnameLetters) &&
      fitsName(givenName, bearer.givenName, givenNameLetters));
  if (fitsDate(key, bearer.birthDate) && fitsSex(key, bearer.sex)) return 'fits';
  // Half a name and another date: a brother's or a sister's code, or a parent's.
  return isWhole ? 'otherDate' : 'otherPerson';
}

/**
 * Whether a code says that surname and given name have changed places: its letters are those of the names the other way round, and of
 * neither of them where it stands.
 */
export function saysExchanged(code: string, { surname, givenName }: CodeBearer): boolean {
  const key = codeKey(code);
  const [one, other] = [key.slice(0, 3), key.slice(3, 6)];
  const areLatin = [surname, givenName].every((name) => /[a-z]/.test(nameKey(name)));
  return (
    areLatin &&
    !fitsName(one, surname, surnameLetters) &&
    !fitsName(other, givenName, givenNameLetters) &&
    fitsName(one, givenName, surnameLetters) &&
    fitsName(other, surname, givenNameLetters)
  );
}

/** The sex that a well-formed code tells. */
export function sexOfCode(code: string): 'F' | 'M' {
  return Number(codeKey(code).slice(9, 11)) > 40 ? 'F' : 'M';
}

/** Day and month of birth that a well-formed code tells. */
export function dayAndMonthOf(code: string): { readonly day: number; readonly month: number } {
  const key = codeKey(code);
  return { day: Number(key.slice(9, 11)) % 40, month: 'ABCDEHLMPRST'.indexOf(key[8] ?? '') + 1 };
}

/** Birth date that a code tells, of whoever is not a hundred years old. */
export function birthDateOf(code: string, today: LocalDate): LocalDate | undefined {
  const { day, month } = dayAndMonthOf(code);
  const short = Number(codeKey(code).slice(6, 8));
  const thisYear = Number(today.slice(0, 4));
  const century = thisYear - (thisYear % 100);
  const year = century + short > thisYear ? century + short - 100 : century + short;
  const text = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const isDay = new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
  return isDay ? (text as LocalDate) : undefined;
}

function fitsDate(key: string, birthDate: LocalDate | undefined): boolean {
  if (birthDate === undefined) return true;
  const { day, month } = dayAndMonthOf(key);
  return (
    key.slice(6, 8) === birthDate.slice(2, 4) &&
    month === Number(birthDate.slice(5, 7)) &&
    day === Number(birthDate.slice(8))
  );
}

function fitsSex(key: string, sex: CodeBearer['sex']): boolean {
  if (sex === undefined || sex === 'X') return true;
  return sex === sexOfCode(key);
}

/** Whether three letters of a code are those of a name, or of its first words; a name of another script tells nothing. */
function fitsName(letters: string, name: string, lettersOf: (name: string) => string): boolean {
  if (!/[a-z]/.test(nameKey(name))) return true;
  const words = tidy(name).split(' ');
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join(' '));
  return [...beginnings, ...words].some((part) => lettersOf(part) === letters);
}
