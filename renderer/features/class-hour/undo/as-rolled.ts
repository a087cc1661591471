import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import { isChangedSince, type Changes } from './changes.ts';

/** The pupils of an hour with what has changed since its roll was confirmed, and how many there are. */
export interface Rolled {
  readonly pupils: readonly PupilHour[];
  readonly changes: number;
}

/** Joins what is stored about changes after the confirmation with what this page has seen. */
export function asRolled(hour: ClassHour, changes: Changes): Rolled {
  const at = hour.lesson?.rollCall?.at;
  const pupils = hour.pupils.map((pupil) => {
    const changedAfterRollCall = isChangedSince(pupil, changes, at);
    return changedAfterRollCall === pupil.changedAfterRollCall ? pupil : { ...pupil, changedAfterRollCall };
  });
  const listed = hour.pupils.filter((pupil) => pupil.changedAfterRollCall).length;
  const unlisted = at === undefined ? 0 : Math.max(0, hour.changesAfterRollCall - listed);
  return { pupils, changes: unlisted + pupils.filter((pupil) => pupil.changedAfterRollCall).length };
}
