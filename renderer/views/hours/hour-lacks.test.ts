import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import type { LocalTime } from '../../../domain/base/ids.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import { sample, sampleLesson } from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { hoursToSign } from './hours-to-sign.ts';
import { schoolDay } from '../school-day.ts';
import { teacherDay } from './teacher-day.ts';

const [movement] = kinds.classMovement.samples;
const gone = { ...movement, day: sample.day, expected: { to: '10:00' as LocalTime } };

/** Monday of 1A, of which Bianchi has all three hours, after its last one. */
function monday(...written: readonly RegisterRecord[]) {
  const ofBianchi = mondayOf1A(sample.bianchi, sample.bianchi, sample.bianchi);
  return fixedRegister(bianchi, `${sample.day}T11:00`, ...ofBianchi, ...written);
}

async function toSign(...written: readonly RegisterRecord[]) {
  const hours = await firstValueFrom(hoursToSign(monday(...written)));
  return hours.filter(({ planned }) => planned.day === sample.day).map(({ planned }) => planned.hour);
}

test('an hour that is over waits for my signature', async () => {
  expect(await toSign()).toEqual([1, 2, 3]);
  const signatures = [{ teacher: sample.bianchi, type: 'ordinary', signedAt: sample.morning }] as const;
  expect(await toSign(sampleLesson({ hour: 2, signatures }))).toEqual([1, 3]);
});

test('D106 an hour in which the school does not expect the class waits for nobody', async () => {
  expect(await toSign(gone)).toEqual([1, 2]);
  const { hours } = await firstValueFrom(teacherDay(monday(gone), sample.day));
  expect(hours.map(({ isUnexpected }) => isUnexpected)).toEqual([undefined, undefined, true]);
  const { classes } = await firstValueFrom(schoolDay(monday(gone), sample.day));
  expect(classes[0]?.hours.map(({ isUnexpected }) => isUnexpected)).toEqual([undefined, undefined, true]);
});
