import {
  distinctUntilChanged,
  exhaustMap,
  map,
  of,
  startWith,
  switchMap,
  timer,
  type Observable,
} from 'rxjs';
import type { OfficeApi } from './api/office-api.ts';
import type { SyncStatus } from './register.ts';

/** Between two questions, whatever happens in between: nobody waits for this number. */
const EVERY = 5 * 60_000;

/** What the count of accounts never activated depends on. */
export interface NeverActivatedParts {
  readonly api: Pick<OfficeApi, 'neverActivatedCount'>;
  readonly status: Observable<Pick<SyncStatus, 'connection'>>;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed?: () => number;
}

/**
 * How many accounts of the school were never activated (S9): asked for in the background every few minutes while the school can be reached,
 * and 0 while it cannot, so that nothing is shown that may be out of date for days.
 */
export function neverActivatedCount({
  api,
  status,
  elapsed = () => performance.now(),
}: NeverActivatedParts): Observable<number> {
  let known = 0;
  let askedAt: number | undefined;
  async function ask(): Promise<number> {
    askedAt = elapsed();
    const answer = await api.neverActivatedCount();
    if (answer.ok) known = answer.value.count;
    return known;
  }
  // A line that comes and goes does not ask more often.
  const untilNext = () => (askedAt === undefined ? 0 : Math.max(0, askedAt + EVERY - elapsed()));
  return status.pipe(
    map(({ connection }) => connection === 'online'),
    distinctUntilChanged(),
    switchMap((online) =>
      online ? timer(untilNext(), EVERY).pipe(exhaustMap(ask), startWith(known)) : of(0),
    ),
    distinctUntilChanged(),
  );
}

/** Where nobody is to be reminded: nothing is asked. */
export const NOBODY_TO_REMIND: Observable<number> = of(0);
