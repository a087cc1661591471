import type { TFunction } from 'i18next';
import { EVENT_GRADES, type EventGrade } from '../../../domain/grades/events.ts';
import type { JudgementCode } from '../../../domain/grades/scales.ts';

/** What a word may mean where grades are given: a judgement, or something else than a grade (D25, D27, D52). */
export type MarkWord = EventGrade | JudgementCode;

/**
 * What a typed word may mean, of some: the one that it is in full, else all that are abbreviated so, begin so, or have these letters for initials. Several
 * are for whoever typed it to choose from: none is preferred, or what is short for one would be taken for another (D46).
 */
export function readWord<Word extends MarkWord>(
  text: string,
  among: readonly Word[],
  t: TFunction,
): readonly Word[] {
  const typed = plain(text);
  if (typed === '') return [];
  const known = among.map((code) => ({ code, name: plain(wordOf(code, t)), short: plain(shortOf(code, t)) }));
  const inFull = known.filter(({ name }) => name === typed);
  const meant =
    inFull.length > 0
      ? inFull
      : known.filter(
          ({ name, short }) =>
            short === typed ||
            (/^\p{L}/u.test(typed) && (name.startsWith(typed) || initials(name) === typed)),
        );
  return meant.map(({ code }) => code);
}

/** What is to be typed for each of some words: `ds per distinto, dc per discreto`. */
export function choicesText(words: readonly MarkWord[], t: TFunction): string {
  return words
    .map((code) => t('grade.choice', { short: shortOf(code, t), word: wordOf(code, t) }))
    .join(', ');
}

function wordOf(code: MarkWord, t: TFunction): string {
  return isEvent(code) ? t(`grade.event.${code}`) : t(`grade.level.${code}`);
}

function shortOf(code: MarkWord, t: TFunction): string {
  return t(`grade.short.${code}`);
}

/** Of several words the first letters; none of one. */
function initials(name: string): string | undefined {
  const words = name.split(' ');
  return words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : undefined;
}

function isEvent(code: MarkWord): code is EventGrade {
  return EVENT_GRADES.some((each) => each === code);
}

/** Without capitals, accents and points; minus is typed in three ways. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}|\./gu, '')
    .replaceAll(/[−–]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}
