import { expect, test } from 'vitest';
import type { Instant, LocalDate, LocalTime } from '../../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { dayState } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import { bellHour, sample } from '../../../../domain/testing/sample.ts';
import { refusedBeforeBell } from './before-the-bell.ts';

const bells = [bellHour(1, '07:55', '08:50'), bellHour(2, '08:55', '09:50')];
const hour = {
  day: '2026-11-25' as LocalDate,
  bell: bellHour(2, '08:55', '09:50'),
  bells,
  mode: 'daily' as const,
};
const event = (kind: AttendanceEvent['kind'], of: number, time?: string): AttendanceEvent => ({
  kind,
  hour: of,
  ...(time === undefined ? {} : { time: time as LocalTime }),
  by: sample.neri,
  at: '2026-11-25T07:10:00.000Z' as Instant,
});
const refused = (
  mark: Parameters<typeof refusedBeforeBell>[0],
  events: readonly AttendanceEvent[] = [],
  mayRunAhead = false,
) => refusedBeforeBell(mark, { ...hour, mayRunAhead }, { state: dayState(events) });

test('A2 before the bell nobody is late and nobody has left; absences and hours out of class are prepared', () => {
  expect(refused('late')).toBe('notLateYet');
  expect(refused('exited')).toBe('notGoneYet');
  expect(refused('absent')).toBeUndefined();
  expect(refused('outOfClass')).toBeUndefined();
  expect(refused('exited', [], true)).toBeUndefined();
});

test('A2 before the bell nobody who is away has come; what was prepared is taken back', () => {
  expect(refused('present')).toBeUndefined();
  expect(refused('present', [event('absent', 2)])).toBeUndefined();
  expect(refused('present', [event('absent', 1)])).toBe('notHereYet');
  expect(refused('present', [event('exit', 1, '08:20')])).toBe('notHereYet');
  expect(refused('present', [event('entry', 1, '08:20')])).toBeUndefined();
});
