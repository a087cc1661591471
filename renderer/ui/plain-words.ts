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

/** How well a text answers to typed words: every word must begin a word of it; 0 is the best, undefined is none at all. */
export function matchWords(text: string, query: string): number | undefined {
  const words = plainText(text).split(' ');
  let distance = 0;
  for (const wanted of plainText(query).split(' ')) {
    const at = words.findIndex((word) => word.startsWith(wanted));
    if (at < 0) return undefined;
    distance += at + (words[at] === wanted ? 0 : 0.5);
  }
  return distance;
}
