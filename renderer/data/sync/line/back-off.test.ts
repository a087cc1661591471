import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createBackOff, type BackOff } from './back-off.ts';

const ALMOST_ONE = 1 - Number.EPSILON;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How long a wait takes by the clock of the test. */
async function duration(wait: Promise<void>): Promise<number> {
  const start = Date.now();
  const ended = wait.then(() => Date.now() - start);
  await vi.runAllTimersAsync();
  return ended;
}

async function durations(backOff: BackOff, count: number): Promise<readonly number[]> {
  const list: number[] = [];
  for (let index = 0; index < count; index += 1) list.push(await duration(backOff.wait()));
  return list;
}

test('waits longer after each failure in a row, and never longer than two minutes', async () => {
  const seconds = (
    await durations(
      createBackOff(() => ALMOST_ONE),
      2_000,
    )
  ).map((wait) => Math.round(wait / 1_000));
  expect(seconds.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120]);
  expect(Math.max(...seconds)).toBe(120);
});

test('may wait as little as nothing: the devices of a country must not come back together', async () => {
  const shortest = await durations(
    createBackOff(() => 0),
    5,
  );
  expect(Math.max(...shortest)).toBeLessThanOrEqual(5);
  const half = await durations(
    createBackOff(() => 0.5),
    3,
  );
  expect(half).toEqual([500, 1_000, 2_000]);
});

test('begins anew after a success', async () => {
  const backOff = createBackOff(() => ALMOST_ONE);
  await durations(backOff, 5);
  backOff.succeed();
  expect(Math.round((await duration(backOff.wait())) / 1_000)).toBe(1);
});

test('waking ends a wait at once, and the next one is a wait again', async () => {
  const backOff = createBackOff(() => ALMOST_ONE);
  await durations(backOff, 7);
  const wait = backOff.wait();
  backOff.wake();
  backOff.wake();
  await expect(wait).resolves.toBeUndefined();
  expect(await duration(backOff.wait())).toBeGreaterThan(100_000);
});

test('nothing ends the time that the server asked for; jitter comes on top', async () => {
  const backOff = createBackOff(() => 0.5);
  const start = Date.now();
  const ended = vi.fn<() => void>();
  const wait = backOff.wait(7).then(ended);
  backOff.wake();
  await vi.advanceTimersByTimeAsync(6_999);
  backOff.wake();
  expect(ended).not.toHaveBeenCalled();
  await vi.runAllTimersAsync();
  await wait;
  expect(Date.now() - start).toBe(7_500);
});

test('a server that asks for days is not believed', async () => {
  expect(await duration(createBackOff(() => 0).wait(86_400))).toBeLessThanOrEqual(120_001);
});
