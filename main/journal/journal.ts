import type { JournalEntry, JournalFailure } from '../../domain/protocol/bridge.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import { isDiskFull } from '../files/error-code.ts';
import { createSerial } from '../files/serial.ts';
import { openFrameFile, type JournalFiles } from './frame-file.ts';
import { FRAME_KIND, type Frame } from './frames.ts';
import { openEntry, sealEntry, sealFrame } from './journal-seal.ts';
import { playFrames, waitingBytes, type WaitingEntry } from './waiting-entries.ts';

/** The second home of what the server has not taken yet: encrypted, append-only, on the disk when a call has answered. */
export interface Journal {
  append(entries: readonly JournalEntry[]): Promise<Result<null, JournalFailure>>;
  /** Forgets entries; unknown ones are no failure. */
  settle(entries: readonly string[]): Promise<Result<null, JournalFailure>>;
  refuse(
    refusals: readonly Pick<Required<JournalEntry>, 'entry' | 'refusal'>[],
  ): Promise<Result<null, JournalFailure>>;
  /** The entries that wait, in the order in which they were written. */
  read(): Promise<Result<readonly JournalEntry[], JournalFailure>>;
  unsent(): number;
  close(): Promise<void>;
}

/** Below this size a journal is not worth rewriting. */
const COMPACT_FROM = 256 * 1024;

/** Opens an account's journal with its key. */
export async function openJournal(path: string, key: Uint8Array, files?: JournalFiles): Promise<Journal> {
  const serial = createSerial();
  const waiting = new Map<string, WaitingEntry>();
  let damaged = false;
  const file = await openFrameFile(
    path,
    (frames, gaps) => {
      waiting.clear();
      playFrames(frames, waiting);
      damaged = gaps;
    },
    files,
  );

  async function write(frames: readonly Frame[]): Promise<Result<null, JournalFailure>> {
    if (frames.length === 0) return ok(null);
    try {
      await file.append(frames);
    } catch (error) {
      return fail({ kind: isDiskFull(error) ? 'diskFull' : 'internal' });
    }
    playFrames(frames, waiting);
    return ok(null);
  }

  /** Gives back the room of settled entries; a failure (full disk) leaves the file as it is and is tried again later. */
  async function compact(): Promise<void> {
    if (file.end() < COMPACT_FROM || waitingBytes(waiting) > file.end() / 2) return;
    if (waiting.size === 0 && !damaged) return await file.clear();
    const frames = [...waiting.values()].flatMap(({ append, refuse }) =>
      refuse === undefined ? [append] : [append, refuse],
    );
    await file.replace(frames, damaged ? `${path}.damaged` : undefined);
  }

  return {
    append: async (entries) =>
      await serial(async () => await write(entries.map((entry) => sealEntry(key, entry)))),
    settle: async (entries) =>
      await serial(async () => {
        const known = entries.filter((entry) => waiting.has(entry));
        const written = await write(known.map((entry) => sealFrame(key, FRAME_KIND.settle, entry, null)));
        if (written.ok && known.length > 0) await compact().catch(() => undefined);
        return written;
      }),
    refuse: async (refusals) =>
      await serial(async () => {
        const known = refusals.filter(({ entry }) => waiting.has(entry));
        return await write(
          known.map(({ entry, refusal }) => sealFrame(key, FRAME_KIND.refuse, entry, refusal)),
        );
      }),
    // An entry that cannot be opened (a changed file) is not shown, but stays in the file and in the count.
    read: async () =>
      await serial(async () =>
        ok(
          [...waiting.values()].map((entry) => openEntry(key, entry)).filter((entry) => entry !== undefined),
        ),
      ),
    unsent: () => waiting.size,
    close: async () => await serial(async () => await file.close()),
  };
}
