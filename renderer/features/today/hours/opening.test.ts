import { expect, test } from 'vitest';
import { toClassId, toSubjectId, type LocalDate } from '../../../../domain/base/ids.ts';
import { minutesToTime } from '../../../../domain/base/local-date.ts';
import type { TeacherHour } from '../../../views/hours/teacher-day.ts';
import { dayPosition, momentOf } from './current-hour.ts';
import { isSamePlace, mayGoOn, openingOf, placeOf } from './opening.ts';

const DAY = '2026-11-23' as LocalDate;
const at = (hour: number, minute = 0) => minutesToTime(hour * 60 + minute);

function hour(number: number, from: ReturnType<typeof at>, done = false): TeacherHour {
  const id = toClassId('2A');
  return {
    planned: {
      day: DAY,
      hour: number,
      start: from,
      end: minutesToTime(Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + 55),
      halfUnits: 2,
      class: id,
      subject: toSubjectId('mat'),
      teachers: [],
    },
    signedByMe: done,
    rollCallTaken: done,
    absent: 0,
    enrolled: 20,
  } as unknown as TeacherHour;
}

const second = hour(2, at(8, 55));
const fifth = hour(5, at(11, 50));
const hours = [second, fifth];

function leaving(own: TeacherHour | undefined, change: Partial<Parameters<typeof mayGoOn>[0]> = {}) {
  const held = { day: DAY, hour: own };
  return { held, hour: own, followsTime: true, isInUse: false, ...change };
}

test('at the bell another hour would open by itself', () => {
  const block = [second, hour(3, at(9, 50))];
  const before = openingOf(DAY, block, at(9, 49)).hour;
  const after = openingOf(DAY, block, at(9, 50)).hour;
  expect([before?.planned.hour, after?.planned.hour]).toEqual([2, 3]);
  expect(before && after && isSamePlace(placeOf(before), placeOf(after))).toBe(false);
});

test('outside lessons no class opens by itself; of another day its first hour does', () => {
  const opened = (time: ReturnType<typeof at> | undefined) => openingOf(DAY, hours, time).hour?.planned.hour;
  expect(opened(at(8, 39))).toBeUndefined();
  expect(opened(at(8, 40))).toBe(2);
  expect(opened(at(10, 30))).toBeUndefined();
  expect(opened(at(12, 45))).toBeUndefined();
  expect(opened(undefined)).toBe(2);
});

test('an hour that is unsigned, unconfirmed or in use stays; one with nothing left to do gives way', () => {
  expect(mayGoOn(leaving(second))).toBe(false);
  expect(mayGoOn(leaving({ ...second, signedByMe: true }))).toBe(false);
  expect(mayGoOn(leaving({ ...second, rollCallTaken: true }))).toBe(false);
  expect(mayGoOn(leaving(hour(2, at(8, 55), true), { isInUse: true }))).toBe(false);
  expect(mayGoOn(leaving(hour(2, at(8, 55), true), { followsTime: false }))).toBe(false);
  expect(mayGoOn(leaving(hour(2, at(8, 55), true)))).toBe(true);
  expect(mayGoOn(leaving(undefined))).toBe(true);
});

test('only an hour that begins within minutes is told as soon', () => {
  const told = (time: ReturnType<typeof at>) =>
    hours.map((one) => momentOf(one, dayPosition(hours, time), time));
  expect(told(at(8, 39))).toEqual(['next', undefined]);
  expect(told(at(8, 40))).toEqual(['soon', undefined]);
  expect(told(at(9, 30))).toEqual(['now', 'next']);
  expect(told(at(11, 40))).toEqual([undefined, 'soon']);
});
