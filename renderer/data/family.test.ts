import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { must } from '../../domain/base/assert.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { CLASS_A, CLASS_B, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../../sync-server/testing/visitor.ts';
import { familyWeek } from '../features/family/view.ts';
import { schoolIndex } from '../views/school.ts';
import type { Register } from './register.ts';
import { createSessionStore, type Session } from './session-store.ts';
import { createSwitchingDevice, type SwitchingDevice, type TestSession } from './testing/test-family.ts';
import { when, whenStatus } from './testing/test-staff.ts';

const first = pupilOf(CLASS_A, 1);
const second = pupilOf(CLASS_B, 1);

let server: Visitors;
let sessions: readonly TestSession[];
let device: SwitchingDevice;
let store: StoreApi<Session>;
beforeAll(async () => {
  server = await startVisitors();
  const names = [FAMILY.marta, FAMILY.martaSecond, FAMILY.martaElsewhere];
  sessions = await Promise.all(names.map((name) => server.enter(name, undefined, `device-${name}`)));
});
beforeEach(() => {
  device = createSwitchingDevice(server, sessions);
  store = createSessionStore(device);
});
afterEach(async () => await store.getState().signOut(1000));
afterAll(async () => await server.close());

async function registerOf(index: number): Promise<Register> {
  const { username, school } = must(sessions[index], 'a session').identity;
  const isOf = ({ register }: Session) =>
    register?.identity.username === username && register.identity.school === school;
  await new Promise<void>((resolve) => {
    const check = (session: Session) => {
      if (!isOf(session)) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(check);
    check(store.getState());
  });
  return must(store.getState().register, 'an open register');
}

async function switchTo(index: number): Promise<Register> {
  const { username, school } = must(sessions[index], 'a session').identity;
  expect((await store.getState().switchAccount({ username, school })).ok).toBe(true);
  return await registerOf(index);
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

describe('the register of a guardian', () => {
  test('S2: the first synchronisation ends though most collections have nothing for a family', async () => {
    const register = await registerOf(0);
    const status = await whenStatus(register, ({ initial, syncing }) => !initial && !syncing);
    expect(status).toMatchObject({ connection: 'online', waiting: [], refused: [] });
  });

  test('S2: the week of the child is there with subjects and teachers, and works offline', async () => {
    const register = await registerOf(0);
    const week = await when(familyWeek(register, TODAY), ({ schoolClass }) => schoolClass !== undefined);
    expect(week.schoolClass?.id).toBe(CLASS_A);
    expect(week.child?.id).toBe(first);
    expect(week.monday).toBe(TODAY);
    expect(week.days[0]?.hours).toMatchObject([{ planned: { hour: 2 }, subject: 'Matematica' }]);
    expect(week.days[0]?.hours[0]?.teachers.map(({ givenName }) => givenName)).toEqual(['Anna']);
    device.online = false;
    const next = await when(familyWeek(register, addDays(TODAY, 7)), () => true);
    expect(next.days[0]?.hours).toHaveLength(1);
  });

  test('S2: nobody else’s child is on the device', async () => {
    const register = await registerOf(0);
    await whenStatus(register, ({ initial, syncing }) => !initial && !syncing);
    const names = await when(schoolIndex(register), ({ person }) => person(first) !== undefined);
    const others = [pupilOf(CLASS_A, 2), pupilOf(CLASS_B, 1)].map((pupil) => names.person(pupil));
    expect(others).toEqual([undefined, undefined]);
  });
});

describe('S33: going over to another account of the portfolio', () => {
  test('opens the other child’s register, and the one before is closed at once', async () => {
    await registerOf(0);
    const seen: (string | undefined)[] = [];
    const stop = store.subscribe(({ session, register }) => {
      if (session?.kind === 'open' && register && register.identity.username !== session.identity.username)
        seen.push(register.identity.username);
    });
    const register = await switchTo(1);
    stop();
    expect(seen).toEqual([]);
    const week = await when(familyWeek(register, TODAY), ({ schoolClass }) => schoolClass !== undefined);
    expect([week.schoolClass?.id, week.child?.id]).toEqual([CLASS_B, second]);
  });

  test('leaves nothing of the other child in memory', async () => {
    const { held, left } = await (async () => {
      const register = await registerOf(0);
      const names = await when(schoolIndex(register), ({ person }) => person(first) !== undefined);
      return { held: new WeakRef(must(names.person(first), 'the child')), left: new WeakRef(register) };
    })();
    collectGarbage();
    expect(held.deref()).toBeDefined();
    await switchTo(1);
    await expect
      .poll(() => {
        collectGarbage();
        return [held.deref(), left.deref()];
      })
      .toEqual([undefined, undefined]);
  });

  test('the same person in another school gets that school’s register', async () => {
    await registerOf(0);
    const register = await switchTo(2);
    const week = await when(familyWeek(register, TODAY), ({ schoolClass }) => schoolClass !== undefined);
    expect(week.child).toMatchObject({ id: first, school: register.identity.school });
    expect(register.identity.kind).toBe('secondGuardian');
  });

  test('shows each account’s own picture, offline too, and takes no late answer for another’s', async () => {
    const [one, other] = [Uint8Array.from([1, 2, 3]), Uint8Array.from([4, 5, 6])];
    const before = await registerOf(0);
    expect(await before.status.picture.keep(one)).toBe(true);
    const after = await switchTo(1);
    expect(await after.status.picture.read()).toBeUndefined();
    // What the first account had asked for is answered with the session of the second.
    expect(await before.status.picture.keep(other)).toBe(false);
    expect(await after.status.picture.keep(other)).toBe(true);
    device.online = false;
    expect(await (await switchTo(0)).status.picture.read()).toEqual(one);
    expect(await (await switchTo(1)).status.picture.read()).toEqual(other);
  });

  test('works offline for accounts that were opened here before', async () => {
    await whenStatus(await registerOf(0), ({ initial, syncing }) => !initial && !syncing);
    await whenStatus(await switchTo(1), ({ initial, syncing }) => !initial && !syncing);
    device.online = false;
    const register = await switchTo(0);
    const week = await when(familyWeek(register, TODAY), ({ schoolClass }) => schoolClass !== undefined);
    expect(week.child?.id).toBe(first);
  });

  test('S34: a portfolio that was joined elsewhere shows without a new register', async () => {
    const register = await registerOf(0);
    const identity = must(sessions[0], 'a session').identity;
    const joined = { ...identity, portfolio: [...identity.portfolio, ...identity.portfolio] };
    must(device.devices[0], 'the device').emit('sessionChanged', {
      kind: 'open',
      identity: joined,
      connection: 'online',
      remembered: true,
    });
    await expect.poll(() => store.getState().session).toMatchObject({ identity: joined });
    expect(store.getState().register).toBe(register);
  });
});
