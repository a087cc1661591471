import type { LocalTime } from '../../base/ids.ts';
import { timeToMinutes } from '../../base/local-date.ts';
import { ATTENDANCE_EVENT_KINDS, type AttendanceEvent } from './record.ts';
import type { SchoolPolicies } from '../school/record.ts';
import { movesOf } from './hour-presence.ts';

/** State of one pupil for the day as a whole, computed from the events (D8). */
export interface DayState {
  /** Absent for the whole day: marked absent, and no sign of having been at school. */
  readonly absent: boolean;
  /** Clock time of the first entry, where nothing before it says that the pupil had been at school: the arrival. */
  readonly arrival?: LocalTime;
  /** Clock time of the last entry. */
  readonly entry?: LocalTime;
  /** Clock time of the last exit. */
  readonly exit?: LocalTime;
  /** Hours spent out of class, present elsewhere. */
  readonly outOfClassHours: readonly number[];
  /** What the state was computed from. */
  readonly events: readonly AttendanceEvent[];
}

/** Computes the state of the day from its events. */
export function dayState(events: readonly AttendanceEvent[]): DayState {
  const moves = movesOf(events);
  const last = (kind: AttendanceEvent['kind']) => moves.findLast((event) => event.kind === kind)?.time;
  const first = moves[0];
  const arrival = first?.kind === 'entry' ? first.time : undefined;
  const entry = last('entry');
  const exit = last('exit');
  return {
    absent: events.length > 0 && events.every((event) => event.kind === 'absent'),
    ...(arrival === undefined ? {} : { arrival }),
    ...(entry === undefined ? {} : { entry }),
    ...(exit === undefined ? {} : { exit }),
    outOfClassHours: events.filter((event) => event.kind === 'outOfClass').map((event) => event.hour),
    events,
  };
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

/** A fault of a day's events. */
export type EventFault = 'contradictoryEvents';

/**
 * Checks that entries and exits carry a time and nothing else does, that nothing stands twice, and that nobody is absent and seen by
 * marks of one hour (D8). How many entries and exits there are is no fault: see {@link movesOverMaximum}.
 */
export function eventFault(events: readonly AttendanceEvent[]): EventFault | undefined {
  const isTimed = ({ kind }: AttendanceEvent) => kind === 'entry' || kind === 'exit';
  if (events.some((event) => isTimed(event) !== (event.time !== undefined))) return 'contradictoryEvents';
  const names = events.map(({ kind, hour, time }) => `${kind}.${hour}.${time ?? ''}`);
  if (new Set(names).size !== names.length) return 'contradictoryEvents';
  return hasAbsentAndSeen(events) ? 'contradictoryEvents' : undefined;
}

/** Whether marks of one hour say both that a pupil is absent and that the pupil was seen. */
export function hasAbsentAndSeen(events: readonly AttendanceEvent[]): boolean {
  const absent = new Set(events.filter(({ kind }) => kind === 'absent').map(({ hour }) => hour));
  return events.some(({ kind, hour }) => kind !== 'absent' && absent.has(hour));
}

/** How many entries and exits a day has beyond the school's maximum: a warning and a count, never a reason to refuse (D8). */
export function movesOverMaximum(
  events: readonly AttendanceEvent[],
  policies: Pick<SchoolPolicies, 'entriesPerDay' | 'exitsPerDay'>,
): number {
  const count = (kind: AttendanceEvent['kind']) => events.filter((event) => event.kind === kind).length;
  const over = (number: number, most: number) => Math.max(0, number - most);
  return over(count('entry'), policies.entriesPerDay) + over(count('exit'), policies.exitsPerDay);
}
