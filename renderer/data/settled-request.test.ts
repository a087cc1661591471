import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { settled } from './settled-request.ts';

test('a request settles with its answer, or with the reason why it failed', async () => {
  const factory = new IDBFactory();
  const database = await settled(factory.open('one', 2));
  expect(database.version).toBe(2);
  database.close();
  await expect(settled(factory.open('one', 1))).rejects.toMatchObject({ name: 'VersionError' });
});
