import { fillWithDefaultSettings, type RxDocumentData } from 'rxdb/plugins/core';
import { afterEach, expect, test, vi } from 'vitest';
import type { EntryId, Instant } from '../../../../domain/base/ids.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createLocalRecords } from '../../local-records.ts';
import { onDisk } from '../../testing/row-on-disk.ts';
import { collectionSchema, type StoredRecord } from '../collection-schemas.ts';
import { openStore } from '../database.ts';
import { EncryptedInstance } from '../encrypted-instance.ts';
import { getEncryptedStorage } from '../encrypted-storage.ts';
import { createKnownRows } from './known-rows.ts';
import { createPatience } from '../patience.ts';
import { importRowKeys } from '../row-keys.ts';
import { importStoreKey } from '../sealed-json.ts';

type Document = RxDocumentData<Lesson>;
const first = lesson(STAFF.anna, { hour: 1, topic: 'Frazioni' });
const second = lesson(STAFF.anna, { hour: 2, topic: 'Decimali' });
const open: { close(): Promise<void> }[] = [];
let databases = 0;

afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(open.splice(0).map((one) => one.close()));
});

function newPlace() {
  databases += 1;
  return { databaseName: `known-${databases}`, key: crypto.getRandomValues(new Uint8Array(32)) };
}

/** An instance of the lessons, as another window of the same account would have one. */
async function instanceOn({ databaseName, key }: ReturnType<typeof newPlace>) {
  const storage = getEncryptedStorage({
    keys: { documents: await importStoreKey(key), rows: await importRowKeys(key) },
    patience: createPatience(),
    onUnreadable: vi.fn<() => void>(),
  });
  const instance: unknown = await storage.createStorageInstance<StoredRecord<'lessons'>>({
    databaseInstanceToken: databaseName,
    databaseName,
    collectionName: 'lessons',
    schema: fillWithDefaultSettings(collectionSchema('lessons')),
    options: {},
    multiInstance: false,
    devMode: false,
  });
  if (!(instance instanceof EncryptedInstance)) throw new Error('Another storage');
  open.push(instance);
  return instance as EncryptedInstance<Lesson>;
}

function documentOf(record: Lesson, _rev: string): Document {
  return { ...record, _rev, _deleted: false, _attachments: {}, _meta: { lwt: Date.now() } };
}

async function put(instance: EncryptedInstance<Lesson>, document: Document, previous?: Document) {
  return (await instance.bulkWrite([{ document, ...(previous ? { previous } : {}) }], 'test')).error;
}

const read = async (instance: EncryptedInstance<Lesson>, ...ids: string[]) =>
  (await instance.findDocumentsById(ids, true)).map(({ topic, _rev }) => `${topic} ${_rev}`);

/** The rows that were looked at before they were written over. */
function looks(): () => number {
  const asked = vi.spyOn(IDBObjectStore.prototype, 'get');
  const stores = () => asked.mock.contexts as readonly IDBObjectStore[];
  return () => stores().filter(({ name }) => name === 'docs').length;
}

test('what was written or read here last is written over without a look at each row', async () => {
  const place = newPlace();
  const instance = await instanceOn(place);
  const [one, two] = [documentOf(first, '1-a'), documentOf(second, '1-a')];
  await put(instance, one);
  await put(instance, two);
  const looked = looks();
  expect(await put(instance, documentOf({ ...first, topic: 'Potenze' }, '2-a'), one)).toEqual([]);
  expect(looked()).toBe(0);

  const later = await instanceOn(place);
  const [found] = await later.findDocumentsById([second.id], false);
  // The last to write was somebody else.
  expect(await put(later, documentOf(lesson(STAFF.anna, { hour: 3 }), '1-b'))).toEqual([]);
  await later.findDocumentsById([second.id], false);
  const before = looked();
  expect(await put(later, documentOf({ ...second, topic: 'Radici' }, '2-b'), found)).toEqual([]);
  expect(looked()).toBe(before);
  expect(await read(later, first.id, second.id)).toEqual(['Potenze 2-a', 'Radici 2-b']);
});

