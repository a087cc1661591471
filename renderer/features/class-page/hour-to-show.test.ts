import { expect, test } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { hourToShow } from './hour-to-show.ts';

const HOURS = [
  { hour: 1, end: '08:55' as LocalTime },
  { hour: 2, end: '09:50' as LocalTime },
  { hour: 4, end: '11:50' as LocalTime },
];
const MONDAY = '2026-11-23' as LocalDate;
const FRIDAY = '2026-11-20' as LocalDate;

test.each([
  ['before the first hour', '2026-11-23T06:30:00Z', 1],
  ['in the second', '2026-11-23T08:10:00Z', 2],
  ['at the bell that ends it', '2026-11-23T08:50:00Z', 4],
  ['when all are over', '2026-11-23T15:00:00Z', 4],
])('today %s', (_when, now, hour) => {
  expect(hourToShow(HOURS, { day: MONDAY, hour: 1 }, now as Instant)).toBe(hour);
});

test('on another day the hour looked at before, where the class has it, else its first', () => {
  const now = '2026-11-23T08:10:00Z' as Instant;
  expect(hourToShow(HOURS, { day: FRIDAY, hour: 4 }, now)).toBe(4);
  expect(hourToShow(HOURS, { day: FRIDAY, hour: 3 }, now)).toBe(1);
  expect(hourToShow([], { day: FRIDAY }, now)).toBe(1);
});
