import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { RESERVE, type JournalFiles } from './frame-file.ts';
import { openJournal } from './journal.ts';

const KEY = randomBytes(32);

function noSpace(): Error {
  return Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
}

/** The real file system, in which a file cannot grow beyond `limit` bytes while `full` holds, and `break` fails the next sync. */
function limitedFiles(state: { full: boolean; limit: number; breakSync: boolean }): JournalFiles {
  return {
    ...nodeFiles,
    open: async (path, flags, mode) => {
      const handle = await nodeFiles.open(path, flags, mode);
      return new Proxy(handle, {
        get: (target, name) => {
          if (name === 'write') {
            return async (buffer: Buffer, offset: number, length: number, position: number) => {
              const room = state.full ? Math.min(length, state.limit - position) : length;
              if (room <= 0) throw noSpace();
              return await target.write(buffer, offset, room, position);
            };
          }
          if (name === 'datasync' && state.breakSync) {
            return async () => {
              state.breakSync = false;
              return await Promise.reject(noSpace());
            };
          }
          const value: unknown = Reflect.get(target, name);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
  };
}

/** Runs a program of the system; throws where it is missing or not allowed. */
function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: 'ignore' });
}

function tinyVolume(): string | undefined {
  const folder = temporaryFolder();
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder);
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    run('umount', folder);
  });
  return folder;
}

describe('journal on a full disk', () => {
  it('still takes a roll call into its reserve, then says that the disk is full, and goes on when there is room', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const state = { full: false, limit: 0, breakSync: false };
    const journal = await openJournal(path, KEY, limitedFiles(state));
    await journal.append([sampleEntry(0)]);
    state.limit = (await nodeFiles.stat(path)).size;
    state.full = true;
    const rollCall = Array.from({ length: 30 }, (_, index) => sampleEntry(index + 1));
    expect(await journal.append(rollCall)).toEqual({ ok: true, value: null });
    let taken = 31;
    for (; taken < 20_000; taken += 1) {
      const result = await journal.append([sampleEntry(taken)]);
      if (!result.ok) {
        expect(result.failure).toEqual({ kind: 'diskFull' });
        break;
      }
    }
    expect(taken).toBeGreaterThan(RESERVE / 2 / 400);
    expect((await nodeFiles.stat(path)).size).toBe(state.limit);
    expect(journal.unsent()).toBe(taken);
    state.full = false;
    expect((await journal.append([sampleEntry(99_999)])).ok).toBe(true);
    await journal.close();
    const again = await openJournal(path, KEY);
    expect(again.unsent()).toBe(taken + 1);
    await again.close();
  });

  it('does not bring back a batch that it reported as failed', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const state = { full: false, limit: 0, breakSync: false };
    const journal = await openJournal(path, KEY, limitedFiles(state));
    await journal.append([sampleEntry(1)]);
    state.breakSync = true;
    expect(await journal.append([sampleEntry(2), sampleEntry(3)])).toEqual({
      ok: false,
      failure: { kind: 'diskFull' },
    });
    await journal.append([sampleEntry(4)]);
    await journal.close();
    const again = await openJournal(path, KEY);
    expect(await again.read()).toEqual({ ok: true, value: [sampleEntry(1), sampleEntry(4)] });
    await again.close();
  });

  it('holds on a real full volume, over a restart while it is full, and after it was freed', async ({
    skip,
  }) => {
    const volume = tinyVolume();
    if (volume === undefined) skip('no right to mount a small volume here');
    const path = join(volume ?? '', 'journal-1.bin');
    const journal = await openJournal(path, KEY);
    await journal.append([sampleEntry(0)]);
    const ballast = join(volume ?? '', 'ballast');
    try {
      writeFileSync(ballast, Buffer.alloc(4 * 1024 * 1024, 1));
    } catch {
      // Full, as intended.
    }
    const confirmed = [sampleEntry(0)];
    for (let number = 1; number < 20_000; number += 1) {
      const result = await journal.append([sampleEntry(number)]);
      if (!result.ok) {
        expect(result.failure.kind).toBe('diskFull');
        break;
      }
      confirmed.push(sampleEntry(number));
    }
    expect(confirmed.length).toBeGreaterThan(100);
    await journal.close();
    const restarted = await openJournal(path, KEY);
    expect(await restarted.read()).toEqual({ ok: true, value: confirmed });
    await restarted.close();
    rmSync(ballast);
    const freed = await openJournal(path, KEY);
    expect(await freed.read()).toEqual({ ok: true, value: confirmed });
    expect((await freed.append([sampleEntry(50_000)])).ok).toBe(true);
    expect((await freed.settle(confirmed.map(({ entry }) => entry))).ok).toBe(true);
    expect(freed.unsent()).toBe(1);
    await freed.close();
  });
});
