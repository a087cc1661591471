import { useMemo } from 'react';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { useViewValue } from '../../../ui/use-view.ts';
import { openConflicts } from '../view/open-conflicts.ts';

/** The pupils of this hour with a conflict that its reader has not looked at yet. */
export function useOpenConflicts(register: Register, place: HourPlace): ReadonlySet<PersonId> {
  const pupils = useViewValue(openConflicts, register, place);
  return useMemo(() => new Set(pupils), [pupils]);
}
