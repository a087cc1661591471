import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { ApiFailure } from '../../data/api/api-request.ts';
import type { SyncStatus } from '../../data/status/sync-status.ts';
import { neverActivatedCount } from './never-activated-count.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function follow(connection: SyncStatus['connection'] = 'online') {
  const status = new BehaviorSubject({ connection });
  const school = { count: 12, reachable: true, asked: 0 };
  const shown: number[] = [];
  const api = {
    async ask(): Promise<Result<{ readonly count: number }, ApiFailure>> {
      school.asked += 1;
      await Promise.resolve();
      return school.reachable ? ok({ count: school.count }) : fail({ kind: 'serverUnreachable' });
    },
  };
  const subscription = neverActivatedCount({ ...api, status, elapsed: () => Date.now() }).subscribe(
    (count) => {
      shown.push(count);
    },
  );
  await vi.advanceTimersByTimeAsync(0);
  return { status, school, shown, subscription };
}

test('S9: the number of accounts never activated is asked for at once and every few minutes, until it is 0', async () => {
  const { school, shown } = await follow();
  expect(shown).toEqual([0, 12]);
  await vi.advanceTimersByTimeAsync(4 * MINUTE);
  expect(school.asked).toBe(1);
  school.count = 0;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(school.asked).toBe(2);
  expect(shown).toEqual([0, 12, 0]);
});

test('without a network nothing is asked or shown, and a line that comes and goes asks no more often', async () => {
  const { status, school, shown } = await follow('offline');
  expect(school.asked).toBe(0);
  for (let turn = 0; turn < 5; turn += 1) {
    status.next({ connection: 'online' });
    await vi.advanceTimersByTimeAsync(1000);
    status.next({ connection: 'offline' });
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(school.asked).toBe(1);
  expect(shown.at(-1)).toBe(0);
  status.next({ connection: 'online' });
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.at(-1)).toBe(12);
});

test('a question without an answer leaves what was known, and is asked again in its time', async () => {
  const { school, shown } = await follow();
  school.reachable = false;
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(shown).toEqual([0, 12]);
  school.reachable = true;
  school.count = 3;
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  expect(shown).toEqual([0, 12, 3]);
});

test('nothing is asked any more when nobody looks', async () => {
  const { school, subscription } = await follow();
  subscription.unsubscribe();
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  expect(school.asked).toBe(1);
});
