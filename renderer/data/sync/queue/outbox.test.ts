import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { fail, ok } from '../../../../domain/base/result.ts';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { openOutbox, type OpenJournal } from './outbox.ts';

const refusedAt = '2026-11-23T09:30:00.000Z' as Instant;
const refusal = { reason: 'forbidden' } as const;
const first = lesson(STAFF.anna, { topic: 'Frazioni' });
const second = { ...first, entry: nextEntry(), topic: 'Decimali' };

function entryOf(record: RegisterRecord): JournalEntry {
  return { entry: record.entry, collection: 'lessons', record, assumed: null };
}

/** An outbox over a journal in memory, which a test may fill up. */
async function openOn(...kept: readonly JournalEntry[]) {
  const inJournal = new Map(kept.map((entry) => [entry.entry, entry]));
  const disk = { isFull: false };
  const journal = {
    journalRead: async () => ok([...inJournal.values()]),
    journalAppend: async (entries: readonly JournalEntry[]) =>
      ok(void entries.map((entry) => inJournal.set(entry.entry, entry))),
    journalSettle: async (entries: readonly JournalEntry['entry'][]) =>
      disk.isFull ? fail({ kind: 'diskFull' }) : ok(void entries.map((entry) => inJournal.delete(entry))),
    journalRefuse: async () => ok(null),
    reportUnsent: async () => null,
  } as unknown as OpenJournal;
  const opened = await openOutbox(journal);
  if (!opened.ok) throw new Error('no journal');
  return { outbox: opened.value, inJournal, disk };
}

const names = (entries: readonly JournalEntry[]) => entries.map(({ entry }) => entry);

test('a refused entry that is sent again does not stand for one that was written without it', async () => {
  const { outbox, inJournal } = await openOn(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  expect(await outbox.retry(first.entry)).toEqual(ok(undefined));
  expect(names([...outbox.newest().values()])).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]);
  expect([...inJournal.keys()]).toEqual([first.entry]);
  await outbox.acknowledge([first.entry]);
  expect([...inJournal.keys()]).toEqual([]);
});

test('two refused entries of a record that are sent again go one after the other', async () => {
  const { outbox } = await openOn(entryOf(first), entryOf(second));
  for (const { entry } of [first, second]) await outbox.refuse(entry, refusal, refusedAt);
  expect((await outbox.retry(second.entry)).ok).toBe(true);
  expect(await outbox.retry(first.entry)).toEqual(ok(undefined));
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.refuse(second.entry, refusal, refusedAt);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]);
});

test('two that are sent again in the same moment go one after the other as well', async () => {
  const { outbox } = await openOn(entryOf(first), entryOf(second));
  for (const { entry } of [first, second]) await outbox.refuse(entry, refusal, refusedAt);
  await Promise.all([outbox.retry(second.entry), outbox.retry(first.entry)]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]);
});

test('what is written while the disk takes a refused entry back goes first', async () => {
  const { outbox } = await openOn(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await Promise.all([outbox.append([entryOf(second)]), outbox.retry(first.entry)]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]);
});

test('an entry that was thrown away meanwhile does not go back', async () => {
  const { outbox } = await openOn(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  await outbox.retry(first.entry);
  await outbox.discard(first.entry);
  await outbox.acknowledge([second.entry]);
  expect(outbox.entries()).toEqual([]);
});

test('what a full disk did not let go is settled with the next one', async () => {
  const { outbox, inJournal, disk } = await openOn(entryOf(first));
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
  const { outbox } = await openOn({ ...entryOf(before), collection: 'personal', assumed: before });
  const [entry] = outbox.entries();
  expect(entry?.record).toMatchObject({ recordKind: 'lesson' });
  expect(entry?.assumed).toEqual(entry?.record);
});
