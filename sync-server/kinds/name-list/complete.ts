import { toInstant } from '../../../domain/base/ids.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { nameListsOf } from './name-lists.ts';

/** Under which name the server notes that the schools it had have their lists; whatever changes them afterwards writes them. */
const NOTE = 'nameLists';

/** Writes the lists of names of schools that were there before there were such lists. */
export async function completeNameLists(storage: Storage, now: () => number): Promise<void> {
  if ((await storage.note(NOTE)) !== undefined) return;
  for (const school of await storage.schools()) {
    // Looked for first: a school that has them is not held up.
    const missing = await storage.read(school, (reader) => nameListsOf(reader, school, toInstant(now())));
    if (missing.length === 0) continue;
    await storage.transaction(school, async (transaction) =>
      transaction.append(await nameListsOf(transaction, school, toInstant(now()))),
    );
  }
  await storage.setNote(NOTE, '1');
}
