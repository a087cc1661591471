/** Letters that no decomposition makes plain. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Without case, accents and signs: what is typed in a hurry, and what it is compared with. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđðþßæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/['’`]/g, '')
    .replaceAll(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}

/**
 * How well a text answers to typed words, in any order: every word must begin a word of it ("angelo" begins D’Angelo too), or, where it has
 * digits, stand inside one, as the end of a username does; 0 is the best, undefined is none at all. The one search for people and commands.
 */
export function matchWords(text: string, query: string): number | undefined {
  const words = wordsOf(text);
  let distance = 0;
  for (const wanted of plainText(query).split(' ')) {
    const at = words.findIndex((word) => word.startsWith(wanted));
    const inside = at < 0 && isPartOfCode(wanted) ? words.findIndex((word) => word.includes(wanted)) : -1;
    if (at < 0 && inside < 0) return undefined;
    distance += at < 0 ? inside + INSIDE : at + (words[at] === wanted ? 0 : 0.5);
  }
  return distance;
}

const INSIDE = 5;
const LEAST_OF_CODE = 3;

function isPartOfCode(wanted: string): boolean {
  return wanted.length >= LEAST_OF_CODE && /\d/.test(wanted);
}

/** The words of a text, then the parts of those that an apostrophe joins. */
function wordsOf(text: string): readonly string[] {
  const words = plainText(text).split(' ');
  return APOSTROPHE.test(text) ? [...words, ...plainText(text.replaceAll(/['’`]/g, ' ')).split(' ')] : words;
}

const APOSTROPHE = /['’`]/;
