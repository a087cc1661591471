import type { PersonId } from '../../../../domain/base/ids.ts';
import { createAsked } from './wanted.ts';

/** Whose line of what there is to justify is to have the focus. */
const { want, useWanted: useWantedLine, forget: forgetWantedLine } = createAsked<PersonId>();

export { forgetWantedLine, useWantedLine };

/** Asks the list of what there is to justify to go to a pupil, as soon as it is here. */
export function wantLine(pupil: PersonId): void {
  want(pupil);
}
