import { expect, test } from 'vitest';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { daysOf, monthOf, shownAt, weekAddressOf, weekOf } from './address.ts';

const day = (text: string) => text as LocalDate;

test('reads a week and a month, with a day or without, and nothing else', () => {
  expect(weekAddressOf('/week')).toEqual({ scope: 'week' });
  expect(weekAddressOf('/month/2026-11-23')).toEqual({ scope: 'month', day: '2026-11-23' });
  for (const other of ['/week/2026-13-01', '/week/2026-11-23/1', '/weeks', '/'])
    expect(weekAddressOf(other)).toBeUndefined();
});

test('a week runs from Monday to Sunday, a month from its first day to its last', () => {
  expect(weekOf(day('2026-11-29'))).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(weekOf(day('2026-11-23'))).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(monthOf(day('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(daysOf(monthOf(day('2028-02-10')))).toHaveLength(29);
});

test('the span before and the one after are a step away, over the end of the year too', () => {
  expect(shownAt('week', day('2026-12-30'))).toMatchObject({
    previous: '/week/2026-12-27',
    next: '/week/2027-01-04',
  });
  expect(shownAt('month', day('2026-12-30'))).toMatchObject({
    previous: '/month/2026-11-30',
    next: '/month/2027-01-01',
  });
});
