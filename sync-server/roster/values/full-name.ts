import { nameKey, tidy } from './names.ts';
import { isFiscalCode } from './cells.ts';

/** A name taken apart. */
export interface FullName {
  readonly surname: string;
  readonly givenName: string;
}

/**
 * Takes a surname and given name in one cell apart: at a comma, as two words, or where the letters of the fiscal code say (also that the given name comes first); undefined
 * where nothing tells. `DE LUCA MARIA` may be both, and a guess would make a person who does not exist.
 */
export function divideName(text: string, fiscalCode: string, isGivenFirst: boolean): FullName | undefined {
  const name = tidy(text);
  const inOrder = (one: string, other: string): FullName =>
    isGivenFirst ? { surname: other, givenName: one } : { surname: one, givenName: other };
  const parts = name.split(',').map(tidy);
  if (parts.length === 2 && parts.every((part) => part !== '')) {
    const [surname = '', givenName = ''] = parts;
    return { surname, givenName };
  }
  const words = name.split(' ').filter((word) => word !== '');
  if (words.length < 2) return undefined;
  const ways = words
    .slice(1)
    .map((_, index) => inOrder(words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')));
  if (isFiscalCode(fiscalCode)) {
    const letters = fiscalCode.slice(0, 6);
    const fits = (way: FullName) => surnameLetters(way.surname) + givenNameLetters(way.givenName) === letters;
    // Then in the other order: some programs write the given name first under whatever title.
    const turned = ways.map((way) => ({ surname: way.givenName, givenName: way.surname }));
    for (const fitting of [ways.filter(fits), turned.filter(fits)])
      if (fitting.length > 0) return fitting.length === 1 ? fitting[0] : undefined;
  }
  return ways.length === 1 ? ways[0] : undefined;
}

/** The first three letters of a fiscal code: consonants of the surname, then vowels. */
export function surnameLetters(surname: string): string {
  const { consonants, vowels } = lettersOf(surname);
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

/** The next three: of four consonants or more the second is left out. */
export function givenNameLetters(givenName: string): string {
  const { consonants, vowels } = lettersOf(givenName);
  if (consonants.length > 3) return `${consonants[0]}${consonants.slice(2, 4)}`;
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

function lettersOf(name: string) {
  const letters = nameKey(name).toUpperCase();
  return {
    consonants: letters.replaceAll(/[^B-DF-HJ-NP-TV-Z]/g, ''),
    vowels: letters.replaceAll(/[^AEIOU]/g, ''),
  };
}
