import { expect, test } from 'vitest';
import {
  toEntryId,
  toInstant,
  toPersonId,
  toSchoolId,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../../domain/base/ids.ts';
import { classId } from '../../../domain/records/class.ts';
import type { AttendanceDay } from '../../../domain/records/attendance-day.ts';
import { changesAfterRollCall } from './roll-call-changes.ts';

const day = '2026-11-23' as LocalDate;
const bells = [1, 2].map((hour) => ({
  hour,
  start: `0${hour + 7}:00` as LocalTime,
  end: `0${hour + 8}:00` as LocalTime,
  halfUnits: 2,
}));
const place = { day, hour: 1, bells };
const at = (clock: string): Instant => toInstant(Date.parse(`${day}T${clock}:00+01:00`));
const anna = toPersonId('anna');
const rollCall = { by: anna, at: at('08:10') };

/** A pupil's day written at a time, with absences marked at these hours and times. */
function written(recordedAt: string, ...marks: readonly (readonly [hour: number, clock: string])[]) {
  const record: AttendanceDay = {
    id: 'x',
    school: toSchoolId('TEST0001'),
    author: anna,
    entry: toEntryId('00000000-0000-7000-8000-000000000001'),
    recordedAt: at(recordedAt),
    kind: 'attendanceDay',
    day,
    class: classId(2026, 'lowerSecondary', '1A'),
    pupil: toPersonId('pupil'),
    events: marks.map(([hour, clock]) => ({ kind: 'absent', hour, by: anna, at: at(clock) })),
  };
  return [record];
}

test('marks made before the confirmation are what was confirmed', () => {
  expect(changesAfterRollCall(rollCall, written('08:05', [1, '08:05']), place)).toBe(0);
  expect(changesAfterRollCall(undefined, written('08:20', [1, '08:20']), place)).toBe(0);
});

test('a mark made in the hour after the confirmation changes the roll', () => {
  expect(changesAfterRollCall(rollCall, written('08:20', [1, '08:20']), place)).toBe(1);
});

test('a mark taken back after the confirmation changes the roll, though nothing is left of it', () => {
  expect(changesAfterRollCall(rollCall, written('08:11'), place)).toBe(1);
  expect(changesAfterRollCall(rollCall, written('08:11', [1, '08:05']), place)).toBe(1);
});

test('what happens in a later hour does not touch the roll of this one', () => {
  expect(changesAfterRollCall(rollCall, written('09:05', [2, '09:05']), place)).toBe(0);
  expect(changesAfterRollCall(rollCall, written('09:06'), place)).toBe(0);
});
