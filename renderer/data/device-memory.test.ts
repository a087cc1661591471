import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { openDeviceMemory } from './device-memory.ts';

it('remembers what was set, across openings, and forgets what was deleted', async () => {
  const factory = new IDBFactory();
  const first = await openDeviceMemory(factory);
  first.set('offset', '12');
  first.set('complete', 'yes');
  first.delete('complete');
  expect(first.get('offset')).toBe('12');
  const second = await openDeviceMemory(factory);
  expect([second.get('offset'), second.get('complete')]).toEqual(['12', undefined]);
});

it('lasts as long as the page where nothing can be stored', async () => {
  const broken = {
    open: () => {
      throw new Error('disk full');
    },
  };
  // Only `open` is used; a broken disk is what the test is about.
  const memory = await openDeviceMemory(broken as unknown as IDBFactory);
  memory.set('offset', '12');
  expect(memory.get('offset')).toBe('12');
});

it('keeps no page waiting for a disk that opens and then says nothing', async () => {
  const disk = new IDBFactory();
  await openDeviceMemory(disk);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const silent = vi
    .spyOn(IDBObjectStore.prototype, 'getAllKeys')
    // A request that nothing ever settles.
    .mockImplementation(() => Object.assign(new EventTarget(), { result: [] }) as never);
  try {
    const opening = openDeviceMemory(disk);
    await vi.waitFor(() => expect(silent).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(3_000);
    const memory = await opening;
    memory.set('offset', '12');
    expect(memory.get('offset')).toBe('12');
  } finally {
    silent.mockRestore();
    vi.useRealTimers();
  }
});

it('says of what it remembers whether the disk has it', async () => {
  const broken = await openDeviceMemory({ open: () => must(undefined, 'a disk') } as unknown as IDBFactory);
  await broken.written('offset');
  broken.set('offset', '12');
  await expect(broken.written('offset')).rejects.toThrow('not on the disk');
  const factory = new IDBFactory();
  const memory = await openDeviceMemory(factory);
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  });
  memory.set('offset', '12');
  await expect(memory.written('offset')).rejects.toThrow('The disk is full');
  full.mockRestore();
  expect((await openDeviceMemory(factory)).get('offset')).toBeUndefined();
  await memory.written('offset');
  expect((await openDeviceMemory(factory)).get('offset')).toBe('12');
});

it('is reached after all where the browser opens it later: what was set meanwhile is newer than what lies there', async () => {
  const disk = new IDBFactory();
  const before = await openDeviceMemory(disk);
  before.set('offset', '12');
  before.set('complete', 'yes');
  before.set('store', 'kept');
  await before.written('store');
  let isHeld = true;
  const held = {
    open: (...asked: Parameters<IDBFactory['open']>) => {
      if (isHeld) throw new DOMException('Internal error opening backing store', 'UnknownError');
      return disk.open(...asked);
    },
  } as unknown as IDBFactory;
  const memory = await openDeviceMemory(held);
  memory.set('offset', '15');
  memory.delete('complete');
  await memory.reach();
  expect([memory.get('offset'), memory.get('store')]).toEqual(['15', undefined]);
  isHeld = false;
  await Promise.all([memory.reach(), memory.reach()]);
  expect(['offset', 'complete', 'store'].map(memory.get)).toEqual(['15', undefined, 'kept']);
  await Promise.all([memory.written('offset'), memory.written('complete')]);
  const after = await openDeviceMemory(disk);
  expect(['offset', 'complete', 'store'].map(after.get)).toEqual(['15', undefined, 'kept']);
});
