import * as nodeFiles from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../files/atomic-write.ts';
import { errorCode, isDiskFull } from '../files/error-code.ts';
import { readFrames, type Frame, type ReadFrames } from './frames.ts';
import { JOURNAL_HEADER } from './waiting-entries.ts';

/** The calls on the file system that a journal makes; a test puts faults in here. */
export type JournalFiles = Pick<typeof nodeFiles, 'open' | 'rename' | 'rm' | 'link' | 'copyFile'>;

/**
 * Bytes kept allocated behind the last frame.
 *
 * When the volume is full, frames still go into this room: a roll call of thirty pupils takes about 40 KB of it.
 */
export const RESERVE = 1024 * 1024;

/** A file of frames with room in reserve; every write is on the disk when its promise resolves. Not for concurrent callers. */
export interface FrameFile {
  /** Offset behind the last whole frame. */
  end(): number;
  append(frames: readonly Frame[]): Promise<void>;
  /** Forgets all frames, in place: needs no room. */
  clear(): Promise<void>;
  /** Puts a new file with just these frames in place of this one; `keepAs` keeps the old one under another name. */
  replace(frames: readonly Frame[], keepAs: string | undefined): Promise<void>;
  close(): Promise<void>;
}

/** Opens or creates a file of frames; hands what it found to `onFrames`. */
export async function openFrameFile(
  path: string,
  onFrames: (found: ReadFrames) => void,
  files: JournalFiles = nodeFiles,
): Promise<FrameFile> {
  const temporary = `${path}.tmp`;
  await tidy(path, temporary, files);
  let handle = await openOrCreate(path, files);
  let end = JOURNAL_HEADER.length;
  let allocated = 0;

  async function load(): Promise<void> {
    const content = await handle.readFile();
    if (content.length < JOURNAL_HEADER.length) await writeAt(handle, JOURNAL_HEADER, 0);
    const found = readFrames(content, JOURNAL_HEADER.length);
    ({ end } = found);
    allocated = Math.max(content.length, JOURNAL_HEADER.length);
    // What the next frame does not cover of a torn write would look like damage behind it.
    if (found.torn > 0) await writeAt(handle, Buffer.alloc(found.torn), end);
    onFrames(found);
  }

  /** Extends the file by zeros, never touching what is written: a full disk is noticed before the first byte of a frame. */
  async function allocate(size: number): Promise<void> {
    if (size <= allocated) return;
    try {
      await writeAt(handle, Buffer.alloc(size - allocated), allocated);
      allocated = size;
    } catch (error) {
      await handle.truncate(allocated);
      throw error;
    }
  }

  async function makeRoom(needed: number): Promise<void> {
    if (needed + RESERVE / 2 <= allocated) return;
    try {
      await allocate(needed + RESERVE);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      await allocate(needed);
    }
  }

  /** A batch that failed half-way must not come back as written when the file is read again. */
  async function undo(length: number): Promise<void> {
    try {
      await writeAt(handle, Buffer.alloc(length), end);
      await handle.datasync();
    } catch {
      await handle.truncate(end);
      allocated = end;
    }
  }

  await load();
  await makeRoom(end).catch(() => undefined);
  return {
    end: () => end,
    append: async (frames) => {
      const bytes = Buffer.concat(frames.map((frame) => frame.bytes));
      await makeRoom(end + bytes.length);
      try {
        await writeAt(handle, bytes, end);
        await handle.datasync();
      } catch (error) {
        await undo(bytes.length);
        throw error;
      }
      end += bytes.length;
    },
    clear: async () => {
      await handle.truncate(JOURNAL_HEADER.length);
      await handle.datasync();
      end = JOURNAL_HEADER.length;
      allocated = end;
      await makeRoom(end).catch(() => undefined);
    },
    replace: async (frames, keepAs) => {
      try {
        const next = await files.open(temporary, 'w', 0o600);
        try {
          await writeAt(
            next,
            Buffer.concat([JOURNAL_HEADER, ...frames.map((frame) => frame.bytes), Buffer.alloc(RESERVE)]),
            0,
          );
          await next.sync();
        } finally {
          await next.close();
        }
      } catch (error) {
        await files.rm(temporary, { force: true });
        throw error;
      }
      // Windows does not replace a file that is open.
      await handle.close();
      try {
        // The old file stays under its own name until the new one takes it: at no moment is there none.
        if (keepAs !== undefined) await keepCopy(path, keepAs, files);
        await files.rename(temporary, path);
        await syncFolder(dirname(path));
      } finally {
        handle = await openOrCreate(path, files);
        await load();
      }
    },
    close: async () => await handle.close(),
  };
}

/** Removes what an interrupted replacement left, or takes it up where the file itself is gone. */
async function tidy(path: string, temporary: string, files: JournalFiles): Promise<void> {
  if (await exists(path, files)) return await files.rm(temporary, { force: true });
  if (!(await exists(temporary, files))) return;
  await files.rename(temporary, path);
  await syncFolder(dirname(path));
}

async function exists(path: string, files: JournalFiles): Promise<boolean> {
  try {
    await (await files.open(path, 'r')).close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** A second name for a file; a copy where the file system knows no second names. */
async function keepCopy(path: string, keepAs: string, files: JournalFiles): Promise<void> {
  await files.rm(keepAs, { force: true });
  try {
    await files.link(path, keepAs);
  } catch {
    await files.copyFile(path, keepAs);
  }
  await syncFolder(dirname(path));
}

async function openOrCreate(path: string, files: JournalFiles): Promise<nodeFiles.FileHandle> {
  try {
    return await files.open(path, 'r+');
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  const handle = await files.open(path, 'w+', 0o600);
  await syncFolder(dirname(path));
  return handle;
}

async function writeAt(handle: nodeFiles.FileHandle, bytes: Buffer, position: number): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    // A full disk first shortens a write and fails only the next one.
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written);
    written += bytesWritten;
  }
}
