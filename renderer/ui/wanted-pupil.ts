import { create } from 'zustand';
import type { PersonId } from '../../domain/base/ids.ts';

/** Whom the roll call that opens next is to begin with; taken once. */
const useWanted = create<{ readonly pupil: PersonId | undefined }>(() => ({ pupil: undefined }));

/** Asks the roll call to go to a pupil, whether it is on the screen already or opens now. */
export function wantPupil(pupil: PersonId): void {
  useWanted.setState({ pupil });
}

/** The pupil who is asked for, if any. */
export function useWantedPupil(): PersonId | undefined {
  return useWanted((state) => state.pupil);
}

/** The wish is granted. */
export function forgetWantedPupil(): void {
  useWanted.setState({ pupil: undefined });
}
