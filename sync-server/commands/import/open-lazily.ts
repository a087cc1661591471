import { createRosterStore, type ServerRosterStore } from '../../office/import/roster-store.ts';
import { holdsStorage, openStorage } from '../../storage/open.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { NO_ROSTER } from '../../roster/roster-store.ts';
import type { RosterTextStore } from '../../roster/thread/import-in-thread.ts';

/**
 * The roster store of a data folder, opened when there is something to read or to write: an import that is refused, and a dry run, leave
 * no trace where there was no database.
 */
export function openLazily(data: string): RosterTextStore & { readonly close: () => Promise<void> } {
  let storage: Storage | undefined;
  let store: ServerRosterStore | undefined;
  const open = (): ServerRosterStore => {
    storage ??= openStorage(data);
    store ??= createRosterStore(storage);
    return store;
  };
  const isEmpty = () => storage === undefined && !holdsStorage(data);
  return {
    schools: async () => (isEmpty() ? [] : await open().schools()),
    readRosterTexts: async (school) =>
      isEmpty() ? { texts: [], version: NO_ROSTER.version } : await open().readRosterTexts(school),
    writeSlowly: async (school, records, basedOn, signal) => {
      await open().writeSlowly(school, records, basedOn, signal);
    },
    close: async () => {
      await storage?.close();
    },
  };
}
