import { expect, test } from 'vitest';
import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { HistoryPart, StoredVersion } from '../../storage/contract/storage.ts';
import { createHistories, LOOKED_AT } from './histories.ts';
import { createWork } from './work.ts';

test('one row that asks for the histories of a whole class reads little of each once that is work enough', async () => {
  const asked: (HistoryPart | undefined)[] = [];
  const work = createWork();
  const reader = work.counted({
    documents: () => Promise.reject(new Error('not asked for')),
    bucketRange: () => Promise.reject(new Error('not asked for')),
    versionsOfEntries: () => Promise.reject(new Error('not asked for')),
    versionsOf: (_collection, _id, part) => {
      asked.push(part);
      const { characters = 0 } = part ?? {};
      return Promise.resolve([{ json: 'x'.repeat(characters) } as StoredVersion]);
    },
  });
  const histories = createHistories(reader, work);
  for (let pupil = 0; pupil < 28; pupil += 1) await histories.of('attendance', `${pupil}`);
  const characters = asked.map((part) => part?.characters ?? 0);
  expect(characters[0]).toBe(LOOKED_AT.characters);
  expect(characters.reduce((sum, one) => sum + one, 0)).toBeLessThan(2 * SYNC_LIMITS.requestBytes);
});
