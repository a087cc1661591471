import { firstValueFrom } from 'rxjs';
import { describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalTime } from '../../../domain/base/ids.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import {
  bellHour,
  sample,
  sampleAttendance,
  sampleEvent,
  sampleLesson,
} from '../../../domain/testing/sample.ts';
import { bianchi, fixedRegister, mondayOf1A } from '../../data/testing/fixed-register.ts';
import { evacuationNow } from './view.ts';

const [movement] = kinds.classMovement.samples;
const [year] = kinds.schoolYear.samples;
const called = { rollCall: { by: sample.bianchi, at: sample.morning } };
const principal = { ...bianchi, roles: ['principal'] } as typeof bianchi;

function expectedClass(expected: { from?: string; to?: string }) {
  return { ...movement, expected: expected as { from?: LocalTime; to?: LocalTime } };
}

/** The list of 1A at a time of Monday, of which Bianchi has the first hour and Neri the two others. */
async function listAt(time: string, ...written: readonly RegisterRecord[]) {
  const school = mondayOf1A(sample.bianchi, sample.neri, sample.neri);
  const register = fixedRegister(bianchi, `${sample.day}T${time}`, ...school, ...written);
  const { classes, free } = await firstValueFrom(evacuationNow(register));
  const of = must(classes[0], 'the class');
  const pupil = must(of.pupils[0], 'a pupil');
  return { at: of.at, free, where: pupil.where, time: pupil.time, absentIn: pupil.absentIn };
}

describe('D108 the class of a teacher in an evacuation', () => {
  test('is that of the hour; else it is said that there is no hour now', async () => {
    expect(await listAt('08:59')).toMatchObject({ at: { kind: 'atSchool' }, free: undefined });
    expect(await listAt('09:10')).toMatchObject({
      at: { kind: 'atSchool' },
      free: { kind: 'over', time: '09:00' },
    });
    expect(await listAt('07:30')).toMatchObject({
      at: { kind: 'toBegin', time: '08:00' },
      free: { kind: 'toBegin', time: '08:00' },
      where: 'expected',
    });
    expect(await listAt('16:30')).toMatchObject({
      at: { kind: 'over', time: '11:00' },
      free: { kind: 'over', time: '09:00' },
      where: 'inClass',
    });
  });

  test('is still theirs in the break after their hour', async () => {
    const [bells] = kinds.bellScheme.samples;
    const broken = {
      ...bells,
      hours: [bellHour(1, '08:00', '09:00'), bellHour(2, '09:10', '10:00'), bellHour(3, '10:00', '11:00')],
    };
    expect(await listAt('09:05', broken)).toMatchObject({ at: { kind: 'atSchool' }, free: undefined });
    expect(await listAt('09:10', broken)).toMatchObject({ free: { kind: 'over', time: '09:00' } });
  });

  test('has lessons as long as somebody has signed one beside the timetable', async () => {
    const third = sampleLesson({
      hour: 3,
      signatures: [{ teacher: sample.bianchi, type: 'substitution', signedAt: sample.morning }],
    });
    const monday = mondayOf1A(sample.bianchi, sample.neri);
    const register = fixedRegister(bianchi, `${sample.day}T10:30`, ...monday, third);
    const { classes, free } = await firstValueFrom(evacuationNow(register));
    expect(classes[0]).toMatchObject({ at: { kind: 'atSchool' }, bell: { hour: 3 } });
    expect(free).toBeUndefined();
  });
});

describe('D106, D108 a class that the school has sent home or not yet called in', () => {
  test('has left at that time, but for who came back, is out or absent', async () => {
    const gone = expectedClass({ to: '10:00' });
    expect(await listAt('09:59', gone)).toMatchObject({ at: { kind: 'atSchool' }, where: 'inClass' });
    expect(await listAt('10:30', gone)).toMatchObject({
      at: { kind: 'sentHome', time: '10:00' },
      where: 'left',
      time: '10:00',
    });
    const back = sampleAttendance({ events: [sampleEvent('entry', '10:15', 3)] });
    expect(await listAt('10:30', gone, back)).toMatchObject({ where: 'inClass' });
    const absent = sampleAttendance({ events: [sampleEvent('absent')] });
    expect(await listAt('10:30', gone, absent)).toMatchObject({ where: 'absent' });
    const left = sampleAttendance({ events: [sampleEvent('exit', '08:30')] });
    expect(await listAt('10:30', gone, left)).toMatchObject({ where: 'left', time: '08:30' });
  });

  test('is expected at that time, but for who is there already', async () => {
    const late = expectedClass({ from: '09:30' });
    expect(await listAt('09:02', late)).toMatchObject({
      at: { kind: 'calledLater', time: '09:30' },
      where: 'expected',
    });
    const early = sampleAttendance({ events: [sampleEvent('entry', '08:20')] });
    expect(await listAt('09:02', late, early)).toMatchObject({ where: 'inClass' });
    expect(await listAt('09:30', late)).toMatchObject({ at: { kind: 'atSchool' }, where: 'inClass' });
  });

  test('is at school where somebody has called its roll all the same', async () => {
    const third = sampleLesson({ hour: 3, ...called });
    expect(await listAt('10:30', expectedClass({ to: '10:00' }), third)).toMatchObject({
      at: { kind: 'atSchool' },
      where: 'inClass',
    });
  });

  test('is told to the principal as well', async () => {
    const school = mondayOf1A(sample.bianchi, sample.neri, sample.neri);
    const gone = expectedClass({ to: '10:00' });
    const register = fixedRegister(principal, `${sample.day}T10:30`, ...school, gone);
    const { classes, free } = await firstValueFrom(evacuationNow(register));
    expect(classes.map(({ at }) => at)).toEqual([{ kind: 'sentHome', time: '10:00' }]);
    expect(free).toBeUndefined();
  });
});

describe('D102, D108 where absences are called by the hour', () => {
  const hourly = { ...year, attendanceMode: 'hourly' } as const;
  const absent = sampleAttendance({ events: [sampleEvent('absent')] });
  const first = sampleLesson(called);

  test('whoever was absent in the hour called last is to be looked for, with that hour', async () => {
    expect(await listAt('09:02', hourly, first, absent)).toMatchObject({ where: 'inClass', absentIn: 1 });
    expect(await listAt('10:02', hourly, first, absent)).toMatchObject({ where: 'inClass', absentIn: 1 });
  });

  test('a later roll says what holds', async () => {
    const second = sampleLesson({ hour: 2, ...called });
    expect(await listAt('09:02', hourly, first, second, absent)).toMatchObject({ absentIn: undefined });
    expect(await listAt('10:02', hourly, first, second, absent)).toMatchObject({ absentIn: undefined });
  });

  test('by the day the absence holds on, and there is nobody to look for', async () => {
    expect(await listAt('09:02', first, absent)).toMatchObject({ where: 'absent', absentIn: undefined });
  });
});
