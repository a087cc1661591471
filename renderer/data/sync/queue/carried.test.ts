import { expect, test } from 'vitest';
import type { EntryId } from '../../../../domain/base/ids.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { wordsFor } from '../returning/device-words.ts';
import { carriedIn } from './carried.ts';

const record = lesson(STAFF.anna);
const refusal = { reason: 'forbidden', refusedAt: record.recordedAt } as const;

function entry(more: Partial<JournalEntry> = {}): JournalEntry {
  const name = nextEntry();
  return { entry: name, collection: 'lessons', record: { ...record, entry: name }, assumed: null, ...more };
}

function carried(entries: readonly JournalEntry[], name: EntryId): readonly EntryId[] {
  return carriedIn(entries)(name).map((one) => one.entry);
}

test('an entry carries those that it was written on top of, and no others of its record', () => {
  const first = entry({ follows: null });
  const second = entry({ follows: first.entry });
  const apart = entry({ follows: null });
  const third = entry({ follows: second.entry });
  const all = [first, second, apart, third];
  expect(carried(all, third.entry)).toEqual([second.entry, first.entry]);
  expect(carried(all, apart.entry)).toEqual([]);
});

test('one that was refused is not carried away, and those before it are', () => {
  const first = entry({ follows: null });
  const refused = entry({ follows: first.entry, refusal });
  const second = entry({ follows: refused.entry });
  expect(carried([first, refused, second], second.entry)).toEqual([first.entry]);
});

test('one that did not note what it follows carries all of its record before it', () => {
  const [first, second] = [entry(), entry()];
  const other = lesson(STAFF.anna, { hour: 5 });
  const foreign = entry({ record: other });
  const third = entry({ follows: second.entry });
  expect(carried([first, foreign, second, third], third.entry)).toEqual([second.entry, first.entry]);
});

test('an entry that the one behind it does not carry stays in the journal, and is sent by itself', async () => {
  // Taken out of an earlier journal, and so behind what was written later.
  const later = entry({ follows: null });
  const earlier = entry({ follows: null });
  const { outbox, inJournal } = await openMemoryOutbox(later, earlier);
  expect([...outbox.newest().values()]).toEqual([earlier]);
  const seenStore = { seen: () => undefined, isReturning: () => false };
  const row = { collection: 'lessons', row: { assumed: null, next: earlier.record } } as const;
  expect(wordsFor(seenStore, outbox, [row], true)).toEqual({ settled: false });
  await outbox.acknowledge([earlier.entry]);
  expect([...inJournal.keys()]).toEqual([later.entry]);
  expect([...outbox.newest().values()]).toEqual([later]);
});

test('what is written is noted with the entry that it follows, where that one is in the journal', async () => {
  const { outbox, inJournal } = await openMemoryOutbox();
  const first = entry({ follows: nextEntry() });
  const second = entry({ follows: first.entry });
  await outbox.append([first, second]);
  const third = entry({ follows: second.entry });
  await outbox.append([third]);
  expect([...inJournal.values()].map(({ follows }) => follows)).toEqual([null, first.entry, second.entry]);
});
