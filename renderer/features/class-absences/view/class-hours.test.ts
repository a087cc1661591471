import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { must } from '../../../../domain/base/assert.ts';
import { pupilOf, CLASS_A, CLASS_B } from '../../../../sync-server/testing/test-school.ts';
import { beginWork, endWork, openWithClass, PLACE, when } from '../../../data/testing/test-staff.ts';
import { markPupil } from '../../../kinds/attendance-day/commands.ts';
import { signLesson } from '../../../kinds/lesson/commands.ts';
import { classHours } from './class-hours.ts';

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
