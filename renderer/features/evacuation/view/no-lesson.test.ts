import { firstValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { toSubjectId } from '../../../../domain/base/ids.ts';
import { kinds, type RegisterRecord } from '../../../../domain/kinds/registry.ts';
import type { ReligionChoiceName } from '../../../../domain/kinds/religion-choice/record.ts';
import {
  bellHour,
  sample,
  sampleAttendance,
  sampleEvent,
  sampleLesson,
} from '../../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../../data/testing/fixed-register.ts';
import { evacuationNow } from '../view.ts';

const principal = { ...bianchi, roles: ['principal'] } as typeof bianchi;
const religion = {
  ...kinds.subject.samples[0],
  id: toSubjectId('religione'),
  name: 'Religione',
  special: 'religion',
} as const;
const monday = mondayOf1A(sample.bianchi, sample.neri, sample.neri);

/** The list of 1A that the principal reads at a time of Monday. */
async function listAt(time: string, ...school: readonly RegisterRecord[]) {
  const { classes } = await firstValueFrom(
    evacuationNow(fixedRegister(principal, `${sample.day}T${time}`, ...school)),
  );
  return must(classes[0], 'the class');
}

describe('D94, D108 a pupil who goes out in the religion hour', () => {
  /** That Monday with religion in one hour, and a pupil who chose. */
  function withReligion(hour: number, choice: ReligionChoiceName): readonly RegisterRecord[] {
    const cells = monday.map((one) =>
      one.kind === 'timetableEntry' && one.hour === hour ? { ...one, subject: religion.id } : one,
    );
    return [...cells, religion, { ...kinds.religionChoice.samples[0], choice }];
  }
  const pupilAt = async (time: string, ...school: readonly RegisterRecord[]) =>
    (await listAt(time, ...school)).pupils[0];

  test('has gone out by choice, and is in class in the hours around it', async () => {
    const school = withReligion(2, 'leaves');
    expect(await pupilAt('08:30', ...school)).toMatchObject({ where: 'inClass' });
    expect(await pupilAt('09:30', ...school)).toMatchObject({ where: 'left', isByChoice: true });
    expect(await pupilAt('10:30', ...school)).toMatchObject({ where: 'inClass' });
  });

  test('is still to come where religion is the first hour, and does not come back after the last', async () => {
    expect(await pupilAt('08:30', ...withReligion(1, 'leaves'))).toMatchObject({
      where: 'expected',
      time: '09:00',
      isByChoice: true,
    });
    expect(await pupilAt('11:05', ...withReligion(3, 'leaves'))).toMatchObject({
      where: 'left',
      isByChoice: true,
    });
  });

  test('is looked for in the break after it: somebody who comes back is in the building', async () => {
    const [bells] = kinds.bellScheme.samples;
    const broken = [
      bellHour(1, '08:00', '09:00'),
      bellHour(2, '09:00', '09:50'),
      bellHour(3, '10:00', '11:00'),
    ];
    const school = [...withReligion(2, 'leaves'), { ...bells, hours: broken }];
    expect(await pupilAt('09:49', ...school)).toMatchObject({ where: 'left' });
    expect(await pupilAt('09:55', ...school)).toMatchObject({ where: 'inClass' });
  });

  test('is in class where religion is not held, and when somebody has marked that they came', async () => {
    const school = withReligion(2, 'leaves');
    const maths = sampleLesson({
      hour: 2,
      signatures: [
        { teacher: sample.neri, type: 'ordinary', subject: sample.maths, signedAt: sample.morning },
      ],
    });
    expect(await pupilAt('09:30', ...school, maths)).toMatchObject({ where: 'inClass' });
    const came = sampleAttendance({ events: [sampleEvent('entry', '09:00', 2)] });
    expect(await pupilAt('09:30', ...school, came)).toMatchObject({ where: 'inClass' });
    const absent = sampleAttendance({ events: [sampleEvent('absent')] });
    expect(await pupilAt('09:30', ...school, absent)).toMatchObject({ where: 'absent' });
  });

  test('is the only one: whoever studies in that hour is at school', async () => {
    for (const choice of ['attending', 'alternative', 'assistedStudy', 'individualStudy'] as const)
      expect(await pupilAt('09:30', ...withReligion(2, choice))).toMatchObject({ where: 'inClass' });
  });
});

describe('D108 a class without a lesson at this time', () => {
  const withHours = (...hours: readonly number[]) =>
    monday.filter((one) => one.kind !== 'timetableEntry' || hours.includes(one.hour));

  test('is in the list of the office, which says that it has none now', async () => {
    expect(await listAt('09:30', ...withHours(1, 3))).toMatchObject({
      hasNoLesson: true,
      isCalled: false,
      pupils: [{ where: 'inClass' }],
    });
    expect((await listAt('08:30', ...withHours(1, 3))).hasNoLesson).toBeUndefined();
  });

  test('is in it on a day without any cell as well, as a class without a timetable is', async () => {
    expect(await listAt('09:30', ...withHours())).toMatchObject({
      hasNoLesson: true,
      at: { kind: 'atSchool' },
    });
    const tuesday = monday.map((one) => (one.kind === 'timetableEntry' ? { ...one, weekday: 2 } : one));
    expect(await listAt('09:30', ...tuesday)).toMatchObject({ hasNoLesson: true });
  });

  test('has one where somebody has signed it', async () => {
    const signed = sampleLesson({
      hour: 2,
      signatures: [{ teacher: sample.neri, type: 'substitution', signedAt: sample.morning }],
    });
    expect((await listAt('09:30', ...withHours(1, 3), signed)).hasNoLesson).toBeUndefined();
  });
});
