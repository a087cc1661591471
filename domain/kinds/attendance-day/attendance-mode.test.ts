import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { bellHour, sample, sampleEvent } from '../../testing/sample.ts';
import { absentHours, addsAbsentHour, isProposedAbsent } from './attendance-mode.ts';
import { markInDay } from './mark-in-day.ts';

const bells = [8, 9, 10, 11, 12].map((start, index) =>
  bellHour(index + 1, `${String(start).padStart(2, '0')}:00`, `${String(start + 1).padStart(2, '0')}:00`),
);
const daily = { day: sample.day, bells };
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

  it('asks anew when an hour is added to hours 2 and 3, and not when one is taken away', () => {
    expect(addsAbsentHour(absentIn(2, 3), absentIn(2, 3, 5), hourly)).toBe(true);
    expect(addsAbsentHour(absentIn(2, 3), absentIn(2), hourly)).toBe(false);
    expect(addsAbsentHour(absentIn(1), absentIn(1, 3), daily)).toBe(false);
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
  });
});
