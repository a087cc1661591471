import { IDBFactory } from 'fake-indexeddb';
import { expect, it } from 'vitest';
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
