import { expect, test } from 'vitest';
import type { LocalTime } from '../base/ids.ts';
import { timeToMinutes } from '../base/local-date.ts';
import type { NoAbsence } from '../kinds/attendance-day/no-absence.ts';
import type { DayItem } from '../kinds/justification/item-state.ts';
import { expectedTimes } from './expected-times.ts';
import type { MinuteSpan } from '../school/minute-span.ts';
import { clock, moved, sevenDays } from '../testing/justified-day.ts';
import { bellHour, sample } from '../testing/sample.ts';
import { kinds } from '../kinds/registry.ts';
import { itemsOfDay } from './day-items.ts';
import { isMissedForSchool } from './missed-by.ts';

const time = (text: string) => text as LocalTime;
const span = (from: string, to: string): MinuteSpan => ({
  from: timeToMinutes(time(from)),
  to: timeToMinutes(time(to)),
});
/** Bells ring until 16:00; the class has lessons until 13:00. */
const hours = [8, 9, 10, 11, 12, 13, 14, 15].map((start, index) =>
  bellHour(index + 1, `${String(start).padStart(2, '0')}:00`, `${String(start + 1).padStart(2, '0')}:00`),
);
const lessons = hours.slice(0, 5);
const move = (kind: 'entry' | 'exit', at: string) => moved(kind, at, clock(sample.day, '08:30'));
const late = (at: string): DayItem => ({ item: 'late', time: time(at) });
const exit = (at: string): DayItem => ({ item: 'exit', time: time(at) });
const isFree = (item: DayItem, free: NoAbsence, ...events: ReturnType<typeof move>[]) =>
  isMissedForSchool(item, { events, lessons }, free);

test('D98 an activity excuses what was missed for it, and not what begins or ends at its clock time', () => {
  const fromThird = { elsewhere: [span('10:00', '13:00')] };
  expect(isFree(late('10:00'), fromThird, move('entry', '10:00'))).toBe(false);
  const untilTen = { elsewhere: [span('08:00', '10:00')] };
  expect(isFree(late('10:00'), untilTen, move('entry', '10:00'))).toBe(true);
  expect(isFree(late('10:20'), untilTen, move('entry', '10:20'))).toBe(false);
  expect(isFree(exit('10:00'), untilTen, move('exit', '10:00'))).toBe(false);
  const inBetween = { elsewhere: [span('09:00', '11:00')] };
  expect(isFree(exit('09:00'), inBetween, move('exit', '09:00'), move('entry', '11:00'))).toBe(true);
  expect(isFree(exit('09:00'), inBetween, move('exit', '09:00'), move('entry', '11:10'))).toBe(false);
});

test('D98 an absence is excused by an activity over all lessons of the class, whatever bells ring after them', () => {
  expect(isFree({ item: 'absence' }, { elsewhere: [span('08:00', '13:00')] })).toBe(true);
  expect(isFree({ item: 'absence' }, { elsewhere: [span('08:00', '12:00')] })).toBe(false);
  expect(isFree({ item: 'absence' }, {})).toBe(false);
  const second = { elsewhere: [span('09:00', '10:00')] };
  expect(isFree({ item: 'absence', hours: [2] }, second)).toBe(true);
  expect(isFree({ item: 'absence', hours: [2, 3] }, second)).toBe(false);
});

test('D9, D106 a class is expected from its own first lesson or when it was called, until its last one or when it is sent home', () => {
  expect(expectedTimes(lessons)).toEqual({ start: '08:00', end: '13:00' });
  const called = [
    { from: 0, to: 540 },
    { from: 720, to: 1440 },
  ];
  expect(expectedTimes(lessons, called)).toEqual({ start: '09:00', end: '12:00' });
  expect(expectedTimes([], called)).toEqual({});
});

test('D9, D91, D106 lates are short, and authorised, by when the class was called, and exits early by when its lessons end', () => {
  const policies = { ...sevenDays, shortLateMinutes: 5 };
  const rules = { day: sample.day, hours, mode: 'daily' as const, policies };
  const called = expectedTimes(lessons, [{ from: 0, to: 540 }]);
  const at = (...events: ReturnType<typeof move>[]) => itemsOfDay(events, { ...rules, expected: called });
  expect(at(move('entry', '09:00'))).toEqual([]);
  expect(at(move('entry', '09:05'))).toMatchObject([{ isRequired: false, isShort: true }]);
  expect(at(move('entry', '09:10'))).toMatchObject([{ isRequired: true }]);
  const [bus] = kinds.standingAuthorisation.samples;
  const authorisations = [{ ...bus, weekdays: [1, 2, 3, 4, 5] }];
  const withBus = itemsOfDay([move('entry', '09:10')], { ...rules, expected: called, authorisations });
  expect(withBus).toMatchObject([{ isRequired: false }]);
  expect(at(move('exit', '13:00'))).toEqual([]);
  expect(at(move('exit', '12:59'))).toMatchObject([{ item: 'exit', isRequired: true }]);
});
