import { create } from 'zustand';
import type { PersonId } from '../../../domain/base/ids.ts';

/** Where the roll call is to have the focus: at a pupil, or where it had it last. */
interface Wanted {
  readonly pupil?: PersonId;
}

/** What is asked of the roll call that is on the screen or opens next; taken once. */
const useStore = create<{ readonly wanted: Wanted | undefined }>(() => ({ wanted: undefined }));

/** Asks the roll call to go to a pupil, whether it is on the screen already or opens now. */
export function wantPupil(pupil: PersonId): void {
  want({ pupil });
}

/** Asks the roll call to take the focus, whoever has it now: an hour was asked for by its key. */
export function wantRoll(): void {
  want({});
}

/** What is asked of the roll call, if anything. */
export function useWanted(): Wanted | undefined {
  return useStore((state) => state.wanted);
}

/** It has what was asked, or something else is done: a roll that is here only then must not take the focus. */
export function forgetWanted(): void {
  document.removeEventListener('keydown', forgetWanted, true);
  document.removeEventListener('pointerdown', forgetWanted, true);
  if (useStore.getState().wanted) useStore.setState({ wanted: undefined });
}

function want(wanted: Wanted): void {
  useStore.setState({ wanted });
  document.addEventListener('keydown', forgetWanted, true);
  document.addEventListener('pointerdown', forgetWanted, true);
}
