import type { Instant } from '../../../../domain/base/ids.ts';
import { markInDay } from '../../../../domain/kinds/attendance-day/mark-in-day.ts';
import type { ClassHour, PupilHour } from '../view/class-hour.ts';

/** The hour in which a mark would be made. */
export type MarkedHour = Pick<ClassHour, 'day' | 'bell' | 'bells' | 'mode'>;

/**
 * The earlier hour whose roll saw a pupil of whom a late entry would write an exit besides itself, at the start of its hour. Undefined
 * where the entry writes nothing that was not typed. Asked before, because the family reads an exit as one (A1).
 */
export function goneFirst(
  { bell, ...ofDay }: MarkedHour,
  {
    state,
    seen,
    person,
  }: Pick<PupilHour, 'state' | 'seen'> & { readonly person: Pick<PupilHour['person'], 'id'> },
  now: Instant,
): number | undefined {
  if (!seen.before) return undefined;
  const written = markInDay(
    state.events,
    { kind: 'late', time: bell.end },
    { ...bell, by: person.id, at: now, presentUntil: seen.before.until },
    ofDay,
  );
  const isExitAtStart = ({ kind, time }: (typeof written)[number]) => kind === 'exit' && time === bell.start;
  return written.some(isExitAtStart) && !state.events.some(isExitAtStart) ? seen.before.hour : undefined;
}
