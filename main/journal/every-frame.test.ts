import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { sampleEntry } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { readFrames } from './frames.ts';
import { deriveJournalKey } from './journal-seal.ts';
import { openJournal } from './journal.ts';
import { countEntries, JOURNAL_HEADER } from './waiting-entries.ts';

const KEY = deriveJournalKey(randomBytes(32));
const refusal = { reason: 'windowClosed', refusedAt: toInstant(0) } as const;

/** The folder of a journal of four entries, of which the second was taken by the server and the third refused. */
async function folderOfFour(): Promise<string> {
  const folder = temporaryFolder();
  const journal = await openJournal(path.join(folder, 'journal-1.bin'), KEY);
  await journal.append([0, 1, 2, 3].map(sampleEntry));
  await journal.settle([sampleEntry(1).entry]);
  await journal.refuse([{ entry: sampleEntry(2).entry, refusal }]);
  await journal.close();
  return folder;
}

function copyOf(folder: string): string {
  const copy = temporaryFolder();
  for (const name of readdirSync(folder)) copyFileSync(path.join(folder, name), path.join(copy, name));
  return path.join(copy, 'journal-1.bin');
}

it('account-json: one bit of any frame hides no entry that is not counted, and alters none', async () => {
  const folder = await folderOfFour();
  const whole = readFileSync(path.join(folder, 'journal-1.bin'));
  const { frames } = readFrames(whole, JOURNAL_HEADER.length);
  expect(frames).toHaveLength(6);
  // What waits where nothing is damaged, and in what state.
  const waiting = new Map([
    [sampleEntry(0).entry, sampleEntry(0)],
    [sampleEntry(2).entry, { ...sampleEntry(2), refusal }],
    [sampleEntry(3).entry, sampleEntry(3)],
  ]);
  let start = JOURNAL_HEADER.length;
  for (const { bytes } of frames) {
    for (const place of [start, start + Math.floor(bytes.length / 2), start + bytes.length - 1]) {
      const copy = copyOf(folder);
      const content = Buffer.from(whole);
      content[place] = (content[place] ?? 0) ^ 4;
      writeFileSync(copy, content);
      const journal = await openJournal(copy, KEY);
      const read = await journal.read();
      const entries = read.ok ? read.value : [];
      const lost = journal.lost();
      await journal.close();
      const missing = [...waiting.keys()].filter((name) => !entries.some(({ entry }) => entry === name));
      expect(lost).toBeGreaterThanOrEqual(missing.length);
      expect(missing.length).toBeLessThanOrEqual(1);
      expect(await countEntries(copy)).toMatchObject({ lost });
      for (const { refusal: _said, ...entry } of entries)
        expect([0, 1, 2, 3].map(sampleEntry)).toContainEqual(entry);
      const refused = entries.filter((entry) => entry.refusal !== undefined);
      expect([[], [waiting.get(sampleEntry(2).entry)]]).toContainEqual(refused);
    }
    start += bytes.length;
  }
}, 120_000);
