import { describe, expect, test, vi } from 'vitest';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { edited, lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createTemporaryMemory } from '../../device-memory.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { wordsFor } from './device-words.ts';
import { importStoreKey } from '../../store/sealed-json.ts';
import { openSeenStore } from './seen-store.ts';

const entryOf = (record: ReturnType<typeof lesson>): JournalEntry => ({
  entry: record.entry,
  collection: 'lessons',
  record,
  assumed: null,
});
const rowOf = (next: ReturnType<typeof lesson>) =>
  ({ collection: 'lessons', row: { assumed: null, next } }) as const;
const first = lesson(STAFF.anna);
const second = edited(first, { topic: 'Frazioni' });
const empty = (await openMemoryOutbox()).outbox;

const key = await importStoreKey(crypto.getRandomValues(new Uint8Array(32)));

describe('a device says that it has delivered everything', () => {
  test.each([
    ['nothing waits', [], [], true, true],
    [
      'the newest entry of each record goes with the request',
      [entryOf(first), entryOf(second)],
      [rowOf(second)],
      true,
      true,
    ],
    ['only an earlier entry goes', [entryOf(first), entryOf(second)], [rowOf(first)], true, false],
    [
      'what waits was refused and is its owner’s to settle',
      [{ ...entryOf(first), refusal: { reason: 'forbidden', refusedAt: first.recordedAt } }],
      [],
      true,
      true,
    ],
    ['the device has entries that the page does not see', [], [], false, false],
  ] as const)('%s', async (_name, waiting, rows, isWhole, settled) => {
    const { outbox } = await openMemoryOutbox(...waiting);
    const seenStore = await openSeenStore(createTemporaryMemory(), 'db', key);
    expect(wordsFor(seenStore, outbox, rows, isWhole)).toEqual({ settled });
  });

  test('not while it looks what a store put back has lost, and across a restart', async () => {
    const memory = createTemporaryMemory();
    const own = await openSeenStore(memory, 'db', key);
    own.note('1.a.2.b');
    own.begin();
    // What the store that was put back says of itself is forgotten until the looking has ended.
    own.note('3.c.2.d');
    expect(wordsFor(own, empty, [], true)).toEqual({ seen: '3.c.2.d', settled: false });
    const reopened = await vi.waitFor(async () => {
      const again = await openSeenStore(memory, 'db', key);
      expect(wordsFor(again, empty, [], true)).toEqual({ seen: '1.a.2.b', settled: false });
      return again;
    });
    expect(reopened.isConfirmed()).toBe(false);
    reopened.note('3.c.2.d');
    reopened.end();
    expect(wordsFor(reopened, empty, [], true)).toEqual({ seen: '3.c.2.d', settled: true });
    await vi.waitFor(async () => {
      const last = await openSeenStore(memory, 'db', key);
      expect(wordsFor(last, empty, [], true)).toEqual({ seen: '3.c.2.d', settled: true });
    });
  });
});
