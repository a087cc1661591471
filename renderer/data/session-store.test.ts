import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { must } from '../../domain/base/assert.ts';
import { fail, ok } from '../../domain/base/result.ts';
import { toOpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { classHour } from '../features/class-hour/view.ts';
import { writeLesson } from '../kinds/lesson/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { createTemporaryMemory, pictureNameOf, storeNameOf } from './device-memory.ts';
import type { Register } from './register.ts';
import { createSessionStore, type Session } from './session-store.ts';
import { openStore } from './store/database.ts';
import type { TestDevice } from './testing/test-device.ts';
import { deviceOf, firstSync, type Line, lineTo, when, whenStatus } from './testing/test-staff.ts';

const place = { day: TODAY, schoolClass: CLASS_A, hour: 2 };
const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
let line: Line;
let device: TestDevice;
let store: StoreApi<Session>;
beforeEach(async () => {
  server = await startTestServer();
  line = await lineTo(server, 'anna');
  device = deviceOf(line);
  store = createSessionStore(device);
});
afterEach(async () => {
  await store.getState().signOut(1000);
  await server.close();
});

/** The first state of the session that fulfils a condition. */
function whenSession(condition: (session: Session) => boolean): Promise<Session> {
  return new Promise((resolve) => {
    const check = (session: Session) => {
      if (!condition(session)) return;
      stop();
      resolve(session);
    };
    const stop = store.subscribe(check);
    check(store.getState());
  });
}

async function openRegister(): Promise<Register> {
  const { register } = await whenSession((session) => session.register !== undefined);
  return must(register, 'an open register');
}

async function unlock(): Promise<void> {
  const { identity } = line;
  const { username, school } = identity;
  expect((await store.getState().unlock({ username, school, password: 'parola' })).ok).toBe(true);
}

function openSession(connection: 'online' | 'offline' | 'signInNeeded'): SessionState {
  return { kind: 'open', identity: line.identity, connection, remembered: true };
}

test('locking closes the register at once, and nobody can reach it any more', async () => {
  await openRegister();
  const seen: boolean[] = [];
  const stop = store.subscribe(({ session, register }) =>
    seen.push(session?.kind === 'locked' && register !== undefined),
  );
  await store.getState().lock();
  stop();
  expect(store.getState()).toMatchObject({ session: { kind: 'locked' }, register: undefined });
  expect(seen.length).toBeGreaterThan(0);
  expect(seen).not.toContain(true);
});

test.each(['lock', 'signOut', 'signIn'] as const)(
  'what is being written when %s is asked is kept',
  async (leave) => {
    const register = await openRegister();
    await firstSync(register);
    await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
    line.online = false;
    const { bridge } = device;
    const append = bridge.journalAppend;
    // As the main process does: a journal that is locked takes nothing.
    vi.spyOn(bridge, 'journalAppend').mockImplementation(async (entries, opening) =>
      device.session.kind === 'open' ? append(entries, opening) : fail({ kind: 'locked' }),
    );
    const writing = writeLesson(register, place, { topic: 'Frazioni', activity: '' });
    if (leave === 'signIn') await store.getState().signIn({ username: 'MORE0001.2', password: 'parola' });
    else await store.getState()[leave](1000);
    expect((await writing).ok).toBe(true);
    expect(device.journal.size).toBe(1);
  },
);

test('a write that never ends does not keep the session open', async () => {
  const register = await openRegister();
  await firstSync(register);
  await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
  vi.spyOn(device.bridge, 'journalAppend').mockReturnValue(new Promise(() => undefined));
  void writeLesson(register, place, { topic: 'Frazioni', activity: '' });
  await store.getState().lock();
  expect(store.getState().session?.kind).toBe('locked');
});

test('unlocking opens the register with what was written before', async () => {
  const register = await openRegister();
  await firstSync(register);
  await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
  line.online = false;
  await markPupil(register, place, pupil, { kind: 'absent' });
  await store.getState().lock();
  await unlock();
  const again = await openRegister();
  expect(again).not.toBe(register);
  await when(classHour(again, place), (hour) => hour?.counts.absent === 1);
  const { waiting } = await whenStatus(again, () => true);
  expect(waiting).toHaveLength(1);
});

test('a lock in the middle of opening leaves nothing open', async () => {
  await openRegister();
  await store.getState().lock();
  let locking: Promise<void> | undefined;
  const { bridge } = device;
  store = createSessionStore({
    ...device,
    bridge: {
      ...bridge,
      async journalRead(opening) {
        locking ??= store.getState().lock();
        return bridge.journalRead(opening);
      },
    },
  });
  const shown: (Register | undefined)[] = [];
  const stop = store.subscribe(({ register }) => shown.push(register));
  await unlock();
  await locking;
  stop();
  expect(locking).toBeDefined();
  expect(shown.filter(Boolean)).toEqual([]);
  expect(store.getState()).toMatchObject({ session: { kind: 'locked' }, register: undefined });
  await unlock();
  const register = await openRegister();
  await firstSync(register);
  await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
});

test('a lock that the main process decides closes the register too', async () => {
  await openRegister();
  const locked: SessionState = { kind: 'locked', identity: line.identity, reason: 'idle', pin: false };
  device.session = locked;
  device.emit('sessionChanged', locked);
  const { register } = await whenSession(({ session }) => session?.kind === 'locked');
  expect(register).toBeUndefined();
});

test('a lock that is heard of before the answer that opened stands', async () => {
  await openRegister();
  await store.getState().lock();
  const locked: SessionState = { kind: 'locked', identity: line.identity, reason: 'idle', pin: false };
  const { bridge } = device;
  store = createSessionStore({
    ...device,
    bridge: {
      ...bridge,
      async unlock(request) {
        const answer = await bridge.unlock(request);
        device.session = locked;
        device.emit('sessionChanged', locked);
        return answer;
      },
      localStoreKey: () =>
        device.session.kind === 'open'
          ? bridge.localStoreKey()
          : Promise.resolve(fail({ kind: 'locked' as const })),
    },
  });
  await unlock();
  await whenSession(({ session, openFailure }) => session?.kind === 'locked' && openFailure === undefined);
  expect(store.getState()).toMatchObject({ session: { kind: 'locked' }, register: undefined });
});

test('a session that only loses the line keeps its register', async () => {
  const register = await openRegister();
  device.emit('sessionChanged', openSession('offline'));
  await whenSession(({ session }) => session?.kind === 'open' && session.connection === 'offline');
  expect(store.getState().register).toBe(register);
});

test('the state of the line that the main process tells shows in the status', async () => {
  const register = await openRegister();
  await whenStatus(register, ({ initial, syncing }) => !initial && !syncing);
  line.online = false;
  device.emit('sessionChanged', openSession('offline'));
  await whenStatus(register, ({ connection }) => connection === 'offline');
  device.emit('sessionChanged', openSession('signInNeeded'));
  await whenStatus(register, ({ connection }) => connection === 'signInNeeded');
  line.online = true;
  const before = line.requests.length;
  device.emit('sessionChanged', openSession('online'));
  const { connection } = await whenStatus(register, (status) => status.connection === 'online');
  expect(connection).toBe('online');
  // What was missed while the line was down is fetched without anybody asking.
  await expect.poll(() => line.requests.length).toBeGreaterThan(before);
});

test('a session that the server no longer accepts is shown, and work goes on', async () => {
  const register = await openRegister();
  await firstSync(register);
  await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
  line.answer = () => Response.json({ kind: 'tokenExpired', message: 'Sign in again' }, { status: 401 });
  const marked = await markPupil(register, place, pupil, { kind: 'absent' });
  expect(marked.ok).toBe(true);
  await whenStatus(register, ({ connection }) => connection === 'signInNeeded');
  await when(classHour(register, place), (hour) => hour?.counts.absent === 1);
});

test('a journal that cannot be read is told, and opening may be tried again', async () => {
  await openRegister();
  await store.getState().lock();
  device.journalFailure = { kind: 'internal' };
  await unlock();
  expect(store.getState()).toMatchObject({ register: undefined, openFailure: { kind: 'internal' } });
  device.journalFailure = undefined;
  await store.getState().reopen();
  await openRegister();
  expect(store.getState().openFailure).toBeUndefined();
});

test('with an account its picture goes from the device', async () => {
  await openRegister();
  const { memory } = device;
  const other = { ...line.identity, username: 'TEST0001.2' };
  for (const account of [line.identity, other]) memory.set(pictureNameOf(account), 'sealed');
  await store.getState().signOut(1000);
  const { username, school } = line.identity;
  expect((await store.getState().removeAccount({ username, school, confirmed: 0 })).ok).toBe(true);
  expect(memory.get(pictureNameOf(line.identity))).toBeUndefined();
  expect(memory.get(pictureNameOf(other))).toBe('sealed');
});

describe('when another account is opened while the page opens one', () => {
  const colleague = () => ({ ...line.identity, username: 'MORE0001.99' });
  const colleagueKey = () =>
    ok({
      opening: toOpeningId(crypto.randomUUID()),
      account: colleague(),
      databaseName: 'of-the-colleague',
      key: new Uint8Array(32),
    });

  /** A page on the same device, in which some requests of the database key come after the change of account. */
  function storeWith(localStoreKey: TestDevice['bridge']['localStoreKey']): TestDevice['memory'] {
    const memory = createTemporaryMemory();
    store = createSessionStore({ ...device, memory, bridge: { ...device.bridge, localStoreKey } });
    return memory;
  }

  beforeEach(async () => {
    await openRegister();
    await store.getState().lock();
    await device.bridge.unlock({ ...line.identity, password: 'parola' });
  });

  test('its database is never opened as the one of the account before', async () => {
    const memory = storeWith(async () => Promise.resolve(colleagueKey()));
    const { register } = await whenSession(({ openFailure }) => openFailure !== undefined);
    expect(register).toBeUndefined();
    expect(memory.get(storeNameOf(line.identity))).toBeUndefined();
  });

  test('the name of its database is not noted for the account before, with which it would be deleted', async () => {
    let asked = 0;
    const memory = storeWith(async () => {
      asked += 1;
      return asked === 1 ? device.bridge.localStoreKey() : colleagueKey();
    });
    await openRegister();
    await store.getState().reopen();
    const own = await device.bridge.localStoreKey();
    expect(memory.get(storeNameOf(line.identity))).toBe(own.ok && own.value.databaseName);
  });

  test('a write of the account before fails visibly and reaches no journal', async () => {
    storeWith(device.bridge.localStoreKey);
    const register = await openRegister();
    await firstSync(register);
    await when(classHour(register, place), (hour) => hour?.pupils.length === 3);
    line.online = false;
    device.session = { kind: 'signedOut' };
    await device.bridge.signIn({ username: 'MORE0001.2', password: 'parola' });
    const marked = await markPupil(register, place, pupil, { kind: 'absent' });
    expect(marked).toMatchObject({ ok: false, failure: { kind: 'journal', failure: { kind: 'locked' } } });
    expect(device.journal.size).toBe(0);
  });
});

test('recovery codes that come with a step are shown with it, and only those of a whole sign-in afterwards', async () => {
  const { identity } = line;
  const recoveryCodes = ['one-one', 'two-two'];
  const step = { kind: 'step', step: 'localPassword', username: identity.username } as const;
  const { bridge } = device;
  let isLast = false;
  const answerStep: typeof bridge.answerStep = async (answer) => {
    const entered = await bridge.answerStep(answer);
    if (!isLast) return ok({ state: step, recoveryCodes });
    return entered.ok ? ok({ ...entered.value, recoveryCodes }) : entered;
  };
  await openRegister();
  await store.getState().signOut(1000);
  store = createSessionStore({ ...device, bridge: { ...bridge, answerStep } });
  const enrolled = await store.getState().answerStep({ kind: 'enrolCode', code: '123456' });
  expect(enrolled).toEqual(ok({ state: step, recoveryCodes }));
  expect(store.getState().recoveryCodes).toBeUndefined();
  isLast = true;
  await store.getState().answerStep({ kind: 'enrolCode', code: '123456' });
  expect(store.getState().recoveryCodes).toEqual(recoveryCodes);
});

test('F10: the database of an earlier key is deleted when the next one is opened', async () => {
  const { memory } = device;
  const name = 'campanella-more0001-earlier-1';
  const earlier = await openStore({
    databaseName: name,
    key: new Uint8Array(32),
    rebuild: false,
    onUnreadable: () => undefined,
  });
  await earlier.close();
  await openRegister();
  await store.getState().lock();
  memory.set(storeNameOf(line.identity), name);
  await unlock();
  await openRegister();
  const left = (await indexedDB.databases()).map((one) => String(one.name));
  expect(left.some((one) => one.includes(name))).toBe(false);
  expect(memory.get(storeNameOf(line.identity))).not.toBe(name);
});
