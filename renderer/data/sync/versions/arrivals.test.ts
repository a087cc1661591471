import { expect, test } from 'vitest';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { createArrivals } from './arrivals.ts';

const state = lesson(STAFF.carla, { topic: 'Decimali' });
const { id } = state;

test('what a page says after the answer to an entry is newer than the answer, and is kept for it', () => {
  const arrivals = createArrivals();
  arrivals.answered(id);
  arrivals.hold(arrivals.page(), id, { state });
  expect(arrivals.take(id)).toMatchObject({ state });
  expect(arrivals.take(id)).toBeUndefined();
});

test('what a page said before the answer is outdated by it', () => {
  const arrivals = createArrivals();
  const page = arrivals.page();
  arrivals.hold(page, id, { state });
  expect(arrivals.isOutdated(page, id)).toBe(false);
  arrivals.answered(id);
  expect(arrivals.isOutdated(page, id)).toBe(true);
  expect(arrivals.take(id)).toBeUndefined();
});

test('of several pages the newest is kept, whichever of them reaches the store last', () => {
  const arrivals = createArrivals();
  const [first, second] = [arrivals.page(), arrivals.page()];
  arrivals.hold(second, id, { state: undefined });
  arrivals.hold(first, id, { state });
  expect(arrivals.take(id)).toMatchObject({ state: undefined });
});
