import { deleteStore } from '../store/store-files.ts';
import { openStore, type LocalStore } from '../store/database.ts';

/** The database beside that of an account in which a school year that is over is kept: whatever deletes the one deletes the other. */
function nameOf(databaseName: string): string {
  return `${databaseName}--past`;
}

/** An empty encrypted store for one school year that is over. */
export async function openPastStore(databaseName: string, key: Uint8Array): Promise<LocalStore> {
  return await openStore({
    databaseName: nameOf(databaseName),
    key,
    // What an earlier run has left is given up.
    rebuild: true,
    onUnreadable: () => undefined,
  });
}

/** Takes what there is of a school year that is over from the disk. */
export async function deletePastStore(databaseName: string): Promise<void> {
  await deleteStore(nameOf(databaseName)).catch(() => undefined);
}
