import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalTime } from '../../domain/base/ids.ts';
import { classId } from '../../domain/kinds/class/record.ts';
import { lessonId, MAX_JOINED_CLASSES } from '../../domain/kinds/lesson/record.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  classRecord,
  pupilOf,
  SCHOOL,
  STAFF,
  taughtTogether,
  timetableRecord,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { addClass } from '../features/class-hour/view/joining.ts';
import {
  leaveOut,
  signJoined as signJoinedWith,
  withdrawAll,
} from '../features/class-hour/lesson/sign-joined.ts';
import { markSeveral } from '../features/class-hour/several/mark-several.ts';
import { classHour } from '../features/class-hour/view.ts';
import { joinedHours } from '../features/class-hour/view/joined-hours.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { confirmRollCall, signLesson, writeLesson, writeLessonAlong } from '../kinds/lesson/commands.ts';
import { hoursToSign } from '../views/hours/hours-to-sign.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, when, whenStatus } from './testing/test-staff.ts';

const words = { topic: 'Le proporzioni', activity: '' };
const placeIn = (schoolClass: ClassId, hour = 2) => ({ day: TODAY, schoolClass, hour });

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

/** In the second hour the timetable gives Anna both classes. */
async function joinByTimetable(): Promise<void> {
  await server.roster.write(SCHOOL, [
    taughtTogether(STAFF.anna),
    timetableRecord(CLASS_B, STAFF.anna),
    assignmentRecord(STAFF.anna, CLASS_B, 'Matematica'),
  ]);
}

async function anna() {
  const line = await lineTo(server, 'anna');
  return { line, register: await openComplete(deviceOf(line)) };
}

/** Signs an hour of 1A with the classes that are joined with it, as the page does. */
async function signJoined(register: Register, hour = 2) {
  const { others } = await when(
    joinedHours(register, placeIn(CLASS_A, hour), classHour),
    (found) => found.others.length === 1,
  );
  const here = await when(classHour(register, placeIn(CLASS_A, hour)), (found) => found !== undefined);
  const place = placeIn(CLASS_A, hour);
  const act = { along: others, together: [], rollOf: here };
  expect((await signJoinedWith(register, place, words, act)).ok).toBe(true);
  return others;
}

async function stored(schoolClass: ClassId, hour = 2): Promise<unknown> {
  const id = lessonId(TODAY, hour, schoolClass);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [id]));
  return JSON.parse(texts.get(id) ?? 'null');
}

const sent = async (register: Register) =>
  await whenStatus(register, ({ waiting, refused }) => waiting.length === 0 && refused.length === 0);

test('D17, D205: classes that the timetable joins are one row, signed without a network in one act, each with its own lesson', async () => {
  await joinByTimetable();
  const { line, register } = await anna();
  line.online = false;
  const before = await when(teacherDay(register, TODAY), ({ hours }) => hours.length === 1);
  expect(before.hours[0]).toMatchObject({
    schoolClass: { id: CLASS_A },
    joined: [{ schoolClass: { id: CLASS_B } }],
    signedByMe: false,
  });
  await signJoined(register);
  const after = await when(teacherDay(register, TODAY), ({ hours }) => hours[0]?.signedByMe ?? false);
  expect(after.hours).toHaveLength(1);
  expect(after.hours[0]?.rollCallTaken).toBe(true);
  const toSign = await when(hoursToSign(register), () => true);
  expect(toSign.filter(({ planned }) => planned.day === TODAY)).toEqual([]);
  // Of earlier weeks both classes wait in one row.
  expect(toSign.every(({ joined }) => joined?.length === 1)).toBe(true);
  line.online = true;
  register.status.syncNow();
  await sent(register);
  for (const [own, other] of [
    [CLASS_A, CLASS_B],
    [CLASS_B, CLASS_A],
  ] as const)
    expect(await stored(own)).toMatchObject({
      ...words,
      rollCall: { by: STAFF.anna },
      signatures: [{ teacher: STAFF.anna, type: 'ordinary', joinedWith: [other] }],
    });
  expect(await server.notices('anna')).toEqual([]);
});

test('D17, D205: classes that the timetable joins beyond what one lesson has are a lesson of their own', async () => {
  await joinByTimetable();
  const more = ['1C', '1D', '1E', '1F', '1G'].map(
    (section) => [classId(2026, 'lowerSecondary', section), section.slice(1)] as const,
  );
  await server.roster.write(
    SCHOOL,
    more.flatMap(([id, section]) => [
      classRecord(id, section),
      timetableRecord(id, STAFF.anna),
      assignmentRecord(STAFF.anna, id, 'Matematica'),
    ]),
  );
  const { register } = await anna();
  const { hours } = await when(teacherDay(register, TODAY), (day) => day.hours.length === 2);
  expect(hours.map(({ joined }) => joined?.length ?? 0)).toEqual([MAX_JOINED_CLASSES, 0]);
  const last = more.at(-1)?.[0] ?? CLASS_B;
  expect(hours[1]).toMatchObject({ schoolClass: { id: last } });
  // Seen from the last one it is the same.
  await when(joinedHours(register, placeIn(last), classHour), ({ others }) => others.length === 0);
});

