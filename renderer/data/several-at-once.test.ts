import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { toPersonId, type LocalTime } from '../../domain/base/ids.ts';
import {
  CLASS_A,
  CLASS_B,
  pupilOf,
  STAFF,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { evacuationNow } from '../features/evacuation/view.ts';
import { classHour } from '../features/class-hour/view.ts';
import { rollsNotTaken } from '../features/rolls-not-taken/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { markSeveral } from '../features/class-hour/several/mark-several.ts';
import { confirmRollCall } from '../kinds/lesson/commands.ts';
import { changeElsewhere, type SaidElsewhere } from '../kinds/presence-elsewhere/commands.ts';
import { sendAsking } from '../features/out-of-class/send-asking.ts';
import { openRegister } from './open-register.ts';
import type { Register } from './register.ts';
import { injectedDevice, teacherIdentity } from './testing/injected-device.ts';

let server: TestServer;
let open: Register[] = [];
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await Promise.all(open.map((register) => register.status.close()));
  open = [];
  await server.close();
});

function when<T>(observable: Observable<T>, condition: (value: T) => boolean): Promise<T> {
  return firstValueFrom(observable.pipe(filter(condition), timeout(30_000)));
}

async function openFor(name: StaffName, roles?: readonly ('teacher' | 'principal')[]): Promise<Register> {
  const identity = { ...teacherIdentity(name), ...(roles ? { roles } : {}) };
  const opened = await openRegister(identity, await injectedDevice(server, name));
  if (!opened.ok) throw new Error(opened.failure.kind);
  open.push(opened.value);
  await when(opened.value.status.sync$, ({ initial, syncing }) => !initial && !syncing);
  return opened.value;
}

/** Waits until what one device has written has arrived, and lets the other one ask for it. */
async function synced(from: Register, to: Register): Promise<void> {
  await when(from.status.sync$, ({ waiting }) => waiting.length === 0);
  to.status.syncNow();
}

const place = { day: TODAY, schoolClass: CLASS_A, hour: 2 };
const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const inHall: SaidElsewhere = {
  day: TODAY,
  elsewhereType: 'activityInside',
  during: { start: '09:10' as LocalTime, end: '10:40' as LocalTime },
  whereabouts: 'Aula magna',
};
const send = (register: Register, takesMoves = false, pupils = [first, second]) =>
  sendAsking(register, { classes: [{ schoolClass: CLASS_A, pupils, said: inHall }], takesMoves });
const hourOf = (register: Register) =>
  when(classHour(register, place), (hour) => hour !== undefined).then((hour) => must(hour, 'an hour'));
const outOf = async (register: Register) =>
  (await hourOf(register)).pupils.filter(({ out }) => out.length > 0).map(({ person }) => person.id);

test('D98: several pupils are out of class by one act, which one undo takes back', async () => {
  const anna = await openFor('anna');
  const sent = await send(anna);
  expect(await outOf(anna)).toEqual([first, second]);
  const [record] = await firstValueFrom(anna.records.find('presenceElsewhere', { class: CLASS_A }));
  const changed = await changeElsewhere(anna, must(record, 'a record'), { ...inHall, during: {} });
  expect(changed.ok && (await changed.value.undo()).ok).toBe(true);
  if (sent.kind !== 'done') throw new Error(sent.kind);
  expect(await sent.undo()).toMatchObject({ ok: true });
  expect(await outOf(anna)).toEqual([]);
  await when(anna.status.sync$, ({ waiting }) => waiting.length === 0);
  expect((await firstValueFrom(anna.status.sync$)).conflicts).toEqual([]);
});

test('D17, D98: pupils of joined classes are out of class by one act, which one undo takes back', async () => {
  const head = await openFor('principal', ['principal']);
  const other = pupilOf(CLASS_B, 1);
  const outOfB = async () => {
    const inB = { ...place, schoolClass: CLASS_B };
    const hour = await when(classHour(head, inB), (found) => found !== undefined);
    return hour?.pupils.filter(({ out }) => out.length > 0).map(({ person }) => person.id);
  };
  const classes = [
    { schoolClass: CLASS_A, pupils: [first, second], said: inHall },
    { schoolClass: CLASS_B, pupils: [other], said: inHall },
  ];
  const sent = await sendAsking(head, { classes, takesMoves: false });
  if (sent.kind !== 'done') throw new Error(sent.kind);
  expect([await outOf(head), await outOfB()]).toEqual([[first, second], [other]]);
  expect(await sent.undo()).toMatchObject({ ok: true });
  expect([await outOf(head), await outOfB()]).toEqual([[], []]);
  // Where one of them is marked absent nobody is.
  await markPupil(head, { ...place, schoolClass: CLASS_B }, other, { kind: 'absent' });
  const refused = await sendAsking(head, { classes, takesMoves: false });
  expect(refused.kind === 'absent' && refused.of.map(({ pupil }) => pupil)).toEqual([other]);
  expect(await outOf(head)).toEqual([]);
});

