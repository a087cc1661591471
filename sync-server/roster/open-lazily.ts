import { createRosterStore } from '../services/roster-store.ts';
import { holdsStorage, openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';
import { NO_ROSTER, type RosterStore } from './roster-store.ts';

/**
 * The roster store of a data folder, opened when there is something to read or to write: an import that is refused, and a dry run, leave
 * no trace where there was no database.
 */
export function openLazily(data: string): RosterStore & { readonly close: () => Promise<void> } {
  let storage: Storage | undefined;
  let store: RosterStore | undefined;
  const open = (): RosterStore => {
    storage ??= openStorage(data);
    store ??= createRosterStore(storage);
    return store;
  };
  const isEmpty = () => storage === undefined && !holdsStorage(data);
  return {
    schools: async () => (isEmpty() ? [] : await open().schools()),
    readRoster: async (school) => (isEmpty() ? NO_ROSTER : await open().readRoster(school)),
    write: async (school, records, basedOn) => {
      await open().write(school, records, basedOn);
    },
    saveAccounts: async (accounts) => {
      await open().saveAccounts(accounts);
    },
    close: async () => {
      await storage?.close();
    },
  };
}
