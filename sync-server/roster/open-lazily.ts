import { existsSync } from 'node:fs';
import { createRosterStore } from '../services/roster-store.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';
import type { RosterStore } from './roster-store.ts';

/**
 * The roster store of a data folder, opened at first use: an import that is refused leaves no trace of a folder that was not there,
 * and neither does a dry run.
 */
export function openLazily(
  data: string,
  dryRun: boolean,
): RosterStore & { readonly close: () => Promise<void> } {
  let storage: Storage | undefined;
  let store: RosterStore | undefined;
  const open = (): RosterStore => {
    storage ??= openStorage(data);
    store ??= createRosterStore(storage);
    return store;
  };
  return {
    schools: async () => (dryRun && !existsSync(data) ? [] : await open().schools()),
    readRoster: async (school) => await open().readRoster(school),
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