test('D17, D209: a class of others is joined beside the timetable, and its roll of that hour is written', async () => {
  const { register } = await anna();
  addClass(register, placeIn(CLASS_A, 1), CLASS_B);
  await signJoined(register, 1);
  const pupil = pupilOf(CLASS_B, 1);
  expect((await markPupil(register, placeIn(CLASS_B, 1), pupil, { kind: 'absent' })).ok).toBe(true);
  await sent(register);
  expect(await stored(CLASS_B, 1)).toMatchObject({
    ...words,
    signatures: [{ teacher: STAFF.anna, type: 'substitution', joinedWith: [CLASS_A] }],
  });
  expect(await server.notices('anna')).toEqual([]);
  const day = await when(teacherDay(register, TODAY), ({ hours }) =>
    hours.some(({ signedByMe }) => signedByMe),
  );
  expect(day.hours.filter(({ planned }) => planned.hour === 1)).toHaveLength(1);
});

test('D17: of a class signed at the same time the answer is that both are together, in one act, and no clash is told', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
  const { register } = await anna();
  await when(classHour(register, placeIn(CLASS_B, 1)), (hour) => hour?.posts.length === 1);
  expect((await signLesson(register, placeIn(CLASS_A, 1), words)).ok).toBe(true);
  const hour = await when(
    classHour(register, placeIn(CLASS_B, 1)),
    (found) => found?.signedElsewhere.length === 1,
  );
  expect(hour?.signedElsewhere).toMatchObject([
    { schoolClass: { id: CLASS_A }, hour: 1, mayBeTogether: true },
  ]);
  const together = [placeIn(CLASS_A, 1)];
  const signed = await signJoinedWith(register, placeIn(CLASS_B, 1), words, {
    along: [],
    together,
    rollOf: undefined,
  });
  expect(signed.ok).toBe(true);
  await sent(register);
  for (const [own, other] of [
    [CLASS_A, CLASS_B],
    [CLASS_B, CLASS_A],
  ] as const)
    expect(await stored(own, 1)).toMatchObject({
      signatures: [{ teacher: STAFF.anna, joinedWith: [other] }],
    });
  expect(await server.notices('anna')).toEqual([]);
});

test('D17, D106: pupils of both classes are late at one time by one act, which one undo takes back', async () => {
  await joinByTimetable();
  const { register } = await anna();
  await signJoined(register);
  const several = [CLASS_A, CLASS_B].map((schoolClass) => ({
    pupil: pupilOf(schoolClass, 1),
    place: placeIn(schoolClass),
    seen: {},
  }));
  const lates = async () =>
    await Promise.all(
      several.map(async ({ place }) => {
        const hour = await when(classHour(register, place), (found) => found !== undefined);
        return hour?.counts.late;
      }),
    );
  const done = await markSeveral(register, several, { kind: 'late', time: '09:15' as LocalTime });
  if (!done.ok) throw new Error(done.failure.failure.kind);
  expect(await lates()).toEqual([1, 1]);
  expect(await done.value.undo()).toMatchObject({ ok: true });
  expect(await lates()).toEqual([0, 0]);
});

test('D17: a class is left out after the signature, and both are taken back in one act', async () => {
  await joinByTimetable();
  const { register } = await anna();
  const others = await signJoined(register);
  for (const { place } of others)
    expect((await leaveOut(register, place, words, [placeIn(CLASS_A)])).ok).toBe(true);
  await when(joinedHours(register, placeIn(CLASS_A), classHour), (found) => found.others.length === 0);
  const day = await when(teacherDay(register, TODAY), ({ hours }) => hours.length === 2);
  expect(day.hours.map(({ signedByMe }) => signedByMe)).toEqual([true, false]);
  expect((await withdrawAll(register, [placeIn(CLASS_A)])).ok).toBe(true);
  await when(teacherDay(register, TODAY), ({ hours }) => hours.length === 1 && !hours[0]?.signedByMe);
});

test('D17: with a class that is left out goes what the lesson wrote there, and nothing of it is left at the school', async () => {
  await joinByTimetable();
  const { register } = await anna();
  await signJoined(register);
  await sent(register);
  expect(await stored(CLASS_B)).toMatchObject({ ...words, rollCall: { by: STAFF.anna } });
  const left = await leaveOut(register, placeIn(CLASS_B), words, [placeIn(CLASS_A)]);
  expect(left.ok).toBe(true);
  await sent(register);
  expect(await stored(CLASS_B)).toMatchObject({ topic: '', activity: '', signatures: [] });
  expect(await stored(CLASS_B)).not.toHaveProperty('rollCall');
  expect(await stored(CLASS_A)).toMatchObject({ ...words, rollCall: { by: STAFF.anna } });
});

