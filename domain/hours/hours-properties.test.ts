import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LocalTime } from '../base/ids.ts';
import { minutesToTime } from '../base/local-date.ts';
import { eventFault } from '../kinds/attendance-day/attendance-state.ts';
import { ATTENDANCE_EVENT_KINDS, type AttendanceEvent } from '../kinds/attendance-day/record.ts';
import { ABSENCE_ROUNDINGS } from '../kinds/school/record.ts';
import { budgeted } from '../testing/budget.ts';
import { heldIn, lessonIn, pupilWith } from '../testing/held-hours.ts';
import { bellHour, sample } from '../testing/sample.ts';
import { hoursOfAbsence, type HoursTotal } from './hours-of-absence.ts';

const bells = [
  bellHour(1, '08:00', '08:50'),
  bellHour(2, '08:50', '10:20', 3),
  bellHour(3, '10:30', '11:00', 1),
  bellHour(4, '11:00', '12:00'),
];
const held = heldIn(
  bells,
  bells.map(({ hour }) => lessonIn(hour, hour % 2 === 0 ? 'storia' : 'matematica')),
);

const time = fc
  .integer({ min: 7 * 60 + 30, max: 12 * 60 + 30 })
  .map((minutes): LocalTime => minutesToTime(minutes));
const event = fc
  .record({ kind: fc.constantFrom(...ATTENDANCE_EVENT_KINDS), hour: fc.integer({ min: 1, max: 4 }), time })
  .map(({ kind, hour, time: at }): AttendanceEvent => ({
    kind,
    hour,
    by: sample.bianchi,
    at: sample.evening,
    ...(kind === 'entry' || kind === 'exit' ? { time: at } : {}),
  }));
const events = fc
  .uniqueArray(event, { maxLength: 6, selector: ({ kind, hour, time: at }) => `${kind}.${hour}.${at ?? ''}` })
  // A day that says two things of one hour is taken from nobody.
  .filter((list) => eventFault(list) === undefined);
const elsewhere = fc.array(
  fc
    .tuple(fc.integer({ min: 450, max: 750 }), fc.integer({ min: 1, max: 120 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 3 },
);
const rounding = fc.constantFrom(...ABSENCE_ROUNDINGS);

function sumOf({ terms }: HoursTotal): number {
  return terms.reduce((sum, { absentHalfUnits }) => sum + absentHalfUnits, 0);
}

it('D10, D246: hours are never negative nor above the lesson, and each total is the sum of its terms', () => {
  fc.assert(
    fc.property(events, elsewhere, rounding, (happened, away, absenceRounding) => {
      const { official, withoutSubject, indicative, bySubject } = hoursOfAbsence(
        held,
        pupilWith(happened, {}, { elsewhere: away }),
        { absenceRounding },
      );
      for (const total of [official, withoutSubject, indicative, ...bySubject.values()])
        expect(sumOf(total)).toBe(total.absentHalfUnits);
      for (const term of indicative.terms) {
        expect(term.absentHalfUnits).toBeGreaterThanOrEqual(0);
        expect(term.absentHalfUnits).toBeLessThanOrEqual(term.halfUnits);
        expect(term.missedMinutes).toBeGreaterThan(0);
        expect(term.missedMinutes).toBeLessThanOrEqual(term.minutes);
      }
      expect(indicative.absentHalfUnits).toBe(official.absentHalfUnits + withoutSubject.absentHalfUnits);
    }),
    { numRuns: budgeted(300) },
  );
});

it('D10: any order of the events and of the lessons gives the same hours', () => {
  const shuffled = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, rounding, ([list, other], absenceRounding) => {
      const of = (happened: readonly AttendanceEvent[]) =>
        hoursOfAbsence(held, pupilWith(happened), { absenceRounding });
      expect(of(other)).toEqual(of(list));
    }),
    { numRuns: budgeted(300) },
  );
});

it('D98: time elsewhere never adds an absence', () => {
  fc.assert(
    fc.property(events, elsewhere, (happened, away) => {
      const without = hoursOfAbsence(held, pupilWith(happened), {}).indicative.absentHalfUnits;
      expect(
        hoursOfAbsence(held, pupilWith(happened, {}, { elsewhere: away }), {}).indicative.absentHalfUnits,
      ).toBeLessThanOrEqual(without);
    }),
    { numRuns: budgeted(200) },
  );
});
