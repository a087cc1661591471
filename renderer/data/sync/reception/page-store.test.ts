import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RxCollection } from 'rxdb/plugins/core';
import type { JournalEntry } from '../../../../domain/protocol/bridge/journal.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import type { StoredRecord } from '../../store/collection-schemas.ts';
import { openStore, type LocalStore } from '../../store/database.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { createArrivals } from '../versions/arrivals.ts';
import { createPageStore } from './page-store.ts';

const held = lesson(STAFF.anna, { topic: 'Frazioni' });
const theirs = { ...held, entry: nextEntry(), author: STAFF.carla, topic: 'Decimali' };
const waiting: JournalEntry = { entry: held.entry, collection: 'lessons', record: held, assumed: null };

let store: LocalStore;
beforeEach(async () => {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const databaseName = `pages-${crypto.randomUUID()}`;
  store = await openStore({ databaseName, key, rebuild: false, onUnreadable: () => undefined });
});
afterEach(async () => await store.close());

/** The topic of a document of lessons: plans and syllabuses stand in the collection, too. */
function topicOf(document: { toJSON(): unknown }): string {
  return (document.toJSON() as Lesson).topic;
}

async function receiving(...entries: readonly JournalEntry[]) {
  const arrivals = createArrivals();
  const { outbox } = await openMemoryOutbox(...entries);
  // Every collection is handled alike, through what all records have in common.
  const documents = store.collections.lessons as unknown as RxCollection<StoredRecord<CollectionName>>;
  const pages = createPageStore({ collection: 'lessons', documents, outbox, arrivals });
  const topics = async () => (await store.collections.lessons.find().exec()).map(topicOf);
  await pages.put(arrivals.page(), [held]);
  return { arrivals, pages, topics };
}

test('a page does not touch a record with an entry that waits, and what it says of it is kept', async () => {
  const { arrivals, pages, topics } = await receiving();
  expect(await topics()).toEqual(['Frazioni']);
  const later = await receiving(waiting);
  await later.pages.put(later.arrivals.page(), [theirs]);
  expect(await topics()).toEqual(['Frazioni']);
  expect(later.arrivals.take(held.id)).toMatchObject({ state: theirs });
  await later.pages.remove(later.arrivals.page(), [held.id]);
  expect(await topics()).toEqual(['Frazioni']);
  expect(later.arrivals.take(held.id)).toMatchObject({ state: undefined });
  await pages.put(arrivals.page(), [theirs]);
  expect(await topics()).toEqual(['Decimali']);
});

test('nor does a page that came before the answer to an entry of the record', async () => {
  const { arrivals, pages, topics } = await receiving();
  const page = arrivals.page();
  arrivals.answered(held.id);
  await pages.put(page, [theirs]);
  await pages.remove(page, [held.id]);
  expect(await topics()).toEqual(['Frazioni']);
  await pages.remove(arrivals.page(), [held.id]);
  expect(await topics()).toEqual([]);
});
