import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fontkit from 'fontkit';

/** The typefaces of printed pages, by what they are for. */
const OWN = {
  regular: 'roboto-regular.ttf',
  medium: 'roboto-medium.ttf',
  mono: 'dejavu-sans-mono-bold.ttf',
} as const;

/** A typeface that text is asked for in. */
export type FontName = keyof typeof OWN;

/**
 * Typefaces for letters that the own ones lack, each with what its letters have in common, so that a file is opened only for a name that
 * needs it. A script is here when the library joins, stacks and orders its letters rightly, which was looked at for each; Burmese is not.
 */
const OTHERS = {
  latin: /[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Common}\p{sc=Inherited}]/u,
  arabic: /\p{scx=Arabic}/u,
  hebrew: /\p{scx=Hebrew}/u,
  armenian: /\p{sc=Armenian}/u,
  georgian: /\p{scx=Georgian}/u,
  ethiopic: /\p{sc=Ethiopic}/u,
  devanagari: /\p{scx=Devanagari}/u,
  bengali: /\p{scx=Bengali}/u,
  gurmukhi: /\p{scx=Gurmukhi}/u,
  gujarati: /\p{scx=Gujarati}/u,
  tamil: /\p{scx=Tamil}/u,
  telugu: /\p{scx=Telugu}/u,
  kannada: /\p{scx=Kannada}/u,
  malayalam: /\p{scx=Malayalam}/u,
  oriya: /\p{scx=Oriya}/u,
  sinhala: /\p{scx=Sinhala}/u,
  thai: /\p{sc=Thai}/u,
  lao: /\p{sc=Lao}/u,
  khmer: /\p{sc=Khmer}/u,
  tifinagh: /\p{sc=Tifinagh}/u,
  thaana: /\p{scx=Thaana}/u,
  han: /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u,
  hangul: /\p{scx=Hangul}/u,
} as const satisfies Readonly<Record<string, RegExp>>;

/** A typeface by the name of its file in `fonts`. */
export type Typeface = string;

const JOINERS = /[\u200C\u200D]/u;
/** Stands for what cannot be printed: a box would look like a fault of the printer. */
const IN_PLACE = '?';

/** A piece of text that one typeface sets. */
export interface TypefaceRun {
  readonly typeface: Typeface;
  readonly text: string;
}

/** The typefaces that are asked for by name, with their files. */
export function ownTypefaces(): Readonly<Record<FontName, Typeface>> {
  return OWN;
}

/** The bytes of a typeface; read once. */
export function typefaceBytes(typeface: Typeface): Buffer {
  return opened(typeface).bytes;
}

/** How far a typeface reaches above and below the base of a line, in parts of its size. */
export function typefaceExtent(typeface: Typeface): { readonly ascent: number; readonly descent: number } {
  const { ascent, descent } = opened(typeface);
  return { ascent, descent };
}

/** Whether a text is set in one of the own typefaces alone, as nearly all is. */
export function isPlain(text: string, font: FontName): boolean {
  return (
    !/[^\n\x20-\x7E\u00A0-\u00FF]/.test(text) ||
    Array.from(text).every((letter) => letter === '\n' || hasGlyph(OWN[font], letter))
  );
}

/**
 * The text cut where the typeface changes. Marks and joiners stay with the letter that they belong to; blanks and signs with what stands
 * before them, so that the words of a name stay together; a letter of no typeface becomes a question mark.
 */
export function typefaceRuns(text: string, font: FontName): readonly TypefaceRun[] {
  const runs: { typeface: Typeface; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const last = runs.at(-1);
    const typeface = typefaceFor(letter, font, last?.typeface);
    const written = typeface === undefined ? IN_PLACE : letter;
    const into = typeface ?? OWN[font];
    if (last?.typeface === into) last.text += written;
    else runs.push({ typeface: into, text: written });
  }
  return runs;
}

/** The letters of a text that no typeface has, each once. */
export function lettersWithoutGlyph(text: string): readonly string[] {
  if (isPlain(text, 'regular')) return [];
  return [...new Set(text.normalize('NFC'))].filter(
    (letter) => typefaceFor(letter, 'regular', undefined) === undefined,
  );
}

function typefaceFor(letter: string, font: FontName, before: Typeface | undefined): Typeface | undefined {
  // What cannot be seen needs no glyph.
  if (/[\p{Cf}\p{Cc}]/u.test(letter)) return before ?? OWN[font];
  const goesOn = /[\p{M}\p{sc=Common}\p{sc=Inherited}]/u.test(letter) || JOINERS.test(letter);
  if (goesOn && before !== undefined && hasGlyph(before, letter)) return before;
  if (hasGlyph(OWN[font], letter)) return OWN[font];
  return Object.entries(OTHERS)
    .filter(([, letters]) => letters.test(letter))
    .map(([name]) => `noto/${name}.ttf`)
    .find((file) => hasGlyph(file, letter));
}

interface Opened {
  readonly bytes: Buffer;
  readonly has: (codePoint: number) => boolean;
  readonly ascent: number;
  readonly descent: number;
}

const open = new Map<Typeface, Opened>();

function opened(typeface: Typeface): Opened {
  const known = open.get(typeface);
  if (known) return known;
  const bytes = readFileSync(path.join(import.meta.dirname, 'fonts', typeface));
  const font = fontkit.create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${typeface} is a collection of typefaces`);
  const fresh = {
    bytes,
    has: (codePoint: number) => font.hasGlyphForCodePoint(codePoint),
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
  };
  open.set(typeface, fresh);
  return fresh;
}

function hasGlyph(typeface: Typeface, letter: string): boolean {
  return opened(typeface).has(letter.codePointAt(0) ?? 0);
}
