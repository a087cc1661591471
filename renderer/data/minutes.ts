import { distinctUntilChanged, map, timer, type Observable } from 'rxjs';
import type { Instant } from '../../domain/base/ids.ts';

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
