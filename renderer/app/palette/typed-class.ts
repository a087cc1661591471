import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { plainText } from '../../ui/notice/plain-words.ts';

/** A class that is meant, and its hour where one was typed. */
export interface TypedClass {
  readonly schoolClass: SchoolClass;
  readonly hour?: number;
}

const WORDS_FOR_HOUR = new Set(['ora', 'hour', 'lesson', 'h', 'alla']);
const WORDS_FOR_CLASS = new Set(['classe', 'class']);

/**
 * The classes that are meant by "1A", "1ª a", "classe 1", and with an hour by "3a 5", "3A 5ª ora", "5 ora 3a": those of exactly that name first, then those
 * that begin so. An hour counts only behind the whole name.
 */
export function typedClasses(typed: string, classes: readonly SchoolClass[]): readonly TypedClass[] {
  const words = plainText(typed.replaceAll(/[ªº°]/g, ''))
    .split(' ')
    .filter((word) => word !== '');
  const names = words.filter((word) => !WORDS_FOR_HOUR.has(word) && !WORDS_FOR_CLASS.has(word));
  if (names.length === 0) return [];
  const whole = names.join('');
  const exact: TypedClass[] = [];
  const begun: TypedClass[] = [];
  for (const schoolClass of classes) {
    const name = plainText(className(schoolClass)).replaceAll(' ', '');
    if (name === whole) exact.push({ schoolClass });
    else {
      const hour = hourBeside(name, names);
      if (hour !== undefined) exact.push({ schoolClass, hour });
      else if (name.startsWith(whole) && words.every((word) => !WORDS_FOR_HOUR.has(word)))
        begun.push({ schoolClass });
    }
  }
  return [...exact, ...begun];
}

/** The hour typed behind the name of a class or before it. */
function hourBeside(name: string, words: readonly string[]): number | undefined {
  for (let cut = 1; cut < words.length; cut += 1) {
    const [front, back] = [words.slice(0, cut).join(''), words.slice(cut).join('')];
    const hour = front === name ? back : back === name ? front : undefined;
    const number = hour === undefined ? undefined : /^(\d{1,2})(?:a|o|st|nd|rd|th)?$/.exec(hour)?.[1];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

/** An hour of a class to open, and how it lies to the present. */
export interface HourToOpen<Hour> {
  readonly hour: Hour;
  readonly moment: 'now' | 'next' | 'over';
}

/** Which of today's hours of a class is meant without a number: the one running now, else the next one, else, said so, the last one that is over. */
export function presentHour<Hour extends { readonly start: string; readonly end: string }>(
  hours: readonly Hour[],
  time: string,
): HourToOpen<Hour> | undefined {
  const now = hours.find(({ start, end }) => start <= time && time < end);
  if (now) return { hour: now, moment: 'now' };
  const next = hours.find(({ start }) => start > time);
  if (next) return { hour: next, moment: 'next' };
  const last = hours.at(-1);
  return last && { hour: last, moment: 'over' };
}