test('D98: whoever is marked absent is not out of class, and nobody else of the act is then', async () => {
  const anna = await openFor('anna');
  await markPupil(anna, place, second, { kind: 'absent' });
  const sent = await send(anna);
  expect(sent.kind === 'absent' && sent.of.map(({ pupil }) => pupil)).toEqual([second]);
  expect(await outOf(anna)).toEqual([]);
});

test('D98: whoever is out of class already is not so twice, and nobody else of the act is then', async () => {
  const anna = await openFor('anna');
  await send(anna, false, [second]);
  const sent = await send(anna);
  expect(sent).toMatchObject({ kind: 'failed', failure: { reason: 'elsewhere' }, pupil: second });
  expect(await outOf(anna)).toEqual([second]);
});

test('D98: a late entry within the time is taken away after asking, and comes back with the undo', async () => {
  const anna = await openFor('anna');
  await markPupil(anna, place, first, { kind: 'late', time: '09:20' as LocalTime });
  const asked = await send(anna);
  expect(asked.kind === 'moves' && asked.of.map(({ pupil }) => pupil)).toEqual([first]);
  expect((await hourOf(anna)).counts.late).toBe(1);
  const sent = await send(anna, true);
  if (sent.kind !== 'done') throw new Error(sent.kind);
  expect((await hourOf(anna)).counts.late).toBe(0);
  expect(await sent.undo()).toMatchObject({ ok: true });
  expect((await hourOf(anna)).counts.late).toBe(1);
});

test('D106: several pupils are late at one time by one act, for one reason, and one undo takes all of it back', async () => {
  const head = await openFor('principal', ['principal']);
  const several = [first, second].map((pupil) => ({ pupil, place, seen: {} }));
  const late = { kind: 'late', time: '09:15' as LocalTime } as const;
  const done = await markSeveral(head, several, late, { reason: 'transport', origin: 'inPerson' });
  expect((await hourOf(head)).counts.late).toBe(2);
  const acts = async () =>
    (await firstValueFrom(head.records.find('justification', { day: TODAY }))).map((one) =>
      one.acts.map(({ act, reason }) => [act, reason]),
    );
  expect(await acts()).toEqual([[['justify', 'transport']], [['justify', 'transport']]]);
  if (!done.ok) throw new Error('not marked');
  expect(await done.value.undo()).toMatchObject({ ok: true });
  expect((await hourOf(head)).counts.late).toBe(0);
  expect((await acts()).map((each) => each.at(-1)?.[0])).toEqual(['takeBack', 'takeBack']);
});

test('D106: where one of them is refused nobody is marked', async () => {
  const anna = await openFor('anna');
  const several = [first, toPersonId('a-stranger')].map((pupil) => ({ pupil, place, seen: {} }));
  const done = await markSeveral(anna, several, { kind: 'late', time: '09:15' as LocalTime });
  expect(done).toMatchObject({ ok: false, failure: { pupil: 'a-stranger' } });
  expect((await hourOf(anna)).counts.late).toBe(0);
});

test('a roll that nobody has called is listed with who was to call it, until it is called', async () => {
  const [anna, head] = [await openFor('anna'), await openFor('principal', ['principal'])];
  const shown = await when(rollsNotTaken(head, TODAY, 'classes'), ({ missing }) => missing.length > 0);
  const [missing] = shown.missing;
  expect(missing).toMatchObject({ planned: { class: CLASS_A, hour: 2 }, isSigned: false, isRunning: false });
  expect(missing?.teachers.map(({ id }) => id)).toEqual([STAFF.anna]);
  const mine = await when(rollsNotTaken(anna, TODAY, 'me'), ({ begun }) => begun > 0);
  expect(mine.missing.map(({ planned }) => planned.hour)).toEqual([2]);
  await confirmRollCall(anna, place);
  await when(rollsNotTaken(anna, TODAY, 'me'), ({ missing: left }) => left.length === 0);
  await synced(anna, head);
  const after = await when(rollsNotTaken(head, TODAY, 'classes'), ({ missing: left }) => left.length === 0);
  expect(after.begun).toBe(1);
});

test('D108: a teacher has the list of the class of the hour, the principal those of every class, with places', async () => {
  const [anna, head] = [await openFor('anna'), await openFor('principal', ['principal'])];
  await sendAsking(anna, {
    classes: [{ schoolClass: CLASS_A, pupils: [first], said: { ...inHall, during: {} } }],
    takesMoves: false,
  });
  await markPupil(anna, place, second, { kind: 'absent' });
  const own = await when(evacuationNow(anna), ({ classes }) => classes.length > 0);
  expect(own.reach).toBe('hour');
  expect(own.classes.map(({ schoolClass }) => schoolClass.id)).toEqual([CLASS_A]);
  const where = own.classes[0]?.pupils.map(({ person, where: at, out }) => [person.id, at, out?.whereabouts]);
  expect(where?.slice(0, 2)).toEqual([
    [first, 'outOfClass', 'Aula magna'],
    [second, 'absent', undefined],
  ]);
  await synced(anna, head);
  const all = await when(evacuationNow(head), ({ classes }) =>
    classes.some(({ pupils }) => pupils.some(({ out }) => out?.whereabouts === 'Aula magna')),
  );
  expect(all.reach).toBe('school');
});
