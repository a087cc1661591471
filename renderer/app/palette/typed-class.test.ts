import { expect, test } from 'vitest';
import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { presentHour, typedClasses } from './typed-class.ts';

const named = (year: number, section: string) => ({ year, section }) as SchoolClass;
const CLASSES = [
  named(1, 'A'),
  named(1, 'B'),
  named(2, 'BS'),
  named(3, 'A'),
  named(3, 'AB'),
  named(0, 'Girini'),
];
const found = (typed: string) =>
  typedClasses(typed, CLASSES).map(({ schoolClass, hour }) =>
    hour === undefined ? className(schoolClass) : `${className(schoolClass)} ${hour}`,
  );

test.each([
  ['1a', ['1A']],
  ['1 A', ['1A']],
  ['1ª A', ['1A']],
  ['classe 1', ['1A', '1B']],
  ['3a', ['3A', '3AB']],
  ['2bs', ['2BS']],
  ['giri', ['Girini']],
  ['3a 5', ['3A 5']],
  ['3A 5ª ora', ['3A 5']],
  ['3 a 5a ora', ['3A 5']],
  ['5 ora 3a', ['3A 5']],
  ['class 3a hour 5', ['3A 5']],
  ['2bs 10', ['2BS 10']],
  ['rossi', []],
  ['', []],
  ['5', []],
])('"%s" means the classes %j', (typed, classes) => {
  expect(found(typed)).toEqual(classes);
});

const HOURS = [
  { hour: 1, start: '08:00', end: '08:55' },
  { hour: 3, start: '09:50', end: '10:45' },
];

test.each([
  ['08:10', 1, 'now'],
  ['08:55', 3, 'next'],
  ['07:30', 1, 'next'],
  ['10:45', 3, 'over'],
])('at %s a class opens at its hour %i, which is %s', (time, hour, moment) => {
  expect(presentHour(HOURS, time)).toEqual({ hour: HOURS.find((each) => each.hour === hour), moment });
});

test('a class without hours opens at none', () => {
  expect(presentHour([], '08:10')).toBeUndefined();
});
