import { expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import type { Instant, LocalDate, LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import type { AttendanceEvent } from '../../../../domain/kinds/attendance-day/record.ts';
import { dayState } from '../../../../domain/kinds/attendance-day/attendance-state.ts';
import { hourPresence } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { classMovementKind } from '../../../../domain/kinds/class-movement/kind.ts';
import { bellHour, sample } from '../../../../domain/testing/sample.ts';
import type { PupilHour } from '../view/class-hour.ts';
import { printMoment, whyNoPrint } from './print-moment.ts';

const [classMovement] = classMovementKind.samples;
const day = '2026-11-23' as LocalDate;
const bells = [bellHour(1, '07:55', '08:50'), bellHour(2, '08:55', '09:50'), bellHour(3, '10:05', '11:00')];
const event = (kind: AttendanceEvent['kind'], hour: number, time?: string): AttendanceEvent => ({
  kind,
  hour,
  by: sample.neri,
  at: '2026-11-23T07:00:00.000Z' as Instant,
  ...(time === undefined ? {} : { time: time as LocalTime }),
});

/** The list of the page of the first hour, printed at a time in Rome. */
function printed(
  clock: string,
  events: readonly AttendanceEvent[],
  of = day,
  expected?: { readonly from?: string; readonly to?: string },
) {
  const bell = must(bells[0], 'the first hour');
  const presence = hourPresence(events, bell);
  const pupil: PupilHour = {
    person: { id: 'p1' as PersonId, surname: 'Abate', givenName: 'Ada' } as PupilHour['person'],
    state: dayState(events),
    mark: presence.mark,
    ...(presence.time === undefined ? {} : { time: presence.time }),
    also: presence.also,
    moves: [],
    shortLate: false,
    movesOverMaximum: 0,
    seen: {},
    out: [],
    changedAfterRollCall: false,
    earlier: [],
    absentHalfUnits: 0,
  };
  const list = printMoment(
    {
      day: of,
      bell,
      bells,
      mode: 'daily' as const,
      hours: bells,
      pupils: [pupil],
      ...(expected
        ? { movement: { ...classMovement, expected: expected as typeof classMovement.expected } }
        : {}),
      calledHours: [{ hour: 2, by: sample.neri, at: '2026-11-23T07:58:00.000Z' as Instant }],
    },
    `2026-11-23T${clock}:00.000+01:00` as Instant,
  );
  return { list, pupil: must(list.pupils[0], 'a pupil') };
}

test('A4 a list printed from the page of another hour tells of the hour that runs', () => {
  const { list, pupil } = printed('09:20', [event('exit', 2, '09:10')]);
  expect(list).toMatchObject({ time: '09:20', isBetween: false, bell: { hour: 2 } });
  expect(pupil).toMatchObject({ mark: 'exited', time: '09:10', moves: [] });
  expect(printed('09:20', [event('outOfClass', 1)]).pupil.mark).toBe('present');
});

test('A4 between two hours it tells of the minute, by the hour that has ended', () => {
  const { list, pupil } = printed('10:00', [event('absent', 1), event('entry', 2, '09:30')]);
  expect(list).toMatchObject({ time: '10:00', isBetween: true, bell: { hour: 2 } });
  expect(pupil).toMatchObject({ mark: 'late', time: '09:30' });
});

test('A4 a list of another day is of the hour on its page', () => {
  const { list } = printed('09:20', [], '2026-11-20' as LocalDate);
  expect(list).toMatchObject({ bell: { hour: 1 }, isBetween: false });
  expect(list.time).toBeUndefined();
});

test('only an hour whose roll was called says who is in class', () => {
  expect(printed('09:10', []).list.standing).toBe('called');
  expect(printed('10:10', []).list.standing).toBe('toCall');
  expect(printed('08:10', []).list.standing).toBe('toCall');
  expect(printed('08:10', [], '2026-11-24' as LocalDate).list.standing).toBe('toCall');
});

test('a list rests on the roll of its hour, else on the last one before it, and says which', () => {
  expect(printed('09:10', []).list.roll).toMatchObject({ hour: 2, by: sample.neri });
  expect(printed('10:10', []).list).toMatchObject({ standing: 'toCall', roll: { hour: 2 } });
  expect(printed('08:10', []).list.roll).toBeUndefined();
});

test('N6 nothing is printed of a day to come, nor of an hour of another day that nobody called', () => {
  const now = '2026-11-23T08:10:00.000+01:00' as Instant;
  const rollCall = { by: sample.neri, at: '2026-11-20T07:58:00.000Z' as Instant };
  const called = { rollCall } as unknown as NonNullable<Parameters<typeof whyNoPrint>[0]['lesson']>;
  const [before, after] = ['2026-11-20', '2026-11-24'] as LocalDate[] as [LocalDate, LocalDate];
  expect(whyNoPrint({ day: after }, now)).toBe('toCome');
  expect(whyNoPrint({ day: before }, now)).toBe('notCalled');
  expect(whyNoPrint({ day: before, lesson: called }, now)).toBeUndefined();
  expect(whyNoPrint({ day }, now)).toBeUndefined();
});

test('D106 of a class sent home, called later or out of its lessons nobody is to be checked', () => {
  expect(printed('08:10', []).list.at).toEqual({ kind: 'atSchool' });
  expect(printed('07:30', []).list.at).toEqual({ kind: 'toBegin', time: '07:55' });
  expect(printed('16:30', []).list.at).toEqual({ kind: 'over', time: '11:00' });
  expect(printed('10:30', [], day, { to: '10:20' }).list.at).toEqual({ kind: 'sentHome', time: '10:20' });
  expect(printed('08:10', [], day, { from: '08:30' }).list.at).toEqual({
    kind: 'calledLater',
    time: '08:30',
  });
});

test('D106 a roll called in an hour without the class says that it is there', () => {
  expect(printed('09:10', [], day, { to: '08:30' }).list.at).toEqual({ kind: 'atSchool' });
});

test('a list of another day tells of its hour, whatever the class does now', () => {
  expect(printed('16:30', [], '2026-11-20' as LocalDate).list.at).toEqual({ kind: 'atSchool' });
});
