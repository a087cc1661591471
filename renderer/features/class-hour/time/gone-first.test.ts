import { expect, test } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { dayState } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import { bellHour, sample } from '../../../../domain/testing/sample.ts';
import { goneFirst } from './gone-first.ts';

const bell = bellHour(2, '08:55', '09:50');
const now = '2026-11-25T08:10:00.000Z' as Instant;
const seen = { before: { hour: 1, until: '08:50' as LocalTime } };
const move = (kind: 'entry' | 'exit', hour: number, time: string): AttendanceEvent => ({
  kind,
  hour,
  time: time as LocalTime,
  by: sample.neri,
  at: now,
});

const asked = (events: readonly AttendanceEvent[], before: typeof seen | Record<string, never> = seen) =>
  goneFirst(
    { day: '2026-11-25' as LocalDate, bell, bells: [bellHour(1, '07:55', '08:50'), bell], mode: 'daily' },
    { state: dayState(events), seen: before, person: { id: sample.neri } },
    now,
  );

test('A1 an exit that nobody has typed is asked before, once', () => {
  expect(asked([])).toBe(1);
  expect(asked([move('exit', 2, '08:55'), move('entry', 2, '09:05')])).toBeUndefined();
  expect(asked([move('exit', 2, '09:20')])).toBeUndefined();
});

test('A1 whom no earlier roll saw, or of whom an exit is known, nothing is asked', () => {
  expect(asked([], {})).toBeUndefined();
  expect(asked([move('exit', 1, '08:30')])).toBeUndefined();
  expect(asked([{ kind: 'absent', hour: 1, by: sample.neri, at: now }])).toBeUndefined();
});
