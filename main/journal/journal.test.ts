import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readFrames } from './frames.ts';
import { openJournal, type Journal } from './journal.ts';
import { deriveJournalKey } from './journal-seal.ts';
import { countEntries, JOURNAL_HEADER } from './waiting-entries.ts';

const KEY = deriveJournalKey(randomBytes(32));

async function numbersIn(journal: Journal): Promise<readonly string[]> {
  const read = await journal.read();
  return read.ok ? read.value.map(({ record }) => record.id) : ['failed'];
}

function records(...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `record-${number}`);
}

/** A journal with three entries, closed, and where its last frame ends. */
async function threeEntries(): Promise<{
  readonly path: string;
  readonly end: number;
  readonly beforeLast: number;
}> {
  const path = join(temporaryFolder(), 'journal-1.bin');
  const journal = await openJournal(path, KEY);
  await journal.append([sampleEntry(1), sampleEntry(2)]);
  const beforeLast = lastByte(path);
  await journal.append([sampleEntry(3)]);
  await journal.close();
  return { path, beforeLast, end: lastByte(path) };
}

/** Where the last whole frame ends: what lies behind is the reserve. */
function lastByte(path: string): number {
  return readFrames(readFileSync(path), JOURNAL_HEADER.length).end;
}

describe('journal', () => {
  it('gives back what was written, in order, after a restart', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const first = await openJournal(path, KEY);
    const entries = Array.from({ length: 3_000 }, (_, index) => sampleEntry(index));
    for (let index = 0; index < entries.length; index += 100) {
      expect((await first.append(entries.slice(index, index + 100))).ok).toBe(true);
    }
    await first.close();
    const second = await openJournal(path, KEY);
    expect(await second.read()).toEqual({ ok: true, value: entries });
    expect(second.unsent()).toBe(3_000);
    await second.close();
  });

  it('holds no word of a record in clear, and lets this user alone read the file', async () => {
    const { path } = await threeEntries();
    const content = readFileSync(path, 'latin1');
    for (const word of ['Giulia', 'record-1', 'attendance']) expect(content).not.toContain(word);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('asks again about an entry that was refused for a reason which no server gives any more', async () => {
    const { path } = await threeEntries();
    const journal = await openJournal(path, KEY);
    const reason = 'tooManyEntries' as 'windowClosed';
    await journal.refuse([{ entry: sampleEntry(1).entry, refusal: { reason, refusedAt: toInstant(0) } }]);
    await journal.close();
    const again = await openJournal(path, KEY);
    expect(await again.read()).toEqual({ ok: true, value: [1, 2, 3].map(sampleEntry) });
    await again.close();
  });

  it('forgets settled entries and keeps refused ones with their reason', async () => {
    const { path } = await threeEntries();
    const journal = await openJournal(path, KEY);
    const refusal = { reason: 'windowClosed', refusedAt: toInstant(0) } as const;
    await journal.settle([sampleEntry(1).entry, 'unknown']);
    await journal.refuse([{ entry: sampleEntry(2).entry, refusal }]);
    await journal.close();
    const again = await openJournal(path, KEY);
    expect(await again.read()).toEqual({ ok: true, value: [{ ...sampleEntry(2), refusal }, sampleEntry(3)] });
    await again.close();
  });

  it('counts what waits without the key', async () => {
    const { path } = await threeEntries();
    expect(await countEntries(path)).toEqual({ waiting: 3, lost: 0 });
    expect(await countEntries(`${path}.missing`)).toEqual({ waiting: 0, lost: 0 });
  });

  it('runs calls one after another, in their order', async () => {
    const journal = await openJournal(join(temporaryFolder(), 'journal-1.bin'), KEY);
    await Promise.all([1, 2, 3, 4, 5].map(async (number) => await journal.append([sampleEntry(number)])));
    await Promise.all([journal.settle([sampleEntry(2).entry]), journal.append([sampleEntry(6)])]);
    expect(await numbersIn(journal)).toEqual(records(1, 3, 4, 5, 6));
    await journal.close();
  });

  it('keeps everything before a write that was torn at any byte, and goes on behind it', async () => {
    const { path, beforeLast, end } = await threeEntries();
    for (let cut = beforeLast; cut < end; cut += 1) {
      const torn = join(temporaryFolder(), 'journal-1.bin');
      copyFileSync(path, torn);
      truncateSync(torn, cut);
      // A kill leaves what was allocated behind the cut as zeros.
      if (cut % 2 === 0) truncateSync(torn, cut + 4096);
      const journal = await openJournal(torn, KEY);
      expect(await numbersIn(journal)).toEqual(records(1, 2));
      await journal.append([sampleEntry(9)]);
      await journal.close();
      const again = await openJournal(torn, KEY);
      expect(await numbersIn(again)).toEqual(records(1, 2, 9));
      await again.close();
    }
  }, 120_000);

  it('steps over a damaged stretch and keeps what is behind it', async () => {
    const { path } = await threeEntries();
    const content = readFileSync(path);
    content[60] = (content[60] ?? 0) ^ 0xff;
    writeFileSync(path, content);
    const journal = await openJournal(path, KEY);
    expect(await numbersIn(journal)).toEqual(records(2, 3));
    await journal.close();
  });

  it('opens an empty file and a file of rubbish', async () => {
    for (const content of [Buffer.alloc(0), Buffer.from('CAM'), randomBytes(5_000)]) {
      const path = join(temporaryFolder(), 'journal-1.bin');
      writeFileSync(path, content);
      const journal = await openJournal(path, KEY);
      await journal.append([sampleEntry(1)]);
      await journal.close();
      const again = await openJournal(path, KEY);
      expect(await numbersIn(again)).toEqual(records(1));
      await again.close();
    }
  });

  it('shows nothing with another key, and destroys nothing', async () => {
    const { path } = await threeEntries();
    const stranger = await openJournal(path, deriveJournalKey(randomBytes(32)));
    expect(await numbersIn(stranger)).toEqual([]);
    expect(stranger.unsent()).toBe(0);
    expect(stranger.lost()).toBe(3);
    await stranger.close();
    const owner = await openJournal(path, KEY);
    expect(await numbersIn(owner)).toEqual(records(1, 2, 3));
    await owner.close();
  });

  it('does not grow for ever: settled entries give their room back', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const journal = await openJournal(path, KEY);
    for (let round = 0; round < 40; round += 1) {
      const entries = Array.from({ length: 100 }, (_, index) => sampleEntry(round * 100 + index));
      await journal.append(entries);
      await journal.settle(entries.slice(round === 20 ? 1 : 0).map(({ entry }) => entry));
    }
    expect(statSync(path).size).toBeLessThan(2 * 1024 * 1024);
    expect(await numbersIn(journal)).toEqual(records(2_000));
    await journal.close();
    const again = await openJournal(path, KEY);
    expect(await numbersIn(again)).toEqual(records(2_000));
    await again.close();
  });
});
