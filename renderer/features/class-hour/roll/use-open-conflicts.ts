import { useMemo } from 'react';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useView } from '../../../ui/use-view.ts';
import { openConflicts } from '../view/open-conflicts.ts';

/** The pupils of this hour with a conflict that its reader has not looked at yet. */
export function useOpenConflicts(register: Register, place: HourPlace): ReadonlySet<PersonId> {
  const live = useView(openConflicts, register, place);
  const pupils = live.ready ? live.value : undefined;
  return useMemo(() => new Set(pupils), [pupils]);
}
