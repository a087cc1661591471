import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { encodeFrame, FRAME_KIND, readFrames, type FrameKind } from './frames.ts';
import { retireJournal } from './journal-note.ts';
import { deriveJournalKey, sealFrame } from './journal-seal.ts';
import { openJournal } from './journal.ts';
import { countEntries, JOURNAL_HEADER } from './waiting-entries.ts';

const KEY = deriveJournalKey(randomBytes(32));
const OTHER = deriveJournalKey(randomBytes(32));
const ENTRIES = [sampleEntry(1), sampleEntry(2)];
const [first] = ENTRIES;
const named = first?.entry ?? '';

/** A journal with two entries, closed, behind whose last frame somebody without its key has written. */
async function withForeign(kind: FrameKind, sealed: 'garbage' | 'otherKey', entry = named): Promise<string> {
  const path = join(temporaryFolder(), 'journal-1.bin');
  const journal = await openJournal(path, KEY);
  await journal.append(ENTRIES);
  await journal.close();
  const frame =
    sealed === 'garbage' ? encodeFrame(kind, entry, randomBytes(60)) : sealFrame(OTHER, kind, entry, null);
  truncateSync(path, readFrames(readFileSync(path), JOURNAL_HEADER.length).end);
  appendFileSync(path, frame.bytes);
  return path;
}

async function readAll(path: string) {
  const journal = await openJournal(path, KEY);
  const read = await journal.read();
  const counts = { unsent: journal.unsent(), lost: journal.lost() };
  await journal.close();
  return { ...counts, entries: read.ok ? read.value : [] };
}

describe('F8: frames that somebody without the key has written', () => {
  it.each(['garbage', 'otherKey'] as const)('settle nothing (%s)', async (sealed) => {
    const path = await withForeign(FRAME_KIND.settle, sealed);
    expect(await readAll(path)).toEqual({ unsent: 2, lost: 0, entries: ENTRIES });
  });

  it.each(['garbage', 'otherKey'] as const)('refuse nothing (%s)', async (sealed) => {
    const path = await withForeign(FRAME_KIND.refuse, sealed);
    expect((await readAll(path)).entries.map(({ refusal }) => refusal)).toEqual([undefined, undefined]);
  });

  it('replace no entry of theirs, and one of their own is said and keeps none of the others back', async () => {
    const over = await withForeign(FRAME_KIND.append, 'garbage');
    expect(await readAll(over)).toEqual({ unsent: 2, lost: 0, entries: ENTRIES });
    const beside = await withForeign(FRAME_KIND.append, 'garbage', sampleEntry(9).entry);
    expect(await readAll(beside)).toEqual({ unsent: 2, lost: 1, entries: ENTRIES });
    expect(await countEntries(beside)).toEqual({ waiting: 2, lost: 1 });
  });

  it('are not compacted into the truth: what a compaction leaves out stays aside, and counted', async () => {
    const path = await withForeign(FRAME_KIND.append, 'garbage', sampleEntry(9).entry);
    const many = Array.from({ length: 1_000 }, (_, number) => sampleEntry(number + 100));
    const journal = await openJournal(path, KEY);
    await journal.append(many);
    await journal.settle(many.map(({ entry }) => entry));
    await journal.close();
    expect(existsSync(`${path}.damaged`)).toBe(true);
    expect(await readAll(path)).toEqual({ unsent: 2, lost: 1, entries: ENTRIES });
  });

  it('an entry that is settled truly is lost to nobody', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const journal = await openJournal(path, KEY);
    await journal.append(ENTRIES);
    await journal.settle([named]);
    await journal.close();
    const content = readFileSync(path);
    const at = content.indexOf('CJ1\n') + 80;
    content[at] = (content[at] ?? 0) ^ 1;
    writeFileSync(path, content);
    // The frame of the settled entry is damaged: the stretch is counted, nothing else is.
    expect(await readAll(path)).toMatchObject({ unsent: 1, entries: [ENTRIES[1]] });
  });
});

describe('the note beside a journal', () => {
  it('survives kill and restart, and tells of nothing where everything is as it was', async () => {
    const path = join(temporaryFolder(), 'journal-1.bin');
    const killed = [];
    for (let round = 0; round < 5; round += 1) {
      // Not closed before the next one opens: as by kill -9.
      const journal = await openJournal(path, KEY);
      killed.push(journal);
      expect(journal.lost()).toBe(0);
      await journal.append([sampleEntry(round)]);
      if (round % 2 === 0) await journal.settle([sampleEntry(round).entry]);
    }
    expect(await countEntries(path)).toEqual({ waiting: 2, lost: 0 });
    for (const journal of killed) await journal.close();
  });

  it('of rubbish tells nothing', async () => {
    const path = await withForeign(FRAME_KIND.settle, 'garbage');
    writeFileSync(`${path}.note`, '{"end":-4}');
    expect(await readAll(path)).toMatchObject({ unsent: 2, lost: 0 });
  });

  it('goes on counting when the rest of a journal has moved elsewhere', async () => {
    const path = await withForeign(FRAME_KIND.append, 'garbage', sampleEntry(9).entry);
    await retireJournal(path, 1);
    expect(existsSync(path)).toBe(false);
    expect(await countEntries(path)).toEqual({ waiting: 0, lost: 1 });
    const whole = await withForeign(FRAME_KIND.settle, 'garbage');
    await retireJournal(whole, 0);
    expect(await countEntries(whole)).toEqual({ waiting: 0, lost: 0 });
  });
});
