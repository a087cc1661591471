import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, daysBetween, parseLocalDate, weekdayOf } from '../../../domain/base/local-date.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { plainText } from '../../ui/notice/plain-words.ts';

const MONTHS = [
  ['gennaio', 'january'],
  ['febbraio', 'february'],
  ['marzo', 'march'],
  ['aprile', 'april'],
  ['maggio', 'may'],
  ['giugno', 'june'],
  ['luglio', 'july'],
  ['agosto', 'august'],
  ['settembre', 'september'],
  ['ottobre', 'october'],
  ['novembre', 'november'],
  ['dicembre', 'december'],
] as const;
const WEEKDAYS = [
  ['lunedi', 'monday'],
  ['martedi', 'tuesday'],
  ['mercoledi', 'wednesday'],
  ['giovedi', 'thursday'],
  ['venerdi', 'friday'],
  ['sabato', 'saturday'],
  ['domenica', 'sunday'],
] as const;
const RELATIVE: Readonly<Record<string, number>> = {
  oggi: 0,
  today: 0,
  ieri: -1,
  yesterday: -1,
  domani: 1,
  tomorrow: 1,
  'altro ieri': -2,
  laltroieri: -2,
  'laltro ieri': -2,
  dopodomani: 2,
};
const LEAST_LETTERS = 3;
const NEAR_MONTHS = 6;

/**
 * The days that are meant by "ieri", "20 novembre", "20/11", "nov 20", "lun 23", "lunedì": without a year, that of the school year of today; a weekday
 * alone is its last day, then its next one. Empty when no day is meant.
 *
 * @param today the day on the screen's clock
 * @param isPast that day is the last one of a school year that is over: then it is not "oggi"
 */
export function typedDays(typed: string, today: LocalDate, isPast = false): readonly LocalDate[] {
  const text = plainText(typed.replaceAll(/[-.]/g, '/'));
  const relative = RELATIVE[text];
  if (relative !== undefined) return isPast ? [] : [addDays(today, relative)];
  const words = text.split(' ').filter((word) => word !== '' && word !== 'il' && word !== 'the');
  const numeric = words.length === 1 ? numericDay(words[0] ?? '', today) : undefined;
  if (numeric) return [numeric];

  let weekday: number | undefined;
  let month: number | undefined;
  let day: number | undefined;
  let year: number | undefined;
  for (const word of words) {
    const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
    if (number !== undefined && day === undefined) day = Number(number);
    else if (/^\d{4}$/.test(word) && year === undefined) year = Number(word);
    else if (nameIndex(WEEKDAYS, word) !== undefined && weekday === undefined)
      weekday = (nameIndex(WEEKDAYS, word) ?? 0) + 1;
    else if (nameIndex(MONTHS, word) !== undefined && month === undefined)
      month = (nameIndex(MONTHS, word) ?? 0) + 1;
    else return [];
  }
  if (day !== undefined && month !== undefined) return withWeekday(dateOf(day, month, year, today), weekday);
  if (month !== undefined || year !== undefined || weekday === undefined) return [];
  if (day !== undefined) return nearest(day, weekday, today);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  return [addDays(today, -back), addDays(today, 7 - back)];
}

function nameIndex(names: readonly (readonly string[])[], word: string): number | undefined {
  const at = names.findIndex((each) => each.some((name) => name.startsWith(word)));
  return word.length >= LEAST_LETTERS && at >= 0 ? at : undefined;
}

/** `20/11`, `20/11/2026`, `20/11/26`, `2026/11/20`: the day comes before the month, as in Italy. */
function numericDay(word: string, today: LocalDate): LocalDate | undefined {
  const iso = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (iso) return dateOf(Number(iso[3]), Number(iso[2]), Number(iso[1]), today);
  const parts = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(word);
  if (!parts) return undefined;
  const year =
    parts[3] === undefined ? undefined : Number(parts[3].length === 2 ? `20${parts[3]}` : parts[3]);
  return dateOf(Number(parts[1]), Number(parts[2]), year, today);
}

function dateOf(
  day: number,
  month: number,
  year: number | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const start = startYearOf(today);
  const inYear = year ?? (month >= 9 ? start : start + 1);
  return parseLocalDate(`${inYear}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function withWeekday(date: LocalDate | undefined, weekday: number | undefined): readonly LocalDate[] {
  return date === undefined || (weekday !== undefined && weekdayOf(date) !== weekday) ? [] : [date];
}

/** The days of that number and weekday around today, the nearest first. */
function nearest(day: number, weekday: number, today: LocalDate): readonly LocalDate[] {
  const found: LocalDate[] = [];
  const [year = 0, month = 1] = today.split('-').map(Number);
  for (let away = -NEAR_MONTHS; away <= NEAR_MONTHS; away += 1) {
    const first = new Date(Date.UTC(year, month - 1 + away, 1)).toISOString();
    const date = parseLocalDate(`${first.slice(0, 8)}${String(day).padStart(2, '0')}`);
    if (date && weekdayOf(date) === weekday) found.push(date);
  }
  return found
    .toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
    .slice(0, 1);
}
