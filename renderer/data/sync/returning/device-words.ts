import type { Outbox } from '../queue/outbox.ts';
import type { DeviceWords, RowOnItsWay } from '../line/sync-batch.ts';
import type { SeenStore } from './seen-store.ts';

/**
 * What the device tells of itself with a request: how far it has seen the server's store, and whether with these rows everything is
 * delivered. The newest entry of a record carries those before it. `isWhole`: the page sees every entry that the device has.
 */
export function wordsFor(
  seenStore: Pick<SeenStore, 'seen' | 'isReturning'>,
  outbox: Pick<Outbox, 'entries'>,
  rows: readonly Pick<RowOnItsWay, 'collection' | 'row'>[],
  isWhole: boolean,
): DeviceWords {
  const seen = seenStore.seen();
  const newest = new Map(
    outbox
      .entries()
      .filter(({ refusal }) => refusal === undefined)
      .map(({ entry, collection, record }) => [`${collection}/${record.id}`, entry]),
  );
  const sent = new Set(rows.map(({ row }) => row.next.entry));
  const settled =
    isWhole && !seenStore.isReturning() && [...newest.values()].every((entry) => sent.has(entry));
  return { ...(seen === undefined ? {} : { seen }), settled };
}
