import { randomBytes } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readFrames } from './frames.ts';
import { removeNote } from './journal-note.ts';
import { deriveJournalKey } from './journal-seal.ts';
import { openJournal } from './journal.ts';
import { countEntries, JOURNAL_HEADER } from './waiting-entries.ts';

const KEY = deriveJournalKey(randomBytes(32));
const ENTRIES = Array.from({ length: 6 }, (_, number) => sampleEntry(number));
const START = JOURNAL_HEADER.length;

/** A journal of six entries, closed. */
async function ofSix(): Promise<string> {
  const path = join(temporaryFolder(), 'journal-1.bin');
  const journal = await openJournal(path, KEY);
  await journal.append(ENTRIES);
  await journal.close();
  return path;
}

/** Where the n-th frame of a journal begins, counted from 0. */
function frameAt(path: string, number: number): number {
  const { frames } = readFrames(readFileSync(path), START);
  return START + frames.slice(0, number).reduce((sum, { bytes }) => sum + bytes.length, 0);
}

function change(path: string, by: (content: Buffer) => unknown): void {
  const content = readFileSync(path);
  by(content);
  writeFileSync(path, content);
}

const blank = (path: string, from: number, to: number): void => {
  const [start, end] = [frameAt(path, from), frameAt(path, to)];
  change(path, (content) => content.fill(0, start, end));
};

async function reopened(path: string, write: readonly number[] = []) {
  const journal = await openJournal(path, KEY);
  await journal.append(write.map(sampleEntry));
  const counts = { waiting: journal.unsent(), lost: journal.lost() };
  await journal.close();
  expect(await countEntries(path)).toEqual(counts);
  return counts;
}

describe('account-json: a stretch of a journal that has become zeros', () => {
  it.each([
    [0, 1, 1],
    [1, 4, 3],
    [4, 6, 2],
    [0, 6, 6],
  ])('from frame %i to %i is counted, and goes on being counted', async (from, to, lost) => {
    const path = await ofSix();
    blank(path, from, to);
    expect(await countEntries(path)).toEqual({ waiting: 6 - lost, lost });
    expect(await reopened(path, [50])).toEqual({ waiting: 7 - lost, lost });
    expect(await reopened(path, [51])).toEqual({ waiting: 8 - lost, lost });
  });

  it('is noticed in a journal of an earlier version, which has no note', async () => {
    const path = await ofSix();
    blank(path, 1, 4);
    await removeNote(path);
    // How many there were nobody knows: one at least.
    expect(await countEntries(path)).toEqual({ waiting: 3, lost: 1 });
    expect(await reopened(path)).toEqual({ waiting: 3, lost: 1 });
  });

  it('of which only the entries were settled has lost nothing that counts twice', async () => {
    const path = await ofSix();
    const journal = await openJournal(path, KEY);
    await journal.settle(ENTRIES.slice(0, 5).map(({ entry }) => entry));
    await journal.close();
    blank(path, 0, 5);
    expect((await reopened(path)).waiting).toBe(1);
  });
});

describe('account-json: a damaged end of a journal', () => {
  it('is not written over by the next entry, which would take its count away', async () => {
    const path = await ofSix();
    const last = frameAt(path, 5);
    change(path, (content) => content.writeUInt8(content.readUInt8(last + 90) ^ 1, last + 90));
    for (const number of [50, 51, 52]) expect((await reopened(path, [number])).lost).toBe(1);
    expect(await reopened(path)).toEqual({ waiting: 8, lost: 1 });
  });

  it('which is a torn write leaves nothing behind a shorter entry that would look like damage', async () => {
    const path = await ofSix();
    await removeNote(path);
    const big = sampleEntry(40);
    const other = join(temporaryFolder(), 'journal-1.bin');
    const journal = await openJournal(other, KEY);
    await journal.append([big, sampleEntry(41)]);
    await journal.close();
    const written = readFileSync(other).subarray(START, frameAt(other, 2) - 40);
    truncateSync(path, frameAt(path, 6));
    // Cut within its second frame; the first of them counts, as if it had been confirmed.
    appendFileSync(path, Buffer.concat([written, Buffer.alloc(4096)]));
    expect(await reopened(path)).toEqual({ waiting: 7, lost: 0 });
    const again = await openJournal(path, KEY);
    await again.settle([big.entry]);
    await again.close();
    expect(await reopened(path)).toEqual({ waiting: 6, lost: 0 });
  });
});

describe('account-json: a journal that is gone', () => {
  const gone: readonly (readonly [string, (path: string) => void])[] = [
    ['alone', () => undefined],
    ['with its note', (path) => rmSync(`${path}.note`)],
    ['with a note of zeros', (path) => change(`${path}.note`, (content) => content.fill(0))],
    ['with the copy of its note', (path) => rmSync(join(path, '..', 'waiting-journal-1.json'))],
  ];
  it.each(gone)('%s: the number is said', async (_how, damage) => {
    const path = await ofSix();
    damage(path);
    rmSync(path);
    expect(await countEntries(path)).toEqual({ waiting: 0, lost: 6 });
    expect(await reopened(path, [50])).toEqual({ waiting: 1, lost: 6 });
    expect(await reopened(path)).toEqual({ waiting: 1, lost: 6 });
  });
});
