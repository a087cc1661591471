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
  /** How many more there are than are named. */
  readonly parkedUnnamed: number;
  /** The server's store was put back from an older copy: what this device has found of it since the register was opened. */
  readonly restored?: StoreReturn;
}

/** So many are named one by one: more nobody reads, and a school whose every document is of a newer version has tens of thousands. */
export const MOST_NAMED = 2_000;

/** What was received and cannot be read: kind and identifier of some, as `lesson/<id>`, and how many more there are. */
export interface SetAside {
  readonly named: readonly string[];
  readonly unnamed: number;
}

/** Where the parts of the data layer report, and what the header shows. */
export interface SyncReporter {
  readonly state$: BehaviorSubject<SyncState>;
  update(change: Partial<SyncState>): void;
  received(documents: number): void;
  /** Something in the local store cannot be read. */
  parked(place: string, id: string): void;
  /** All that was received and set aside, in this run or an earlier one. */
  setAside(all: SetAside): void;
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
    parkedUnnamed: 0,
    ...(isFirst ? { initial: { received: 0 } } : {}),
  });
  const damaged = new Set<string>();
  let damagedUnnamed = 0;
  let setAside: SetAside = { named: [], unnamed: 0 };
  const update = (change: Partial<SyncState>) => {
    const before = state$.value;
    const next = { ...before, ...change };
    // Among the others is the list of what was set aside, which is long where anything is.
    const changed = Object.keys(change) as (keyof SyncState)[];
    if (changed.some((name) => JSON.stringify(next[name]) !== JSON.stringify(before[name])))
      state$.next(next);
  };
  const tellUnnamed = () => update({ parkedUnnamed: damagedUnnamed + setAside.unnamed });
  const tellNamed = () => update({ parked: [...damaged, ...setAside.named] });
  return {
    state$,
    update,
    received(documents) {
      const { initial } = state$.value;
      if (initial) update({ initial: { received: initial.received + documents } });
    },
    parked(place, id) {
      if (damaged.has(`${place}/${id}`)) return;
      if (damaged.size === MOST_NAMED) {
        damagedUnnamed += 1;
        return tellUnnamed();
      }
      damaged.add(`${place}/${id}`);
      tellNamed();
    },
    setAside(all) {
      setAside = all;
      tellUnnamed();
      tellNamed();
    },
    initialDone() {
      const { initial: _finished, ...rest } = state$.value;
      state$.next(rest);
    },
    synced: (at) => update({ lastSyncAt: at }),
  };
}
