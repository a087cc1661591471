import { afterEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import { at, attendance, event, lesson, signature } from '../../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../../sync-server/testing/test-school.ts';
import type { TestServer } from '../../../sync-server/testing/test-server.ts';
import type { Register } from '../../data/register.ts';
import {
  beginWork,
  close,
  endWork,
  openComplete,
  openWithClass,
  PLACE,
  when,
} from '../../data/testing/test-staff.ts';
import { markPupil } from '../../kinds/attendance-day/commands.ts';
import { signLesson } from '../../kinds/lesson/commands.ts';
import { classHours, type ClassHours, type PupilWithHours } from './class-hours.ts';

const PUPIL = pupilOf(CLASS_A, 1);

afterEach(endWork);

test('D10, D11, D246: an hour of absence counts once it is signed, and is the sum of its list', async () => {
  const { device } = await beginWork();
  const register = await openWithClass(device);
  await markPupil(register, PLACE, PUPIL, { kind: 'absent' });
  const before = await when(classHours(register, CLASS_A), (found) => found?.pupils.length === 3);
  const of = (shown: typeof before) =>
    must(
      shown?.pupils.find(({ person }) => person.id === PUPIL),
      'the pupil',
    ).hours.official;
  expect(of(before)).toMatchObject({ absentHalfUnits: 0, heldHalfUnits: 0 });
  await signLesson(register, PLACE, { topic: 'Frazioni', activity: '' });
  const after = await when(
    classHours(register, CLASS_A),
    (found) => found?.pupils.some(({ hours }) => hours.official.absentHalfUnits > 0) === true,
  );
  expect(of(after).absentHalfUnits).toBe(
    of(after).terms.reduce((sum, term) => sum + term.absentHalfUnits, 0),
  );
  expect(of(after).terms).toMatchObject([{ day: PLACE.day, hour: PLACE.hour }]);
  const [alone, ...others] = must(
    await when(classHours(register, CLASS_A, PUPIL), (found) => found !== undefined),
    'the hours of one',
  ).pupils;
  expect(others).toEqual([]);
  expect(alone?.hours.official).toEqual(of(after));
});

describe('D97 a pupil who comes from another class', () => {
  const MOVED = pupilOf(CLASS_B, 1);
  const MONDAY = '2026-11-16' as LocalDate;
  const [yesterday, tomorrow] = [addDays(PLACE.day, -1), addDays(PLACE.day, 1)];

  async function missedIn(server: TestServer, day: LocalDate) {
    const taught = { day, class: CLASS_B, signatures: [signature(STAFF.bruno)] };
    await server.push('bruno', 'lessons', [lesson(STAFF.bruno, taught)]);
    const absent = [event('absent', STAFF.bruno)];
    await server.push('bruno', 'attendance', [attendance(STAFF.bruno, MOVED, absent, CLASS_B, day)]);
  }
  const hoursOf = async (register: Register, condition: (own: PupilWithHours) => boolean) => {
    const own = (shown: ClassHours | undefined) => shown?.pupils.find(({ person }) => person.id === MOVED);
    const shown = await when(classHours(register, CLASS_A), (found) => {
      const pupil = own(found);
      return pupil !== undefined && condition(pupil);
    });
    return { shown, own: must(own(shown), 'the pupil who has come') };
  };

  test('D97, D246, D257: the hours of the old class are lines of the sum, and follow what arrives late', async () => {
    const { device, server } = await beginWork();
    await missedIn(server, MONDAY);
    await server.roster.write(SCHOOL, movedPupil(MOVED, CLASS_B, CLASS_A, at('07:00')));
    const register = await openComplete(device);
    const { shown, own } = await hoursOf(register, ({ hours }) => hours.official.terms.length === 1);
    expect(own).toMatchObject({
      notCounted: [],
      counted: { sources: { thisClass: 0, otherClasses: 2 }, absentHalfUnits: 2 },
    });
    expect(own.hours.official.terms).toMatchObject([{ day: MONDAY, class: CLASS_B, absentHalfUnits: 2 }]);
    expect(shown?.className(CLASS_B)).toBe('1B');
    await close(register);
    await missedIn(server, addDays(MONDAY, 1));
    const again = await openComplete(device);
    const late = await hoursOf(again, ({ hours }) => hours.official.terms.length === 2);
    expect(late.own.counted.absentHalfUnits).toBe(4);
  });

  test('D97, D202: a change of a later day shows in the lists when the day comes, without a network', async () => {
    const { device, server, line } = await beginWork();
    const [person, left, entered] = movedPupil(MOVED, CLASS_B, CLASS_A, at('07:00', yesterday));
    if (person?.kind !== 'person' || left?.kind !== 'enrolment' || entered?.kind !== 'enrolment')
      throw new Error('a moved pupil has a person and two enrolments');
    const later = { ...entered, id: enrolmentId(MOVED, CLASS_A, tomorrow), from: tomorrow };
    await server.roster.write(SCHOOL, [person, { ...left, to: PLACE.day }, later]);
    const register = await openComplete(device);
    line.online = false;
    const today = await when(classHours(register, CLASS_A), (found) => found !== undefined);
    expect(today?.pupils).toHaveLength(3);
    server.clock.now += 24 * 3_600_000;
    const { shown, own } = await hoursOf(register, () => true);
    expect(shown?.pupils).toHaveLength(4);
    // What was missed in the old class has not arrived, and the page says so.
    expect(own.notCounted).toEqual(['1B']);
  });
});

test('D209: nobody counts the hours of a class of which the device has a part', async () => {
  const { device } = await beginWork();
  const register = await openWithClass(device);
  const own = new Set<string>();
  await when(register.records.facts$, (facts) => {
    for (const { id } of facts.myClasses(PLACE.day)) own.add(id);
    return own.size > 0;
  });
  expect(own.has(CLASS_B)).toBe(false);
  expect(await when(classHours(register, CLASS_B), () => true)).toBeUndefined();
});
