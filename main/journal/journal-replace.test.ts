import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as nodeFiles from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import type { JournalFiles } from './frame-file.ts';
import { deriveJournalKey } from './journal-seal.ts';
import { openJournal } from './journal.ts';

const KEY = deriveJournalKey(randomBytes(32));
const SETTLED = Array.from({ length: 1_000 }, (_, index) => sampleEntry(index + 10));

/** A journal with one byte changed in its second entry of many, so that its next compaction keeps the old file. */
async function damagedJournal(): Promise<string> {
  const path = join(temporaryFolder(), 'journal-1.bin');
  const journal = await openJournal(path, KEY);
  await journal.append([sampleEntry(1)]);
  await journal.append([sampleEntry(2)]);
  await journal.append([sampleEntry(3), ...SETTLED]);
  await journal.close();
  const content = readFileSync(path);
  const second = content.indexOf('CJ1\n', content.indexOf('CJ1\n') + 1);
  content[second + 100] = (content[second + 100] ?? 0) ^ 0xff;
  writeFileSync(path, content);
  return path;
}

async function settleAll(path: string, files: JournalFiles): Promise<void> {
  const journal = await openJournal(path, KEY, files);
  expect((await journal.settle(SETTLED.map(({ entry }) => entry))).ok).toBe(true);
  expect(journal.unsent()).toBe(2);
  await journal.close();
}

async function waitingIn(path: string): Promise<unknown> {
  const journal = await openJournal(path, KEY);
  const read = await journal.read();
  await journal.close();
  return read;
}

const LEFT = { ok: true, value: [sampleEntry(1), sampleEntry(3)] };

describe('replacing a damaged journal', () => {
  it('keeps the old file, and the entries under the path', async () => {
    const path = await damagedJournal();
    await settleAll(path, nodeFiles);
    expect(readFileSync(`${path}.damaged`).length).toBeGreaterThan(256 * 1024);
    expect(await waitingIn(path)).toEqual(LEFT);
  });

  it('loses nothing when the rename onto the path fails', async () => {
    const path = await damagedJournal();
    await settleAll(path, {
      ...nodeFiles,
      rename: async (from, to) => {
        if (to === path) throw Object.assign(new Error('in use'), { code: 'EPERM' });
        await nodeFiles.rename(from, to);
      },
    });
    expect(await waitingIn(path)).toEqual(LEFT);
  });

  it('copies the old file where the file system knows no second names', async () => {
    const path = await damagedJournal();
    const link = async (): Promise<void> =>
      await Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' }));
    await settleAll(path, { ...nodeFiles, link });
    expect(existsSync(`${path}.damaged`)).toBe(true);
    expect(await waitingIn(path)).toEqual(LEFT);
  });

  it('takes up a new file that never got its name, and drops it where the file itself is there', async () => {
    const path = await damagedJournal();
    await settleAll(path, nodeFiles);
    renameSync(path, `${path}.tmp`);
    expect(await waitingIn(path)).toEqual(LEFT);
    copyFileSync(`${path}.damaged`, `${path}.tmp`);
    expect(await waitingIn(path)).toEqual(LEFT);
    expect(existsSync(`${path}.tmp`)).toBe(false);
  });
});
