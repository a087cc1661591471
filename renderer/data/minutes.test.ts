import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { dayOfInstant } from '../../domain/base/local-date.ts';
import { renewedDaily } from './minutes.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T22:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const now = () => toInstant(Date.now());

test('what is known of a school is told at once, and once more when the day turns, though nothing else changes', () => {
  const facts$ = new BehaviorSubject('facts');
  const told: string[] = [];
  const following = renewedDaily(facts$, now).subscribe((facts) =>
    told.push(`${facts} ${dayOfInstant(now())}`),
  );
  expect(told).toEqual(['facts 2026-11-23']);
  vi.advanceTimersByTime(28_000);
  facts$.next('others');
  vi.advanceTimersByTime(3_600_000);
  following.unsubscribe();
  expect(told).toEqual(['facts 2026-11-23', 'others 2026-11-23', 'others 2026-11-24']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a computer that slept over midnight hears of the new day when it wakes', () => {
  const told: string[] = [];
  const following = renewedDaily(new BehaviorSubject('facts'), now).subscribe(() =>
    told.push(dayOfInstant(now())),
  );
  vi.setSystemTime(Date.parse('2026-11-25T06:00:00Z'));
  vi.advanceTimersByTime(1_000);
  following.unsubscribe();
  expect(told).toEqual(['2026-11-23', '2026-11-25']);
});
