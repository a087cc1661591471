import type { ClassHour, PupilHour } from '../view/class-hour.ts';
import type { Declined } from '../proposals/declined.ts';
import { isChangedSince, type Changes } from './changes.ts';

/** The pupils of an hour with what has changed since its roll was confirmed, and how many there are. */
export interface Rolled {
  readonly pupils: readonly PupilHour[];
  readonly changes: number;
}

/** Joins what is stored about changes after the confirmation with what this page has seen, and what is proposed with who was said to be here. */
export function asRolled(hour: ClassHour, changes: Changes, declined: Declined): Rolled {
  const at = hour.lesson?.rollCall?.at;
  const pupils = hour.pupils.map((listed) => {
    const pupil = declined.has(listed.person.id) ? withoutProposal(listed) : listed;
    const changedAfterRollCall = isChangedSince(pupil, changes, at);
    return changedAfterRollCall === pupil.changedAfterRollCall ? pupil : { ...pupil, changedAfterRollCall };
  });
  const listed = hour.pupils.filter((pupil) => pupil.changedAfterRollCall).length;
  const unlisted = at === undefined ? 0 : Math.max(0, hour.changesAfterRollCall - listed);
  return { pupils, changes: unlisted + pupils.filter((pupil) => pupil.changedAfterRollCall).length };
}

function withoutProposal({ isProposedAbsent: _declined, ...pupil }: PupilHour): PupilHour {
  return pupil;
}
