import { expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { PersonId } from '../../domain/base/ids.ts';
import type { Lesson } from '../../domain/kinds/lesson/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { MOST_APPENDED } from '../../domain/protocol/bridge/journal.ts';
import type { OfficeRestored } from '../../domain/protocol/endpoints/office/office-restored.ts';
import { attendance, event } from '../../sync-server/testing/test-records.ts';
import { PASSWORD, usernameOf } from '../../sync-server/testing/test-server.ts';
import {
  CLASS_A,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { signLesson, withdrawSignature } from '../kinds/lesson/commands.ts';
import {
  atServer,
  close,
  deviceOf,
  eachWithRestorable,
  isThrough,
  mark,
  openOn,
  place,
  sign,
  STEP,
  when,
  type Cut,
  server,
} from './testing/restored-school.ts';

eachWithRestorable();

test('what was acknowledged after the copy comes back, and what a colleague wrote after the return arrives', async () => {
  const annas = await deviceOf('anna');
  const carlas = await deviceOf('carla');
  const anna = await openOn(annas);
  await mark(anna, 1);
  await when(anna.status.sync$, isThrough);
  const copy = server.copy();
  await mark(anna, 2);
  await sign(anna, 2, 'Frazioni');
  await when(anna.status.sync$, isThrough);
  expect((await atServer()).absent).toBe(2);

  annas.online = false;
  await server.putBack(copy);
  expect(await atServer()).toEqual({ absent: 1, lessons: [] });
  const carla = await openOn(carlas);
  await mark(carla, 3);
  await when(carla.status.sync$, isThrough);

  annas.online = true;
  anna.status.syncNow();
  const { restored } = await when(anna.status.sync$, (status) => status.restored?.state === 'looked');
  expect(restored).toEqual({ state: 'looked', sentAgain: 2, ofColleagues: 0 });
  await when(anna.status.sync$, isThrough);
  const stands = await atServer();
  expect(stands.absent).toBe(3);
  expect(stands.lessons).toMatchObject([{ topic: 'Frazioni', author: STAFF.anna }]);
  expect(stands.lessons[0]).not.toHaveProperty('backdated');
  await when(classHour(anna, place(2)), (hour) => hour?.counts.absent === 3);
  carla.status.syncNow();
  await when(classHour(carla, place(2)), (hour) => hour?.counts.absent === 3);
});

test('never says that all has arrived before it knows what the store has lost', async () => {
  const annas = await deviceOf('anna');
  const anna = await openOn(annas);
  const copy = server.copy();
  await mark(anna, 1);
  await when(anna.status.sync$, isThrough);
  await server.putBack(copy);
  const said: string[] = [];
  const watching = anna.status.sync$.subscribe(({ waiting, restored }) => {
    said.push(restored?.state === 'looking' ? 'looking' : waiting.length > 0 ? 'waiting' : 'arrived');
  });
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  watching.unsubscribe();
  const change = said.filter((word, index) => word !== said[index - 1]);
  expect(change).toEqual(['arrived', 'looking', 'waiting', 'arrived']);
});

test('two people on one hour bring back each their own, also where the other wrote last', async () => {
  const annas = await deviceOf('anna');
  const carlas = await deviceOf('carla');
  const anna = await openOn(annas);
  const carla = await openOn(carlas);
  const copy = server.copy();
  await sign(anna, 2, 'Frazioni');
  await when(anna.status.sync$, isThrough);
  carla.status.syncNow();
  await when(classHour(carla, place(2)), (hour) => hour?.signatures.length === 1);
  const signed = await signLesson(carla, place(2), {
    topic: 'Frazioni',
    activity: '',
    subject: subjectId('Storia'),
  });
  if (!signed.ok) throw new Error(JSON.stringify(signed.failure));
  await when(carla.status.sync$, isThrough);
  anna.status.syncNow();
  await when(classHour(anna, place(2)), (hour) => hour?.signatures.length === 2);
  await server.putBack(copy);
  anna.status.syncNow();
  carla.status.syncNow();
  for (const register of [anna, carla]) {
    await when(register.status.sync$, ({ restored }) => restored?.state === 'looked');
    await when(register.status.sync$, isThrough);
  }
  const [lesson] = (await atServer()).lessons;
  const signers = must(lesson, 'the lesson').signatures.map(({ teacher }) => teacher as string);
  expect(signers.toSorted()).toEqual([STAFF.anna, STAFF.carla]);
  expect(lesson?.topic).toBe('Frazioni');
});

test('killed in the middle, put back twice in a row, and written on meanwhile: nothing is lost', async () => {
  const annas = await deviceOf('anna');
  let anna = await openOn(annas);
  const copy = server.copy();
  await mark(anna, 1);
  await when(anna.status.sync$, isThrough);
  annas.online = false;
  await mark(anna, 2);
  await server.putBack(copy);
  annas.online = true;
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored !== undefined);
  await close(anna);
  await server.putBack(copy);
  anna = await openOn(annas);
  await when(anna.status.sync$, isThrough);
  await when(classHour(anna, place(2)), (hour) => hour?.counts.absent === 2);
  expect((await atServer()).absent).toBe(2);
  await server.putBack(copy);
  await mark(anna, 3);
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  await when(classHour(anna, place(2)), (hour) => hour?.counts.absent === 3);
  expect((await atServer()).absent).toBe(3);
});

test('a signature withdrawn after the copy stays withdrawn', async () => {
  const annas = await deviceOf('anna');
  const anna = await openOn(annas);
  await sign(anna, 2, 'Frazioni');
  await when(anna.status.sync$, isThrough);
  const copy = server.copy();
  server.first.clock.now += STEP;
  await withdrawSignature(anna, place(2));
  await when(anna.status.sync$, isThrough);
  await server.putBack(copy);
  expect((await atServer()).lessons[0]?.signatures).toHaveLength(1);
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  expect((await atServer()).lessons[0]?.signatures).toEqual([]);
});

test('what only a colleague’s device still holds is listed for the office, without content, until its author sends it', async () => {
  const annas = await deviceOf('anna');
  const carlas = await deviceOf('carla');
  const office = await server.first.token('office');
  const listed = async () => {
    const headers = { authorization: `Bearer ${office}` };
    const answer = await server.app().inject({ url: '/api/office/restored', headers });
    return { text: answer.body, value: answer.json<OfficeRestored>() };
  };
  const copy = server.copy();
  const anna = await openOn(annas);
  await mark(anna, 1);
  await when(anna.status.sync$, isThrough);
  await close(anna);
  const carla = await openOn(carlas);
  await when(classHour(carla, place(2)), (hour) => hour?.counts.absent === 1);
  await server.putBack(copy);
  expect((await listed()).value).toEqual({ devices: [], missing: [], setAside: [] });
  carla.status.syncNow();
  const { restored } = await when(carla.status.sync$, (status) => status.restored?.state === 'looked');
  expect(restored).toEqual({ state: 'looked', sentAgain: 0, ofColleagues: 1 });
  await when(carla.status.sync$, isThrough);
  // The device keeps it: it may be the only one that does.
  await when(classHour(carla, place(2)), (hour) => hour?.counts.absent === 1);
  const { text, value } = await listed();
  expect(value.missing).toMatchObject([
    { author: STAFF.anna, class: CLASS_A, day: TODAY, heldBy: 'Prova Carla' },
  ]);
  expect(text).not.toContain('"absent"');
  const again = await openOn(annas);
  await when(again.status.sync$, isThrough);
  const { devices, missing } = (await listed()).value;
  expect(new Set(devices.map(({ cameBack }) => cameBack))).toEqual(new Set([0, 1]));
  expect(missing).toEqual([]);
  carla.status.syncNow();
  await when(carla.status.sync$, isThrough);
  expect((await atServer()).absent).toBe(1);
});

test('a store that has lost everything but its roster gets all of it again', async () => {
  const copy = server.copy();
  const annas = await deviceOf('anna');
  const anna = await openOn(annas);
  await mark(anna, 1);
  await mark(anna, 2);
  await sign(anna, 1, 'Frazioni');
  await when(anna.status.sync$, isThrough);
  await close(anna);
  await server.putBack(copy);
  // The session is gone with the rest: the device signs in again, as people do.
  const again = {
    ...annas,
    device: {
      ...annas.device,
      fetch: (await deviceOf('anna', await signInOn('anna', 'device-anna'))).device.fetch,
    },
  };
  const reopened = await openOn(again);
  const { restored } = await when(reopened.status.sync$, (status) => status.restored?.state === 'looked');
  expect(restored?.sentAgain).toBe(3);
  await when(reopened.status.sync$, isThrough);
  const stands = await atServer();
  expect([stands.absent, stands.lessons.length]).toEqual([2, 1]);
  expect(JSON.stringify(stands.lessons)).not.toContain('backdated');
});

test('what the roster of the copy does not allow stays on the device, and is said', async () => {
  const annas = await deviceOf('anna');
  const copy = server.copy();
  const stranger = pupilOf(CLASS_A, 4);
  const enrolled = schoolRecords(4).filter(({ id }) => id.includes(stranger));
  await server.first.roster.write(SCHOOL, enrolled);
  const anna = await openOn(annas, 4);
  await mark(anna, 4);
  await when(anna.status.sync$, isThrough);
  await server.putBack(copy);
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  const { refused } = await when(anna.status.sync$, (status) => status.refused.length > 0);
  expect(refused).toMatchObject([{ record: { pupil: stranger }, refusal: { reason: 'forbidden' } }]);
  await when(classHour(anna, place(2)), (hour) => hour?.pupils.length === 3);
});

test('more than the journal takes in one call is sent again all the same', async () => {
  const annas = await deviceOf('anna');
  const copy = server.copy();
  const days = Array.from({ length: MOST_APPENDED + 1 }, (_, index) => {
    const pupil = `${pupilOf(CLASS_A, 1)}-${index}` as PersonId;
    const record = attendance(STAFF.anna, pupil, [event('absent', STAFF.anna)]);
    const arrived = { ...record, receivedAt: record.recordedAt };
    return { collection: 'attendance', record: arrived, device: 'PC', outcome: 'stored' } as const;
  });
  await server.storage().transaction(SCHOOL, async (own) => await own.append(days));
  const anna = await openOn(annas);
  await server.putBack(copy);
  anna.status.syncNow();
  const { restored } = await when(anna.status.sync$, (status) => status.restored?.state === 'looked');
  expect(restored?.sentAgain).toBe(days.length);
});

test('ten devices of two people: all that was acknowledged after the copy is there again, on all of them', async () => {
  // After the last hour: every one of the day can be signed.
  server.first.clock.now += 5 * 3_600_000;
  const devices: Cut[] = [];
  for (let number = 0; number < 10; number += 1) {
    const name = number % 2 === 0 ? 'anna' : 'carla';
    devices.push(await deviceOf(name, await signInOn(name, `device-room-${number}`)));
  }
  for (const each of devices) await close(await openOn(each));
  const copy = server.copy();
  const pupils = 3;
  for (const [index, each] of devices.entries()) {
    const register = await openOn(each);
    if (index < pupils) await mark(register, index + 1);
    else await sign(register, 1 + ((index - pupils) % 6), `Lezione ${index}`);
    await when(register.status.sync$, isThrough);
    await close(register);
  }
  const before = await atServer();
  await server.putBack(copy);
  expect(await atServer()).toEqual({ absent: 0, lessons: [] });
  for (const each of devices) {
    const register = await openOn(each);
    await when(register.status.sync$, isThrough);
    await close(register);
  }
  const after = await atServer();
  expect(after.absent).toBe(before.absent);
  const texts = (lessons: readonly Lesson[]) =>
    new Set(lessons.map(({ id, topic, author, recordedAt }) => [id, topic, author, recordedAt].join(' ')));
  expect(texts(after.lessons)).toEqual(texts(before.lessons));
  for (const each of devices) {
    const register = await openOn(each);
    await when(classHour(register, place(2)), (hour) => hour?.counts.absent === pupils);
    await close(register);
  }
}, 120_000);

/** Signs in on a device of its own name. */
async function signInOn(name: StaffName, id: string): Promise<string> {
  const answer = await server.app().inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf(name), password: PASSWORD, device: { id, name: 'Aula' } },
  });
  return answer.json<{ readonly tokens: { readonly accessToken: string } }>().tokens.accessToken;
}
