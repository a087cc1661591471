import { expect, test } from 'vitest';
import { dayAddressOf } from './day-address.ts';

test.each([
  ['/', {}],
  ['/day/2026-11-20', { day: '2026-11-20' }],
  ['/day/2026-11-20/2026.LS.1A/3', { day: '2026-11-20', schoolClass: '2026.LS.1A', hour: 3 }],
  [
    '/day/2026-11-20/2026.LS.1A.sede%20nuova/10',
    { day: '2026-11-20', schoolClass: '2026.LS.1A.sede nuova', hour: 10 },
  ],
])('%s is an address of a day', (location, address) => {
  expect(dayAddressOf(location)).toEqual(address);
});

test.each([
  '/sync',
  '/day',
  '/day/2026-02-30',
  '/day/2026-11-20/1A',
  '/day/2026-11-20/1A/0',
  '/day/2026-11-20/1A/21',
  '/day/2026-11-20/1A/x',
  '/day/2026-11-20/%zz/1',
])('%s is none', (location) => {
  expect(dayAddressOf(location)).toBeUndefined();
});
