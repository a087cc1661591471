import { useMemo } from 'react';
import type { PersonId } from '../../../domain/base/ids.ts';
import type { HourPlace, Register } from '../../data/register.ts';
import { useLive } from '../../ui/use-live.ts';

/** The pupils of whom a mark of this hour's reader has lost against a colleague's, and who has not looked at it yet. */
export function useOpenConflicts(register: Register, { day, hour }: HourPlace): ReadonlySet<PersonId> {
  const status = useLive(useMemo(() => register.syncStatus(), [register]));
  const conflicts = status.ready ? status.value.conflicts : undefined;
  return useMemo(
    () =>
      new Set(
        (conflicts ?? []).flatMap((notice) =>
          notice.day === day && notice.pupil !== undefined && (notice.hour ?? hour) === hour
            ? [notice.pupil]
            : [],
        ),
      ),
    [conflicts, day, hour],
  );
}
