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
import type { Result } from '../../../domain/base/result.ts';
import type { SyncStatus } from '../../data/status/sync-status.ts';

/** Between two questions, whatever happens in between: nobody waits for the answer. */
const EVERY = 5 * 60_000;

/** A question to the school that a notice depends on. */
export interface BackgroundQuestion<T> {
  readonly ask: () => Promise<Result<T, unknown>>;
  /** Where there is nothing to be noticed. */
  readonly nothing: T;
  readonly status: Observable<Pick<SyncStatus, 'connection'>>;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed?: () => number;
}

/**
 * What the school answers, asked for in the background every few minutes while the school can be reached, and `nothing` while it cannot, so
 * that nothing is shown that may be out of date for days.
 */
export function askedInBackground<T>({
  ask,
  nothing,
  status,
  elapsed = () => performance.now(),
}: BackgroundQuestion<T>): Observable<T> {
  let known = nothing;
  let askedAt: number | undefined;
  async function next(): Promise<T> {
    askedAt = elapsed();
    const answer = await ask();
    if (answer.ok) known = answer.value;
    return known;
  }
  // A line that comes and goes does not ask more often.
  const untilNext = () => (askedAt === undefined ? 0 : Math.max(0, askedAt + EVERY - elapsed()));
  return status.pipe(
    map(({ connection }) => connection === 'online'),
    distinctUntilChanged(),
    switchMap((online) =>
      online ? timer(untilNext(), EVERY).pipe(exhaustMap(next), startWith(known)) : of(nothing),
    ),
    distinctUntilChanged(),
  );
}
