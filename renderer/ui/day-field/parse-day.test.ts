import { expect, it } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { parseDay } from './parse-day.ts';

it.each([
  ['23/11/2026', '2026-11-23'],
  [' 3.9.26 ', '2026-09-03'],
  ['3-9', '2026-09-03'],
  ['23 11', '2026-11-23'],
  ['2026-11-23', '2026-11-23'],
  ['31/02/2026', undefined],
  ['11/23/2026', undefined],
  ['ieri', undefined],
  ['', undefined],
])('%s is the day %s', (typed, day) => {
  expect(parseDay(typed, '2026-11-23' as LocalDate)).toBe(day);
});
