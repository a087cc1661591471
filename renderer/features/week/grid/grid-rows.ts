import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../../../domain/base/local-date.ts';
import type { NoLessonReason } from '../../../../domain/school/calendar.ts';
import type { WeekDay, WeekHour } from '../view/taught-days.ts';

/** A cell of the grid: my hours there, and of a month the day. */
interface GridCell {
  readonly day: LocalDate;
  readonly hours: readonly WeekHour[];
  /** Of a month: the cell is a whole day, which is in it or not. */
  readonly isOutside?: true;
}

/** A row: an hour of the week, or a week of the month. */
interface GridRow {
  /** The number of the hour, with the time at which it begins; or the Monday of the week. */
  readonly hour?: { readonly number: number; readonly start: LocalTime };
  readonly monday?: LocalDate;
  readonly cells: readonly GridCell[];
}

/** A column: a day of the week, or a weekday of the month. */
interface GridColumn {
  readonly day: LocalDate;
  readonly noLesson?: NoLessonReason;
}

/** What the grid draws. */
export interface HourGrid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

const FRIDAY = 5;
const WEEK = 7;

/** A row for each hour that somebody has in the week, a column for each day from Monday to Friday, and those after it that have hours. */
export function weekGrid(days: readonly WeekDay[]): HourGrid {
  const columns = shownDays(days);
  const starts = new Map<number, LocalTime>();
  for (const { hour, start } of columns.flatMap(({ hours }) => hours)) {
    const known = starts.get(hour);
    if (known === undefined || start < known) starts.set(hour, start);
  }
  const rows = [...starts]
    .toSorted(([a], [b]) => a - b)
    .map(([number, start]) => ({
      hour: { number, start },
      cells: columns.map(({ day, hours }) => ({
        day,
        hours: hours.filter(({ hour }) => hour === number),
      })),
    }));
  return { columns: columns.map(columnOf), rows };
}

/** A row for each week of the month, a column for each weekday that has hours in it, and those from Monday to Friday in any case. */
export function monthGrid(days: readonly WeekDay[]): HourGrid {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return { columns: [], rows: [] };
  const byDay = new Map(days.map((each) => [each.day, each]));
  const begins = addDays(first.day, 1 - weekdayOf(first.day));
  const weekdays = Array.from({ length: WEEK }, (_each, index) => index + 1).filter(
    (weekday) =>
      weekday <= FRIDAY || days.some(({ day, hours }) => weekdayOf(day) === weekday && hours.length > 0),
  );
  const rows: GridRow[] = [];
  for (let monday = begins; monday <= last.day; monday = addDays(monday, WEEK))
    rows.push({
      monday,
      cells: weekdays.map((weekday): GridCell => {
        const day = addDays(monday, weekday - 1);
        const known = byDay.get(day);
        return known ? { day, hours: known.hours } : { day, hours: [], isOutside: true };
      }),
    });
  // A month that begins on a Sunday has nothing to show in its first row.
  const shown = rows.filter(({ cells }) => cells.some(({ isOutside }) => !isOutside));
  return { columns: weekdays.map((weekday) => ({ day: addDays(begins, weekday - 1) })), rows: shown };
}

function shownDays(days: readonly WeekDay[]): readonly WeekDay[] {
  return days.filter(({ day, hours }) => weekdayOf(day) <= FRIDAY || hours.length > 0);
}

function columnOf({ day, noLesson }: WeekDay): GridColumn {
  return { day, ...(noLesson ? { noLesson } : {}) };
}
