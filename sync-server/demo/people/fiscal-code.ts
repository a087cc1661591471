import type { LocalDate } from '../../../domain/base/ids.ts';

const MONTHS = 'ABCDEHLMPRST';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Values of the characters in odd positions, by the decree that defines the code: digits 0–9, then letters A–Z. */
const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16,
  10, 22, 25, 24, 23,
];
/** Land-registry code that belongs to no town, so that the code of an invented person is nobody's. */
const NO_TOWN = 'X999';

/** The fiscal code of an invented person: well formed, with a right check letter, of a town that does not exist. */
export function fiscalCodeOf(person: {
  readonly surname: string;
  readonly givenName: string;
  readonly sex: 'F' | 'M';
  readonly birthDate: LocalDate;
}): string {
  const [year, month, day] = person.birthDate.split('-');
  const days = Number(day) + (person.sex === 'F' ? 40 : 0);
  const code =
    surnamePart(person.surname) +
    givenNamePart(person.givenName) +
    (year ?? '').slice(2) +
    (MONTHS[Number(month) - 1] ?? '') +
    String(days).padStart(2, '0') +
    NO_TOWN;
  return code + checkLetter(code);
}

function surnamePart(name: string): string {
  const { consonants, vowels } = lettersOf(name);
  return (consonants + vowels + 'XXX').slice(0, 3);
}

function givenNamePart(name: string): string {
  const { consonants, vowels } = lettersOf(name);
  if (consonants.length >= 4) return [0, 2, 3].map((index) => consonants[index]).join('');
  return (consonants + vowels + 'XXX').slice(0, 3);
}

function lettersOf(name: string): { readonly consonants: string; readonly vowels: string } {
  const plain = asciiLetters(name).toUpperCase();
  return { consonants: plain.replaceAll(/[AEIOU]/g, ''), vowels: plain.replaceAll(/[^AEIOU]/g, '') };
}

/** The name in plain Latin letters, as it goes into codes and addresses. */
export function asciiLetters(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ı', 'i')
    .replaceAll(/[^A-Za-z]/g, '');
}

function checkLetter(code: string): string {
  const sum = [...code].reduce((total, character, index) => {
    const letter = LETTERS.indexOf(character);
    const value = letter >= 0 ? letter : Number(character);
    return total + (index % 2 === 0 ? (ODD[letter >= 0 ? letter + 10 : value] ?? 0) : value);
  }, 0);
  return LETTERS[sum % 26] ?? 'A';
}
