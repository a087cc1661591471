import { describe, expect, it, test } from 'vitest';
import { must } from '../../base/assert.ts';
import type { Instant, LocalDate, LocalTime } from '../../base/ids.ts';
import type { AttendanceEvent } from './record.ts';
import { bellHour, sample } from '../../testing/sample.ts';
import { absentHalfUnits } from './absence-hours.ts';
import { dayState, movesOverMaximum } from './attendance-state.ts';
import { movesOf } from './hour-presence.ts';
import { markInDay } from './mark-in-day.ts';
import { pupilInHour, toldEvents, whoMarked } from './pupil-in-hour.ts';
import type { MarkedBy, RollCallMark } from './roll-call.ts';

const day = '2026-11-25' as LocalDate;
const bells = [bellHour(1, '07:55', '08:50'), bellHour(2, '08:55', '09:50'), bellHour(3, '09:55', '10:50')];
const ofDay = { day, bells, mode: 'daily' as const };
const time = (text: string) => text as LocalTime;
type Events = readonly AttendanceEvent[];
const bellOf = (hour: number) => must(bells[hour - 1], 'an hour');
const late = (text: string) => ({ kind: 'late', time: time(text) }) as const;
const exit = (text: string) => ({ kind: 'exit', time: time(text) }) as const;

/** Marks one after the other, a minute apart, by noon. */
function dayOf(
  ...steps: readonly (readonly [hour: number, mark: RollCallMark, seen?: Partial<MarkedBy>])[]
): Events {
  return steps.reduce<Events>((events, [hour, mark, seen = {}], index) => {
    const at = `2026-11-25T11:${String(index).padStart(2, '0')}:00.000Z` as Instant;
    const marked = { ...bellOf(hour), by: sample.neri, at, isFirst: hour === 1, ...seen };
    return markInDay(events, mark, marked, ofDay);
  }, []);
}
const moves = (events: Events) => movesOf(events).map((move) => `${move.kind} ${move.time}`);
const inHour = (events: Events, hour: number) => pupilInHour(events, ofDay, bellOf(hour));
const seen = { presentUntil: time('08:50') };

describe('D8 what is typed in one minute', () => {
  it.each<[string, Events, readonly string[]]>([
    [
      'gone and back',
      dayOf([2, exit('08:58'), seen], [2, late('08:58'), seen]),
      ['exit 08:58', 'entry 08:58'],
    ],
    [
      'gone, back, and gone again in the minute of the return',
      dayOf([2, exit('08:57'), seen], [2, late('08:58'), seen], [2, exit('08:58'), seen]),
      ['exit 08:57', 'entry 08:58', 'exit 08:58'],
    ],
    ['come and gone', dayOf([1, late('08:10')], [1, exit('08:10')]), ['entry 08:10', 'exit 08:10']],
    [
      'gone, back, and gone after all',
      dayOf([2, exit('08:58'), seen], [2, late('08:58'), seen], [2, exit('08:58'), seen]),
      ['exit 08:58'],
    ],
    [
      'back twice',
      dayOf([2, exit('08:58'), seen], [2, late('08:58'), seen], [2, late('08:58'), seen]),
      ['exit 08:58', 'entry 08:58'],
    ],
  ])('stands, and nothing besides: %s', (_what, events, expected) => {
    expect(moves(events)).toEqual(expected);
  });

  it('is no absence of the hour, and no warning of the maximum', () => {
    const back = dayOf([2, exit('08:58'), seen], [2, late('08:58'), seen]);
    expect(inHour(back, 2).missedMinutes).toBe(0);
    expect(movesOverMaximum(back, { entriesPerDay: 1, exitsPerDay: 1 })).toBe(0);
  });
});

describe('D9 a return', () => {
  it('is a presence with its time, and not late; who arrives is', () => {
    const back = dayOf([2, exit('09:00')], [2, late('09:30')]);
    expect(inHour(back, 2)).toMatchObject({
      mark: 'present',
      isReturn: true,
      time: '09:30',
      also: ['exited'],
    });
    const nextHour = dayOf([1, exit('08:30')], [2, late('09:05')]);
    expect(inHour(nextHour, 2)).toMatchObject({ mark: 'present', isReturn: true, time: '09:05' });
    const arrived = inHour(dayOf([2, late('09:05')]), 2);
    expect(arrived).toMatchObject({ mark: 'late', time: '09:05' });
    expect(arrived.isReturn).toBeUndefined();
  });

  it('is not the coming of somebody who was in the hour before and not there when this one began', () => {
    const steps = [[2, late('09:05'), seen]] as const;
    expect(moves(dayOf(...steps))).toEqual(['exit 08:55', 'entry 09:05']);
    expect(inHour(dayOf(...steps), 2)).toMatchObject({ mark: 'late', time: '09:05' });
    expect(inHour(dayOf(...steps, [2, late('09:10'), seen]), 2)).toMatchObject({
      mark: 'late',
      time: '09:10',
    });
  });

  it('leaves the arrival of its hour late', () => {
    const both = dayOf([1, late('08:05')], [1, exit('08:20')], [1, late('08:30')]);
    expect(inHour(both, 1)).toMatchObject({ mark: 'present', isReturn: true, also: ['late', 'exited'] });
    const gone = dayOf([1, late('08:05')], [1, exit('08:20')], [1, late('08:30')], [1, exit('08:40')]);
    expect(inHour(gone, 1)).toMatchObject({ mark: 'exited', time: '08:40', also: ['late'] });
    const left = dayOf([1, exit('08:20')], [1, late('08:30')], [1, exit('08:40')]);
    expect(inHour(left, 1)).toMatchObject({ mark: 'exited', also: [] });
  });

  it('misses the minutes that were missed (D10)', () => {
    const back = dayOf([2, exit('09:00')], [2, late('09:30')]);
    expect(absentHalfUnits(dayState(back), bellOf(2))).toBe(1);
  });
});

test('A3 whoever comes before the first bell, or with it, is present', () => {
  expect(dayOf([1, late('07:50')])).toEqual([]);
  expect(dayOf([1, late('07:55')])).toEqual([]);
  expect(moves(dayOf([2, late('08:55')]))).toEqual(['entry 08:55']);
});

test('A1 a presence put back against an absence of a later hour is no coming', () => {
  const absence = dayOf([3, { kind: 'absent' }]);
  const by = { ...bellOf(1), by: sample.neri, at: '2026-11-25T12:00:00.000Z' as Instant, isFirst: true };
  const back = markInDay(absence, { kind: 'present' }, by, ofDay);
  expect(bells.map((bell) => pupilInHour(back, ofDay, bell).mark)).toEqual(['present', 'present', 'absent']);
  expect(movesOf(toldEvents(back, bells))).toEqual([]);
  // In the next hour as well: it was no coming the second time either.
  const second = markInDay(back, { kind: 'present' }, { ...by, ...bellOf(2), isFirst: false }, ofDay);
  expect(movesOf(toldEvents(second, bells))).toEqual([]);
  // Whoever was absent in the first hour has come in the second.
  const came = dayOf([1, { kind: 'absent' }], [2, { kind: 'present' }]);
  expect(movesOf(toldEvents(came, bells))).toHaveLength(1);
});

test('A7 an exit to come names nobody beside the presence of the hours before it', () => {
  const events = dayOf([3, exit('10:20')]);
  expect(whoMarked(events, ofDay, bellOf(1))).toBeUndefined();
  expect(whoMarked(events, ofDay, bellOf(3))?.by).toBe(sample.neri);
});
