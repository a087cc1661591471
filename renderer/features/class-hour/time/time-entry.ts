import type { LocalTime } from '../../../../domain/base/ids.ts';
import { minutesToTime, parseLocalTime, timeToMinutes } from '../../../../domain/base/local-date.ts';

/** The lesson hour that a typed time belongs to. */
export interface HourSpan {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/**
 * Reads a time as people type it in a hurry: `0815`, `815`, `8:15`, `8.15`; one or two digits alone are the minutes of the lesson
 * hour (`20` in the hour from 8:55 to 9:50 is 9:20). Undefined when it is no time of day.
 */
export function parseTypedTime(typed: string, span: HourSpan): LocalTime | undefined {
  const text = typed.trim();
  const parts = /^(\d{1,2})[:.,\s](\d{2})$/.exec(text);
  if (parts) return clockTime(parts[1], parts[2]);
  if (/^\d{3,4}$/.test(text)) return clockTime(text.slice(0, -2), text.slice(-2));
  return /^\d{1,2}$/.test(text) ? minuteOfHour(Number(text), span) : undefined;
}

/** A time some minutes earlier or later, kept within the day. */
export function shiftTime(time: LocalTime, minutes: number): LocalTime {
  return minutesToTime(Math.min(1439, Math.max(0, timeToMinutes(time) + minutes)));
}

/** How far from the start (late) or the end (exit) of an hour that does not run the suggestion lies: at the very start nobody is late. */
const SUGGESTED_MINUTES = 10;

/**
 * What the editor opens with: now while the hour runs, its beginning before it, because no time to come is taken; where the hour is over or
 * the clock does not bind, some minutes into the hour, or before its end. Whoever has gone in the hour comes back after that, and whoever
 * has come goes after that: a time before it would say that the pupil had been away, or here, until then.
 *
 * @param now the time on the clock, on the day itself; undefined where it binds nothing
 * @param last when the pupil last came or went in this hour, the other way round than the mark says
 */
export function suggestedTime(
  span: HourSpan,
  now: LocalTime | undefined,
  mark: 'late' | 'exited',
  last?: LocalTime,
): LocalTime {
  if (now !== undefined && now < span.end) return now > span.start ? now : span.start;
  const usual =
    mark === 'late' ? shiftTime(span.start, SUGGESTED_MINUTES) : shiftTime(span.end, -SUGGESTED_MINUTES);
  if (last === undefined || last < usual) return usual;
  const after = shiftTime(last, SUGGESTED_MINUTES);
  return after < span.end ? after : span.end;
}

function clockTime(hours: string | undefined, minutes: string | undefined): LocalTime | undefined {
  return parseLocalTime(`${String(hours).padStart(2, '0')}:${minutes}`);
}

function minuteOfHour(minute: number, span: HourSpan): LocalTime | undefined {
  const [start, end] = [timeToMinutes(span.start), timeToMinutes(span.end)];
  if (minute > 59) return undefined;
  for (let base = Math.floor(start / 60) * 60; base <= end; base += 60) {
    const candidate = base + minute;
    if (candidate >= start && candidate <= end) return minutesToTime(candidate);
  }
  return undefined;
}
