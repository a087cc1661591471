import type { LocalTime } from '../base/ids.ts';
import { timeToMinutes } from '../base/local-date.ts';
import { ATTENDANCE_EVENT_KINDS, type AttendanceEvent } from '../records/attendance-day.ts';
import type { SchoolPolicies } from '../records/school.ts';

/** State of one pupil for the day as a whole, computed from the events (D8). */
export interface DayState {
  readonly absent: boolean;
  /** Clock time of the (last) late entry. */
  readonly entry?: LocalTime;
  /** Clock time of the (last) early exit. */
  readonly exit?: LocalTime;
  /** Hours spent out of class, present elsewhere. */
  readonly outOfClassHours: readonly number[];
}

/** One letter for a pupil in one hour: present, absent, late, early exit, out of class (D22: shown with a legend). */
export type HourMark = 'present' | 'absent' | 'late' | 'exited' | 'outOfClass';

/** Computes the state of the day from its events. */
export function dayState(events: readonly AttendanceEvent[]): DayState {
  const last = (kind: AttendanceEvent['kind']) => events.findLast((event) => event.kind === kind)?.time;
  const entry = last('entry');
  const exit = last('exit');
  return {
    absent: events.some((event) => event.kind === 'absent'),
    ...(entry === undefined ? {} : { entry }),
    ...(exit === undefined ? {} : { exit }),
    outOfClassHours: events.filter((event) => event.kind === 'outOfClass').map((event) => event.hour),
  };
}

/** How a pupil stands in one lesson hour, given its start and end. */
export function hourMark(
  state: DayState,
  hour: { readonly hour: number; readonly start: LocalTime; readonly end: LocalTime },
): HourMark {
  if (state.absent) return 'absent';
  if (state.entry !== undefined && state.entry >= hour.end) return 'absent';
  if (state.exit !== undefined && state.exit <= hour.start) return 'exited';
  if (state.outOfClassHours.includes(hour.hour)) return 'outOfClass';
  if (state.exit !== undefined && state.exit < hour.end) return 'exited';
  if (state.entry !== undefined && state.entry > hour.start) return 'late';
  return 'present';
}

/** Whether a late entry is short: within N minutes of the start of the day's first hour, boundary included (D9). */
export function isShortLate(
  entry: LocalTime,
  firstHourStart: LocalTime,
  policies: Pick<SchoolPolicies, 'shortLateMinutes'>,
): boolean {
  return timeToMinutes(entry) - timeToMinutes(firstHourStart) <= policies.shortLateMinutes;
}

/** Puts events in their one order: kind, then hour, then time, so that equal days are equal values. */
export function sortEvents(events: readonly AttendanceEvent[]): readonly AttendanceEvent[] {
  const rank = (event: AttendanceEvent) => ATTENDANCE_EVENT_KINDS.indexOf(event.kind);
  return events.toSorted(
    (a, b) => rank(a) - rank(b) || a.hour - b.hour || (a.time ?? '').localeCompare(b.time ?? ''),
  );
}

/** Faults of a day's events under the school's policies. */
export type EventFault = 'contradictoryEvents' | 'tooManyEntries';

/** Checks that absent stands alone, entries and exits carry a time in order, and policies on their number hold (D8). */
export function eventFault(
  events: readonly AttendanceEvent[],
  policies: Pick<SchoolPolicies, 'entriesPerDay' | 'exitsPerDay'>,
): EventFault | undefined {
  const count = (kind: AttendanceEvent['kind']) => events.filter((event) => event.kind === kind).length;
  if (count('absent') > 1 || (count('absent') === 1 && events.length > 1)) return 'contradictoryEvents';
  const needsTime = events.some(
    (event) => (event.kind === 'entry' || event.kind === 'exit') !== (event.time !== undefined),
  );
  if (needsTime) return 'contradictoryEvents';
  if (count('entry') > policies.entriesPerDay || count('exit') > policies.exitsPerDay)
    return 'tooManyEntries';
  const { entry, exit } = dayState(events);
  if (entry !== undefined && exit !== undefined && exit <= entry && policies.entriesPerDay === 1)
    return 'contradictoryEvents';
  const outHours = events.filter((event) => event.kind === 'outOfClass').map((event) => event.hour);
  return new Set(outHours).size === outHours.length ? undefined : 'contradictoryEvents';
}
