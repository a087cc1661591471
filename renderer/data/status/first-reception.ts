import {
  combineLatest,
  distinctUntilChanged,
  filter,
  map,
  merge,
  of,
  scan,
  startWith,
  switchMap,
  take,
  timer,
  type Observable,
} from 'rxjs';
import type { LocalRecords } from '../local-records.ts';
import { schoolRecords } from '../school/school-facts.ts';
import type { SyncState } from '../sync/status/sync-state.ts';

/** A school may have no timetable yet: nobody waits for it longer than this. */
const LONGEST_WAIT = 5_000;

/**
 * The state of synchronisation whose first download lasts until pages can show it: what has been received is in the store a moment
 * later, and in between every day would look free of lessons.
 */
export function untilStored(
  state$: Observable<SyncState>,
  records: Pick<LocalRecords, 'find'>,
): Observable<SyncState> {
  const stored$ = schoolRecords(records).pipe(filter((found) => found.every((list) => list.length > 0)));
  const isReceived$ = state$.pipe(
    map(({ initial }) => initial === undefined),
    distinctUntilChanged(),
  );
  const isStored$ = isReceived$.pipe(
    switchMap((isReceived, index) => {
      // Received at an earlier time.
      if (!isReceived || index === 0) return of(isReceived);
      return merge(stored$, timer(LONGEST_WAIT)).pipe(
        take(1),
        map(() => true),
        startWith(false),
      );
    }),
  );
  return combineLatest([state$, isStored$]).pipe(
    scan<readonly [SyncState, boolean], SyncState | undefined>(
      (before, [state, isStored]) =>
        isStored ? state : { ...state, initial: state.initial ?? before?.initial ?? { received: 0 } },
      undefined,
    ),
    filter((state) => state !== undefined),
  );
}
