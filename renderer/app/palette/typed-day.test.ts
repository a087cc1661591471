import { expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { typedDays } from './typed-day.ts';

/** A Monday. */
const TODAY = '2026-11-23' as LocalDate;

test.each([
  ['oggi', ['2026-11-23']],
  ['ieri', ['2026-11-22']],
  ['l’altro ieri', ['2026-11-21']],
  ['domani', ['2026-11-24']],
  ['tomorrow', ['2026-11-24']],
  ['20 novembre', ['2026-11-20']],
  ['20 nov', ['2026-11-20']],
  ['nov 20', ['2026-11-20']],
  ['20th november', ['2026-11-20']],
  ['ven 20 nov', ['2026-11-20']],
  ['20/11', ['2026-11-20']],
  ['20-11-2026', ['2026-11-20']],
  ['20.11.26', ['2026-11-20']],
  ['2026-11-20', ['2026-11-20']],
  ['lun 23', ['2026-11-23']],
  ['ven 20', ['2026-11-20']],
  ['mar 1', ['2026-12-01']],
  ['lunedì', ['2026-11-23', '2026-11-30']],
  ['venerdì', ['2026-11-20', '2026-11-27']],
  // The school year of today, not the calendar's.
  ['8 gennaio', ['2027-01-08']],
  ['15 settembre', ['2026-09-15']],
])('"%s" means %j', (typed, days) => {
  expect(typedDays(typed, TODAY)).toEqual(days);
});

test.each(['', 'rossi', '31 febbraio', '31/02', 'sab 20 nov', 'novembre', '1a', '3a 5', 'ma', '20'])(
  '"%s" is no day',
  (typed) => {
    expect(typedDays(typed, TODAY)).toEqual([]);
  },
);

test('the last day of a school year that is over is not today, and other days are meant as ever', () => {
  const lastDay = '2026-06-05' as LocalDate;
  expect(['oggi', 'ieri', 'tomorrow'].map((typed) => typedDays(typed, lastDay, true))).toEqual([[], [], []]);
  expect(typedDays('20 marzo', lastDay, true)).toEqual(['2026-03-20']);
});
