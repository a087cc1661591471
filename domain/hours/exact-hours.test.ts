import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { absentHalfUnits, roundedHalfUnits } from '../kinds/attendance-day/absence-hours.ts';
import { dayState } from '../kinds/attendance-day/attendance-state.ts';
import type { AttendanceEvent } from '../kinds/attendance-day/record.ts';
import { ABSENCE_ROUNDINGS } from '../kinds/school/record.ts';
import { bellHour, sampleEvent } from '../testing/sample.ts';
import { heldIn, lessonIn, pupilWith } from '../testing/held-hours.ts';
import { hoursOfAbsence } from './hours-of-absence.ts';

/** Entry or exit of a row of the table: "in 8:35", "out 13:50". */
function eventsOf(text: string): readonly AttendanceEvent[] {
  return text.split(', ').map((part) => {
    const [move, time = ''] = part.split(' ');
    return sampleEvent(move === 'in' ? 'entry' : 'exit', time.padStart(5, '0'));
  });
}

function bellOf(text: string) {
  const [times = '', units = '1'] = text.split(' d=');
  const [start = '', end = ''] = times.split('-').map((time) => time.padStart(5, '0'));
  return bellHour(1, start, end, Number(units) * 2);
}

describe('B.2 the absent part of a lesson: exact, and rounded in two ways', () => {
  it.each([
    ['8:20-9:20', 'in 8:35', [15, 60, 2], 0, 0],
    ['8:20-9:20', 'in 8:49', [29, 60, 2], 0, 0],
    ['8:20-9:20', 'in 8:50', [30, 60, 2], 0.5, 1],
    ['8:20-9:20', 'in 9:19', [59, 60, 2], 0.5, 1],
    ['8:20-9:20', 'in 9:20', [60, 60, 2], 1, 1],
    ['8:20-9:20', 'in 8:40, out 9:00', [40, 60, 2], 0.5, 1],
    ['8:00-8:50', 'in 8:24', [24, 50, 2], 0, 0],
    ['8:00-8:50', 'in 8:25', [25, 50, 2], 0.5, 1],
    ['8:00-9:30 d=1.5', 'in 9:00', [60, 90, 3], 1, 1],
    ['8:00-9:30 d=1.5', 'in 9:20', [80, 90, 3], 1, 1],
    ['13:20-14:20', 'out 13:50', [30, 60, 2], 0.5, 1],
    ['13:20-14:20', 'out 13:51', [29, 60, 2], 0, 0],
  ])('%s, %s: %j, then %d and %d', (lesson, happened, exact, halfDown, nearestWhole) => {
    const bell = bellOf(lesson);
    const pupil = pupilWith(eventsOf(happened));
    for (const [absenceRounding, units] of [
      ['halfDown', halfDown],
      ['nearestWhole', nearestWhole],
    ] as const) {
      const { official } = hoursOfAbsence(heldIn([bell], [lessonIn(1, 'matematica')]), pupil, {
        absenceRounding,
      });
      expect(official.absentHalfUnits).toBe(2 * units);
      const { missedMinutes, minutes, halfUnits } = must(official.terms[0], 'an hour that was missed');
      expect([missedMinutes, minutes, halfUnits]).toEqual(exact);
    }
  });

  it.each([
    ['in 8:50', 0],
    ['in 9:05', 0.5],
    ['in 9:30', 1],
  ])('D10: of an hour 8:30–9:30, %s misses %d', (happened, units) => {
    const { official } = hoursOfAbsence(
      heldIn([bellOf('8:30-9:30')], [lessonIn(1, 'matematica')]),
      pupilWith(eventsOf(happened)),
      {},
    );
    expect(official.absentHalfUnits).toBe(2 * units);
  });

  it('never counts more than the hour is long, nor a whole hour for less than half of it', () => {
    for (const halfUnits of [1, 2, 3, 4, 5, 6])
      for (const rounding of ABSENCE_ROUNDINGS) {
        const hour = bellHour(1, '08:00', '09:00', halfUnits);
        expect(roundedHalfUnits(60, hour, rounding)).toBeLessThanOrEqual(halfUnits);
        expect(roundedHalfUnits(0, hour, rounding)).toBe(0);
      }
    expect(roundedHalfUnits(60, bellHour(1, '08:00', '09:30', 3), 'halfDown')).toBe(2);
    expect(roundedHalfUnits(90, bellHour(1, '08:00', '09:30', 3), 'nearestWhole')).toBe(3);
  });

  it('D10: is what the card of the hour says', () => {
    const state = dayState(eventsOf('in 8:50'));
    expect(absentHalfUnits(state, bellOf('8:20-9:20'))).toBe(1);
    expect(absentHalfUnits(state, bellOf('8:20-9:20'), 'nearestWhole')).toBe(2);
  });
});
