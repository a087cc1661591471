import type { LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import { readTypedTime, type TimeLimits } from '../time/typed-time.ts';
import type { PupilHour } from '../view/class-hour.ts';

/** Several pupils late, or leaving, at one time and for one reason (D106): what was chosen and typed so far. */
export interface SeveralDraft {
  readonly move: 'late' | 'exit';
  readonly time: string;
  readonly chosen: ReadonlySet<PersonId>;
}

/** Who may be marked: whoever comes late was not here, or is taken to be; whoever leaves is here. */
export function candidates(pupils: readonly PupilHour[], move: SeveralDraft['move']): readonly PupilHour[] {
  return pupils.filter(({ mark }) =>
    move === 'late' ? mark === 'present' || mark === 'absent' : mark === 'present' || mark === 'late',
  );
}

/** Who is chosen first: of those who come late, whoever is marked absent, where anybody is; else everybody. */
export function firstChosen(pupils: readonly PupilHour[], move: SeveralDraft['move']): ReadonlySet<PersonId> {
  const all = candidates(pupils, move);
  const absent = move === 'late' ? all.filter(({ mark }) => mark === 'absent') : [];
  return new Set((absent.length > 0 ? absent : all).map(({ person }) => person.id));
}

/** Why a time is not taken. */
export type SeveralTimeFault = 'notATime' | 'outside' | 'atBell' | 'ahead';

/** Reads the one time: within the hour of the roll, after its bell for those who come, and not to come. */
export function readTime(
  { move, time: typed }: SeveralDraft,
  limits: TimeLimits,
): { readonly time: LocalTime } | { readonly fault: SeveralTimeFault } {
  const read = readTypedTime(typed, limits, undefined);
  if ('problem' in read) {
    const { kind } = read.problem;
    return { fault: kind === 'ahead' ? 'ahead' : kind === 'notATime' ? 'notATime' : 'outside' };
  }
  return move === 'late' && read.time <= limits.span.start ? { fault: 'atBell' } : read;
}
