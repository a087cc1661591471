import { distinctUntilChanged, map, type Observable } from 'rxjs';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';

/**
 * The pupils of whom a mark of this hour's reader has lost against a colleague's, and who has not looked at it yet; told anew only when
 * they are others, though the state of synchronisation changes with each entry.
 */
export function openConflicts(
  register: Pick<Register, 'status'>,
  { day, hour }: HourPlace,
): Observable<readonly PersonId[]> {
  return register.status.sync$.pipe(
    map(({ conflicts }) =>
      conflicts.flatMap((notice) =>
        notice.day === day && notice.pupil !== undefined && (notice.hour ?? hour) === hour
          ? [notice.pupil]
          : [],
      ),
    ),
    distinctUntilChanged((a, b) => equalJson(a, b)),
  );
}
