import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { sample, sampleEvent, sampleHours } from '../../testing/sample.ts';
import type { MinuteSpan } from '../../school/minute-span.ts';
import { incoherence } from './incoherent-marks.ts';
import { isAbsentAllDay, pupilInHour } from './pupil-in-hour.ts';
import type { AttendanceEvent } from './record.ts';

const bells = sampleHours;
const ofDay = { day: sample.day, bells, mode: 'daily' as const };
const minutes = (from: number, to: number): MinuteSpan => ({ from: from * 60, to: to * 60 });
const wholeDay = minutes(0, 24);
const inHour = (events: readonly AttendanceEvent[], hour: number, more: object) =>
  pupilInHour(events, { ...ofDay, ...more }, must(bells[hour - 1], 'an hour'));

describe('D98 what is no absence', () => {
  it('shows a pupil elsewhere as out of class in the hours of it, who misses nothing', () => {
    const out = { elsewhere: [minutes(9, 10)] };
    expect([1, 2, 3].map((hour) => inHour([], hour, out).mark)).toEqual(['present', 'outOfClass', 'present']);
    expect(inHour([sampleEvent('absent')], 2, out)).toMatchObject({ mark: 'outOfClass', missedMinutes: 0 });
  });

  it('shows a part of an hour beside what was marked in it', () => {
    const out = { elsewhere: [minutes(9.5, 10)] };
    expect(inHour([], 2, out)).toMatchObject({ mark: 'outOfClass', missedMinutes: 0 });
    const left = inHour([sampleEvent('exit', '09:20', 2)], 2, out);
    expect(left).toMatchObject({ mark: 'exited', time: '09:20', also: ['outOfClass'], missedMinutes: 10 });
  });

  it('takes from an absence what the class was not expected for, and leaves the rest of it', () => {
    const calledAtTen = { classAway: [minutes(0, 9.5)] };
    const missed = [1, 2, 3].map((hour) => inHour([sampleEvent('absent')], hour, calledAtTen).missedMinutes);
    expect(missed).toEqual([0, 30, 60]);
    expect(inHour([], 1, calledAtTen).mark).toBe('present');
  });

  it('counts nobody as absent all day who is elsewhere', () => {
    const absent = [sampleEvent('absent')];
    expect(isAbsentAllDay(absent, ofDay)).toBe(true);
    expect(isAbsentAllDay(absent, { ...ofDay, elsewhere: [wholeDay] })).toBe(false);
  });

  it.each<[string, readonly AttendanceEvent[], MinuteSpan, string | undefined]>([
    ['an absence of the day', [sampleEvent('absent')], minutes(9.5, 10.5), 'absent'],
    [
      'an absence that has ended before',
      [sampleEvent('absent'), sampleEvent('entry', '09:00', 2)],
      minutes(9.5, 11),
      undefined,
    ],
    ['a late entry on a whole day', [sampleEvent('entry', '08:20')], wholeDay, 'moves'],
    ['an exit at the end of it', [sampleEvent('exit', '10:00', 3)], minutes(9, 10), undefined],
    ['nothing', [], wholeDay, undefined],
  ])('does not go with %s', (_name, events, span, found) => {
    expect(incoherence(events, ofDay, span)).toBe(found);
  });
});
