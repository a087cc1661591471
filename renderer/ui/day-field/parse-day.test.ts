import { expect, it } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { dayOrText, parseDay } from './parse-day.ts';

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

it.each([
  ['31/4/2027', '31/4/2027'],
  ['29/02/2027', '29/02/2027'],
  ['1/12', '2026-12-01'],
  ['', ''],
])('the field holds what was typed, %s, where it is no day', (typed, held) => {
  expect(dayOrText(typed, '2026-11-23' as LocalDate)).toBe(held);
});
