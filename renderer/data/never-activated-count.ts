import { distinctUntilChanged, map, of, type Observable } from 'rxjs';
import type { OfficeApi } from './api/office-api.ts';
import { askedInBackground, type BackgroundQuestion } from './asked-in-background.ts';

/** What the count of accounts never activated depends on. */
export interface NeverActivatedParts extends Pick<BackgroundQuestion<unknown>, 'status' | 'elapsed'> {
  readonly api: Pick<OfficeApi, 'neverActivatedCount'>;
}

/** How many accounts of the school were never activated (S9), 0 while the school cannot be reached. */
export function neverActivatedCount({ api, ...parts }: NeverActivatedParts): Observable<number> {
  return askedInBackground({ ...parts, ask: () => api.neverActivatedCount(), nothing: { count: 0 } }).pipe(
    map(({ count }) => count),
    distinctUntilChanged(),
  );
}

/** Where nobody is to be reminded: nothing is asked. */
export const NOBODY_TO_REMIND: Observable<number> = of(0);
