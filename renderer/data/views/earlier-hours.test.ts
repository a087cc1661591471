import { expect, test } from 'vitest';
import { toInstant, toPersonId, type LocalTime } from '../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../domain/records/attendance-day.ts';
import type { BellHour } from '../../../domain/records/bell-scheme.ts';
import { earlierHours } from './earlier-hours.ts';

const bells: readonly BellHour[] = [1, 2, 3, 4].map((hour) => ({
  hour,
  start: `0${hour + 5}:00` as LocalTime,
  end: `0${hour + 6}:00` as LocalTime,
  halfUnits: 2,
}));
const event = (kind: AttendanceEvent['kind'], hour: number, time?: string): AttendanceEvent => ({
  kind,
  hour,
  by: toPersonId('anna'),
  at: toInstant(0),
  ...(time === undefined ? {} : { time: time as LocalTime }),
});
const none = new Set<number>();

test('an absence marked in the third hour says nothing of hours without roll call', () => {
  expect(earlierHours([event('absent', 3)], bells, 3, none)).toEqual([]);
  expect(earlierHours([event('absent', 3)], bells, 4, none)).toEqual([{ hour: 3, mark: 'absent' }]);
});

test('an hour whose roll was called shows how the pupil stood in it, marked there or not', () => {
  expect(earlierHours([event('absent', 1)], bells, 4, new Set([1, 3]))).toEqual([
    { hour: 1, mark: 'absent' },
    { hour: 3, mark: 'absent' },
  ]);
  expect(earlierHours([], bells, 4, new Set([2]))).toEqual([{ hour: 2, mark: 'present' }]);
});

test('an absence marked in the second hour was not marked in the roll called before', () => {
  expect(earlierHours([event('absent', 2)], bells, 2, new Set([1]))).toEqual([]);
  expect(earlierHours([event('absent', 2)], bells, 3, new Set([1]))).toEqual([{ hour: 2, mark: 'absent' }]);
});

test('a late entry shows in the hour it was marked in, and as absence in a roll called before', () => {
  expect(earlierHours([event('entry', 2, '07:20')], bells, 3, new Set([1]))).toEqual([
    { hour: 1, mark: 'absent' },
    { hour: 2, mark: 'late' },
  ]);
});
