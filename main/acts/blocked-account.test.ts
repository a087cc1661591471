import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { HAND_OVER_LIMIT } from '../../domain/protocol/endpoints/session/hand-over.ts';
import { computer } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const credentials = { username: teacher.username, password: 'password' };
const BLOCKED = { ok: false, failure: { kind: 'accountBlocked' } };
const LOCKED = { kind: 'locked', identity: teacher, reason: 'blocked', pin: false };

async function setUp(entries = 2) {
  const server = await startSchoolServer(teacher, colleague);
  const pc = computer(server);
  const built = await pc.start();
  await built.device.signIn(credentials);
  await built.device.journal()?.append(Array.from({ length: entries }, (_, index) => sampleEntry(index)));
  const person = must(server.people.get(teacher.username), 'on the server');
  return { server, pc, person, ...built };
}

describe('a blocked account', () => {
  it('is locked at the next contact, ends its session, and stays locked offline and after a restart', async () => {
    const { server, pc, person, device, broker, store } = await setUp();
    await device.setPin('2739', 'password');
    const key = must(store.account(), 'open').databaseKey;
    person.blocked = true;
    broker.expired('access-1');
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    await expect.poll(device.state).toEqual(LOCKED);
    await expect.poll(() => key).toEqual(Buffer.alloc(32));
    expect(device.localStoreKey().ok).toBe(false);
    expect(await device.unlockWithPin('2739')).toMatchObject({ failure: { kind: 'passwordNeeded' } });
    expect(await device.unlock(teacher, 'password')).toEqual(BLOCKED);
    server.overrule = { status: 503, kind: 'unavailable' };
    const again = await pc.start();
    expect(again.device.state()).toEqual(LOCKED);
    expect(await again.device.unlock(teacher, 'password')).toEqual(BLOCKED);
    expect(await again.device.signIn(credentials)).toEqual(BLOCKED);
    expect(await again.device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
  });

  it('is noticed by the password of an unlock where no session was kept', async () => {
    const server = await startSchoolServer(teacher);
    const pc = computer(server, fakeSafeStorage('basic_text'));
    await (await pc.start()).device.signIn(credentials);
    must(server.people.get(teacher.username), 'on the server').blocked = true;
    const { device } = await pc.start();
    await device.unlock(teacher, 'password');
    await expect.poll(device.state).toEqual(LOCKED);
  });

  it('is noticed by an act, and by an answer that only ends the session', async () => {
    const { person, device, broker, server } = await setUp();
    person.blocked = true;
    server.overrule = { status: 403, kind: 'accountBlocked' };
    expect(await device.accountAct({ kind: 'removeEmail', password: 'password' })).toMatchObject({
      failure: { kind: 'notSignedIn' },
    });
    expect(device.state()).toEqual(LOCKED);
    const other = await setUp();
    other.person.blocked = true;
    expect(await other.broker.rejected('access-1')).toBe(true);
    await expect.poll(other.device.state).toEqual(LOCKED);
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
  });

  it('opens again, with all that waits, when the server takes the password again', async () => {
    const { person, device, pc } = await setUp();
    person.blocked = true;
    expect(await device.signIn(credentials)).toEqual(BLOCKED);
    expect(device.state()).toEqual(LOCKED);
    expect(await device.unlock(teacher, 'wrong')).toMatchObject({ failure: { kind: 'wrongCredentials' } });
    person.blocked = false;
    expect(await device.unlock(teacher, 'password')).toMatchObject({ value: { connection: 'online' } });
    expect(device.journal()?.unsent()).toBe(2);
    const again = await pc.start();
    expect(again.device.state()).toMatchObject({ reason: 'start' });
    expect((await again.device.unlock(teacher, 'password')).ok).toBe(true);
  });

  it('does not keep the colleagues of the same computer out', async () => {
    const { person, device, broker } = await setUp();
    person.blocked = true;
    broker.expired('access-1');
    await broker.accessToken();
    await expect.poll(device.state).toEqual(LOCKED);
    expect((await device.signIn({ ...credentials, username: colleague.username })).ok).toBe(true);
  });
});

describe('handing over (docs/adr/0009)', () => {
  async function blocked(entries?: number) {
    const all = await setUp(entries);
    all.person.blocked = true;
    await all.device.signIn(credentials);
    return all;
  }

  it('gives what waits to the office, with the password, and forgets it when the server has it', async () => {
    const { device, server } = await blocked();
    expect(await device.handOver(teacher, 'wrong')).toEqual({
      ok: false,
      failure: { kind: 'wrongPassword', reason: 'ofTheEntries' },
    });
    expect(await device.handOver(teacher, 'password')).toEqual({ ok: true, value: { entries: 2 } });
    expect(server.handedOver).toEqual(
      [0, 1].map((number) => {
        const { entry, collection, record, assumed } = sampleEntry(number);
        return { entry, collection, record, assumed };
      }),
    );
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0 }]);
    expect(device.state()).toEqual(LOCKED);
    expect(await device.handOver(teacher, 'password')).toEqual({ ok: true, value: { entries: 0 } });
  });

  it('keeps what the server has not named, and everything when it cannot be reached', async () => {
    const { device, server } = await blocked(3);
    server.overrule = { status: 503, kind: 'unavailable' };
    expect(await device.handOver(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 3 }]);
    server.overrule = undefined;
    server.takes = 1;
    expect(await device.handOver(teacher, 'password')).toEqual({ ok: true, value: { entries: 1 } });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
  });

  it('takes the present password as the consent, and an earlier one to open what was written under it', async () => {
    const server = await startSchoolServer(teacher);
    const person = must(server.people.get(teacher.username), 'on the server');
    // No keychain: what was written under the earlier password stays aside.
    const pc = computer(server, fakeSafeStorage('basic_text'));
    for (const [number, password] of ['password', 'new password'].entries()) {
      person.password = password;
      const { device } = await pc.start();
      await device.signIn({ ...credentials, password });
      await device.journal()?.append([sampleEntry(number)]);
    }
    person.blocked = true;
    const { device } = await pc.start();
    await device.signIn({ ...credentials, password: 'new password' });
    expect(await device.deviceAccounts()).toMatchObject([{ blocked: true, unsent: 2, setAside: 1 }]);
    expect(await device.handOver(teacher, 'password')).toMatchObject({
      failure: { kind: 'notPossible', reason: 'consentNotTaken' },
    });
    const opened = await device.handOver(teacher, 'new password', undefined, 'password');
    expect(opened).toEqual({ ok: true, value: { entries: 1 } });
    expect(await device.handOver(teacher, 'new password')).toEqual({ ok: true, value: { entries: 1 } });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0 }]);
  });

  it('says so when the office can take no more, and keeps everything', async () => {
    const { device, server } = await blocked();
    server.takes = 0;
    expect(await device.handOver(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'notPossible', reason: 'officeFull' },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
  });

  it('goes in several requests when much waits', async () => {
    const { device, server } = await blocked(HAND_OVER_LIMIT + 5);
    expect(await device.handOver(teacher, 'password')).toEqual({
      ok: true,
      value: { entries: HAND_OVER_LIMIT + 5 },
    });
    expect(server.requests.filter(({ url }) => url === '/session/hand-over')).toHaveLength(2);
  });

  it('is refused for an account that is not blocked, and slowed down like every password', async () => {
    const { device } = await setUp();
    expect(await device.handOver(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'notPossible' },
    });
    const unblocked = await blocked();
    unblocked.person.blocked = false;
    expect(await unblocked.device.handOver(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'notPossible', reason: 'consentNotTaken' },
    });
    expect(await unblocked.device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
    const other = await blocked();
    for (let index = 0; index < 3; index += 1) await other.device.handOver(teacher, 'wrong');
    expect(await other.device.handOver(teacher, 'password')).toEqual({
      ok: false,
      failure: { kind: 'tooManyAttempts', waitSeconds: 5 },
    });
  });
});
