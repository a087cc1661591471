import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toInstant } from '../../domain/base/ids.ts';
import { minutes } from './minutes.ts';
import { screenClockOf } from './use-clock.ts';

const START = Date.parse('2026-11-23T22:59:40Z');

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A register whose clock the server may set right by some milliseconds. */
function register() {
  let offset = 0;
  return {
    now: () => toInstant(Date.now() + offset),
    setRight(by: number) {
      offset = by;
    },
  };
}

test('all who show the time are told together, within a second of the new minute', () => {
  const clock = screenClockOf(register());
  const told: string[] = [];
  clock.follow(() => told.push(`header ${clock.time()}`));
  vi.advanceTimersByTime(7_300);
  clock.follow(() => told.push(`lesson ${clock.time()}`));
  vi.advanceTimersByTime(14_000);
  expect(told).toEqual(['header 2026-11-23T23:00:00.000Z', 'lesson 2026-11-23T23:00:00.000Z']);
});

test('a clock that the server has set right is told within a second', () => {
  const own = register();
  const clock = screenClockOf(own);
  const told = vi.fn();
  clock.follow(told);
  own.setRight(86_400_000);
  vi.advanceTimersByTime(1000);
  expect(told).toHaveBeenCalledTimes(1);
  expect(clock.time()).toBe(toInstant(START + 86_401_000));
});

test('what is drawn after the server has set the clock right never has the day of before, and the others follow at once', () => {
  const own = register();
  const clock = screenClockOf(own);
  const told = vi.fn();
  clock.follow(told);
  own.setRight(86_400_000);
  expect(clock.time()).toBe(toInstant(START + 86_400_000));
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(told).toHaveBeenCalledTimes(1);
});

test('whoever asks first after a sleep gets the present time', () => {
  const clock = screenClockOf(register());
  clock.follow(() => undefined)();
  vi.setSystemTime(START + 36_000_000);
  expect(clock.time()).toBe(toInstant(START + 36_000_000));
});

test('live views look at the clock as often', () => {
  const own = register();
  const told: string[] = [];
  const following = minutes(() => own.now()).subscribe((time) => told.push(time));
  vi.advanceTimersByTime(19_000);
  expect(told).toHaveLength(1);
  own.setRight(60_000);
  vi.advanceTimersByTime(1000);
  expect(told).toHaveLength(2);
  following.unsubscribe();
});
