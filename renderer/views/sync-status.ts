import type { Observable } from 'rxjs';
import type { Register } from '../data/register.ts';
import type { SyncStatus } from '../data/status/sync-status.ts';

/** State of synchronisation, live. */
export function syncStatus(register: Pick<Register, 'status'>): Observable<SyncStatus> {
  return register.status.sync$;
}
