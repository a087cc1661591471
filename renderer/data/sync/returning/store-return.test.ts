import { expect, test, vi } from 'vitest';
import type * as Registry from '../../../../domain/kinds/registry.ts';
import { toyKind } from '../../../../domain/testing/toy/kind.ts';
import type { Members } from '../../../../domain/record/upgrade.ts';
import type { HeldEntry } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { at } from '../../../../sync-server/testing/test-records.ts';
import { nextEntry, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createTemporaryMemory } from '../../device-memory.ts';
import { importStoreKey } from '../../store/sealed-json.ts';
import { openMemoryOutbox } from '../../testing/memory-journal.ts';
import { openSeenStore } from './seen-store.ts';
import { createStoreReturn } from './store-return.ts';

vi.mock('../../../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../../../domain/testing/toy/registered-toy.ts');
  const upgrade = ({ remark, ...toy }: Members) => (remark === undefined ? toy : { ...toy, note: remark });
  return withToy(await original<typeof Registry>(), [
    { name: 'remark named note', since: 9, upgrade, before: {} },
  ]);
});

/** A toy as a device holds it; the types of the registry do not know its kind. */
function toy(changes: Members): Registry.RegisterRecord {
  const made = { ...toyKind.samples[0], author: STAFF.anna, stickers: [], ...changes };
  return made as unknown as Registry.RegisterRecord;
}

const stands = { entry: nextEntry(), recordedAt: at('08:10'), receivedAt: at('08:11') };
const held = toy({ entry: nextEntry(), recordedAt: at('08:20'), receivedAt: at('08:21'), note: 'Due orsi' });

/** What Anna's device asks and writes into its journal where a store put back has this of the toy that it holds. */
async function looked(...documents: readonly unknown[]) {
  const asked: HeldEntry[] = [];
  const key = await importStoreKey(crypto.getRandomValues(new Uint8Array(32)));
  const seenStore = await openSeenStore(createTemporaryMemory(), 'db', key);
  const { outbox } = await openMemoryOutbox();
  seenStore.begin();
  const through = Promise.withResolvers<null>();
  const looking = createStoreReturn({
    seenStore,
    transport: {
      pull: async (collection) => ({
        documents: collection === toyKind.collection ? documents : [],
        checkpoint: {},
        more: false,
        revoked: [],
      }),
      async ask(places) {
        asked.push(...places);
        return places.map(({ entry }) => entry);
      },
    },
    receptions: {
      localRecords: async (collection) => (collection === toyKind.collection ? [held] : []),
      fetchAnew: async () => undefined,
      resync: () => through.resolve(null),
    },
    outbox,
    acknowledged: { has: () => false },
    records: { save: async () => undefined },
    me: STAFF.anna,
    around: async () => ({
      ownClasses: () => new Set(),
      factsOf: () => {
        throw new Error('no fact is asked for');
      },
    }),
    newEntry: nextEntry,
    report: () => undefined,
    send: () => undefined,
  });
  looking.look();
  await through.promise;
  looking.close();
  return { asked, again: outbox.entries() };
}

test('what a store put back has in the shape of before is compared, and written on, in that of today', async () => {
  const { note: _named, ...before } = toy({ ...stands }) as unknown as Members;
  const { again } = await looked({ ...before, remark: 'Un orso' });
  expect(again).toMatchObject([
    { record: { entry: held.entry, note: 'Due orsi' }, assumed: toy({ ...stands, note: 'Un orso' }) },
  ]);
});

test('what it has in a shape that this version cannot read is nothing to start from', async () => {
  const { again } = await looked({ ...toy(stands), stickers: 'many' });
  expect(again).toMatchObject([{ record: { entry: held.entry }, assumed: null }]);
});

test('what it may lack is asked for by kind: another one has its records in the same collection', async () => {
  const { asked, again } = await looked();
  expect(asked).toMatchObject([{ kind: 'toy', id: held.id, entry: held.entry, author: STAFF.anna }]);
  expect(again).toMatchObject([{ record: { entry: held.entry }, assumed: null }]);
});
