import { expect, test } from 'vitest';
import { toInstant, toPersonId, type LocalDate, type LocalTime } from '../../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import type { BellHour } from '../../../../domain/kinds/bell-scheme/record.ts';
import { earlierHours } from './earlier-hours.ts';

const bells: readonly BellHour[] = [1, 2, 3, 4].map((hour) => ({
  hour,
  start: `0${hour + 5}:00` as LocalTime,
  end: `0${hour + 6}:00` as LocalTime,
  halfUnits: 2,
}));
const ofDay = { day: '1970-01-01' as LocalDate, bells, mode: 'daily' as const };
const event = (kind: AttendanceEvent['kind'], hour: number, time?: string): AttendanceEvent => ({
  kind,
  hour,
  by: toPersonId('anna'),
  at: toInstant(43_200_000),
  ...(time === undefined ? {} : { time: time as LocalTime }),
});
const none = new Set<number>();

test('an absence marked in the third hour says nothing of hours without roll call', () => {
  expect(earlierHours([event('absent', 3)], ofDay, 3, none)).toEqual([]);
  expect(earlierHours([event('absent', 3)], ofDay, 4, none)).toEqual([{ hour: 3, mark: 'absent', also: [] }]);
});

test('an hour whose roll was called shows how the pupil stood in it, marked there or not', () => {
  expect(earlierHours([event('absent', 1)], ofDay, 4, new Set([1, 3]))).toEqual([
    { hour: 1, mark: 'absent', also: [] },
    { hour: 3, mark: 'absent', also: [] },
  ]);
  expect(earlierHours([], ofDay, 4, new Set([2]))).toEqual([{ hour: 2, mark: 'present', also: [] }]);
});

test('an absence marked in the second hour was not marked in the roll called before', () => {
  expect(earlierHours([event('absent', 2)], ofDay, 2, new Set([1]))).toEqual([]);
  expect(earlierHours([event('absent', 2)], ofDay, 3, new Set([1]))).toEqual([
    { hour: 2, mark: 'absent', also: [] },
  ]);
});

test('a late entry shows in the hour it was marked in, and as absence in a roll called before', () => {
  expect(earlierHours([event('entry', 2, '07:20')], ofDay, 3, new Set([1]))).toEqual([
    { hour: 1, mark: 'absent', also: [] },
    { hour: 2, mark: 'late', also: [] },
  ]);
});

test('D8 an hour in which somebody came late and left again says both', () => {
  const day = [event('entry', 1, '06:20'), event('exit', 1, '06:40')];
  expect(earlierHours(day, ofDay, 3, new Set([1, 2]))).toEqual([
    { hour: 1, mark: 'exited', also: ['late'] },
    { hour: 2, mark: 'exited', also: [] },
  ]);
});
