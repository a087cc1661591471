import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { Bucket } from '../../../../domain/access/bucket.ts';
import { BUCKET_LAYOUT, bucketsOf, LAYOUT_MARK } from '../../../../domain/entries/buckets-of.ts';
import type { RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { Checkpoint } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, CLASS_B, STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createArrivals } from '../versions/arrivals.ts';
import { createPageReader, type ReadPage } from './page-reader.ts';

const mine = lesson(STAFF.anna, { class: CLASS_B, hour: 2 });
const inReach = lesson(STAFF.bruno, { class: CLASS_A, hour: 3 });
const beyond = lesson(STAFF.bruno, { class: CLASS_B, hour: 4 });
const all: readonly RegisterRecord[] = [mine, inReach, beyond];

/** What the server says she may read: one class, grouped under a layout. */
const scope = (layout: number): Checkpoint => ({ ...reading([inReach]), [LAYOUT_MARK]: layout });

function reading(records: readonly RegisterRecord[]): Checkpoint {
  return Object.fromEntries(records.flatMap((record) => bucketsOf(record).map((bucket) => [bucket, 7])));
}

/** A reader on a device that has all three, at a server of a layout; tells what the server was asked with. */
function readerAt(layout: number) {
  const asked: Checkpoint[] = [];
  const reader = createPageReader({
    collection: 'lessons',
    transport: {
      async pull(_name, { checkpoint }) {
        asked.push(checkpoint);
        return { documents: [], checkpoint: scope(layout), more: false, revoked: [] };
      },
    },
    arrivals: createArrivals(),
    localRecords: async () => all,
    onSorted: () => undefined,
    me: STAFF.anna,
  });
  return { reader, asked };
}

const lostOf = async (page: ReadPage | undefined) => await must(page, 'a page').lost();

test('what the server groups anew while the app of before is here leaves the device with the new app', async () => {
  // The app of before has taken over the server's word, and looked through nothing.
  const ofOldApp = { ...reading([inReach]), [LAYOUT_MARK]: BUCKET_LAYOUT };
  const { reader, asked } = readerAt(BUCKET_LAYOUT);
  const first = await reader.read(ofOldApp);
  // All is asked for again: the server groups it as this app does.
  expect(asked.map((checkpoint) => Object.keys(checkpoint))).toEqual([bucketsOf(inReach)]);
  expect(await lostOf(first)).toEqual([beyond]);

  const second = await reader.read(must(first, 'a page').checkpoint);
  expect(asked.at(-1)).toEqual(scope(BUCKET_LAYOUT));
  expect(await lostOf(second)).toEqual([]);
});

test('a server of a later layout is not asked for everything again and again, and takes nothing away', async () => {
  const { reader, asked } = readerAt(BUCKET_LAYOUT + 1);
  const known = must(await readerAt(BUCKET_LAYOUT).reader.read({}), 'a page').checkpoint;
  const first = await reader.read(known);
  expect(await lostOf(first)).toEqual([]);
  const then = must(await reader.read(must(first, 'a page').checkpoint), 'a page').checkpoint;
  expect(asked.at(-1)).toEqual(scope(BUCKET_LAYOUT + 1));
  // Put back to the layout of this app: what the other one brought is looked through.
  expect(await lostOf(await readerAt(BUCKET_LAYOUT).reader.read(then))).toEqual([beyond]);
});

test('where all is read again, what nobody gave leaves the device, but for what its person has written', async () => {
  const { reader } = readerAt(BUCKET_LAYOUT);
  const known = must(await reader.read(reading([inReach])), 'a page').checkpoint;
  expect(await lostOf(await reader.read({}, known))).toEqual([beyond]);
  // A store that was never read here has it not either; what only this device has in a class of hers stays.
  expect(await lostOf(await reader.read({}, {}))).toEqual([beyond]);
});

test('the server is told of buckets alone, and of its layout', async () => {
  const { reader, asked } = readerAt(BUCKET_LAYOUT);
  const page = must(await reader.read({}), 'a page');
  await reader.read(page.checkpoint);
  const known: readonly string[] = [...bucketsOf(inReach), LAYOUT_MARK] satisfies readonly Bucket[];
  expect(Object.keys(must(asked.at(-1), 'a request')).every((name) => known.includes(name))).toBe(true);
});