test('D17: a class that is joined and not signed yet stays joined when another one is left out', async () => {
  const third = classId(2026, 'lowerSecondary', '1C');
  await server.roster.write(SCHOOL, [
    classRecord(third, 'C'),
    assignmentRecord(STAFF.anna, third, 'Matematica'),
    assignmentRecord(STAFF.anna, CLASS_B, 'Matematica'),
  ]);
  const { register } = await anna();
  for (const [own, joinedWith] of [
    [CLASS_A, [CLASS_B, third]],
    [third, [CLASS_A, CLASS_B]],
  ] as const)
    expect((await signLesson(register, placeIn(own), { ...words, joinedWith })).ok).toBe(true);
  expect((await leaveOut(register, placeIn(third), words, [placeIn(CLASS_A)])).ok).toBe(true);
  await sent(register);
  expect(await stored(CLASS_A)).toMatchObject({ signatures: [{ joinedWith: [CLASS_B] }] });
});

test('D17: the roll of a class that is not signed yet goes with it when it is left out, and comes back with it', async () => {
  await joinByTimetable();
  const { register } = await anna();
  expect((await confirmRollCall(register, placeIn(CLASS_A))).ok).toBe(true);
  expect((await confirmRollCall(register, placeIn(CLASS_B))).ok).toBe(true);
  await sent(register);
  const left = await leaveOut(register, placeIn(CLASS_B), words, []);
  if (!left.ok) throw new Error(left.failure.kind);
  await sent(register);
  expect(await stored(CLASS_B)).not.toHaveProperty('rollCall');
  expect(await stored(CLASS_A)).toMatchObject({ rollCall: { by: STAFF.anna }, signatures: [] });
  expect((await left.value.undo()).ok).toBe(true);
  await sent(register);
  expect(await stored(CLASS_B)).toMatchObject({ rollCall: { by: STAFF.anna }, signatures: [] });
});

test('D17: joined classes are signed together or not at all, and what was signed together goes back together', async () => {
  await joinByTimetable();
  const { register } = await anna();
  const place = placeIn(CLASS_A);
  const { others } = await when(
    joinedHours(register, place, classHour),
    (found) => found.others.length === 1,
  );
  const rollOf = await when(classHour(register, place), (found) => found !== undefined);
  const noSuchHour = others.map((other) => ({ ...other, place: { ...other.place, hour: 9 } }));
  const refused = await signJoinedWith(register, place, words, { along: noSuchHour, together: [], rollOf });
  expect(refused).toMatchObject({ ok: false, failure: { kind: 'refused', reason: 'invalid' } });
  const isUnsigned = (schoolClass: ClassId) =>
    when(
      classHour(register, placeIn(schoolClass)),
      (hour) =>
        hour?.signedByMe === false &&
        (hour.lesson?.topic ?? '') === '' &&
        hour.lesson?.rollCall === undefined,
    );
  await isUnsigned(CLASS_A);
  const signed = await signJoinedWith(register, place, words, { along: others, together: [], rollOf });
  if (!signed.ok) throw new Error(signed.failure.kind);
  await when(classHour(register, placeIn(CLASS_B)), (hour) => hour?.lesson?.rollCall !== undefined);
  expect((await signed.value.undo()).ok).toBe(true);
  await isUnsigned(CLASS_A);
  await isUnsigned(CLASS_B);
});

test('D17: a topic changed later goes along, but not over what a colleague has written in the other class', async () => {
  await joinByTimetable();
  const { register } = await anna();
  const [other] = await signJoined(register);
  const place = other?.place ?? placeIn(CLASS_B);
  const next = { topic: 'Le percentuali', activity: '' };
  expect((await writeLessonAlong(register, place, { from: words, to: next })).ok).toBe(true);
  const topicIs = async (topic: string) =>
    await when(classHour(register, placeIn(CLASS_B)), (hour) => hour?.lesson?.topic === topic);
  await topicIs('Le percentuali');
  expect((await writeLesson(register, place, { topic: 'Altro', activity: '' })).ok).toBe(true);
  expect((await writeLessonAlong(register, place, { from: next, to: words })).ok).toBe(true);
  await topicIs('Altro');
});

test('D17: two classes signed at once that nobody has joined are told to their teacher', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
  const { register } = await anna();
  for (const id of [CLASS_A, CLASS_B])
    expect((await signLesson(register, placeIn(id, 1), words)).ok).toBe(true);
  await sent(register);
  expect(await server.notices('anna')).toMatchObject([{ field: 'signatures', otherClass: CLASS_A }]);
});
