import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalTime } from '../../domain/base/ids.ts';
import { classId } from '../../domain/kinds/class/record.ts';
import { MAX_JOINED_CLASSES } from '../../domain/kinds/lesson/record.ts';
import { CLASS_A, pupilOf } from '../../sync-server/testing/test-school.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { joinLesson, signLesson, writeLesson } from '../kinds/lesson/commands.ts';
import type { Register } from './register.ts';
import type { TestDevice } from './testing/test-device.ts';
import { beginWork, endWork, openWithClass, PLACE, type Line } from './testing/test-staff.ts';

let device: TestDevice;
let line: Line;
let register: Register;
beforeEach(async () => {
  ({ device, line } = await beginWork());
  register = await openWithClass(device);
  // What is written waits in the journal.
  line.online = false;
});
afterEach(endWork);

const REFUSED = { ok: false, failure: { kind: 'refused', reason: 'invalid' } };
const words = { topic: 'Le frazioni', activity: '' };
const others = (count: number): readonly ClassId[] =>
  ['1C', '1D', '1E', '1F', '1G', '1H'].slice(0, count).map((name) => classId(2026, 'lowerSecondary', name));

test('D17: more classes than one lesson has are refused on the device, and nothing waits for the server', async () => {
  const joinedWith = others(MAX_JOINED_CLASSES + 1);
  expect(joinedWith).toHaveLength(MAX_JOINED_CLASSES + 1);
  expect(await signLesson(register, PLACE, { ...words, joinedWith })).toMatchObject(REFUSED);
  expect(device.journal.size).toBe(0);
  expect((await signLesson(register, PLACE, { ...words, joinedWith: joinedWith.slice(1) })).ok).toBe(true);
  expect(await joinLesson(register, PLACE, joinedWith)).toMatchObject(REFUSED);
  expect(device.journal.size).toBe(1);
});

test('what the shape of a kind does not take is refused before the journal, whichever the kind', async () => {
  expect(await writeLesson(register, PLACE, { topic: 'x'.repeat(5000), activity: '' })).toMatchObject(
    REFUSED,
  );
  const late = { kind: 'late', time: '9 e un quarto' as LocalTime } as const;
  expect(await markPupil(register, PLACE, pupilOf(CLASS_A, 1), late)).toMatchObject(REFUSED);
  expect(device.journal.size).toBe(0);
});
