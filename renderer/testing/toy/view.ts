import { map, type Observable } from 'rxjs';
import type { Register } from '../../data/register.ts';

/** How many classes there are to play with, live: what the page of the tests asks, and nobody else. */
export function classesToPlayWith({ records }: Pick<Register, 'records'>): Observable<number> {
  return records.facts$.pipe(map((facts) => facts.classes().length));
}
