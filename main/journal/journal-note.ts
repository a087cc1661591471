import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Infer, JsonSchema } from '../../domain/base/schema.ts';
import { readChecked } from '../files/atomic-write.ts';
import type { ReadFrames } from './frames.ts';

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

/** The note of a journal, and its copy under a name of another kind: what takes all that is called a journal leaves it. */
function placesOf(journal: string): readonly string[] {
  return [`${journal}.note`, join(dirname(journal), `waiting-${parse(journal).name}.json`)];
}

/** The note of a journal, or its copy; where neither can be read, nothing is told. */
export async function readNote(journal: string): Promise<JournalNote> {
  for (const place of placesOf(journal)) {
    const note = await readChecked(place, noteSchema).catch((): undefined => undefined);
    if (note !== undefined && note !== 'damaged') return note;
  }
  return NOTHING;
}

/** Writes the note twice and tells whether it could; on a full disk older ones stay, for the journal itself is what counts. */
export async function writeNote(journal: string, note: JournalNote): Promise<boolean> {
  const text = JSON.stringify(note);
  const written = await Promise.allSettled(
    placesOf(journal).map(async (place) => {
      await writeFile(`${place}.tmp`, text, { mode: 0o600 });
      await rename(`${place}.tmp`, place);
    }),
  );
  return written.every(({ status }) => status === 'fulfilled');
}

/** Removes the note of a journal. */
export async function removeNote(journal: string): Promise<void> {
  for (const place of placesOf(journal))
    for (const path of [place, `${place}.tmp`]) await rm(path, { force: true });
}

/**
 * Entries that were lost with what is no longer in the file: those of before, and those of a file that has been cut off, blanked or damaged
 * since. `found` counts the entries and the damaged frames that are seen in it.
 */
export function asideOf(note: JournalNote, { end, damaged }: ReadFrames, found: number): number {
  const isLess = end < note.end || damaged > 0;
  return note.aside + (isLess ? Math.max(0, note.waiting - found) : 0);
}

/** Ends a journal whose entries are elsewhere now, but for some that nothing opens: those stay counted, and the file for an expert. */
export async function retireJournal(journal: string, lost: number): Promise<void> {
  if (lost === 0) return await removeJournal(journal);
  await writeNote(journal, { end: 0, waiting: 0, aside: lost, unreadable: 0, lost });
  await rename(journal, `${journal}.damaged`);
}

/** Removes a journal with all that lies beside it. */
export async function removeJournal(journal: string): Promise<void> {
  for (const path of [journal, `${journal}.tmp`, `${journal}.damaged`]) await rm(path, { force: true });
  await removeNote(journal);
}
