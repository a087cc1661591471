import bidiFactory, { type Bidi } from 'bidi-js';
import { typefaceRuns, type FontName, type Typeface, type TypefaceRun } from './typefaces.ts';

/** A line of text in the order in which it is seen, from left to right. */
export interface MixedLine {
  /** As it is read. */
  readonly text: string;
  readonly runs: readonly TypefaceRun[];
}

// The package describes its build for browsers; what Node loads is the factory itself.
const bidi = (bidiFactory as unknown as () => Bidi)();
/** Scripts that may be broken between any two letters. */
const BREAKABLE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;
const letters = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** Breaks text of several scripts into lines of a width; `widthOf` measures a run. */
export function mixedLines(
  text: string,
  font: FontName,
  width: number,
  widthOf: (run: TypefaceRun) => number,
): readonly MixedLine[] {
  const measure = (part: string) => typefaceRuns(part, font).reduce((sum, run) => sum + widthOf(run), 0);
  const lines: string[] = [];
  for (const paragraph of text.normalize('NFC').split('\n')) {
    let line = '';
    for (const piece of pieces(paragraph, (part) => measure(part) > width)) {
      if (line === '' || measure(line + piece.trimEnd()) <= width) line += piece;
      else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
    lines.push(line.trimEnd());
  }
  return lines.map((part) => ({ text: part, runs: inSight(part, font) }));
}

/** Words with the blank behind them; those that no line can hold, letter by letter. */
function pieces(text: string, isTooWide: (part: string) => boolean): readonly string[] {
  const words = text.match(/\S+\s*|\s+/gu) ?? [];
  return words.flatMap((word) =>
    isTooWide(word) || BREAKABLE.test(word)
      ? Array.from(letters.segment(word), ({ segment }) => segment)
      : [word],
  );
}

/**
 * The runs of a line as they stand side by side (Unicode bidirectional algorithm, in a paragraph from left to right). Within a run from
 * right to left the library turns the letters of a word; the words, and signs between them, are turned here.
 */
function inSight(line: string, font: FontName): readonly TypefaceRun[] {
  const inOrder = typefaceRuns(line, font);
  const { levels } = bidi.getEmbeddingLevels(inOrder.map(({ text }) => text).join(''), 'ltr');
  const runs: { typeface: Typeface; text: string; level: number }[] = [];
  let at = 0;
  for (const { typeface, text } of inOrder)
    for (const letter of text) {
      const level = levels[at] ?? 0;
      at += letter.length;
      const last = runs.at(-1);
      if (last && last.typeface === typeface && last.level === level) last.text += letter;
      else runs.push({ typeface, text: letter, level });
    }
  return reordered(runs.flatMap((run) => (run.level % 2 === 1 ? inWords(run) : [run])));
}

/** A run from right to left, a piece for each word and each stretch of signs, whose brackets look the other way. */
function inWords<R extends { readonly text: string }>(run: R): readonly R[] {
  const parts = run.text.match(/[\p{L}\p{M}\p{Cf}]+|[^\p{L}\p{M}\p{Cf}]+/gu) ?? [];
  return parts.map((part) => {
    if (/[\p{L}\p{M}]/u.test(part)) return { ...run, text: part };
    const mirrored = Array.from(part, (sign) => bidi.getMirroredCharacter(sign) ?? sign);
    return { ...run, text: mirrored.toReversed().join('') };
  });
}

/** Rule L2: from the highest level down to the lowest odd one, what stands at it or above is turned round. */
function reordered<R extends { readonly level: number }>(runs: readonly R[]): readonly R[] {
  const order = [...runs];
  for (let level = Math.max(0, ...order.map((run) => run.level)); level > 0; level -= 1)
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = Math.max(start, end - 1);
    }
  return order;
}
