import { expect, it } from 'vitest';
import { createClock } from './clock.ts';

it('runs on from the instant it is given', () => {
  let machine = 1_000_000;
  const now = createClock('2026-11-23T07:10:00.000Z', () => machine);
  machine += 5000;
  expect(new Date(now()).toISOString()).toBe('2026-11-23T07:10:05.000Z');
});

it('is the machine’s clock when nothing is set, and names the variable when the instant is none', () => {
  expect(createClock(undefined, () => 42)()).toBe(42);
  expect(() => createClock('half past eight')).toThrow('CAMPANELLA_CLOCK');
});
