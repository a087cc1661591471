import { expect, test } from 'vitest';
import {
  toEntryId,
  toInstant,
  toPersonId,
  toSchoolId,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '../../../../domain/base/ids.ts';
import { classId } from '../../../../domain/kinds/class/record.ts';
import type { AttendanceDay } from '../../../../domain/kinds/attendance-day/record.ts';
import { changedAfterRollCall } from './roll-call-changes.ts';

const day = '2026-11-23' as LocalDate;
const bells = [1, 2].map((hour) => ({
  hour,
  start: `${String(hour + 7).padStart(2, '0')}:00` as LocalTime,
  end: `${String(hour + 8).padStart(2, '0')}:00` as LocalTime,
  halfUnits: 2,
}));
const place = { day, hour: 1, bells, mode: 'daily' as const };
const at = (clock: string): Instant => toInstant(Date.parse(`${day}T${clock}:00+01:00`));
const anna = toPersonId('anna');
const rollCall = { by: anna, at: at('08:10') };

const changes = (...args: Parameters<typeof changedAfterRollCall>) => changedAfterRollCall(...args).size;

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
  expect(changes(rollCall, written('08:05', [1, '08:05']), place)).toBe(0);
  expect(changes(undefined, written('08:20', [1, '08:20']), place)).toBe(0);
});

test('a mark made in the hour after the confirmation changes the roll', () => {
  expect(changes(rollCall, written('08:20', [1, '08:20']), place)).toBe(1);
});

test('a mark taken back after the confirmation changes the roll, though nothing is left of it', () => {
  expect(changes(rollCall, written('08:11'), place)).toBe(1);
  expect(changes(rollCall, written('08:11', [1, '08:05']), place)).toBe(1);
});

test('what is taken back in a later hour does not touch the roll of this one', () => {
  expect(changes(rollCall, written('09:06'), place)).toBe(0);
});

test('a mark of a later hour that rewrites this one changes its roll', () => {
  const [day2] = written('09:05', [2, '09:05']);
  // Absent in the second hour, with nothing before it, says that the pupil was not there in the first either.
  expect(changes(rollCall, day2 ? [day2] : [], place)).toBe(1);
  const left = { kind: 'exit', time: '09:00' as LocalTime, hour: 2, by: anna, at: at('09:05') } as const;
  expect(changes(rollCall, day2 ? [{ ...day2, events: [left] }] : [], place)).toBe(0);
  const earlier = { ...left, time: '08:30' as LocalTime };
  expect(changes(rollCall, day2 ? [{ ...day2, events: [earlier] }] : [], place)).toBe(1);
});

test('D8 a colleague’s mark made before the roll counts when it arrived after it', () => {
  const carla = toPersonId('carla');
  const [record] = written('08:05');
  const exit = { kind: 'exit', time: '08:04' as LocalTime, hour: 1, by: carla, at: at('08:05') } as const;
  const arrived = (clock: string, by = carla) =>
    record ? [{ ...record, author: by, events: [{ ...exit, by }], receivedAt: at(clock) }] : [];
  expect(changes(rollCall, arrived('10:00'), place)).toBe(1);
  expect(changes(rollCall, arrived('10:00'), { ...place, hour: 2 })).toBe(1);
  expect(changes(rollCall, arrived('08:06'), place)).toBe(0);
  // One's own marks, delivered together with the roll, are what was confirmed.
  expect(changes(rollCall, arrived('10:00', anna), place)).toBe(0);
});
