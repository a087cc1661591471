import { expect, test, vi } from 'vitest';
import { SCHOOL_BUCKET } from '../../../../domain/access/bucket.ts';
import { bucketsOf } from '../../../../domain/entries/buckets-of.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import { asRead } from '../../../../domain/entries/read-part.ts';
import type { CollectionName } from '../../../../domain/record/collection-names.ts';
import type { PullPage } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { assessment } from '../../../../sync-server/testing/gradebook/test-grades.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createArrivals } from '../versions/arrivals.ts';
import { createPageReader } from './page-reader.ts';
import { createReception, type Reception } from './reception.ts';

const received = lesson(STAFF.carla, { topic: 'Frazioni' });
const buckets = bucketsOf(received);

/** A reception of some pages into a store that is slow. */
function receptionOf(
  pages: PullPage[],
  collection: CollectionName = 'lessons',
): {
  readonly reception: Reception;
  readonly stored: ReadonlyMap<string, RegisterRecord>;
} {
  const stored = new Map<string, RegisterRecord>();
  const reception = createReception({
    reader: createPageReader({
      collection,
      transport: { pull: async () => pages.shift() },
      arrivals: createArrivals(),
      localRecords: async () => [...stored.values()],
      onSorted: () => undefined,
      me: STAFF.anna,
    }),
    store: {
      async put(_page, documents) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        for (const document of documents) stored.set(document.id, document);
      },
      async remove(_page, ids) {
        for (const id of ids) stored.delete(id);
      },
    },
    mark: { get: () => undefined, set: async () => undefined },
    again: { isWanted: () => false, want: () => undefined, forget: () => undefined },
    isPaused: () => false,
    onStored: () => undefined,
    onFailure: (error) => {
      throw error;
    },
  });
  return { reception, stored };
}

const page = (changes: Partial<PullPage>): PullPage => ({
  documents: [],
  checkpoint: {},
  more: false,
  revoked: [],
  ...changes,
});

test('a right that ends while a page is being stored takes the records of that page along', async () => {
  const checkpoint = Object.fromEntries(buckets.map((bucket) => [bucket, 1]));
  const { reception, stored } = receptionOf([
    page({ documents: [received], checkpoint, more: true }),
    page({ revoked: [...buckets] }),
  ]);
  await reception.caughtUp();
  expect(stored.size).toBe(0);
});

test('F.5: a whole record of which a part is left goes at once, also where the part comes with a later page', async () => {
  const whole = assessment(STAFF.anna, { comment: 'Rossi ha copiato' });
  const [course, all, columns] = bucketsOf(whole);
  const part = asRead(whole, new Set(columns === undefined ? [] : [columns]));
  const ofPart = Object.fromEntries(columns === undefined ? [] : [[columns, 1]]);
  const pages = [
    page({ documents: [whole], checkpoint: Object.fromEntries(bucketsOf(whole).map((name) => [name, 1])) }),
    page({ checkpoint: ofPart, revoked: [course, all].flatMap((name) => name ?? []), more: true }),
  ];
  const { reception, stored } = receptionOf(pages, 'grades');
  await reception.caughtUp();
  await reception.caughtUp();
  expect(stored.size).toBe(0);
  pages.push(
    page({ documents: [part], checkpoint: ofPart }),
    page({ checkpoint: ofPart, revoked: [SCHOOL_BUCKET] }),
  );
  await reception.caughtUp();
  await reception.caughtUp();
  expect([...stored.values()]).toEqual([part]);
});

test('whoever waits until all is read waits for a reading that began after the question', async () => {
  const pages = [page({}), page({ documents: [received] })];
  const { reception, stored } = receptionOf(pages);
  reception.wake();
  await vi.waitFor(() => expect(pages).toHaveLength(1));
  await reception.caughtUp();
  expect(stored.has(received.id)).toBe(true);
  await reception.close();
  await reception.caughtUp();
});

test('a server that announces more, and gives the same page again and again, is not asked for ever', async () => {
  const checkpoint = Object.fromEntries(buckets.map((bucket) => [bucket, 1]));
  const pages = Array.from({ length: 100 }, () => page({ documents: [received], checkpoint, more: true }));
  const { reception, stored } = receptionOf(pages);
  await reception.caughtUp();
  expect(stored.has(received.id)).toBe(true);
  expect(pages.length).toBe(98);
});
