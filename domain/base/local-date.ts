import { toInstant, type Instant, type LocalDate, type LocalTime } from './ids.ts';

/** Schools of Italy live in this time zone; register days and hours are read in it whatever the device's own setting. */
export const SCHOOL_TIME_ZONE = 'Europe/Rome';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;
const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 86_400_000;

const schoolClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: SCHOOL_TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Reads `YYYY-MM-DD`; undefined when it is not a day of the calendar. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  // "2026-02-31" rolls over to March instead of failing in some engines: compare with what was asked.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined;
  return text as LocalDate;
}

/** A calendar day from its parts; throws when there is no such day. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const date = parseLocalDate(text);
  if (!date) throw new Error(`No such day: ${text}`);
  return date;
}

/** Reads `HH:MM` (24 hours); undefined when it is not a time of day. */
export function parseLocalTime(text: string): LocalTime | undefined {
  return TIME.test(text) ? (text as LocalTime) : undefined;
}

/** The day that comes `days` after (or, negative, before) another. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(toUtc(date) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

/** Whole days from one date to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / MILLISECONDS_PER_DAY);
}

/** The school's calendar day at an instant. */
export function dayOfInstant(instant: Instant): LocalDate {
  return schoolDayAndTime(instant).day;
}

/** The first instant of a calendar day at the school. */
export function startOfDay(day: LocalDate): Instant {
  const midnight = toUtc(day);
  // Clocks change at one o'clock UTC, never in the hours around midnight at the school.
  return toInstant(midnight - offsetAt(midnight - 2 * MILLISECONDS_PER_HOUR));
}

/** A calendar day and a clock time of the school. */
interface DayAndTime {
  readonly day: LocalDate;
  readonly time: LocalTime;
}

/** The instant that was asked about last: a save and the marks in it are mostly of one. */
let lastAsked: { readonly instant: Instant; readonly local: DayAndTime } | undefined;

/** The school's calendar day and clock time at an instant. */
export function schoolDayAndTime(instant: Instant): DayAndTime {
  if (lastAsked?.instant === instant) return lastAsked.local;
  const milliseconds = Date.parse(instant);
  const text = new Date(milliseconds + offsetAt(milliseconds)).toISOString();
  const local = { day: text.slice(0, 10) as LocalDate, time: text.slice(11, 16) as LocalTime };
  lastAsked = { instant, local };
  return local;
}

/** Clocks change on the hour of UTC: the distance to it need be looked up once an hour. */
const offsets = new Map<number, number>();
const OFFSETS_KEPT = 2000;

function offsetAt(milliseconds: number): number {
  const hour = Math.floor(milliseconds / MILLISECONDS_PER_HOUR);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const start = hour * MILLISECONDS_PER_HOUR;
  const parts = new Map(schoolClock.formatToParts(start).map((part) => [part.type, Number(part.value)]));
  const [year = 0, month = 1, day, hours, minutes] = (
    ['year', 'month', 'day', 'hour', 'minute'] as const
  ).map((type) => parts.get(type));
  const offset = Date.UTC(year, month - 1, day, hours, minutes) - start;
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

/** Minutes since midnight of a time of day. */
export function timeToMinutes(time: LocalTime): number {
  const match = TIME.exec(time);
  return match ? Number(match[1]) * 60 + Number(match[2]) : 0;
}

/** The time of day at so many minutes since midnight (0 to 1439). */
export function minutesToTime(minutes: number): LocalTime {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as LocalTime;
}

function toUtc(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
