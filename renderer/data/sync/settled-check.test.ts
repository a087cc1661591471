import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { lesson } from '../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../sync-server/testing/test-school.ts';
import { createKnownVersions, type KnownVersions } from './known-versions.ts';
import { createSettledCheck, type SettledCheck } from './settled-check.ts';

const unsent = lesson(STAFF.anna);
const version = (entry: string, receivedAt: number): RegisterRecord => ({
  ...unsent,
  entry: entry as RegisterRecord['entry'],
  receivedAt: toInstant(receivedAt),
});
const mine = version('mine', 1_000);
const theirs = version('theirs', 2_000);

let store: RegisterRecord[];
let waiting: Set<string>;
let versions: KnownVersions;
let check: SettledCheck;
const onOutdated = vi.fn();
const stored = vi.fn(async (ids: string[]) => Promise.resolve(store.filter(({ id }) => ids.includes(id))));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  store = [mine];
  waiting = new Set();
  versions = createKnownVersions();
  versions.note(mine);
  check = createSettledCheck({ stored, isUnsent: (id) => waiting.has(id), versions, onOutdated });
});
afterEach(() => {
  check.close();
  vi.useRealTimers();
});

const aSecond = async () => vi.advanceTimersByTimeAsync(1_000);

test('a state of a colleague that RxDB has passed over is missed in the store', async () => {
  versions.note(theirs);
  check.settled(mine.id);
  await aSecond();
  expect(onOutdated).toHaveBeenCalledTimes(1);
});

test('what is fetched may be passed over once more: it is missed until it is there, but not for ever', async () => {
  versions.note(theirs);
  check.settled(mine.id);
  await aSecond();
  await aSecond();
  expect(onOutdated).toHaveBeenCalledTimes(1);
  await aSecond();
  expect(onOutdated).toHaveBeenCalledTimes(2);
  store = [theirs];
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onOutdated).toHaveBeenCalledTimes(2);
  store = [mine];
  check.settled(mine.id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onOutdated).toHaveBeenCalledTimes(7);
});

test('a store that has the newest state is left alone, and not looked at again', async () => {
  check.settled(mine.id);
  await aSecond();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onOutdated).not.toHaveBeenCalled();
  expect(stored).toHaveBeenCalledTimes(1);
});

test('a record with another entry on its way is looked at when that one is answered', async () => {
  versions.note(theirs);
  waiting.add(mine.id);
  check.settled(mine.id);
  await aSecond();
  expect(onOutdated).not.toHaveBeenCalled();
  waiting.clear();
  check.settled(mine.id);
  await aSecond();
  expect(onOutdated).toHaveBeenCalledTimes(1);
});

test('an answer that RxDB has not written yet gets more time, but not for ever', async () => {
  store = [unsent];
  versions.note(theirs);
  check.settled(unsent.id);
  await aSecond();
  expect(onOutdated).not.toHaveBeenCalled();
  store = [mine];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onOutdated).toHaveBeenCalledTimes(1);
  store = [theirs];
  await vi.advanceTimersByTimeAsync(60_000);
  stored.mockClear();
  store = [unsent];
  check.settled(unsent.id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stored).toHaveBeenCalledTimes(5);
});

test('several records are read together', async () => {
  check.settled('another');
  check.settled(mine.id);
  await aSecond();
  expect(stored).toHaveBeenCalledTimes(1);
  expect(stored).toHaveBeenLastCalledWith(['another', mine.id]);
});

test('a store that cannot be read is asked again', async () => {
  stored.mockRejectedValueOnce(new Error('disk'));
  versions.note(theirs);
  check.settled(mine.id);
  await aSecond();
  expect(onOutdated).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(onOutdated).toHaveBeenCalledTimes(1);
});

test('nothing is looked at, or asked for, after the end', async () => {
  versions.note(theirs);
  stored.mockImplementationOnce(async () => {
    check.close();
    return Promise.resolve([mine]);
  });
  check.settled(mine.id);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stored).toHaveBeenCalledTimes(1);
  expect(onOutdated).not.toHaveBeenCalled();
});
