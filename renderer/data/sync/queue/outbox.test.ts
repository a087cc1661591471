import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';

const first = lesson(STAFF.anna, { topic: 'Frazioni' });
const second = { ...first, entry: nextEntry(), topic: 'Decimali' };

function entryOf(record: RegisterRecord): JournalEntry {
  return { entry: record.entry, collection: 'lessons', record, assumed: null };
}

test('what a full disk did not let go is settled with the next one', async () => {
  const { outbox, inJournal, disk } = await openMemoryOutbox(entryOf(first));
  disk.isFull = true;
  await outbox.acknowledge([first.entry]);
  expect([...inJournal.keys()]).toEqual([first.entry]);
  disk.isFull = false;
  await outbox.append([entryOf(second)]);
  await outbox.acknowledge([second.entry]);
  expect([...inJournal.keys()]).toEqual([]);
});

test('entries that another version of the app has written are in the shape of today', async () => {
  const [upgrade] = kinds.conflictNotice.upgrades;
  const before = must(upgrade, 'an upgrade').before as unknown as RegisterRecord;
  const { outbox } = await openMemoryOutbox({ ...entryOf(before), collection: 'personal', assumed: before });
  const [entry] = outbox.entries();
  expect(entry?.record).toMatchObject({ recordKind: 'lesson' });
  expect(entry?.assumed).toEqual(entry?.record);
});

/** What an app that was put back to an earlier version finds. */
const OF_NEWER: readonly (readonly [where: string, changes: object])[] = [
  ['in a collection', { collection: 'holograms' }],
  ['of a kind', { record: { ...first, kind: 'hologram' } }],
];
test.each(OF_NEWER)(
  'entries %s that only a newer version knows are not among these, and stay in the journal',
  async (_where, changes) => {
    const theirs = { ...entryOf(first), ...changes } as unknown as JournalEntry;
    const { outbox, inJournal } = await openMemoryOutbox(theirs, entryOf(second));
    expect(outbox.entries().map(({ entry }) => entry)).toEqual([second.entry]);
    await outbox.acknowledge([second.entry]);
    expect([...inJournal.keys()]).toEqual([first.entry]);
  },
);
