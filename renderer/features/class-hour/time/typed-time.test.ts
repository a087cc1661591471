import { expect, test } from 'vitest';
import type { LocalTime } from '../../../../domain/base/ids.ts';
import { readTypedTime } from './typed-time.ts';

const time = (text: string) => text as LocalTime;
const hours = [
  { hour: 1, start: time('07:55'), end: time('08:50') },
  { hour: 5, start: time('11:50'), end: time('12:45') },
];
const span = { start: time('11:50'), end: time('12:45') };
const read = (typed: string, now?: string, asked?: string) =>
  readTypedTime(
    typed,
    { span, hours, ...(now === undefined ? {} : { now: time(now) }) },
    asked === undefined ? undefined : time(asked),
  );

test('A3 a time outside the open hour is asked once more, with its hour', () => {
  expect(read('0800')).toEqual({ problem: { kind: 'otherHour', time: '08:00', hour: 1 } });
  expect(read('0755')).toMatchObject({ problem: { kind: 'otherHour', hour: 1 } });
  expect(read('0700')).toEqual({ problem: { kind: 'otherHour', time: '07:00' } });
  expect(read('1246')).toEqual({ problem: { kind: 'otherHour', time: '12:46' } });
  expect(read('0800', undefined, '08:00')).toEqual({ time: '08:00' });
  expect(read('0810', undefined, '08:00')).toMatchObject({ problem: { time: '08:10' } });
});

test('A3 a time within the open hour, its bells included, is taken at once', () => {
  for (const typed of ['1150', '1245', '12.10', '55']) expect(read(typed)).toHaveProperty('time');
});

test('D209 whoever stands in is told at once that a time of another hour is not theirs, and may give one of the break', () => {
  const alone = { span, hours, isOfHourAlone: true };
  const readAlone = (typed: string, asked?: string) =>
    readTypedTime(typed, alone, asked === undefined ? undefined : time(asked));
  for (const asked of [undefined, '08:00'])
    expect(readAlone('0800', asked)).toEqual({ problem: { kind: 'notThisHour', time: '08:00' } });
  for (const typed of ['1150', '1210', '1245']) expect(readAlone(typed)).toHaveProperty('time');
  expect(readAlone('1246')).toMatchObject({ problem: { kind: 'otherHour' } });
  expect(readAlone('1246', '12:46')).toEqual({ time: '12:46' });
});

test('A2 a time after now is not taken, however often it is given', () => {
  expect(read('1230', '12:20')).toEqual({ problem: { kind: 'ahead', time: '12:30', now: '12:20' } });
  expect(read('1230', '12:20', '12:30')).toMatchObject({ problem: { kind: 'ahead' } });
  expect(read('1220', '12:20')).toEqual({ time: '12:20' });
});

test('A2 the beginning of an hour to come is a time to come like any other', () => {
  expect(read('1150', '10:30')).toMatchObject({ problem: { kind: 'ahead', time: '11:50' } });
  expect(read('1150', '11:50')).toEqual({ time: '11:50' });
  expect(read('1151', '10:30')).toMatchObject({ problem: { kind: 'ahead' } });
});

test('C4 says of minutes that they are not in this hour, and of anything else that it is no time', () => {
  expect(read('47')).toEqual({ problem: { kind: 'notInHour', minute: '47' } });
  for (const typed of ['', '99', '2575', 'otto'])
    expect(read(typed)).toEqual({ problem: { kind: 'notATime' } });
});