test('what another instance has written meanwhile is not written over, and is shown', async () => {
  const place = newPlace();
  const [here, there] = [await instanceOn(place), await instanceOn(place)];
  const original = documentOf(first, '1-a');
  await put(here, original);
  await put(there, documentOf({ ...first, topic: 'Di là' }, '2-b'), original);
  const [error] = await put(here, documentOf({ ...first, topic: 'Di qua' }, '2-a'), original);
  expect(error).toMatchObject({ status: 409, documentInDb: { topic: 'Di là', _rev: '2-b' } });
  expect(await read(here, first.id)).toEqual(['Di là 2-b']);
  // Now that it was shown what stands, it can be written over.
  const standing = here.lastKnown(first.id);
  expect(standing?._rev).toBe('2-b');
  expect(await put(here, documentOf({ ...first, topic: 'Di qua' }, '3-a'), standing)).toEqual([]);
  expect(await read(there, first.id)).toEqual(['Di qua 3-a']);
});

test.each([
  ['another record is written', (there: EncryptedInstance<Lesson>) => put(there, documentOf(second, '1-b'))],
  ['rows are erased', (there: EncryptedInstance<Lesson>) => there.erase([first.id])],
  ['what was removed is taken from the disk', (there: EncryptedInstance<Lesson>) => there.cleanup(0)],
])('after another instance has written nothing is known any more: %s', async (_how, write) => {
  const place = newPlace();
  const [here, there] = [await instanceOn(place), await instanceOn(place)];
  const original = documentOf(first, '1-a');
  await put(here, original);
  await write(there);
  const looked = looks();
  await put(here, documentOf({ ...first, topic: 'Dopo' }, '2-a'), original);
  expect(looked()).toBe(1);
  expect(await read(here, first.id)).toEqual(['Dopo 2-a']);
});

test('a reading shows what lies on the disk, whatever is known', async () => {
  const place = newPlace();
  const [here, there] = [await instanceOn(place), await instanceOn(place)];
  const original = documentOf(first, '1-a');
  await put(here, original);
  await put(there, documentOf({ ...first, topic: 'Di là' }, '2-b'), original);
  expect(await read(here, first.id)).toEqual(['Di là 2-b']);
});

test('a write that the disk does not take leaves nothing known', async () => {
  const instance = await instanceOn(newPlace());
  const original = documentOf(first, '1-a');
  await put(instance, original);
  const takes = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function refuse(this: IDBObjectStore, row) {
    if (this.name === 'docs') throw new DOMException('No room', 'QuotaExceededError');
    return takes.call(this, row);
  });
  const written = put(instance, documentOf({ ...first, topic: 'Mai' }, '2-a'), original);
  await expect(written).rejects.toMatchObject({ name: 'AbortError' });
  vi.restoreAllMocks();
  expect(instance.lastKnown(first.id)).toBeUndefined();
  expect(await read(instance, first.id)).toEqual(['Frazioni 1-a']);
});

test('a disk that takes nothing more lets erase, also what another instance has written', async () => {
  const place = newPlace();
  const [here, there] = [await instanceOn(place), await instanceOn(place)];
  const original = documentOf(first, '1-a');
  await put(here, original);
  await put(there, { ...documentOf(second, '1-b'), _deleted: true });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('No room', 'QuotaExceededError');
  });
  await here.cleanup(0);
  vi.restoreAllMocks();
  expect(await read(here, first.id, second.id)).toEqual(['Frazioni 1-a']);
  expect(await put(there, documentOf({ ...first, topic: 'Di là' }, '2-b'), original)).toEqual([]);
  const [error] = await put(here, documentOf({ ...first, topic: 'Di qua' }, '2-a'), original);
  expect(error).toMatchObject({ documentInDb: { _rev: '2-b' } });
});

test('an answer of the server goes over the entry that it answers, and over no later one of another instance', async () => {
  const place = newPlace();
  const store = await openStore({ ...place, rebuild: false, onUnreadable: vi.fn<() => void>() });
  const records = createLocalRecords(store, { lacking: vi.fn<() => void>(), found: vi.fn<() => void>() });
  const places = [first, second].map((record) => ({ collection: 'lessons' as const, record }));
  await records.save(places);
  const there = await instanceOn(place);
  const [one, two] = await there.findDocumentsById([first.id, second.id], false);
  const later = { ...first, entry: 'later' as EntryId, topic: 'Di là' };
  await put(there, documentOf(later, '9-b'), one);
  // The same entry in another revision, as when its answer was stored there already.
  await put(there, documentOf(second, '9-b'), two);
  const receivedAt = '2026-11-23T09:00:00.000Z' as Instant;
  const unstored = await records.adopt(
    places.map((each) => ({ ...each, state: { ...each.record, receivedAt } })),
  );
  expect(unstored).toEqual(new Set());
  const found = await records.read('lessons', [first, second]);
  expect(found.find(({ id }) => id === first.id)).toMatchObject({ entry: 'later', topic: 'Di là' });
  expect(found.find(({ id }) => id === second.id)).toMatchObject({ entry: second.entry, receivedAt });
  await store.close();
});

