import type { LocalDate } from '../base/ids.ts';
import { addDays, daysBetween, localDate, weekdayOf } from '../base/local-date.ts';
import type { Period, SchoolYear } from '../kinds/school-year/record.ts';

const SUNDAY = 7;
/** A year whose last month is all closed has no last day of lessons to speak of. */
const DAYS_LOOKED_BACK = 31;

/** Why a day has no lessons; `name` holds the text of a closure, in the school's words. */
export type NoLessonReason =
  | { readonly kind: 'outsideLessonSpan' }
  | { readonly kind: 'sunday' }
  | { readonly kind: 'restDay' }
  | { readonly kind: 'nationalHoliday'; readonly holiday: NationalHoliday }
  | { readonly kind: 'patronSaint' }
  | { readonly kind: 'closure'; readonly name: string };

/** National holidays, by key: screens translate them (D4). */
export type NationalHoliday = (typeof FIXED_HOLIDAYS)[number]['key'] | 'easterMonday';

/** Holidays on a fixed day of the year; 4 October since 2026 (D4). */
const FIXED_HOLIDAYS = [
  { key: 'newYear', month: 1, day: 1, since: 0 },
  { key: 'epiphany', month: 1, day: 6, since: 0 },
  { key: 'liberation', month: 4, day: 25, since: 0 },
  { key: 'labour', month: 5, day: 1, since: 0 },
  { key: 'republic', month: 6, day: 2, since: 0 },
  { key: 'assumption', month: 8, day: 15, since: 0 },
  { key: 'saintFrancis', month: 10, day: 4, since: 2026 },
  { key: 'allSaints', month: 11, day: 1, since: 0 },
  { key: 'immaculate', month: 12, day: 8, since: 0 },
  { key: 'christmas', month: 12, day: 25, since: 0 },
  { key: 'saintStephen', month: 12, day: 26, since: 0 },
] as const;

const fixedHolidays = new Map(
  FIXED_HOLIDAYS.map(({ key, month, day, since }) => [
    `${twoDigits(month)}-${twoDigits(day)}`,
    { key, since },
  ]),
);

/** Easter Sunday of a year (Gregorian calendar, the anonymous algorithm of 1876). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return localDate(year, month, day);
}

/** The national holiday on a day, if it is one (D4). */
export function nationalHoliday(day: LocalDate): NationalHoliday | undefined {
  const year = Number(day.slice(0, 4));
  const fixed = fixedHolidays.get(day.slice(5));
  if (fixed && year >= fixed.since) return fixed.key;
  const month = Number(day.slice(5, 7));
  // Easter falls between 22 March and 25 April: other months need no computation.
  const mayBeEaster = month === 3 || month === 4;
  return mayBeEaster && day === addDays(easterSunday(year), 1) ? 'easterMonday' : undefined;
}

/** Why there are no lessons on a day; undefined on a lesson day (D1, D3, D4). */
export function noLessonReason(year: SchoolYear, day: LocalDate): NoLessonReason | undefined {
  if (day < year.lessonsFrom || day > year.lessonsTo) return { kind: 'outsideLessonSpan' };
  const known: KnownDays = knownDays.get(year) ?? new Map();
  knownDays.set(year, known);
  if (known.has(day)) return known.get(day);
  const reason = whyNoLesson(year, day);
  known.set(day, reason);
  return reason;
}

type KnownDays = Map<LocalDate, NoLessonReason | undefined>;

/** The days of each school year that were asked about: a mark asks about its day, and two weeks of hours about each class. */
const knownDays = new WeakMap<SchoolYear, KnownDays>();

function whyNoLesson(year: SchoolYear, day: LocalDate): NoLessonReason | undefined {
  const weekday = weekdayOf(day);
  if (weekday === SUNDAY) return { kind: 'sunday' };
  const holiday = nationalHoliday(day);
  if (holiday) return { kind: 'nationalHoliday', holiday };
  if (year.patronSaint === day.slice(5)) return { kind: 'patronSaint' };
  const closure = year.closures.find((span) => span.from <= day && day <= span.to);
  if (closure) return { kind: 'closure', name: closure.name };
  return year.restDays.includes(weekday) ? { kind: 'restDay' } : undefined;
}

/** Whether there are lessons on a day. */
export function isLessonDay(year: SchoolYear, day: LocalDate): boolean {
  return noLessonReason(year, day) === undefined;
}

/** The lesson days from one day to another, both included. */
export function lessonDays(
  year: SchoolYear,
  from: LocalDate = year.lessonsFrom,
  to: LocalDate = year.lessonsTo,
): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let offset = 0; offset <= daysBetween(from, to); offset += 1) {
    const day = addDays(from, offset);
    if (isLessonDay(year, day)) days.push(day);
  }
  return days;
}

/** The last day of lessons of a year: the one on which a year that is over is looked at (D198). */
export function lastLessonDay(year: SchoolYear): LocalDate {
  return lessonDays(year, addDays(year.lessonsTo, -DAYS_LOOKED_BACK)).at(-1) ?? year.lessonsTo;
}

/** The day by which it is told what is still to be justified of a year that is over: what was missed on its last day is, too (D89). */
export function dayAfterLessons(year: SchoolYear): LocalDate {
  return addDays(lastLessonDay(year), 1);
}

/** The place among the periods of a year of the one that a day is in, from 0; undefined for a day in none (D2). */
export function periodIndexOn({ periods }: Pick<SchoolYear, 'periods'>, day: LocalDate): number | undefined {
  const index = periods.findIndex(({ from, to }) => from <= day && day <= to);
  return index === -1 ? undefined : index;
}

/** The assessment period a day falls in (D2). */
export function periodOn(year: SchoolYear, day: LocalDate): Period | undefined {
  const index = periodIndexOn(year, day);
  return index === undefined ? undefined : year.periods[index];
}

/**
 * The place of the period that a day is about: the one that it is in, else the last that has begun, so that after the last lesson it is the last one, for
 * whose meeting marks are looked at; before the first lesson the first.
 */
export function periodAbout(year: Pick<SchoolYear, 'periods'>, day: LocalDate): number {
  const begun = year.periods.findLastIndex(({ from }) => from <= day);
  return periodIndexOn(year, day) ?? Math.max(0, begun);
}

/** What is wrong with the periods of a year: they must be ordered, and without gaps or overlaps (D2). */
export function periodFaults(
  year: Pick<SchoolYear, 'periods' | 'lessonsFrom' | 'lessonsTo'>,
): readonly string[] {
  const faults: string[] = [];
  for (const [index, period] of year.periods.entries()) {
    if (period.to < period.from) faults.push(`periods.${index}.to`);
    const next = year.periods[index + 1];
    if (next && next.from !== addDays(period.to, 1)) faults.push(`periods.${index + 1}.from`);
  }
  if (year.lessonsTo < year.lessonsFrom) faults.push('lessonsTo');
  const first = year.periods[0];
  const last = year.periods.at(-1);
  if (first && first.from > year.lessonsFrom) faults.push('periods.0.from');
  if (last && last.to < year.lessonsTo) faults.push(`periods.${year.periods.length - 1}.to`);
  return faults;
}

/** The calendar year in which the school year of a day begins: 1 September to 31 August (D1). */
export function startYearOf(day: LocalDate): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) >= 9 ? year : year - 1;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
