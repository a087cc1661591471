import { expect, test } from 'vitest';
import { createTemporaryMemory } from '../../device-memory.ts';
import { importStoreKey } from '../../store/sealed-json.ts';
import { openSeenStore } from './seen-store.ts';

const key = await importStoreKey(crypto.getRandomValues(new Uint8Array(32)));

test('what was seen counts as written when the disk has it, not when it was said', async () => {
  const onDisk = Promise.withResolvers<void>();
  const memory = { ...createTemporaryMemory(), written: async () => await onDisk.promise };
  const seenStore = await openSeenStore(memory, 'db', key);
  seenStore.note('link');
  let isWritten = false;
  const waiting = async () => {
    await seenStore.written();
    isWritten = true;
  };
  const written = waiting();
  await expect.poll(() => memory.get('db.seen')).toBeDefined();
  await Promise.resolve();
  expect(isWritten).toBe(false);
  onDisk.resolve();
  await written;
  expect((await openSeenStore(memory, 'db', key)).seen()).toBe('link');
});

test('a disk that takes nothing keeps no entry from leaving', async () => {
  const written = async () => await Promise.reject(new Error('disk full'));
  const seenStore = await openSeenStore({ ...createTemporaryMemory(), written }, 'db', key);
  seenStore.note('link');
  await expect(seenStore.written()).resolves.toBeUndefined();
});
