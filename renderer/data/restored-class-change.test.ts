import { expect, test } from 'vitest';
import type { LocalTime } from '../../domain/base/ids.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import type { RollCallMark } from '../../domain/kinds/attendance-day/roll-call.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import type { Register } from './register.ts';
import {
  close,
  deviceOf,
  eachWithRestorable,
  isThrough,
  openOn,
  place,
  STEP,
  when,
  type Cut,
  server,
  writeRoster,
} from './testing/restored-school.ts';

const pupil = pupilOf(CLASS_A, 1);
const ABSENT = { kind: 'absent' } as const;
const LATE = { kind: 'late', time: '09:20' as LocalTime } as const;

eachWithRestorable();

const openAnna = async (device?: Cut) => await openOn(device ?? (await deviceOf('anna')));
const openBruno = async () => await openOn(await deviceOf('bruno'), 3, CLASS_B);

async function mark(register: Register, on: ReturnType<typeof place>, wanted: RollCallMark): Promise<void> {
  server.first.clock.now += STEP;
  await when(
    classHour(register, on),
    (hour) => hour?.pupils.some(({ person }) => person.id === pupil) ?? false,
  );
  const marked = await markPupil(register, on, pupil, wanted);
  if (!marked.ok) throw new Error(JSON.stringify(marked.failure));
}

/** Anna marks in the old class, then Bruno in the new one; both marks have arrived. */
async function markBoth(anna: Register, bruno: Register): Promise<void> {
  await mark(anna, place(1), ABSENT);
  await when(anna.status.sync$, isThrough);
  await mark(bruno, place(2, CLASS_B), LATE);
  await when(bruno.status.sync$, isThrough);
}

const move = async () => await writeRoster(movedPupil(pupil, CLASS_A, CLASS_B, at('09:05')));

async function dayAtServer(): Promise<AttendanceDay | undefined> {
  const found = await server.storage().read(SCHOOL, async (reader) => await reader.collection('attendance'));
  return found
    .map((json) => JSON.parse(json) as AttendanceDay)
    .find((record) => record.kind === 'attendanceDay' && record.pupil === pupil);
}

const BOTH = {
  class: CLASS_B,
  otherClasses: [CLASS_A],
  events: [
    { kind: 'absent', hour: 1, by: STAFF.anna },
    { kind: 'entry', hour: 2, time: '09:20', by: STAFF.bruno },
  ],
};

test('D202 the marks of both classes come back to a store that has lost them', async () => {
  const anna = await openAnna();
  const bruno = await openBruno();
  await move();
  const copy = server.copy();
  for (const register of [anna, bruno]) register.status.syncNow();
  await markBoth(anna, bruno);
  anna.status.syncNow();
  await when(classHour(anna, place(1)), (hour) => hour?.pupils[0]?.attendance?.class === CLASS_B);
  expect(await dayAtServer()).toMatchObject(BOTH);

  await server.putBack(copy);
  expect(await dayAtServer()).toBeUndefined();
  for (const register of [anna, bruno]) {
    register.status.syncNow();
    await when(register.status.sync$, ({ restored }) => restored?.state === 'looked');
    await when(register.status.sync$, isThrough);
    const { refused } = await when(register.status.sync$, () => true);
    expect(refused).toEqual([]);
  }
  expect(await dayAtServer()).toMatchObject(BOTH);
});

test('D202 what the other class’s teacher alone could send is listed for the office', async () => {
  const anna = await openAnna();
  const bruno = await openBruno();
  await move();
  const copy = server.copy();
  for (const register of [anna, bruno]) register.status.syncNow();
  await markBoth(anna, bruno);
  await close(bruno);
  anna.status.syncNow();
  await when(classHour(anna, place(1)), (hour) => hour?.pupils[0]?.attendance?.class === CLASS_B);
  await server.putBack(copy);
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  const listed = await server.storage().read(SCHOOL, (reader) => reader.heldElsewhere(10));
  expect(listed).toMatchObject([{ author: STAFF.bruno, day: TODAY, class: CLASS_A }]);
});

test('D202 a correction that waits on the old class’s device is sent to the day that stands in the new one', async () => {
  const annas = await deviceOf('anna');
  const anna = await openAnna(annas);
  const bruno = await openBruno();
  await move();
  for (const register of [anna, bruno]) register.status.syncNow();
  const copy = server.copy();
  await markBoth(anna, bruno);
  anna.status.syncNow();
  await when(classHour(anna, place(1)), (hour) => hour?.pupils[0]?.attendance?.class === CLASS_B);
  annas.online = false;
  await mark(anna, place(1), { kind: 'late', time: '08:20' as LocalTime });
  await server.putBack(copy);
  bruno.status.syncNow();
  await when(bruno.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(bruno.status.sync$, isThrough);
  annas.online = true;
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  expect((await when(anna.status.sync$, () => true)).refused).toEqual([]);
  const [, entry] = BOTH.events;
  const corrected = { kind: 'entry', hour: 1, time: '08:20', by: STAFF.anna };
  expect(await dayAtServer()).toMatchObject({ ...BOTH, events: [corrected, entry] });
});
