import { distinctUntilChanged, map, of, type Observable } from 'rxjs';
import type { NeverActivated } from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { askedInBackground, type BackgroundQuestion } from './asked-in-background.ts';

/** What the count of accounts never activated depends on. */
export interface NeverActivatedParts extends Omit<BackgroundQuestion<NeverActivated>, 'nothing'> {}

/** How many accounts of the school were never activated (S9), 0 while the school cannot be reached. */
export function neverActivatedCount(parts: NeverActivatedParts): Observable<number> {
  return askedInBackground({ ...parts, nothing: { count: 0 } }).pipe(
    map(({ count }) => count),
    distinctUntilChanged(),
  );
}

/** Where nobody is to be reminded: nothing is asked. */
export function nobodyToRemind(): Observable<number> {
  return of(0);
}
