import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { openStore } from '../../store/database.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { createSyncReporter } from '../status/sync-state.ts';
import { createArrivals } from '../versions/arrivals.ts';
import { startReceptions } from './receptions.ts';

const held = lesson(STAFF.anna);
const notice = must(kinds.conflictNotice.samples[0], 'a sample') as RegisterRecord;

test('a notice is not stored before what the other collections had when it was read', async () => {
  const store = await openStore({
    databaseName: 'notices',
    key: crypto.getRandomValues(new Uint8Array(32)),
    rebuild: false,
    onUnreadable: () => undefined,
  });
  const line = Promise.withResolvers<null>();
  const arrivals = new Map<CollectionName, ReturnType<typeof createArrivals>>();
  const documents: Partial<Record<CollectionName, readonly RegisterRecord[]>> = {
    lessons: [held],
    personal: [notice],
  };
  const receptions = startReceptions({
    store,
    outbox: (await openMemoryOutbox()).outbox,
    reporter: createSyncReporter(true),
    disk: { lacking: () => undefined, found: () => undefined },
    arrivals(name) {
      const own = arrivals.get(name) ?? createArrivals();
      arrivals.set(name, own);
      return own;
    },
    transport: {
      async pull(name) {
        if (name === 'lessons') await line.promise;
        return { documents: documents[name] ?? [], checkpoint: {}, more: false, revoked: [] };
      },
      push: async () => ({ kind: 'unanswered' }),
      ask: async () => undefined,
      wake: () => undefined,
      close: () => undefined,
    },
    onFirstPull: () => undefined,
    startAgainNote: () => ({
      isWanted: () => false,
      want: () => undefined,
      wantAfterUpdate: () => undefined,
      written: async () => undefined,
      forget: () => undefined,
    }),
    parkedNote: {
      all: () => ({ named: [], unnamed: 0 }),
      sorted: () => false,
      written: async () => undefined,
    },
    isPaused: () => false,
    me: STAFF.anna,
  });
  const stored = async (name: CollectionName) => (await receptions.localRecords(name)).length;
  await setTimeout(200);
  expect([await stored('personal'), await stored('lessons')]).toEqual([0, 0]);
  line.resolve(null);
  await expect.poll(() => stored('personal')).toBe(1);
  expect(await stored('lessons')).toBe(1);
  await receptions.close();
  await store.close();
});
