import type { LocalDate } from '../../../domain/base/ids.ts';
import { nameKey as readNameKey, tidy } from '../values/names.ts';
import { remembered } from './remembered.ts';

/** What two spellings of a name have in common, remembered: a long list asks for the same names over and over. */
export const keyOf = remembered(readNameKey);
const wordsOf = remembered((name: string) => tidy(name).split(' ').map(keyOf));
const signedKeyOf = remembered((name: string) =>
  tidy(name)
    .normalize('NFD')
    .toLowerCase()
    // Letters that become two when they are capitals, or another at the end of a word.
    .replaceAll('ß', 'ss')
    .replaceAll('ĳ', 'ij')
    .replaceAll('ς', 'σ')
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, ''),
);

/** A surname and a given name. */
export interface Named {
  readonly surname: string;
  readonly givenName: string;
}

/**
 * How alike two names are.
 *
 * - `equal`: the same letters and signs, capitals, blanks and apostrophes aside
 * - `unsigned`: one of them lacks signs that the other has (`Nicolo`, `Nicolò`): one person, unless one list has both
 * - `signs`: both have signs, and other ones (`Hùng`, `Hưng`): other letters, two people
 * - `part`: the same surname, and the words of one given name are among those of the other (`Anna`, `Anna Maria`); or the other way round
 * - `near`: a slip of the pen in one of the two, the other one the same
 * - `exchanged`: each stands in the place of the other
 * - `givenName`: only the given name is the same (a surname may change)
 * - `surname`: only the surname is the same
 */
export type NameLikeness =
  'equal' | 'unsigned' | 'signs' | 'part' | 'near' | 'exchanged' | 'givenName' | 'surname' | 'other';

/** How alike two birth dates are: `slip` is day and month exchanged, or one of day, month and year mistyped. */
export type DateLikeness = 'equal' | 'slip' | 'other' | 'unknown';

/** Compares two names. */
export function compareNames(a: Named, b: Named): NameLikeness {
  const surname = keyOf(a.surname) === keyOf(b.surname);
  const givenName = keyOf(a.givenName) === keyOf(b.givenName);
  if (surname && givenName) {
    const [one, other] = [signedKey(a), signedKey(b)];
    if (one === other) return 'equal';
    return lacksSigns(one, other) || lacksSigns(other, one) ? 'unsigned' : 'signs';
  }
  if (surname && isPart(a.givenName, b.givenName)) return 'part';
  if (givenName && isPart(a.surname, b.surname)) return 'part';
  if (surname) return isSlip(keyOf(a.givenName), keyOf(b.givenName)) ? 'near' : 'surname';
  if (givenName) return isSlip(keyOf(a.surname), keyOf(b.surname)) ? 'near' : 'givenName';
  const exchanged = keyOf(a.surname) === keyOf(b.givenName) && keyOf(a.givenName) === keyOf(b.surname);
  return exchanged ? 'exchanged' : 'other';
}

/** A name with its signs, in one spelling: what tells two people of one list apart. */
export function signedKey({ surname, givenName }: Named): string {
  return `${signedKeyOf(surname)}/${signedKeyOf(givenName)}`;
}

/** Compares two birth dates. */
export function compareDates(a: LocalDate | undefined, b: LocalDate | undefined): DateLikeness {
  if (a === undefined || b === undefined) return 'unknown';
  if (a === b) return 'equal';
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 'slip';
  const differing = [
    [yearA, yearB],
    [monthA, monthB],
    [dayA, dayB],
  ].filter(([one, other]) => one !== other);
  return differing.length === 1 ? 'slip' : 'other';
}

/** Whether one text becomes the other by leaving signs out: every letter has no signs, or the same ones. */
function lacksSigns(bare: string, signed: string): boolean {
  const letters = (text: string) => text.match(/[^\p{M}]\p{M}*/gu) ?? [];
  const [some, all] = [letters(bare), letters(signed)];
  return (
    some.length === all.length &&
    some.every((letter, index) => {
      const other = all[index] ?? '';
      return letter === other || (plain(letter) === letter && plain(other) === letter);
    })
  );
}

/** A letter without its signs: `ù` is `u`, `đ` is `d`. */
function plain(letter: string): string {
  return keyOf(letter);
}

/** Whether the words of one name are among those of another. */
function isPart(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return one.every((word) => other.includes(word)) || other.every((word) => one.includes(word));
}

const SHORTEST_SLIP = 4;

/** Whether two names differ in one letter: another, one more, one less, or two exchanged. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_SLIP || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = (text: string, skipped: number) => text.slice(start + skipped);
  if (short.length < long.length) return rest(short, 0) === rest(long, 1);
  const isExchange = short[start] === long[start + 1] && short[start + 1] === long[start];
  return rest(short, 1) === rest(long, 1) || (isExchange && rest(short, 2) === rest(long, 2));
}
