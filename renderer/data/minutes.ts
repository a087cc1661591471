import { distinctUntilChanged, map, skip, startWith, switchMap, timer, type Observable } from 'rxjs';
import type { Instant } from '../../domain/base/ids.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';

/** Milliseconds after which the clock is looked at again: soon enough after a sleep, and after the server has set it right. */
export const LOOK_AGAIN = 1000;

/** Whether two instants are of the same minute: what the screen tells of the time is as fine as that. */
export function isSameMinute(a: Instant, b: Instant): boolean {
  return a.slice(0, MINUTES) === b.slice(0, MINUTES);
}

const MINUTES = 'YYYY-MM-DDThh:mm'.length;

/** The time, told anew with each minute, and whenever the clock jumps to another one. */
export function minutes(now: () => Instant): Observable<Instant> {
  return timer(0, LOOK_AGAIN).pipe(map(now), distinctUntilChanged(isSameMinute));
}

/** What a source told last, told once more when the day turns: much of what is known of a school means something else on another day. */
export function renewedDaily<T>(source: Observable<T>, now: () => Instant): Observable<T> {
  return source.pipe(
    switchMap((told) =>
      minutes(now).pipe(
        map(dayOfInstant),
        startWith(dayOfInstant(now())),
        distinctUntilChanged(),
        skip(1),
        map(() => told),
        startWith(told),
      ),
    ),
  );
}
