import { expect, test } from 'vitest';
import type { LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import { kinds } from '../../../../domain/kinds/registry.ts';
import type { WeekDay, WeekHour } from '../view/taught-days.ts';
import { daysOf, monthOf, weekOf } from '../span/address.ts';
import { monthGrid, weekGrid } from './grid-rows.ts';

const monday = '2026-11-23' as LocalDate;
const [schoolClass] = kinds.class.samples;

function hour(day: LocalDate, number: number, start: string): WeekHour {
  return {
    day,
    hour: number,
    start: start as LocalTime,
    end: '13:00' as LocalTime,
    schoolClass,
    state: 'toPlan',
    topic: '',
    activity: '',
    isStandIn: false,
  };
}

function days(from: readonly LocalDate[], hours: readonly WeekHour[]): readonly WeekDay[] {
  return from.map((day) => ({ day, hours: hours.filter((each) => each.day === day) }));
}

test('a week has a row for each hour that there is, at its earliest bell, and a Saturday only where it has hours', () => {
  const saturday = '2026-11-28' as LocalDate;
  const hours = [hour(monday, 5, '11:55'), hour(monday, 2, '09:00'), hour(saturday, 2, '08:50')];
  const grid = weekGrid(days(daysOf(weekOf(monday)), hours));
  expect(grid.columns).toHaveLength(6);
  expect(grid.rows.map((row) => row.hour)).toEqual([
    { number: 2, start: '08:50' },
    { number: 5, start: '11:55' },
  ]);
  expect(grid.rows[0]?.cells.map((cell) => cell.hours.length)).toEqual([1, 0, 0, 0, 0, 1]);
  expect(weekGrid(days(daysOf(weekOf(monday)), [hour(monday, 1, '08:00')])).columns).toHaveLength(5);
});

test('a month has a row for each of its weeks, and says which days of them are not in it', () => {
  const grid = monthGrid(days(daysOf(monthOf(monday)), [hour(monday, 1, '08:00')]));
  expect(grid.rows.map((row) => row.monday)).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
  ]);
  expect(grid.rows[3]?.cells[0]?.hours).toHaveLength(1);
  expect(grid.rows[4]?.cells.map(({ isOutside = false }) => isOutside)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});
