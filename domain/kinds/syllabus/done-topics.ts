import type { LocalDate } from '../../base/ids.ts';
import type { Lesson } from '../lesson/record.ts';
import type { SyllabusItem } from './record.ts';

/** A topic of a syllabus, and since when it is done. */
export interface TickedItem {
  readonly item: SyllabusItem;
  /** The first lesson whose topic names it, or the day on which it was ticked off by hand. */
  readonly done?: { readonly day: LocalDate; readonly hour?: number };
}

/**
 * The topics of a syllabus in their order, ticked off by the lessons: one whose topic names the words of the syllabus has done it. A topic
 * that is corrected unticks by itself, and what nobody wrote in these words is ticked by hand.
 */
export function tickedItems(
  items: readonly SyllabusItem[],
  lessons: readonly Pick<Lesson, 'day' | 'hour' | 'topic'>[],
): readonly TickedItem[] {
  const inOrder = lessons
    .filter(({ topic }) => topic !== '')
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour)
    .map((lesson) => ({ lesson, words: wordsOf(lesson.topic) }));
  return items
    .toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id))
    .map((item) => {
      const words = wordsOf(item.topic);
      const found = inOrder.find((each) => each.words.includes(words))?.lesson;
      if (found) return { item, done: { day: found.day, hour: found.hour } };
      return item.doneOn === undefined ? { item } : { item, done: { day: item.doneOn } };
    });
}

/**
 * A word with its marks (C#, C++), a sign that says something (>, =, €, √), or a minus before a number or at the end; what only parts
 * words is left out.
 */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*[#+]*|[\p{S}#]|[-−](?=\s*(?:\d|$))/gu;

/** Whether two topics say the same in the same words and signs, whatever stands between them. */
export function isSameTopic(one: string, other: string): boolean {
  return wordsOf(one) === wordsOf(other);
}

/** Two topics with the same key say the same in the same words and signs: each between blanks, so that no word is found within another one. */
export function wordsOf(text: string): string {
  const words = text.normalize('NFC').toLocaleLowerCase('it').match(WORD) ?? [];
  // Of signs alone nothing is named: it is what it is.
  return words.length === 0 ? `\n${text.trim()}\n` : ` ${words.join(' ')} `;
}
