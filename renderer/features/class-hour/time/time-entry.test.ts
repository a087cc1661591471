import { expect, test } from 'vitest';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { parseTypedTime, shiftTime, suggestedTime } from './time-entry.ts';

const hour = { start: '08:55' as LocalTime, end: '09:50' as LocalTime };

test.each([
  ['0815', '08:15'],
  ['815', '08:15'],
  ['1240', '12:40'],
  ['8:15', '08:15'],
  ['8.15', '08:15'],
  [' 08:15 ', '08:15'],
])('reads %s as %s', (typed, time) => {
  expect(parseTypedTime(typed, hour)).toBe(time);
});

test.each([
  ['58', '08:58'],
  ['20', '09:20'],
  ['5', '09:05'],
])('takes %s as the minutes of the lesson hour: %s', (typed, time) => {
  expect(parseTypedTime(typed, hour)).toBe(time);
});

test.each(['', '52', '60', '2460', '0860', 'abc', '8:5', '12345'])('refuses %j', (typed) => {
  expect(parseTypedTime(typed, hour)).toBeUndefined();
});

test('suggests now while the hour runs, else its start', () => {
  expect(suggestedTime(hour, '09:12' as LocalTime, 'late')).toBe('09:12');
  expect(suggestedTime(hour, '10:30' as LocalTime, 'late')).toBe('09:05');
  expect(suggestedTime(hour, undefined, 'late')).toBe('09:05');
  // No time to come: it would be refused.
  expect(suggestedTime(hour, hour.start, 'late')).toBe('08:55');
  expect(suggestedTime(hour, '08:40' as LocalTime, 'exited')).toBe('08:55');
  expect(suggestedTime(hour, undefined, 'exited')).toBe('09:40');
});

test('moves by minutes within the day', () => {
  expect(shiftTime('08:59' as LocalTime, 1)).toBe('09:00');
  expect(shiftTime('00:00' as LocalTime, -1)).toBe('00:00');
});

test('D8 in an hour that is over, whoever has gone comes back after that, and whoever has come goes after that', () => {
  const over = '10:30' as LocalTime;
  const at = (mark: 'late' | 'exited', last: string) => suggestedTime(hour, over, mark, last as LocalTime);
  expect(at('late', '09:20')).toBe('09:30');
  expect(at('late', '09:45')).toBe('09:50');
  expect(at('exited', '09:05')).toBe('09:40');
  expect(at('exited', '09:44')).toBe('09:50');
  expect(suggestedTime(hour, '09:30' as LocalTime, 'late', '09:20' as LocalTime)).toBe('09:30');
});
