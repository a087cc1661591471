import { rename, rm, writeFile } from 'node:fs/promises';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { readChecked } from '../files/atomic-write.ts';

const count = { type: 'integer', minimum: 0 } as const satisfies JsonSchema;

const noteSchema = {
  type: 'object',
  properties: { end: count, waiting: count, aside: count, unreadable: count, lost: count },
  required: ['end', 'waiting', 'aside', 'unreadable', 'lost'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/**
 * What a journal was when it was written to last, beside it: a file that is gone, emptied or cut off says nothing of what was in it.
 *
 * It is written without waiting for the disk. After a power cut it may be older than the journal, but never tells of more than there was;
 * what makes the journal shorter is noted before it is done.
 */
export type JournalNote = Infer<typeof noteSchema> & {
  /** Offset behind the last frame. */
  readonly end: number;
  readonly waiting: number;
  /** Entries that were lost with what is no longer in the file. */
  readonly aside: number;
  /** Entries in the file that the key was found not to open. */
  readonly unreadable: number;
  /** All that are lost. */
  readonly lost: number;
};

const NOTHING: JournalNote = { end: 0, waiting: 0, aside: 0, unreadable: 0, lost: 0 };

/** Where the note of a journal lies. */
export function notePathOf(journal: string): string {
  return `${journal}.note`;
}

/** The note of a journal; one that cannot be read tells nothing. */
export async function readNote(journal: string): Promise<JournalNote> {
  const note = await readChecked(notePathOf(journal), noteSchema).catch((): undefined => undefined);
  return note === undefined || note === 'damaged' ? NOTHING : note;
}

/** Writes the note; on a full disk the older one stays. */
export async function writeNote(journal: string, note: JournalNote): Promise<void> {
  const path = notePathOf(journal);
  try {
    await writeFile(`${path}.tmp`, JSON.stringify(note), { mode: 0o600 });
    await rename(`${path}.tmp`, path);
  } catch {
    // The journal itself is what counts.
  }
}

/** Entries that were lost with what is no longer in the file: those of before, and those of a file that was cut off since. */
export function asideOf(note: JournalNote, length: number, found: number): number {
  return note.aside + (length < note.end ? Math.max(0, note.waiting - found) : 0);
}

/** Ends a journal whose entries are elsewhere now, but for some that nothing opens: those stay counted, and the file for an expert. */
export async function retireJournal(journal: string, lost: number): Promise<void> {
  if (lost === 0) return await removeJournal(journal);
  await writeNote(journal, { end: 0, waiting: 0, aside: lost, unreadable: 0, lost });
  await rename(journal, `${journal}.damaged`);
}

/** Removes a journal with all that lies beside it. */
export async function removeJournal(journal: string): Promise<void> {
  for (const path of [journal, `${journal}.tmp`, `${journal}.damaged`, notePathOf(journal)])
    await rm(path, { force: true });
}
