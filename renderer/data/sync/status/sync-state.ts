import { BehaviorSubject } from 'rxjs';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { SyncStatus } from '../../register.ts';

/** The part of the status that the synchronisation itself knows; entries and conflicts come from the outbox and the store. */
export type SyncState = Omit<SyncStatus, 'waiting' | 'refused' | 'conflicts'>;

/** Where the parts of the data layer report, and what the header shows. */
export interface SyncReporter {
  readonly state$: BehaviorSubject<SyncState>;
  update(change: Partial<SyncState>): void;
  received(documents: number): void;
  parked(collection: string, id: string): void;
  initialDone(): void;
  synced(at: Instant): void;
}

/** A reporter; `isFirst` when this device has never received everything. */
export function createSyncReporter(isFirst: boolean): SyncReporter {
  const state$ = new BehaviorSubject<SyncState>({
    connection: 'online',
    syncing: false,
    updateRequired: false,
    diskFull: false,
    parked: [],
    ...(isFirst ? { initial: { received: 0 } } : {}),
  });
  const parked = new Set<string>();
  const update = (change: Partial<SyncState>) => {
    const next = { ...state$.value, ...change };
    if (JSON.stringify(next) !== JSON.stringify(state$.value)) state$.next(next);
  };
  return {
    state$,
    update,
    received(documents) {
      const { initial } = state$.value;
      if (initial) update({ initial: { received: initial.received + documents } });
    },
    parked(collection, id) {
      parked.add(`${collection}/${id}`);
      update({ parked: [...parked] });
    },
    initialDone() {
      const { initial: _finished, ...rest } = state$.value;
      state$.next(rest);
    },
    synced: (at) => update({ lastSyncAt: at }),
  };
}
