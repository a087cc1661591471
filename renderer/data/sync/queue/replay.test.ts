import { expect, test } from 'vitest';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import type { LocalRecords } from '../../local-records.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { replayJournal } from './replay.ts';

const stored = lesson(STAFF.anna, { hour: 1 });
const lost = lesson(STAFF.anna, { hour: 2 });
const newest = { ...lost, entry: nextEntry(), topic: 'Frazioni' };
const arrived = lesson(STAFF.anna, { hour: 3 });

function entryOf(record: RegisterRecord): JournalEntry {
  return { entry: record.entry, collection: 'lessons', record, assumed: null };
}

test('the newest of what the store lacks comes back from the journal, and nothing that the server has taken', async () => {
  const { outbox } = await openMemoryOutbox(...[stored, lost, newest, arrived].map(entryOf));
  const saved: RegisterRecord[] = [];
  const records: Pick<LocalRecords, 'read' | 'save'> = {
    read: async (_collection, wanted) => [stored].filter(({ id }) => wanted.some((one) => one.id === id)),
    save: async (places) => void saved.push(...places.map(({ record }) => record)),
  };
  await replayJournal(outbox, records, { has: (entry) => entry === arrived.entry });
  expect(saved).toEqual([newest]);
});

test('what the store cannot read is written again', async () => {
  const { outbox } = await openMemoryOutbox(entryOf(stored));
  const saved: RegisterRecord[] = [];
  await replayJournal(
    outbox,
    {
      read: async () => await Promise.reject(new Error('unreadable')),
      save: async (places) => void saved.push(...places.map(({ record }) => record)),
    },
    { has: () => false },
  );
  expect(saved).toEqual([stored]);
});
