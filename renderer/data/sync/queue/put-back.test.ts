import { setTimeout } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../../../domain/base/result.ts';
import type { Instant } from '../../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createWriteQueue, type Command } from '../../commands/write-queue.ts';
import { createTurns } from '../../../../domain/base/turns.ts';
import type { LocalRecords } from '../../local-records.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { createPutBack } from './put-back.ts';

const refusedAt = '2026-11-23T09:30:00.000Z' as Instant;
const refusal = { reason: 'forbidden' } as const;
const first = lesson(STAFF.anna, { topic: 'Frazioni' });
const second = { ...first, entry: nextEntry(), topic: 'Decimali' };
const third = { ...first, entry: nextEntry(), topic: 'Percentuali' };

function entryOf(record: RegisterRecord): JournalEntry {
  return { entry: record.entry, collection: 'lessons', record, assumed: null };
}

/** A command that writes a record over whatever stands, and tells what that was. */
function commandTo(
  record: RegisterRecord,
  look: (current: RegisterRecord | undefined) => void = () => undefined,
): Command {
  return {
    collection: 'lessons',
    id: record.id,
    build({ current }) {
      look(current);
      return ok(record);
    },
  };
}

/** Outbox, put-back and commands of one device over a store in memory. */
async function openPutBack(...kept: readonly JournalEntry[]) {
  const { outbox, inJournal, disk } = await openMemoryOutbox(...kept);
  const stored = new Map<string, RegisterRecord>();
  const records = {
    read: vi.fn<LocalRecords['read']>(async (_collection, wanted) => {
      const found = wanted.flatMap(({ id }) => stored.get(id) ?? []);
      // As a disk does: what has been read is of before this wait.
      await setTimeout(20);
      return found;
    }),
    save: async (places: Parameters<LocalRecords['save']>[0]) => {
      for (const { record } of places) stored.set(record.id, record);
    },
  };
  const inTurn = createTurns();
  const putBack = createPutBack(outbox, records, inTurn);
  const queue = createWriteQueue(records, outbox, inTurn);
  return { outbox, putBack, queue, inJournal, disk, stored, records };
}

const names = (entries: readonly JournalEntry[]) => entries.map(({ entry }) => entry);

test('a refused entry that is sent again does not stand for one that was written without it', async () => {
  const { outbox, putBack, inJournal } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  expect(await putBack.retry(first.entry)).toEqual(ok(undefined));
  expect(names([...outbox.newest().values()])).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
  expect([...inJournal.keys()]).toEqual([first.entry]);
  await outbox.acknowledge([first.entry]);
  expect([...inJournal.keys()]).toEqual([]);
});

test('an entry does not go back into a journal that still has one which was taken without it: after a kill that one would take it along', async () => {
  const { outbox, putBack, inJournal, disk } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  await putBack.retry(first.entry);
  disk.isFull = true;
  await outbox.acknowledge([second.entry]);
  await setTimeout(50);
  expect(outbox.waitingFor('lessons', first.id)).toEqual([]);
  expect([...inJournal.keys()]).toEqual([first.entry, second.entry]);
  expect(await putBack.retry(first.entry)).toEqual(fail({ kind: 'diskFull' }));
  disk.isFull = false;
  // It goes by itself, with the next change.
  const other = { ...lesson(STAFF.anna, { hour: 5 }), entry: nextEntry() };
  await outbox.append([entryOf(other)]);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
  expect([...inJournal.keys()]).toEqual([first.entry, other.entry]);
});

test('an entry that is to go later goes also where the app was closed in between', async () => {
  const before = await openPutBack(entryOf(first));
  await before.outbox.refuse(first.entry, refusal, refusedAt);
  await before.outbox.append([entryOf(second)]);
  await before.putBack.retry(first.entry);
  before.putBack.close();
  const { outbox } = await openPutBack(...before.inJournal.values());
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
  expect(outbox.entries()[0]?.refusal).toBeUndefined();
});

test('while the journal lets go of what was taken, nothing goes back', async () => {
  const { outbox, putBack, disk } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  await putBack.retry(first.entry);
  disk.isSlow = true;
  void outbox.acknowledge([second.entry]);
  await setTimeout(50);
  expect(disk.appended).toEqual([second.entry]);
});

test('two refused entries of a record that are sent again go one after the other', async () => {
  const { outbox, putBack } = await openPutBack(entryOf(first), entryOf(second));
  for (const { entry } of [first, second]) await outbox.refuse(entry, refusal, refusedAt);
  expect((await putBack.retry(second.entry)).ok).toBe(true);
  expect(await putBack.retry(first.entry)).toEqual(ok(undefined));
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.refuse(second.entry, refusal, refusedAt);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
});

test('two that are sent again in the same moment go one after the other as well', async () => {
  const { outbox, putBack } = await openPutBack(entryOf(first), entryOf(second));
  for (const { entry } of [first, second]) await outbox.refuse(entry, refusal, refusedAt);
  await Promise.all([putBack.retry(second.entry), putBack.retry(first.entry)]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
});

test('a command that has read its state before an entry goes back is written first, and the entry goes later', async () => {
  const { outbox, putBack, queue, records } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  const [reads, disk] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  records.read.mockImplementationOnce(async () => {
    reads.resolve(null);
    await disk.promise;
    return [];
  });
  const written = queue.write(commandTo(second));
  await reads.promise;
  const again = putBack.retry(first.entry);
  await setTimeout(10);
  disk.resolve(null);
  expect([(await written).ok, await again]).toEqual([true, ok(undefined)]);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([second.entry]);
  await outbox.acknowledge([second.entry]);
  await vi.waitFor(() => expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry]));
});

test('a command that is given while an entry goes back is written on top of it, also where it went back by itself', async () => {
  const { outbox, putBack, queue, stored } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  await putBack.retry(first.entry);
  const answer = outbox.acknowledge([second.entry]);
  const seen: (RegisterRecord | undefined)[] = [];
  await queue.write(commandTo(third, (current) => seen.push(current)));
  await answer;
  expect(seen).toEqual([first]);
  expect(stored.get(first.id)).toEqual(third);
  expect(names(outbox.waitingFor('lessons', first.id))).toEqual([first.entry, third.entry]);
});

test('an entry that was thrown away meanwhile does not go back', async () => {
  const { outbox, putBack } = await openPutBack(entryOf(first));
  await outbox.refuse(first.entry, refusal, refusedAt);
  await outbox.append([entryOf(second)]);
  await putBack.retry(first.entry);
  await outbox.discard(first.entry);
  await outbox.acknowledge([second.entry]);
  expect(outbox.entries()).toEqual([]);
});
