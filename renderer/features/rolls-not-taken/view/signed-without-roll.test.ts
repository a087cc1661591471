import { afterEach, expect, test } from 'vitest';
import { beginWork, endWork, openWithClass, PLACE, when } from '../../../data/testing/test-staff.ts';
import { confirmRollCall, signLesson } from '../../../kinds/lesson/commands.ts';
import { signedWithoutRoll } from './signed-without-roll.ts';

afterEach(endWork);

test('a lesson that is signed and over waits for its roll until it is called; one that nobody signed waits elsewhere', async () => {
  const { device } = await beginWork();
  const register = await openWithClass(device);
  expect(await when(signedWithoutRoll(register), () => true)).toEqual([]);
  await signLesson(register, PLACE, { topic: 'Frazioni', activity: '' });
  const [waiting] = await when(signedWithoutRoll(register), ({ length }) => length > 0);
  expect(waiting).toMatchObject({ lesson: { day: PLACE.day, hour: PLACE.hour, class: PLACE.schoolClass } });
  await confirmRollCall(register, PLACE);
  await when(signedWithoutRoll(register), ({ length }) => length === 0);
});
