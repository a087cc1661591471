import { afterEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { CLASS_A, pupilOf } from '../../sync-server/testing/test-school.ts';
import { beginWork, endWork, openWithClass, PLACE } from '../data/testing/test-staff.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { classJustifications, type ClassJustifications } from './class-justifications.ts';

const [PUPIL, OTHER] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];

/** What is of today is justified on the return. */
const BEFORE = { ...PLACE, day: addDays(PLACE.day, -3), hour: 1 };

afterEach(endWork);

test('what a pupil has to justify stays the very same while a classmate is marked', async () => {
  const { device, line } = await beginWork();
  const register = await openWithClass(device);
  // That the school has received a mark is told of the pupil as well.
  line.online = false;
  const shown: ClassJustifications[] = [];
  const subscription = classJustifications(register, CLASS_A).subscribe((of) => of && shown.push(of));
  const linesOf = (pupil: string) => shown.at(-1)?.open.filter((each) => each.pupil === pupil) ?? [];
  await markPupil(register, BEFORE, PUPIL, { kind: 'absent' });
  await expect.poll(() => linesOf(PUPIL).length).toBe(1);
  const before = must(linesOf(PUPIL)[0], 'the line');
  await markPupil(register, BEFORE, OTHER, { kind: 'absent' });
  await expect.poll(() => linesOf(OTHER).length).toBe(1);
  expect(linesOf(PUPIL)[0]).toBe(before);
  subscription.unsubscribe();
});