test('nothing of one person is known after their store was closed, nor to the next person on this computer', async () => {
  const [anna, bruno] = [newPlace(), newPlace()];
  const options = { rebuild: false, onUnreadable: vi.fn<() => void>() };
  const hers = await openStore({ ...anna, ...options });
  // What an opened store removes by itself is written too.
  await hers.collections.lessons.storageInstance.cleanup(0);
  await hers.collections.lessons.insert(first);
  expect(hers.lastKnown('lessons', first.id)).toMatchObject({ topic: 'Frazioni' });
  const instance: unknown = hers.collections.lessons.internalStorageInstance;
  await hers.close();
  expect((instance as EncryptedInstance<Lesson>).lastKnown(first.id)).toBeUndefined();
  const his = await openStore({ ...bruno, ...options });
  expect(his.lastKnown('lessons', first.id)).toBeUndefined();
  expect(await his.collections.lessons.findOne(first.id).exec()).toBeNull();
  await his.close();
  // Nor of what is on the disk of hers, before it is read.
  const again = await openStore({ ...anna, ...options });
  expect(again.lastKnown('lessons', first.id)).toBeUndefined();
  await again.close();
});

test('the name of the last writer on the disk tells nothing', async () => {
  const place = newPlace();
  const instance = await instanceOn(place);
  await put(instance, documentOf(first, '1-a'));
  const rows = await onDisk<unknown[]>({ ...place, collection: 'lessons' }, (docs) =>
    docs.transaction.db.transaction('attachments').objectStore('attachments').getAll(),
  );
  expect(rows).toEqual([{ id: 'last writer', writer: expect.stringMatching(/^[\da-f-]{36}$/) as unknown }]);
});

const [older, newer] = [documentOf(first, '1-a'), documentOf({ ...first, topic: 'Nuovo' }, '2-a')];

test('what is read while something is written is not known: it may be of before', async () => {
  const known = createKnownRows<Lesson>('id');
  const [disk, slow] = [Promise.withResolvers<null>(), Promise.withResolvers<Document[]>()];
  const begunBefore = known.reading(() => slow.promise);
  const writing = known.writing(
    () => disk.promise,
    () => [newer],
  );
  const begunDuring = known.reading(() => slow.promise);
  await known.reading(() => Promise.resolve([older]));
  expect(known.of(first.id)).toBeUndefined();
  disk.resolve(null);
  await writing;
  slow.resolve([older]);
  await Promise.all([begunBefore, begunDuring]);
  expect(known.of(first.id)).toBe(newer);
  await known.reading(() => Promise.resolve([older]));
  expect(known.of(first.id)).toBe(older);
});

test('of two writes at a time neither is known', async () => {
  const known = createKnownRows<Lesson>('id');
  const [one, two] = [Promise.withResolvers<null>(), Promise.withResolvers<null>()];
  const writing = [
    known.writing(
      () => one.promise,
      () => [older],
    ),
    known.writing(
      () => two.promise,
      () => [newer],
    ),
  ];
  two.resolve(null);
  await writing[1];
  one.resolve(null);
  await writing[0];
  expect(known.of(first.id)).toBeUndefined();
});

test('a bounded number is known, the last ones, and nothing after the end', async () => {
  const known = createKnownRows<Lesson>('id');
  const many = (from: number) =>
    Array.from({ length: 3_000 }, (_, place): Document => ({
      ...older,
      id: `${from + place}`,
    }));
  await known.reading(() => Promise.resolve(many(0)));
  await known.reading(() => Promise.resolve(many(3_000)));
  expect(known.of('999')).toBeUndefined();
  expect(known.of('1000')).toBeDefined();
  expect(known.of('5999')).toBeDefined();
  const writing = known.writing(
    () => Promise.resolve(null),
    () => [newer],
  );
  known.close();
  await writing;
  await known.reading(() => Promise.resolve(many(0)));
  expect([known.of('5999'), known.of('0'), known.of(first.id)]).toEqual([undefined, undefined, undefined]);
});
