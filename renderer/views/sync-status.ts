import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Register } from '../data/register.ts';
import type { SyncStatus } from '../data/status/sync-status.ts';

/** State of synchronisation, live. */
export function syncStatus(register: Pick<Register, 'status'>): Observable<SyncStatus> {
  return register.status.sync$;
}

/** Whether the school's data come to this device for the first time, live; nothing else of the state, which changes with each entry. */
export function isReceivingFirst(register: Pick<Register, 'status'>): Observable<boolean> {
  return register.status.sync$.pipe(
    map(({ initial }) => initial !== undefined),
    distinctUntilChanged(),
  );
}
