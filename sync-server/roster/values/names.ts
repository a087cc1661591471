/** Tidies a text cell: one form of Unicode, plain blanks, straight apostrophes. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[\s\u00A0\u200B\uFEFF]+/gu, ' ')
    .trim();
}

/** What two spellings of a name have in common: no case, accents, blanks or apostrophes ("D’ANGELO" and "D'Angelo", "Nicolo'" and "Nicolò"). */
export function nameKey(name: string): string {
  return tidy(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Particles of names of foreign form that stay small in the middle of a name. */
const SMALL_INSIDE = new Set(['los', 'las', 'dos', 'von', 'van', 'der', 'den', 'bin', 'ibn', 'y', 'e']);

/**
 * Writes a name that a source gives all in capitals (or all small) as people write it: "DE FILIPPI" becomes "De Filippi",
 * "D'ANGELO" "D'Angelo"; a final apostrophe stands for an accent. Names already in mixed case stay as they are.
 */
export function niceName(name: string): string {
  const tidied = tidy(name);
  const hasUpper = tidied !== tidied.toLowerCase();
  const hasLower = tidied !== tidied.toUpperCase();
  if (hasUpper && hasLower) return tidied;
  const words = tidied.toLowerCase().split(' ');
  return words
    .map((word, index) => (isSmall(word, index, words.length) ? word : capitalised(accented(word))))
    .join(' ');
}

/** Italian particles are part of the surname and have a capital ("Di Marzio"); some of other languages have none. */
function isSmall(word: string, index: number, count: number): boolean {
  return index > 0 && index < count - 1 && SMALL_INSIDE.has(word);
}

function capitalised(word: string): string {
  return word.replaceAll(/(^|['-])(\p{L})/gu, (_, before: string, letter: string) => {
    const capital = letter.toUpperCase();
    // Some letters of other scripts become two: they stay as they are.
    return before + (capital.length === letter.length ? capital : letter);
  });
}

const ACCENTED: Readonly<Record<string, string>> = { a: 'à', e: 'è', i: 'ì', o: 'ò', u: 'ù' };

/** "nicolo'" is how capitals without accents write "nicolò". */
function accented(word: string): string {
  const match = /^(.+)([aeiou])'$/.exec(word);
  return match ? `${match[1]}${ACCENTED[match[2] ?? ''] ?? ''}` : word;
}
