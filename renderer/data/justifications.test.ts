import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalTime } from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { foldItem } from '../../domain/kinds/justification/item-state.ts';
import { permitState } from '../../domain/kinds/permit/permit-state.ts';
import { permitId, type Permit } from '../../domain/kinds/permit/record.ts';
import { justificationId, type Justification } from '../../domain/kinds/justification/record.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import { GUARDIANS } from '../../sync-server/testing/test-families.ts';
import {
  CLASS_A,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  TEST_NOW,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../../sync-server/testing/visitor.ts';
import { firstMoment } from '../../sync-server/register/devices/device-moment.ts';
import {
  justify,
  reject,
  revoke,
  splitOff,
  validate,
  type Decidable,
} from '../kinds/justification/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { grantAtSchool, grantPermit, refusePermit, takeGrantBack } from '../kinds/permit/commands.ts';
import { justificationsDue } from '../features/class-absences/view/justifications-due.ts';
import { classPermits } from '../features/permits/view.ts';
import { classJustifications, knownToJustify } from '../views/class-justifications.ts';
import { openRegister } from './open-register.ts';
import type { Register } from './register.ts';
import { injectedDevice, teacherIdentity } from './testing/injected-device.ts';

const pupil = pupilOf(CLASS_A, 1);
const FRI = addDays(TODAY, -3);
const SAT = addDays(TODAY, -2);

let server: Visitors;
let open: Register[] = [];
beforeEach(async () => {
  server = await startVisitors();
  await server.storage.transaction(SCHOOL, (transaction) =>
    transaction.saveDeviceMoment(
      firstMoment({ person: GUARDIANS.marta, deviceId: 'device-of-tests' }, TEST_NOW - 7 * 86_400_000),
    ),
  );
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

/** What the family has written, from its own device. */
async function push(record: Justification | Permit): Promise<void> {
  const { accessToken } = await server.enter(FAMILY.marta);
  const answer = await server.sync(accessToken, {
    push: { attendance: [{ assumed: null, next: record }] },
  });
  expect(answer.push.attendance?.[0]?.outcome).toBe('stored');
}

const version = () => ({
  school: SCHOOL,
  author: GUARDIANS.marta,
  entry: nextEntry(),
  recordedAt: at('18:00', SAT),
  class: CLASS_A,
  pupil,
});

const sends = (day: Justification['day']) =>
  push({
    ...version(),
    id: justificationId(day, pupil),
    kind: 'justification',
    day,
    acts: [
      {
        id: `sent ${day}`,
        act: 'send',
        item: 'absence',
        by: GUARDIANS.marta,
        at: at('18:00', SAT),
        reason: 'health',
      },
    ],
  });

const line = (day: Justification['day'], changes: Partial<Decidable> = {}): Decidable => ({
  day,
  pupil,
  schoolClass: CLASS_A,
  item: 'absence',
  text: { id: `sent ${day}` },
  ...changes,
});

async function stateIn(register: Register, day: Justification['day']) {
  const found = await firstValueFrom(register.records.find('justification', { day }));
  return foldItem(must(found[0], 'a justification').acts, { item: 'absence' });
}

/** A second goes by: of acts of one moment chance would decide which was the first. */
const later = () => {
  server.clock.now += 1000;
};

/** Waits until what this device has written of a day has reached the school. */
const arrived = (register: Register, day: Justification['day']) =>
  when(register.records.find('justification', { day }), ([one]) => one?.receivedAt !== undefined);

test('D107b 1, D107b 4: a teacher validates a group, and splits off and rejects a day of it, with a reason', async () => {
  await sends(FRI);
  await sends(SAT);
  const anna = await openFor('anna');
  expect(await reject(anna, [line(SAT)], '')).toMatchObject({ ok: false, failure: { reason: 'invalid' } });
  expect(await splitOff(anna, line(SAT))).toMatchObject({ ok: true });
  expect(await reject(anna, [line(SAT)], 'Era in gita')).toMatchObject({ ok: true });
  expect(await validate(anna, [line(FRI)])).toMatchObject({ ok: true });
  expect(await stateIn(anna, FRI)).toMatchObject({ state: 'validated' });
  expect(await stateIn(anna, SAT)).toMatchObject({ state: 'rejected', decision: { text: 'Era in gita' } });
  later();
  expect(await validate(anna, [line(FRI)])).toMatchObject({
    ok: false,
    failure: { reason: 'alreadyDecided' },
  });
  for (const day of [FRI, SAT]) await arrived(anna, day);
  const known = await server.sync((await server.enter(FAMILY.marta)).accessToken, {
    pull: { attendance: { checkpoint: {}, limit: 100 } },
  });
  expect(known.pull.attendance?.documents).toHaveLength(2);
});

test('B.1 what a teacher has decided by mistake is taken back on the same day, and the school hears of it', async () => {
  await sends(FRI);
  await sends(SAT);
  const anna = await openFor('anna');
  const done = await validate(anna, [line(FRI), line(SAT)]);
  if (!done.ok) throw new Error(done.failure.kind);
  later();
  expect(await done.value.undo()).toMatchObject({ ok: true });
  for (const day of [FRI, SAT]) {
    expect(await stateIn(anna, day)).toMatchObject({ state: 'sent', text: { id: `sent ${day}` } });
    await arrived(anna, day);
  }
  later();
  expect(await validate(anna, [line(FRI)])).toMatchObject({ ok: true });
  await arrived(anna, FRI);
  const head = await openFor('principal', ['principal']);
  expect(await stateIn(head, FRI)).toMatchObject({ state: 'validated' });
  expect(await stateIn(head, SAT)).toMatchObject({ state: 'sent' });
});

test('D84, D89: the page of the class shows what there is to justify, whose turn it is, and what was validated', async () => {
  await sends(SAT);
  const anna = await openFor('anna');
  const marked = await markPupil(anna, { day: SAT, schoolClass: CLASS_A, hour: 1 }, pupil, {
    kind: 'absent',
  });
  expect(marked).toMatchObject({ ok: true });
  const shown = await when(classJustifications(anna, CLASS_A), (found) => found?.open.length === 1);
  expect(shown?.rights).toEqual({ decides: true, writesDown: true, revokes: false });
  expect(shown?.open).toMatchObject([{ pupil, item: 'absence', state: 'sent', from: SAT, lessonDays: 1 }]);
  expect(shown?.countOf.get(pupil)).toBe(1);
  const [sent] = must(shown?.open[0], 'a line').open;
  const { text } = must(sent, 'a day');
  expect(await validate(anna, [line(SAT, { text: must(text, 'a reason') })])).toMatchObject({ ok: true });
  const after = await when(classJustifications(anna, CLASS_A), (found) => found?.closed.length === 1);
  expect(after?.open).toEqual([]);
  expect(after?.countOf.size).toBe(0);
  // Absent again on the day: the earlier absence of nobody else, and nothing to decide (D89).
  await markPupil(anna, { day: TODAY, schoolClass: CLASS_A, hour: 1 }, pupil, { kind: 'absent' });
  const today = await when(classJustifications(anna, CLASS_A), (found) => found?.closed.length === 0);
  expect(today?.open).toEqual([]);
});

test('D107b 6, D89: who is absent today is justified on the return', async () => {
  await sends(FRI);
  const anna = await openFor('anna');
  expect(await validate(anna, [line(FRI, { isGreyed: true })])).toMatchObject({
    ok: false,
    failure: { reason: 'absentToday' },
  });
  expect(await stateIn(anna, FRI)).toMatchObject({ state: 'sent' });
});

test('D89: of a pupil who is absent today, what was before is still there to be justified', async () => {
  await sends(SAT);
  const anna = await openFor('anna');
  for (const day of [SAT, TODAY])
    await markPupil(anna, { day, schoolClass: CLASS_A, hour: 1 }, pupil, { kind: 'absent' });
  const shown = await when(
    classJustifications(anna, CLASS_A),
    (found) => found?.open.some(({ isGreyed }) => isGreyed) === true,
  );
  expect(shown?.countOf.size).toBe(0);
  expect(knownToJustify(shown, pupil)).toBe('something');
  expect(knownToJustify(shown, pupilOf(CLASS_A, 2))).toBe('nothing');
  expect(knownToJustify(undefined, pupil)).toBe('unknown');
});

test('D88: on the day of the reminder whoever is told of it has the absence in Da fare, and the other teachers only what they decide', async () => {
  await sends(SAT);
  const anna = await openFor('anna');
  // The class has lessons on Mondays: back a week later, the Monday after it is tolerated, and today is the day.
  const before = addDays(TODAY, -21);
  for (const day of [before, SAT])
    await markPupil(anna, { day, schoolClass: CLASS_A, hour: 1 }, pupil, { kind: 'absent' });
  const waits = async (register: Register) => {
    const [due] = await when(justificationsDue(register), ([first]) => first?.count.sent === 1);
    return due?.count;
  };
  expect(await waits(anna)).toEqual({ sent: 1, reminded: 0, warned: 0 });
  for (const day of [before, SAT])
    await when(anna.records.find('attendanceDay', { day }), ([one]) => one?.receivedAt !== undefined);
  const head = await openFor('principal', ['principal']);
  expect(await waits(head)).toEqual({ sent: 1, reminded: 1, warned: 0 });
});

test('B.1 what came on paper is written down, and the staff alone revokes it', async () => {
  const anna = await openFor('anna');
  const written = { reason: 'family', origin: 'paper' } as const;
  expect(await justify(anna, [line(FRI)], written)).toMatchObject({ ok: true });
  const { decision } = await stateIn(anna, FRI);
  const decided = line(FRI, { decision: must(decision, 'a decision') });
  expect(await revoke(anna, [decided], 'Errore')).toMatchObject({ ok: false });
  await arrived(anna, FRI);
  const head = await openFor('principal', ['principal']);
  expect(await revoke(head, [decided], 'Errore')).toMatchObject({ ok: true });
  expect(await stateIn(head, FRI)).toMatchObject({ state: 'toJustify', draft: { reason: 'family' } });
});

test('D90 a permit that a family has asked for is granted or refused by the staff', async () => {
  const asked = { day: addDays(TODAY, 1), pupil, schoolClass: CLASS_A, move: 'exit' } as const;
  const id = permitId(asked.day, pupil, 'exit');
  const ask = { id: 'asked', act: 'ask', by: GUARDIANS.marta, at: at('18:00', SAT) } as const;
  await push({
    ...version(),
    id,
    kind: 'permit',
    day: asked.day,
    move: 'exit',
    acts: [{ ...ask, time: '12:30' as LocalTime, reason: 'family' }],
  });
  const anna = await openFor('anna');
  const request = { ...asked, request: ask };
  expect(await grantPermit(anna, request)).toMatchObject({ ok: false, failure: { reason: 'forbidden' } });
  const head = await openFor('principal', ['principal']);
  expect(await refusePermit(head, request, '')).toMatchObject({ ok: false, failure: { reason: 'invalid' } });
  expect(await grantPermit(head, request)).toMatchObject({ ok: true });
  const found = await firstValueFrom(head.records.find('permit', { day: asked.day }));
  expect(permitState(must(found[0], 'a permit').acts)).toMatchObject({ state: 'granted' });
});

test('D90 a request whose day is over is shown as too late, and granted by nobody: an old device keeps its entry', async () => {
  const day = addDays(TODAY, 1);
  const of = { day, pupil, schoolClass: CLASS_A, move: 'exit' } as const;
  const ask = { id: 'asked', act: 'ask', by: GUARDIANS.marta, at: at('18:00', SAT) } as const;
  const asked: Permit = {
    ...version(),
    id: permitId(day, pupil, 'exit'),
    kind: 'permit',
    day,
    move: 'exit',
    acts: [{ ...ask, time: '12:30' as LocalTime, reason: 'family' }],
  };
  await push(asked);
  server.clock.now += 2 * 86_400_000;
  const head = await openFor('principal', ['principal']);
  const { lines } = await when(classPermits(head, CLASS_A, day), (shown) => shown.lines.length === 1);
  expect(lines).toMatchObject([{ state: 'asked', isOver: true }]);
  expect(await grantPermit(head, { ...of, request: ask })).toMatchObject({ failure: { reason: 'tooLate' } });
  const by = STAFF.principal;
  const late = at('12:00', addDays(day, 1));
  const answer = await server.push('principal', 'attendance', [
    {
      assumed: asked,
      next: {
        ...asked,
        author: by,
        entry: nextEntry(),
        recordedAt: late,
        acts: [...asked.acts, { id: 'granted', act: 'grant', by, at: late, answers: ask.id }],
      },
    },
  ]);
  // An old device is told in its own words, and keeps what it was refused.
  expect(answer).toMatchObject([{ outcome: 'refused', refusal: { reason: 'windowClosed', path: 'acts' } }]);
});

test('D90 the school grants a permit to several pupils at once, sees who has more than usual, and takes it back', async () => {
  const head = await openFor('principal', ['principal']);
  const pupils = [pupil, pupilOf(CLASS_A, 2)];
  const asked = {
    schoolClass: CLASS_A,
    pupils,
    move: 'exit',
    time: '12:30' as LocalTime,
    reason: 'family',
  } as const;
  const days = [0, 1, 2, 3, 4, 7].map((offset) => addDays(TODAY, offset));
  for (const day of days) {
    const granted = await grantAtSchool(head, { ...asked, day, pupils: day === TODAY ? pupils : [pupil] });
    expect(granted.ok).toBe(true);
  }
  const shown = await when(classPermits(head, CLASS_A, TODAY), ({ lines }) => lines.length === 7);
  expect(shown.mayGrant).toBe(true);
  expect([...shown.overUsual]).toEqual([[pupil, 1]]);
  expect(shown.lines.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'granted'));
  const of = { day: TODAY, schoolClass: CLASS_A, move: 'exit', pupil } as const;
  expect(await takeGrantBack(head, of)).toMatchObject({ ok: true });
  const after = await when(classPermits(head, CLASS_A, TODAY), ({ lines }) => lines.length === 6);
  expect([...after.overUsual]).toEqual([]);
  const anna = await openFor('anna');
  const refused = await grantAtSchool(anna, { ...asked, day: TODAY });
  expect(refused).toMatchObject({ ok: false, failure: { pupil, failure: { reason: 'forbidden' } } });
  await when(head.status.sync$, ({ waiting }) => waiting.length === 0);
});
