import type { PersonId } from '../../../../domain/base/ids.ts';
import { createAsked } from './wanted.ts';

/** Where the roll call is to have the focus: at a pupil, or where it had it last. */
interface Wanted {
  readonly pupil?: PersonId;
}

/** What is asked of the roll call that is on the screen or opens next. */
const { want, useWanted, forget: forgetWanted } = createAsked<Wanted>();

export { forgetWanted, useWanted };

/** Asks the roll call to go to a pupil, whether it is on the screen already or opens now. */
export function wantPupil(pupil: PersonId): void {
  want({ pupil });
}

/** Asks the roll call to take the focus, whoever has it now: an hour was asked for by its key. */
export function wantRoll(): void {
  want({});
}
