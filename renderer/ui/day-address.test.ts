import { expect, test } from 'vitest';
import { toClassId, type LocalDate } from '../../domain/base/ids.ts';
import { WHOLE_CLASS } from '../../domain/school/hour-place.ts';
import { classAddressOf, dayAddressOf } from './day-address.ts';
import { hourPath, sectionPath } from './routes.ts';

test.each([
  ['/', {}],
  ['/day/2026-11-20', { day: '2026-11-20' }],
  ['/day/2026-11-20/2026.LS.1A/3', { day: '2026-11-20', schoolClass: '2026.LS.1A', hour: 3 }],
  [
    '/day/2026-11-20/2026.LS.1A.sede%20nuova/10',
    { day: '2026-11-20', schoolClass: '2026.LS.1A.sede nuova', hour: 10 },
  ],
  [
    '/day/2026-11-20/2026.LS.1A/3/group/CHI',
    { day: '2026-11-20', schoolClass: '2026.LS.1A', hour: 3, group: 'CHI' },
  ],
  [
    '/day/2026-11-20/2026.LS.1A/3/whole',
    { day: '2026-11-20', schoolClass: '2026.LS.1A', hour: 3, group: WHOLE_CLASS },
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
  '/day/2026-11-20/1A/3/group',
  '/day/2026-11-20/1A/3/group/%zz',
  '/day/2026-11-20/1A/3/other',
  '/day/2026-11-20/%zz/1',
  '/class/2026.LS.1A/absences',
])('%s is none', (location) => {
  expect(dayAddressOf(location)).toBeUndefined();
});

test.each([
  ['/class/2026.LS.1A/absences', { section: 'absences', schoolClass: '2026.LS.1A' }],
  [
    '/class/2026.LS.1A/absences/2026-11-20',
    { section: 'absences', schoolClass: '2026.LS.1A', day: '2026-11-20' },
  ],
  [
    '/class/2026.LS.1A.sede%20nuova/pupils/2026-11-20/3',
    { section: 'pupils', schoolClass: '2026.LS.1A.sede nuova', day: '2026-11-20', hour: 3 },
  ],
  [
    '/class/2026.LS.1A/pupils/2026-11-20/3/group/2%2FB',
    { section: 'pupils', schoolClass: '2026.LS.1A', day: '2026-11-20', hour: 3, group: '2/B' },
  ],
  [
    '/class/2026.LS.1A/pupils/2026-11-20/3/whole',
    { section: 'pupils', schoolClass: '2026.LS.1A', day: '2026-11-20', hour: 3, group: WHOLE_CLASS },
  ],
])('%s is a section of a class, at an hour where one is asked for', (location, address) => {
  const read = classAddressOf(location);
  expect(read).toEqual(address);
  expect(read && sectionPath(read.section, read)).toBe(location);
});

test.each([
  '/class/2026.LS.1A',
  '/class/2026.LS.1A/absences/2026-02-30',
  '/class/2026.LS.1A/absences/2026-11-20/0',
  '/class/2026.LS.1A/absences/2026-11-20/21',
  '/class/%zz/absences',
  '/day/2026-11-20/2026.LS.1A/3',
])('%s is no section of a class', (location) => {
  expect(classAddressOf(location)).toBeUndefined();
});

test.each([undefined, WHOLE_CLASS, 'CHI', '2/B', 'whole'])(
  'the lesson of part %j is found again',
  (group) => {
    const place = { day: '2026-11-20' as LocalDate, schoolClass: toClassId('2026.LS.1A'), hour: 3 };
    const asked = group === undefined ? place : { ...place, group };
    expect(dayAddressOf(hourPath(place.day, place.schoolClass, place.hour, group))).toEqual(asked);
    expect(classAddressOf(sectionPath('pupils', asked))).toEqual({ section: 'pupils', ...asked });
  },
);
