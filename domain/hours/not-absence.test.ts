import { expect, it } from 'vitest';
import type { LocalTime } from '../base/ids.ts';
import { classMovementKind } from '../kinds/class-movement/kind.ts';
import { presenceElsewhereKind } from '../kinds/presence-elsewhere/kind.ts';
import { heldIn, lessonIn, pupilWith } from '../testing/held-hours.ts';
import { sample, sampleEvent, sampleHours } from '../testing/sample.ts';
import { hoursOfAbsence } from './hours-of-absence.ts';
import { noAbsenceOn } from './not-absence.ts';

const held = heldIn(
  sampleHours,
  sampleHours.map(({ hour }) => lessonIn(hour, 'storia')),
);
const time = (text: string) => text as LocalTime;
const [out] = presenceElsewhereKind.samples;
const [called] = classMovementKind.samples;

it('D98: hours leave out time elsewhere, and what a class called late or sent home early was not expected for', () => {
  const missed = (...known: Parameters<typeof noAbsenceOn>) =>
    hoursOfAbsence(held, pupilWith([sampleEvent('absent')], {}, noAbsenceOn(...known)), {}).official
      .absentHalfUnits / 2;
  expect(missed(sample.day, sampleHours, [])).toBe(3);
  expect(missed(sample.day, sampleHours, [out])).toBe(0);
  expect(missed(sample.day, sampleHours, [{ ...out, during: { fromHour: 2 } }])).toBe(1);
  expect(missed(sample.day, sampleHours, [{ ...out, withdrawn: true }])).toBe(3);
  const late = { ...called, expected: { from: time('09:00') } };
  const early = { ...called, expected: { to: time('10:00') } };
  expect(missed(sample.day, sampleHours, [], late)).toBe(2);
  expect(missed(sample.day, sampleHours, [], early)).toBe(2);
  expect(missed(sample.day, sampleHours, [{ ...out, during: { fromHour: 3 } }], late)).toBe(1);
});
