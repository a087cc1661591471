import { useEffect } from 'react';
import type { PupilHour } from '../view/class-hour.ts';
import { forgetWanted, useWanted } from '../../../ui/focus/wanted/wanted-focus.ts';

/** Goes to the pupil who was looked for by name, or to the roll that was asked for by its key: once, as soon as the class is here. */
export function useWantedFocus(
  pupils: readonly PupilHour[],
  focus: (index?: number) => void,
  takesFocus = true,
): void {
  const wanted = useWanted();
  useEffect(() => {
    if (!wanted || pupils.length === 0) return;
    const { pupil } = wanted;
    const index = pupil === undefined ? undefined : pupils.findIndex(({ person }) => person.id === pupil);
    if (index === -1 || (index === undefined && !takesFocus)) return;
    forgetWanted();
    focus(index);
  }, [wanted, pupils, focus, takesFocus]);
}
