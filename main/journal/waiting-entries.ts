import { readFile } from 'node:fs/promises';
import { errorCode } from '../files/error-code.ts';
import { FRAME_KIND, readFrames, type Frame } from './frames.ts';
import { asideOf, readNote } from './journal-note.ts';

/** The first bytes of every journal file. */
export const JOURNAL_HEADER = Buffer.from('CAMPJRN1', 'latin1');

/** The frames of one entry that waits: its last append and, where the server refused it, the refusal. */
export interface WaitingEntry {
  readonly append: Frame;
  readonly refuse?: Frame;
}

/** Plays frames in order into a map of the entries that still wait; an entry keeps the place of its first append. */
export function playFrames(frames: Iterable<Frame>, waiting: Map<string, WaitingEntry>): void {
  for (const frame of frames) {
    const known = waiting.get(frame.entry);
    switch (frame.kind) {
      case FRAME_KIND.append:
        waiting.set(frame.entry, { append: frame });
        break;
      case FRAME_KIND.settle:
        waiting.delete(frame.entry);
        break;
      case FRAME_KIND.refuse:
        if (known !== undefined) waiting.set(frame.entry, { append: known.append, refuse: frame });
        break;
    }
  }
}

/** What can be told of a journal file without its key. */
export interface JournalCount {
  /** Entries that wait. */
  readonly waiting: number;
  /** Entries, at least, that nothing opens any more. */
  readonly lost: number;
}

/** Counts what a journal file holds, without its key. */
export async function countEntries(path: string): Promise<JournalCount> {
  const note = await readNote(path);
  const file = await readIfPresent(path);
  const found = readFrames(file, JOURNAL_HEADER.length);
  const { damaged } = found;
  const waiting = new Map<string, WaitingEntry>();
  playFrames(found.frames, waiting);
  const aside = asideOf(note, found, waiting.size + damaged);
  const unreadable = Math.min(waiting.size, note.unreadable);
  return { waiting: waiting.size - unreadable, lost: Math.max(note.lost, aside + damaged + unreadable) };
}

async function readIfPresent(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** Bytes that the waiting entries take in the file. */
export function waitingBytes(waiting: ReadonlyMap<string, WaitingEntry>): number {
  let sum = 0;
  for (const { append, refuse } of waiting.values()) sum += append.bytes.length + (refuse?.bytes.length ?? 0);
  return sum;
}
