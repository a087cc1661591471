import type { Outbox } from '../queue/outbox.ts';
import type { DeviceWords, RowOnItsWay } from '../line/sync-batch.ts';
import type { SeenStore } from './seen-store.ts';

/**
 * What the device tells of itself with a request: how far it has seen the server's store, and whether with these rows everything is
 * delivered, by itself or carried by another. `isWhole`: the page sees every entry that the device has.
 */
export function wordsFor(
  seenStore: Pick<SeenStore, 'seen' | 'isReturning'>,
  outbox: Pick<Outbox, 'entries' | 'carriedBy'>,
  rows: readonly Pick<RowOnItsWay, 'collection' | 'row'>[],
  isWhole: boolean,
): DeviceWords {
  const seen = seenStore.seen();
  const waiting = outbox.entries().filter(({ refusal }) => refusal === undefined);
  const sent = new Set(rows.map(({ row }) => row.next.entry));
  const delivered = new Set(
    [...sent].flatMap((name) => [name, ...outbox.carriedBy(name).map(({ entry }) => entry)]),
  );
  const settled = isWhole && !seenStore.isReturning() && waiting.every(({ entry }) => delivered.has(entry));
  return { ...(seen === undefined ? {} : { seen }), settled };
}
