import type { LocalDate } from '../../base/ids.ts';
import type { Lesson } from '../lesson/record.ts';
import { concernsGroup } from '../../school/who/concerns-group.ts';
import { isReligionGroup } from '../../school/who/religion-groups.ts';
import type { SyllabusItem } from './record.ts';

/** A topic of a syllabus, and since when it is done. */
export interface TickedItem {
  readonly item: SyllabusItem;
  /** The first lesson whose topic names it, or the day on which it was ticked off by hand. */
  readonly done?: { readonly day: LocalDate; readonly hour?: number };
  /** Of a class that is parted, the groups that have done it while others have not: it is not done yet (D204). */
  readonly doneWith?: readonly string[];
}

/** What of a lesson ticks topics off. */
type Told = Pick<Lesson, 'day' | 'hour' | 'topic' | 'group'>;

/**
 * The topics of a syllabus in their order, ticked off by the lessons: one whose topic names the words of the syllabus has done it. A topic
 * that is corrected unticks by itself, and what nobody wrote in these words is ticked by hand.
 *
 * Where the class is parted a topic is done once each group has done it, with the class or by itself (D204).
 *
 * @param groups those that have to have done it; none of a class that is taught as a whole
 */
export function tickedItems(
  items: readonly SyllabusItem[],
  lessons: readonly Told[],
  groups: readonly string[] = [],
): readonly TickedItem[] {
  const inOrder = lessons
    .filter(({ topic }) => topic !== '')
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour)
    .map((lesson) => ({ lesson, words: wordsOf(lesson.topic) }));
  return items
    .toSorted((a, b) => a.position - b.position || a.id.localeCompare(b.id))
    .map((item) => {
      const words = wordsOf(item.topic);
      const naming = inOrder.filter((each) => each.words.includes(words)).map(({ lesson }) => lesson);
      const found = doneBy(naming, groups);
      if (found) return { item, done: { day: found.day, hour: found.hour } };
      if (item.doneOn !== undefined) return { item, done: { day: item.doneOn } };
      const doneWith = groups.filter((group) => naming.some((lesson) => lesson.group === group));
      return doneWith.length > 0 ? { item, doneWith } : { item };
    });
}

/** The lesson by which the last one of the groups had done a topic, of those that name it, in order. */
function doneBy(naming: readonly Told[], groups: readonly string[]): Told | undefined {
  if (groups.length === 0) return naming[0];
  const firsts = groups.map((group) => naming.findIndex((lesson) => concernsGroup(lesson, group)));
  return firsts.includes(-1) ? undefined : naming[Math.max(...firsts)];
}

/**
 * The groups of a class that each have to have done a topic of a subject (D204): those that have it by themselves, or, where the whole class
 * has it too, all that the class is split into. None where no lesson of it was a group's.
 */
export function groupsOfSubject(
  lessons: readonly Pick<Lesson, 'group'>[],
  ofClass: readonly string[],
): readonly string[] {
  const apart = new Set(lessons.flatMap(({ group }) => group ?? []));
  if (apart.size === 0) return [];
  const isShared = lessons.some(({ group }) => group === undefined);
  return isShared ? [...new Set([...ofClass, ...apart])].filter((one) => !isReligionGroup(one)) : [...apart];
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
