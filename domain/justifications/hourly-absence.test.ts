import { expect, test } from 'vitest';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import { absentAt, clock, justifiedDay, people, type WrittenAct } from '../testing/justified-day.ts';
import { bellHour } from '../testing/sample.ts';

const [MON, TUE] = ['2026-11-16', '2026-11-17'] as const;
const { first: G, teacher } = people;

const absentIn = (...hours: readonly number[]): readonly AttendanceEvent[] =>
  hours.map((hour) => ({ ...absentAt(clock(MON, '08:20')), hour }));
const sent = (
  hours: number[],
  reason: WrittenAct['reason'] = 'health',
  at = clock(MON, '20:00'),
): WrittenAct => ({
  act: 'send',
  item: 'absence',
  hours,
  reason,
  at,
});
const validated = (hours: number[], answers: string): WrittenAct => ({
  act: 'validate',
  item: 'absence',
  hours,
  answers,
  at: clock(TUE, '08:10'),
});

/** The six hours of the vector's school, from 8:20. */
const MORNING = [1, 2, 3, 4, 5, 6].map((hour) =>
  bellHour(hour, `${String(hour + 7).padStart(2, '0')}:20`, `${String(hour + 8).padStart(2, '0')}:20`),
);

/** A Monday in a school that calls absences by the hour. */
function monday(...hours: readonly number[]) {
  const day = justifiedDay(MON, absentIn(...hours));
  day.mode = 'hourly';
  day.hours = MORNING;
  return day;
}

test('D102 hour 5 added to a day validated with hours 2 and 3 sends it back to be justified, with the earlier reason as draft', () => {
  const day = monday(2, 3);
  expect(day.state().items).toMatchObject([{ item: 'absence', hours: [2, 3], state: 'toJustify' }]);
  expect(day.act(G, sent([2, 3]))).toBe('ok');
  expect(day.act(teacher, validated([2, 3], day.last()))).toBe('ok');
  expect(day.state().items).toMatchObject([{ state: 'validated' }]);

  day.events = absentIn(2, 3, 5);
  const [item] = day.state().items;
  expect(item).toMatchObject({ hours: [2, 3, 5], state: 'toJustify', draft: { reason: 'health' } });
  expect(item?.decision).toBeUndefined();
  expect(day.state().voided.map(({ reason }) => reason)).toEqual(['itemCorrected', 'itemCorrected']);

  expect(day.act(G, sent([2, 3, 5], 'family'))).toBe('ok');
  expect(day.state().items).toMatchObject([{ state: 'sent', text: { reason: 'family' } }]);
});

test('D102 an hour less leaves what was justified, and without the last one there is nothing', () => {
  const day = monday(1, 2);
  day.act(G, sent([1, 2]));
  day.act(teacher, validated([1, 2], day.last()));
  day.events = absentIn(2);
  expect(day.state().items).toMatchObject([{ hours: [2], state: 'validated' }]);
  day.events = [];
  expect(day.state().items).toEqual([]);
});

test('D102 what was validated of an hour is validated again when the one that was added is taken back', () => {
  const day = monday(1);
  day.act(G, sent([1]));
  day.act(teacher, validated([1], day.last()));
  day.events = absentIn(1, 2);
  expect(day.act(G, sent([1, 2], 'family', clock(TUE, '20:00')))).toBe('ok');
  expect(day.state().items).toMatchObject([{ hours: [1, 2], state: 'sent' }]);
  // The hour was marked by mistake, and is taken back: what was validated of the other one is validated again.
  day.events = absentIn(1);
  expect(day.state().items).toMatchObject([{ hours: [1], state: 'validated', text: { reason: 'health' } }]);
});
