import { expect, test } from 'vitest';
import { toEntryId } from '../../../domain/base/ids.ts';
import type { StoredVersion } from '../../storage/contract/storage.ts';
import { createEntryVersions } from './entry-versions.ts';

const entry = toEntryId('01940000-0000-7000-8000-000000000001');

test('a batch reads the version of an entry once, and of one that it has made itself once that is written', async () => {
  const written = new Map<string, StoredVersion>();
  const acts: string[] = [];
  const versions = createEntryVersions(
    {
      versionsOfEntries: (entries) => {
        acts.push('read');
        return Promise.resolve(new Map([...written].filter(([one]) => entries.includes(one))));
      },
    },
    () => {
      acts.push('flush');
      written.set(entry, { entry } as StoredVersion);
      return Promise.resolve();
    },
  );
  expect(versions.read(entry)).toBeUndefined();
  expect(await versions.of(entry)).toBeUndefined();
  expect(await versions.of(entry)).toBeUndefined();
  versions.made(entry);
  expect(await versions.of(entry)).toMatchObject({ entry });
  expect(await versions.of(entry)).toBe(versions.read(entry));
  expect(acts).toEqual(['read', 'flush', 'read']);
});
