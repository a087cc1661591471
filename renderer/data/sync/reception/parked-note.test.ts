import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { createTemporaryMemory, openDeviceMemory, type DeviceMemory } from '../../device-memory.ts';
import { importStoreKey } from '../../store/sealed-json.ts';
import { MOST_NAMED } from '../status/sync-state.ts';
import { openParkedNote, type SortedPage, type Unreadable } from './parked-note.ts';

afterEach(() => void vi.restoreAllMocks());

const key = await importStoreKey(crypto.getRandomValues(new Uint8Array(32)));
const openOn = async (memory: DeviceMemory) => await openParkedNote(memory, 'db', key);
const page = (changes: Partial<SortedPage>): SortedPage => ({
  isFirst: false,
  readable: [],
  unreadable: [],
  ...changes,
});
const holograms = (count: number): readonly Unreadable[] =>
  Array.from({ length: count }, (_none, index) => ({ kind: 'hologram', id: `h${index}` }));

/** From now on the disk breaks off what it was given. */
function breakDisk(): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function full(
    this: IDBObjectStore,
    ...given: Parameters<typeof put>
  ) {
    const request = put.apply(this, given);
    queueMicrotask(() => this.transaction.abort());
    return request;
  });
}

test('it is not said to be written before the disk has it', async () => {
  const factory = new IDBFactory();
  const note = await openOn(await openDeviceMemory(factory));
  breakDisk();
  note.sorted('lessons', page({ unreadable: holograms(1) }));
  await expect(note.written('lessons')).rejects.toThrow('Fact not written');
  await note.written('attendance');
  vi.restoreAllMocks();
  await note.written('lessons');
  const later = await openOn(await openDeviceMemory(factory));
  expect(later.all()).toEqual({ named: ['hologram/h0'], unnamed: 0 });
  later.sorted('lessons', page({ readable: ['h0'] }));
  await later.written('lessons');
  const last = await openOn(await openDeviceMemory(factory));
  expect(last.all()).toEqual({ named: [], unnamed: 0 });
});

test('of very many some are named and the others counted, also after a restart', async () => {
  const memory = createTemporaryMemory();
  const note = await openOn(memory);
  const many = { named: MOST_NAMED, unnamed: 500 };
  const counted = ({ named, unnamed }: ReturnType<typeof note.all>) => ({ named: named.length, unnamed });
  note.sorted('lessons', page({ isFirst: true, unreadable: holograms(MOST_NAMED + 500) }));
  expect(counted(note.all())).toEqual(many);
  await note.written('lessons');
  const later = await openOn(memory);
  expect(counted(later.all())).toEqual(many);
  // What is read from the beginning is counted anew.
  later.sorted('lessons', page({ isFirst: true, unreadable: holograms(1) }));
  expect(counted(later.all())).toEqual({ named: 1, unnamed: 0 });
});

test('what calls itself by an endless name is called by its beginning', async () => {
  const memory = createTemporaryMemory();
  const note = await openOn(memory);
  const endless = 'x'.repeat(1_000_000);
  note.sorted('lessons', page({ unreadable: [{ kind: endless, id: endless }] }));
  await note.written('lessons');
  expect(memory.get('db.parked')?.length).toBeLessThan(1_000);
});

test('a page that changes nothing of it is no work', async () => {
  const note = await openOn(createTemporaryMemory());
  expect(note.sorted('lessons', page({ isFirst: true, unreadable: holograms(3) }))).toBe(true);
  await note.written('lessons');
  const sealing = vi.spyOn(crypto.subtle, 'encrypt');
  expect(note.sorted('lessons', page({ readable: ['other'] }))).toBe(false);
  expect(note.sorted('lessons', page({ isFirst: true, unreadable: holograms(3) }))).toBe(false);
  expect(note.sorted('attendance', page({ isFirst: true, readable: ['h1'] }))).toBe(false);
  await note.written('lessons');
  expect(sealing).not.toHaveBeenCalled();
  expect(note.sorted('lessons', page({ readable: ['h1'] }))).toBe(true);
  expect(note.all().named).toEqual(['hologram/h0', 'hologram/h2']);
});
