import { expect, it } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../base/ids.ts';
import { sampleHours } from '../testing/sample.ts';
import { hasBegun, isAheadOfClock, isInBegunBlock } from './before-its-time.ts';

const day = '2026-11-23' as LocalDate;
const at = (clock: string, on = day) => `${on}T${clock}:00.000+01:00` as Instant;
const start = '09:00' as LocalTime;

it('D19 an hour has begun with its bell, some minutes before for whoever allows them, and on every later day', () => {
  expect(hasBegun({ day, start }, at('08:59'))).toBe(false);
  expect(hasBegun({ day, start }, at('09:00'))).toBe(true);
  expect(hasBegun({ day, start }, at('08:55'), 5)).toBe(true);
  expect(hasBegun({ day, start }, at('08:54'), 5)).toBe(false);
  expect(hasBegun({ day, start }, at('06:00', '2026-11-24' as LocalDate))).toBe(true);
  expect(hasBegun({ day, start }, at('23:00', '2026-11-22' as LocalDate))).toBe(false);
});

it('D19 the hours that follow a begun one directly, all of one teacher, are of its block', () => {
  const isOfBlock = (hour: number, own: readonly number[], clock: string) =>
    isInBegunBlock({ day, hour }, sampleHours, own, at(clock));
  expect(isOfBlock(2, [1, 2], '08:10')).toBe(true);
  expect(isOfBlock(3, [1, 2, 3], '08:10')).toBe(true);
  expect(isOfBlock(3, [1, 3], '08:10')).toBe(false);
  expect(isOfBlock(2, [2], '08:10')).toBe(false);
  expect(isOfBlock(2, [1, 2], '07:50')).toBe(false);
});

it('A2 a time after the moment of the mark is ahead of the clock, the beginning of an hour to come too', () => {
  const isAhead = (time: string, clock: string, tolerance = 0) =>
    isAheadOfClock({ time: time as LocalTime, at: at(clock) }, day, tolerance);
  expect(isAhead('09:15', '08:10')).toBe(true);
  expect(isAhead('08:05', '08:10')).toBe(false);
  expect(isAhead('08:14', '08:10', 5)).toBe(false);
  expect(isAhead('09:00', '08:10')).toBe(true);
  expect(isAhead('09:00', '09:00')).toBe(false);
  expect(isAhead('10:15', '08:10')).toBe(true);
});
