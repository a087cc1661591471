import { expect, test } from 'vitest';
import type { SchoolDayClass } from '../../views/school-day.ts';
import { unsignedHours } from './unsigned-hours.ts';

const hours = [
  { signed: true, planned: { hour: 1, start: '08:00', end: '09:00' } },
  { signed: false, planned: { hour: 2, start: '09:00', end: '10:00' } },
  { signed: false, planned: { hour: 3, start: '10:00', end: '11:00' } },
] as unknown as SchoolDayClass['hours'];

test.each([
  ['00:00', []],
  ['09:59', []],
  ['10:00', [2]],
  ['24:00', [2, 3]],
])('until %s the hours %j are missing a signature', (time, numbers) => {
  expect(unsignedHours({ hours }, time).map(({ planned }) => planned.hour)).toEqual(numbers);
});

test('D106 nobody signs an hour in which the school does not expect the class', () => {
  const gone = hours.map((hour) =>
    hour.planned.hour === 3 ? { ...hour, isUnexpected: true as const } : hour,
  );
  expect(unsignedHours({ hours: gone }, '24:00').map(({ planned }) => planned.hour)).toEqual([2]);
});
