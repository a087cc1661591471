import { useEffect } from 'react';
import type { PupilHour } from '../../data/register.ts';
import { forgetWantedPupil, useWantedPupil } from '../../ui/wanted-pupil.ts';

/** Goes to the pupil who was looked for by name, once, as soon as the class is here. */
export function useWantedPupilFocus(pupils: readonly PupilHour[], focus: (index: number) => void): void {
  const wanted = useWantedPupil();
  useEffect(() => {
    const index = wanted === undefined ? -1 : pupils.findIndex(({ person }) => person.id === wanted);
    if (index < 0) return;
    forgetWantedPupil();
    focus(index);
  }, [wanted, pupils, focus]);
}
