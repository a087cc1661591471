import { rm } from 'node:fs/promises';
import type { JournalEntry, JournalFailure } from '../../domain/protocol/bridge/journal.ts';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import { isDiskFull } from '../files/error-code.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { openFrameFile, type JournalFiles } from './frame-file.ts';
import { FRAME_KIND, type Frame } from './frames.ts';
import { asideOf, readNote, removeNote, writeNote, type JournalNote } from './journal-note.ts';
import { openEntry, opensFrame, sealEntry, sealFrame } from './journal-seal.ts';
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
  /** Entries that wait and can be read. */
  unsent(): number;
  /** Entries, at least, that nothing opens any more: damaged, forged over, or cut off with the file. */
  lost(): number;
  /** Forgets them for good: the file is written anew with what opens. */
  forgetLost(): Promise<void>;
  close(): Promise<void>;
}

/** Below this size a journal is not worth rewriting. */
const COMPACT_FROM = 256 * 1024;

/**
 * Opens an account's journal with its key; it overwrites its own copy when it closes, and the caller the one given. Only frames that open count: what somebody else has
 * written into the file neither adds an entry nor takes one away.
 */
export async function openJournal(path: string, given: Uint8Array, files?: JournalFiles): Promise<Journal> {
  const key = Buffer.from(given);
  const serial = createTurns();
  const waiting = new Map<string, WaitingEntry>();
  const before = await readNote(path);
  /** Entries of which a frame stands in the file that does not open, and none that does. */
  const unreadable = new Set<string>();
  let damaged = 0;
  let { aside } = before;
  let isFirstLook = true;
  const file = await openFrameFile(
    path,
    (found) => {
      const opened = found.frames.filter((frame) => opensFrame(key, frame));
      waiting.clear();
      unreadable.clear();
      playFrames(opened, waiting);
      const settled = new Set(opened.map(({ entry }) => entry));
      for (const { kind, entry } of found.frames)
        if (kind === FRAME_KIND.append && !settled.has(entry)) unreadable.add(entry);
      ({ damaged } = found);
      if (isFirstLook) aside = asideOf(before, found, waiting.size + unreadable.size + damaged);
      isFirstLook = false;
    },
    files,
  );
  const lost = (): number => aside + unreadable.size + damaged;
  const noteOf = (end: number): JournalNote => ({
    end,
    waiting: waiting.size + unreadable.size,
    aside,
    unreadable: unreadable.size,
    lost: lost(),
  });
  const note = async (): Promise<boolean> => await writeNote(path, noteOf(file.end()));
  await note();

  /** Before the file gets shorter: cut off in between, it must not look like one that has lost something. */
  async function noteShrinking(): Promise<void> {
    if (await writeNote(path, noteOf(0))) return;
    // A full disk, on which getting shorter is what helps: no note tells nothing untrue.
    await removeNote(path);
  }

  async function write(frames: readonly Frame[]): Promise<Result<null, JournalFailure>> {
    if (frames.length === 0) return ok(null);
    try {
      await file.append(frames);
    } catch (error) {
      return fail({ kind: isDiskFull(error) ? 'diskFull' : 'internal' });
    }
    playFrames(frames, waiting);
    await note();
    return ok(null);
  }

  const isWhole = (): boolean => unreadable.size + damaged === 0;

  async function rewrite(keepAs: string | undefined): Promise<void> {
    const frames = [...waiting.values()].flatMap(({ append, refuse }) =>
      refuse === undefined ? [append] : [append, refuse],
    );
    await noteShrinking();
    await file.replace(frames, keepAs);
  }

  /** Gives back the room of settled entries; a failure (full disk) leaves the file as it is and is tried again later. */
  async function compact(): Promise<void> {
    if (file.end() < COMPACT_FROM || waitingBytes(waiting) > file.end() / 2) return;
    if (waiting.size === 0 && isWhole()) {
      await noteShrinking();
      await file.clear();
    } else {
      const known = lost();
      await rewrite(isWhole() ? undefined : `${path}.damaged`);
      aside = known;
    }
    await note();
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
    read: async () =>
      await serial(async () =>
        ok(
          [...waiting.values()].map((entry) => openEntry(key, entry)).filter((entry) => entry !== undefined),
        ),
      ),
    unsent: () => waiting.size,
    lost,
    forgetLost: async () =>
      await serial(async () => {
        if (!isWhole()) await rewrite(undefined);
        aside = 0;
        await rm(`${path}.damaged`, { force: true });
        await note();
      }),
    close: async () =>
      await serial(async () => {
        await file.close();
        key.fill(0);
      }),
  };
}
