import { StartRefusal } from '../base/start-refusal.ts';
import { keyId, type ServerKeys } from './secret-key.ts';

const NOTE = 'signing key';

/** Where a database notes things about itself. */
interface KeyNotes {
  note(name: string): Promise<string | undefined>;
  setNote(name: string, text: string): Promise<void>;
}

/**
 * Refuses keys that are another database's, as after a restore of one without the other; notes which key is the database's own. A
 * database from before such notes takes the keys that it finds.
 */
export async function confirmKeys(notes: KeyNotes, { current, older }: ServerKeys): Promise<void> {
  const noted = await notes.note(NOTE);
  if (noted !== undefined && ![current, ...older].some((key) => keyId(key) === noted))
    throw new StartRefusal(
      `The signing key is not the one of this database, which was last used with key ${noted}. Restore both from the same backup; npm run keys -- show names the keys of a folder.`,
    );
  await adoptKeys(notes, current);
}

/** Notes a key as the database's own, whatever was noted before. */
export async function adoptKeys(notes: KeyNotes, current: Uint8Array): Promise<void> {
  const id = keyId(current);
  if ((await notes.note(NOTE)) !== id) await notes.setNote(NOTE, id);
}
