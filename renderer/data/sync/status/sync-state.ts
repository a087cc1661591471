import { BehaviorSubject } from 'rxjs';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { StoreReturn } from './return-report.ts';

/** The part of the status that the synchronisation itself knows; entries and conflicts come from the outbox and the store. */
export interface SyncState {
  readonly connection: 'online' | 'offline' | 'signInNeeded';
  readonly syncing: boolean;
  /** First download not finished: documents received so far. */
  readonly initial?: { readonly received: number };
  readonly lastSyncAt?: Instant;
  readonly updateRequired: boolean;
  /** The local store could not be written though the journal was: everything written is safe, but room must be made. */
  readonly diskFull: boolean;
  /** Documents received but not readable, set aside (never a reason to stop): kind and key of each, else collection and name on the disk. */
  readonly parked: readonly string[];
  /** The server's store was put back from an older copy: what this device has found of it since the register was opened. */
  readonly restored?: StoreReturn;
}

/** Where the parts of the data layer report, and what the header shows. */
export interface SyncReporter {
  readonly state$: BehaviorSubject<SyncState>;
  update(change: Partial<SyncState>): void;
  received(documents: number): void;
  /** Something in the local store cannot be read. */
  parked(place: string, id: string): void;
  /** All that was received and set aside, in this run or an earlier one. */
  setAside(keys: readonly string[]): void;
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
  const damaged = new Set<string>();
  let setAside: readonly string[] = [];
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
    parked(place, id) {
      damaged.add(`${place}/${id}`);
      update({ parked: [...damaged, ...setAside] });
    },
    setAside(keys) {
      setAside = keys;
      update({ parked: [...damaged, ...setAside] });
    },
    initialDone() {
      const { initial: _finished, ...rest } = state$.value;
      state$.next(rest);
    },
    synced: (at) => update({ lastSyncAt: at }),
  };
}
