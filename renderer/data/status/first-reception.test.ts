import { BehaviorSubject, of, type Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalRecords } from '../local-records.ts';
import { createSyncReporter } from '../sync/status/sync-state.ts';
import { untilStored } from './first-reception.ts';

const timetable$ = new BehaviorSubject<readonly object[]>([]);
/** A store that has everything but the timetable. */
const records: Pick<LocalRecords, 'find'> = {
  find: ((collection: string): Observable<readonly object[]> =>
    collection === 'timetable' ? timetable$ : of([{}])) as LocalRecords['find'],
};

beforeEach(() => {
  vi.useFakeTimers();
  timetable$.next([]);
});
afterEach(() => vi.useRealTimers());

/** What the pages are told, newest last. */
function follow(isFirst: boolean) {
  const reporter = createSyncReporter(isFirst);
  const told: (number | undefined)[] = [];
  const following = untilStored(reporter.state$, records).subscribe(({ initial }) =>
    told.push(initial?.received),
  );
  return { reporter, told, following };
}

test('the first download lasts until the timetable is in the store', () => {
  const { reporter, told, following } = follow(true);
  reporter.received(12);
  reporter.initialDone();
  expect(told.at(-1)).toBe(12);
  timetable$.next([{}]);
  expect(told.at(-1)).toBeUndefined();
  following.unsubscribe();
});

test('a school without timetable is shown after a while', () => {
  const { reporter, told, following } = follow(true);
  reporter.received(12);
  reporter.initialDone();
  vi.advanceTimersByTime(4_000);
  expect(told.at(-1)).toBe(12);
  vi.advanceTimersByTime(2_000);
  expect(told.at(-1)).toBeUndefined();
  following.unsubscribe();
});

test('a device that has received everything before waits for nothing', () => {
  const { told, following } = follow(false);
  expect(told).toEqual([undefined]);
  following.unsubscribe();
});
