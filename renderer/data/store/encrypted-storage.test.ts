import { afterEach, expect, test, vi, type Mock } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { attendance, lesson } from '../../../sync-server/testing/test-records.ts';
import { CLASS_A, pupilOf, STAFF, TODAY } from '../../../sync-server/testing/test-school.ts';
import {
  changeRow,
  databasesOf,
  onDisk,
  rowNameOf,
  rowOf,
  type PlaceOnDisk,
  type Row,
} from '../testing/row-on-disk.ts';
import { openStore, type LocalStore, type StoreOptions } from './database.ts';

const open: LocalStore[] = [];
let stores = 0;
afterEach(async () => {
  await Promise.all(open.splice(0).map((store) => store.close()));
});

function newOptions(): StoreOptions & { readonly onUnreadable: Mock<StoreOptions['onUnreadable']> } {
  stores += 1;
  return {
    databaseName: `sealed-${stores}`,
    key: crypto.getRandomValues(new Uint8Array(32)),
    rebuild: false,
    onUnreadable: vi.fn<StoreOptions['onUnreadable']>(),
  };
}

async function opened(options: StoreOptions): Promise<LocalStore> {
  const store = await openStore(options);
  open.push(store);
  return store;
}

async function closed(store: LocalStore): Promise<void> {
  open.splice(open.indexOf(store), 1);
  await store.close();
}

/** Three lessons whose texts must not be found on the disk. */
const LESSONS = [1, 2, 3].map((hour) => lesson(STAFF.anna, { hour, topic: `Segreto ${hour}` }));
const idAt = (index: number) => must(LESSONS[index], 'a lesson').id;

async function filled(options: StoreOptions): Promise<LocalStore> {
  const store = await opened(options);
  await store.collections.lessons.bulkInsert([...LESSONS]);
  return store;
}

/** The topic of a document of lessons: plans and syllabuses stand in the collection, too. */
function topicOf(document: { toJSON(): unknown }): string {
  return (document.toJSON() as Lesson).topic;
}

async function topics(store: LocalStore): Promise<readonly string[]> {
  const found = await store.collections.lessons.find({ selector: { day: TODAY } }).exec();
  return found.map(topicOf).toSorted();
}

const placeOf = ({ databaseName, key }: StoreOptions): PlaceOnDisk => ({
  databaseName,
  key,
  collection: 'lessons',
});

test('what is written lies on the disk unreadable, but for what it is searched by', async () => {
  const options = newOptions();
  await filled(options);
  const rows = await onDisk(placeOf(options), (docs) => docs.getAll());
  const text = JSON.stringify(rows);
  expect(text).toContain(CLASS_A);
  expect(text).not.toContain('Segreto');
  expect(text).not.toContain(STAFF.anna);
});

test('F3, ids in clear: no row of any collection is named by its record, replication’s notes included', async () => {
  const options = newOptions();
  const store = await filled(options);
  const pupil = pupilOf(CLASS_A, 1);
  const day = attendance(STAFF.anna, pupil, []);
  await store.collections.attendance.insert(day);
  await store.collections.attendance.findOne(day.id).exec();
  const databases = await databasesOf(options.databaseName);
  expect(databases.length).toBeGreaterThan(5);
  for (const { collection } of databases) {
    const text = JSON.stringify(await onDisk({ ...placeOf(options), collection }, (rows) => rows.getAll()));
    expect(text).not.toContain(pupil);
    expect(text).not.toContain(day.id);
    for (const { id } of LESSONS) expect(text).not.toContain(id);
  }
});

test('ids in clear: a record has another name under another key and in another collection', async () => {
  const place = placeOf(newOptions());
  const other = placeOf(newOptions());
  const id = idAt(0);
  const names = [
    await rowNameOf(place, id),
    await rowNameOf(other, id),
    await rowNameOf({ ...place, collection: 'attendance' }, id),
    await rowNameOf(place, idAt(1)),
  ];
  expect(new Set(names).size).toBe(4);
  expect(await rowNameOf(place, id)).toBe(names[0]);
});

test('a search by identifiers finds the same documents in the same order as without codes', async () => {
  const { lessons } = (await filled(newOptions())).collections;
  const ids = LESSONS.map(({ id }) => id).toSorted();
  const [first = '', second = '', third = ''] = ids;
  const search = async (selector: object, more: object = {}) =>
    (await lessons.find({ selector, ...more }).exec()).map(({ id }) => id);
  expect(await search({})).toEqual(ids);
  expect(await search({ id: { $gt: first } })).toEqual([second, third]);
  expect(await search({ id: { $gte: second } }, { limit: 1 })).toEqual([second]);
  expect(await search({ id: { $lt: third } }, { skip: 1 })).toEqual([second]);
  expect(await search({ id: second })).toEqual([second]);
  expect(await search({ id: { $in: [third, first] } })).toEqual([first, third]);
  expect(await search({ day: TODAY }, { sort: [{ id: 'desc' }], limit: 2 })).toEqual([third, second]);
  expect(await lessons.count({ selector: { day: TODAY } }).exec()).toBe(3);
  expect((await lessons.findByIds([second, 'nobody']).exec()).size).toBe(1);
});

test('the same key opens the store again', async () => {
  const options = newOptions();
  await closed(await filled(options));
  const again = await opened(options);
  expect(again.origin).toBe('kept');
  expect(await topics(again)).toEqual(['Segreto 1', 'Segreto 2', 'Segreto 3']);
});

