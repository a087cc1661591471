import type { LocalDate } from '../../../../domain/base/ids.ts';
import { addDays, localDate, parseLocalDate, weekdayOf } from '../../../../domain/base/local-date.ts';

/** A week or a month, by a day in it; without one that of today. */
export interface WeekAddress {
  readonly scope: 'week' | 'month';
  readonly day?: LocalDate;
}

/** First and last day of what is shown. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const ADDRESS = /^\/(week|month)(?:\/([^/]+))?$/;
const WEEK = 7;

/** Address of the week of a day; without one, of this week. */
export function weekPath(day?: LocalDate): string {
  return day === undefined ? '/week' : `/week/${day}`;
}

/** Address of the month of a day; without one, of this month. */
export function monthPath(day?: LocalDate): string {
  return day === undefined ? '/month' : `/month/${day}`;
}

/** Reads `/week`, `/week/2026-11-23` and the same of a month; undefined for any other address, and for a day that cannot be. */
export function weekAddressOf(address: string): WeekAddress | undefined {
  const [, name, dayText] = ADDRESS.exec(address) ?? [];
  if (name === undefined) return undefined;
  const scope = name === 'month' ? 'month' : 'week';
  if (dayText === undefined) return { scope };
  const day = parseLocalDate(dayText);
  return day === undefined ? undefined : { scope, day };
}

/** From Monday to Sunday of the week of a day. */
export function weekOf(day: LocalDate): DaySpan {
  const from = addDays(day, 1 - weekdayOf(day));
  return { from, to: addDays(from, WEEK - 1) };
}

/** From the first to the last day of the month of a day. */
export function monthOf(day: LocalDate): DaySpan {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = month === 12 ? localDate(year + 1, 1, 1) : localDate(year, month + 1, 1);
  return { from: localDate(year, month, 1), to: addDays(next, -1) };
}

/** What is shown at an address, and a day of what comes before it and after it. */
export function shownAt(scope: WeekAddress['scope'], day: LocalDate) {
  const span = scope === 'week' ? weekOf(day) : monthOf(day);
  const pathOf = scope === 'week' ? weekPath : monthPath;
  return { span, previous: pathOf(addDays(span.from, -1)), next: pathOf(addDays(span.to, 1)) };
}

/** The days of a span, in order. */
export function daysOf({ from, to }: DaySpan): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
