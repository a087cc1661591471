/** Signs without width that copying brings along: they are no part of a name. */
const INVISIBLE = /[^\P{Cf}\u200C\u200D]|\u034F|\p{Variation_Selector}/gu;
/** Joiners that scripts of India and Arabic need between their letters; beside others they are invisible too. */
const JOINER =
  /(?<![\p{L}\p{M}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}])|(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])[\u200C\u200D]/gu;
/** Letters in a form for typesetting: ligatures, full width, joined Arabic. */
const PRESENTATION = /[\uFB00-\uFDFF\uFE70-\uFEFC\uFF01-\uFF5E]+/g;
/** Control characters other than those that are blanks. */
const CONTROL = /[^\P{Cc}\t-\r\u0085]/gu;

/** Nothing to tidy, as in nearly all cells of a large list. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/**
 * Tidies a text cell: one form of Unicode, plain blanks, straight apostrophes, one hyphen, and nothing that cannot be seen. What has no width is
 * taken away and never becomes a blank.
 */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .replaceAll(INVISIBLE, '')
      .replaceAll(CONTROL, '')
      .replaceAll(JOINER, '')
      .replaceAll(PRESENTATION, (letters) => letters.normalize('NFKC'))
      .normalize('NFC')
      .replaceAll(/[’‘‛`´ʹʻʼʽˊˋ՚′‵Ꞌꞌ]/g, "'")
      // Hyphens that do not break, and the sign of subtraction, look alike; dashes are other signs.
      .replaceAll(/[\u2010\u2011\u2212\uFE63]/g, '-')
      .replaceAll(/[\s\u0085\u00A0]+/gu, ' ')
      .trim()
  );
}

/**
 * What two spellings of a name have in common: no case, accents, blanks or apostrophes ("D’ANGELO" and "D'Angelo", "Nicolo'" and
 * "Nicolò"). Vowel signs of other scripts are no accents: without them different names would be one.
 */
export function nameKey(name: string): string {
  return tidy(name)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
    .replaceAll('ĳ', 'ij')
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** Particles of names of foreign form that stay small in the middle of a name. */
const SMALL_INSIDE = new Set(['los', 'las', 'dos', 'von', 'van', 'der', 'den', 'bin', 'ibn', 'y', 'e']);
/** Cut short by an apostrophe, before another word: De' Medici, Ca' Zorzi. */
const CUT_SHORT = /^(?:de|ca|da|co|fra|dei)'$/;
/** Numerals behind a name: Giovanni Paolo II. One letter, and those that are surnames too (Xi, Li), are none. */
const NUMERAL = /^(?:ii|iii|iv|viii)$/;

/**
 * Writes a name that a source gives all in capitals (or all small) as people write it: "DE FILIPPI" becomes "De Filippi",
 * "D'ANGELO" "D'Angelo"; a final apostrophe stands for an accent. Names already in mixed case stay as they are.
 */
export function niceName(name: string): string {
  const tidied = tidy(name);
  if (!isAllOneCase(tidied)) return tidied;
  return small(tidied)
    .split(' ')
    .map((word, index, words) => {
      if (isSmall(word, index, words.length)) return word;
      if (index > 0 && index === words.length - 1 && NUMERAL.test(word)) return word.toUpperCase();
      return capitalised(CUT_SHORT.test(word) && index < words.length - 1 ? word : accented(word));
    })
    .join(' ');
}

/** Stands for the dotted capital of Turkish while the rest is made small: by itself it would fall into two characters. */
const DOTTED = '\u{E000}';

/** Whether a text has capitals alone, or none: then its case says nothing. `ß` has no capital that anybody types. */
export function isAllOneCase(text: string): boolean {
  const letters = text.replaceAll('ß', '');
  return letters === letters.toLowerCase() || letters === letters.toUpperCase();
}

/** Small letters: of Turkish the dotted capital loses nothing but its size, and the dotless one keeps its form. */
function small(text: string): string {
  // Only these letters are Turkish beyond doubt: with them the plain capital is the dotless one.
  const plain = /[İĞğı]/.test(text) ? text.replaceAll('I', 'ı') : text;
  return plain.replaceAll('İ', DOTTED).toLowerCase();
}

/** Italian particles are part of the surname and have a capital ("Di Marzio"); some of other languages have none. */
function isSmall(word: string, index: number, count: number): boolean {
  return index > 0 && index < count - 1 && SMALL_INSIDE.has(word);
}

/** Capitals at the beginning of each word and of each part behind a sign: "d'angelo" becomes "D'Angelo", "s.lazzaro" "S.Lazzaro". */
export function capitalised(word: string): string {
  return (
    word
      .replaceAll(
        /(^|[^\p{L}\p{M}\p{N}\u{E000}])(\p{L}|\u{E000})/gu,
        (_, before: string, letter: string) => before + (isInside(before, letter) ? letter : capital(letter)),
      )
      .replaceAll(DOTTED, 'i')
      .replace(/^Mc(\p{Ll})(?=\p{Ll}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
      // Dutch; in names of other languages a vowel follows (Ijaz, Ijeoma).
      .replaceAll(/(^|[^\p{L}])Ij(?=[szkmp])/gu, '$1IJ')
  );
}

/** In Ukrainian and Belarusian an apostrophe stands inside a word: Мар'яна. */
function isInside(before: string, letter: string): boolean {
  return before === "'" && /\p{sc=Cyrillic}/u.test(letter);
}

/** The capital of a letter at the beginning of a word; Georgian has none there, and some letters become two: they stay. */
function capital(letter: string): string {
  if (letter === DOTTED) return 'İ';
  if (/\p{sc=Georgian}/u.test(letter)) return letter;
  const upper = letter.toUpperCase();
  return upper.length === letter.length ? upper : letter;
}

const ACCENTED: Readonly<Record<string, string>> = { a: 'à', e: 'è', i: 'ì', o: 'ò', u: 'ù' };

/** The accent of a final apostrophe: "nicolo'" is how capitals without accents write "nicolò". */
export function accented(word: string): string {
  const match = /^(.+)([aeiou])'$/.exec(word);
  return match ? `${match[1]}${ACCENTED[match[2] ?? ''] ?? ''}` : word;
}