/** What an intruder may do to a row with a tool for databases. */
const TAMPERING: readonly (readonly [string, (row: Row) => Row])[] = [
  ['with a changed character', (row) => ({ ...row, sealed: `${String(row['sealed']).slice(0, -1)}~` })],
  ['cut short', (row) => ({ ...row, sealed: String(row['sealed']).slice(0, 20) })],
  ['emptied', (row) => ({ ...row, sealed: '' })],
  ['without its ciphertext', ({ sealed: _sealed, ...row }) => row],
  ['replaced by a number', (row) => ({ ...row, sealed: 7 })],
  ['with characters that are no bytes', (row) => ({ ...row, sealed: '€'.repeat(80) })],
  ['of another revision', (row) => ({ ...row, _rev: '9-other' })],
  ['of a later time', (row) => ({ ...row, _meta: { ...(row['_meta'] as object), lwt: 4e12 } })],
  ['with a note of replication', (row) => ({ ...row, _meta: { ...(row['_meta'] as object), up: 1 } })],
  ['of another class', (row) => ({ ...row, class: 'other' })],
  ['without its class', ({ class: _class, ...row }) => row],
];

test.each(TAMPERING)('a row %s is reported and left out, and the others are read', async (_how, change) => {
  const options = newOptions();
  await closed(await filled(options));
  await changeRow(placeOf(options), idAt(0), change);
  const store = await opened(options);
  expect(await topics(store)).toEqual(['Segreto 2', 'Segreto 3']);
  expect(options.onUnreadable).toHaveBeenCalledWith('lessons', await rowNameOf(placeOf(options), idAt(0)));
  expect(await store.collections.lessons.findOne(idAt(0)).exec()).toBeNull();
  const changes = await store.collections.lessons.storageInstance.getChangedDocumentsSince?.(10);
  expect(changes?.documents).toHaveLength(2);
});

test('F3: a row put on another day is not shown there, not counted, and reported', async () => {
  const options = newOptions();
  await closed(await filled(options));
  const tomorrow = '2026-11-24' as LocalDate;
  await changeRow(placeOf(options), idAt(0), (row) => ({ ...row, day: tomorrow }));
  const store = await opened(options);
  const { lessons } = store.collections;
  expect(await lessons.find({ selector: { day: tomorrow } }).exec()).toEqual([]);
  expect(await lessons.count({ selector: { day: tomorrow } }).exec()).toBe(0);
  expect(options.onUnreadable).toHaveBeenCalledTimes(1);
  expect(await store.isUnreadable('lessons', idAt(0))).toBe(true);
  expect(await store.isUnreadable('lessons', idAt(1))).toBe(false);
});

test('a row cannot take the place of another', async () => {
  const options = newOptions();
  await closed(await filled(options));
  const other = await rowOf(placeOf(options), idAt(1));
  await changeRow(placeOf(options), idAt(0), (row) => ({
    ...row,
    sealed: other['sealed'],
    _rev: other['_rev'],
  }));
  const store = await opened(options);
  expect(await topics(store)).toEqual(['Segreto 2', 'Segreto 3']);
});

test('a purged row cannot be brought back by hand', async () => {
  const options = newOptions();
  const store = await filled(options);
  const document = await store.collections.lessons.findOne(idAt(0)).exec();
  await document?.remove();
  await closed(store);
  await changeRow(placeOf(options), idAt(0), (row) => ({ ...row, _deleted: '0' }));
  expect(await topics(await opened(options))).toEqual(['Segreto 2', 'Segreto 3']);
});

test('a write takes the place of a row that cannot be read', async () => {
  const options = newOptions();
  await closed(await filled(options));
  await changeRow(placeOf(options), idAt(0), (row) => ({ ...row, sealed: 'x'.repeat(40) }));
  const store = await opened(options);
  const again: Lesson = lesson(STAFF.anna, { hour: 1, topic: 'Nuovo' });
  await store.collections.lessons.insert(again);
  expect(await topics(store)).toEqual(['Nuovo', 'Segreto 2', 'Segreto 3']);
});

test('a store under another key is built anew, and works', async () => {
  const options = newOptions();
  await closed(await filled(options));
  const key = crypto.getRandomValues(new Uint8Array(32));
  const store = await opened({ ...options, key });
  expect(store.origin).toBe('rebuilt');
  expect(await topics(store)).toEqual([]);
  await store.collections.lessons.bulkInsert([...LESSONS]);
  await closed(store);
  expect(await topics(await opened({ ...options, key }))).toHaveLength(3);
});

test('a store that an earlier run found damaged is built anew when asked', async () => {
  const options = newOptions();
  await closed(await filled(options));
  const store = await opened({ ...options, rebuild: true });
  expect(store.origin).toBe('rebuilt');
  expect(await topics(store)).toEqual([]);
});

test('a write that is waited for no longer comes through all the same, and ends nobody’s live query', async () => {
  const store = await filled(newOptions());
  const { lessons } = store.collections;
  const shown: string[][] = [];
  const live = lessons
    .find({ selector: { day: TODAY } })
    .$.subscribe((found) => shown.push(found.map(topicOf).toSorted()));
  vi.spyOn(store.patience, 'within').mockImplementationOnce((_waiting, work) => {
    void work.catch(() => undefined);
    return Promise.reject(new Error('The local store does not answer'));
  });
  const late = lessons.insert(lesson(STAFF.anna, { hour: 4, topic: 'In ritardo' }));
  const next = lessons.insert(lesson(STAFF.anna, { hour: 5, topic: 'Puntuale' }));
  await expect(late).rejects.toThrow('does not answer');
  await next;
  await lessons.insert(lesson(STAFF.anna, { hour: 6, topic: 'Dopo' }));
  const all = ['Dopo', 'In ritardo', 'Puntuale', 'Segreto 1', 'Segreto 2', 'Segreto 3'];
  await expect.poll(() => shown.at(-1)).toEqual(all);
  live.unsubscribe();
  expect(await topics(store)).toEqual(all);
});
