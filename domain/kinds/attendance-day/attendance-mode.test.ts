import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import type { LocalTime } from '../../base/ids.ts';
import { bellHour, sample, sampleEvent } from '../../testing/sample.ts';
import { absenceOfDay, absentHours, isAbsentAt, isProposedAbsent } from './attendance-mode.ts';
import { markInDay } from './mark-in-day.ts';
import { pupilInHour } from './pupil-in-hour.ts';
import type { AttendanceEvent } from './record.ts';
import type { RollCallMark } from './roll-call.ts';

const bells = [8, 9, 10, 11, 12].map((start, index) =>
  bellHour(index + 1, `${String(start).padStart(2, '0')}:00`, `${String(start + 1).padStart(2, '0')}:00`),
);
const time = (text: string) => text as LocalTime;
const daily = { day: sample.day, bells, mode: 'daily' as const };
const hourly = { ...daily, mode: 'hourly' as const };
const absentIn = (...hours: number[]) => hours.map((hour) => sampleEvent('absent', undefined, hour));

describe('D102 daily and hourly mode', () => {
  it('lets an absence hold on in daily mode, and stand in its own hour alone in hourly mode', () => {
    expect(absentHours(absentIn(1), daily)).toEqual([1, 2, 3, 4, 5]);
    expect(absentHours(absentIn(1), hourly)).toEqual([1]);
    expect(absentHours(absentIn(2), hourly)).toEqual([2]);
    expect(absentHours(absentIn(2, 3), hourly)).toEqual([2, 3]);
  });

  it('has something to justify with the first absent hour, and nothing without the last', () => {
    expect(absentHours([], hourly)).toEqual([]);
    expect(absentHours([sampleEvent('outOfClass')], hourly)).toEqual([]);
  });

  it('makes one absence of the hours that were called, without those of which a coming or a going tells', () => {
    expect(absenceOfDay(absentIn(2, 3), hourly)).toEqual({ hours: [2, 3] });
    expect(absenceOfDay([], hourly)).toBeUndefined();
    expect(absenceOfDay([...absentIn(1), sampleEvent('entry', '09:10', 2)], hourly)).toBeUndefined();
    expect(absenceOfDay([sampleEvent('exit', '10:30', 3), ...absentIn(4)], hourly)).toBeUndefined();
    expect(absenceOfDay([...absentIn(2), sampleEvent('exit', '11:30', 4)], hourly)).toEqual({ hours: [2] });
    expect(absenceOfDay([...absentIn(2), sampleEvent('exit', '11:30', 4)], daily)).toBeUndefined();
    expect(absenceOfDay(absentIn(2), daily)).toEqual({});
  });

  it('holds whoever was absent in one hour to be back in the next, by the hour alone (D89)', () => {
    expect(isAbsentAt(absentIn(1), hourly, time('08:30'))).toBe(true);
    expect(isAbsentAt(absentIn(1), hourly, time('09:30'))).toBe(false);
    expect(isAbsentAt(absentIn(1), daily, time('09:30'))).toBe(true);
  });

  it('marks each hour by itself: an absence between two presences is no going, and one is taken back alone', () => {
    const marked = (hour: number) => {
      const { start, end } = must(bells[hour - 1], 'an hour');
      return { hour, start, end, by: sample.bianchi, at: sample.evening, presentUntil: start };
    };
    const absent = { kind: 'absent' } as const;
    const second = markInDay([], absent, marked(2), hourly);
    expect(second).toEqual([{ kind: 'absent', hour: 2, by: sample.bianchi, at: sample.evening }]);
    const both = markInDay(second, absent, marked(4), hourly);
    expect(absentHours(both, hourly)).toEqual([2, 4]);
    expect(absentHours(markInDay(both, { kind: 'present' }, marked(2), hourly), hourly)).toEqual([4]);
    const whole = markInDay([], { kind: 'absent', wholeDay: true }, marked(1), hourly);
    expect(absentHours(whole, hourly)).toEqual([1, 2, 3, 4, 5]);
    // Who has left is still gone in the next hour, and present there is a coming back.
    const back = markInDay([sampleEvent('exit', '08:30')], { kind: 'present' }, marked(2), hourly);
    expect(absentHours(back, hourly)).toEqual([]);
    expect(back.map(({ kind, time }) => [kind, time])).toContainEqual(['entry', '09:00']);
  });

  it.each<[string, RollCallMark, readonly string[], readonly number[]]>([
    ['gone', { kind: 'exit', time: time('12:20') }, ['absent 1', 'exit 5 12:20'], [60, 0, 0, 0, 40]],
    [
      'late',
      { kind: 'late', time: time('12:10') },
      ['absent 1', 'entry 5 12:10', 'exit 5 12:00'],
      [60, 0, 0, 0, 10],
    ],
    ['elsewhere', { kind: 'outOfClass' }, ['absent 1', 'outOfClass 5'], [60, 0, 0, 0, 0]],
  ])(
    'D8 leaves the called hours before it as they are: %s in the fifth, absent in the first',
    (_name, mark, told, minutes) => {
      const fifth = must(bells[4], 'the fifth hour');
      const marked = { ...fifth, by: sample.bianchi, at: sample.evening, presentUntil: time('12:00') };
      const events = markInDay(absentIn(1), mark, marked, hourly);
      const textOf = ({ kind, hour, time: at }: AttendanceEvent) => [kind, hour, at].join(' ').trim();
      expect(events.map(textOf)).toEqual(told);
      expect(bells.map((bell) => pupilInHour(events, hourly, bell).missedMinutes)).toEqual(minutes);
      expect(absenceOfDay(events, hourly)).toEqual({ hours: [1] });
    },
  );

  it('lets comings and goings hold on in both modes', () => {
    const gone = [sampleEvent('exit', '09:30', 2)];
    expect(absentHours([sampleEvent('entry', '10:00', 3)], hourly)).toEqual([1, 2]);
    expect(isProposedAbsent(gone, hourly, must(bells[2], 'the third hour'))).toBe(true);
  });

  it('proposes who was absent in the hour before, until the hour says something of them', () => {
    const third = must(bells[2], 'the third hour');
    expect(isProposedAbsent(absentIn(2), hourly, third)).toBe(true);
    expect(isProposedAbsent(absentIn(1), hourly, third)).toBe(false);
    expect(isProposedAbsent([...absentIn(2), sampleEvent('outOfClass', undefined, 3)], hourly, third)).toBe(
      false,
    );
    expect(isProposedAbsent([], hourly, must(bells[0], 'the first hour'))).toBe(false);
    expect(isProposedAbsent(absentIn(2), daily, third)).toBe(false);
  });
});
