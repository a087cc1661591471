import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { PIN_LASTS, PIN_TRIES } from '../pin/pin-lock.ts';
import { computer, filesUnder, keyOf } from '../testing/computer.ts';
import { sampleEntry, sampleGuardian, sampleIdentity } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const credentials = { username: teacher.username, password: 'password' };
const PIN = '2739';
const NEEDED = { ok: false, failure: { kind: 'passwordNeeded' } };
const WRONG = { ok: false, failure: { kind: 'wrongCredentials' } };

async function setUp() {
  const server = await startSchoolServer(teacher, colleague);
  const pc = computer(server);
  const built = await pc.start();
  await built.device.signIn(credentials);
  expect(await built.device.setPin(PIN, 'password')).toEqual({ ok: true, value: null });
  return { server, pc, ...built };
}

describe('unlocking with the PIN', () => {
  it('opens what was locked, with its session and its journal', async () => {
    const { device, server } = await setUp();
    await device.journal()?.append([sampleEntry(1)]);
    const key = keyOf(device);
    expect(device.lock('idle')).toMatchObject({ kind: 'locked', reason: 'idle', pin: true });
    expect(device.hasPin()).toBe(true);
    expect(device.localStoreKey().ok).toBe(false);
    expect(await device.unlockWithPin(PIN)).toMatchObject({ ok: true, value: { kind: 'open' } });
    expect(keyOf(device)).toEqual(key);
    expect(device.journal()?.unsent()).toBe(1);
    await expect.poll(() => device.state()).toMatchObject({ connection: 'online', remembered: true });
    expect(server.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/refresh']);
    expect(device.lock('user')).toMatchObject({ pin: true });
    expect((await device.unlockWithPin(PIN)).ok).toBe(true);
  });

  it(`ends after ${PIN_TRIES} wrong tries, also when they come at once; then the password is needed`, async () => {
    const { device, states } = await setUp();
    device.lock('user');
    for (let index = 1; index < PIN_TRIES; index += 1)
      expect(await device.unlockWithPin('9182')).toEqual(WRONG);
    expect(device.state()).toMatchObject({ pin: true });
    expect(await device.unlockWithPin('9182')).toEqual(WRONG);
    expect(states.at(-1)).toMatchObject({ kind: 'locked', pin: false });
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
    device.lock('user');
    const tries = await Promise.all(
      Array.from({ length: 40 }, async () => await device.unlockWithPin('9182')),
    );
    expect(tries.filter((one) => !one.ok && one.failure.kind === 'wrongCredentials')).toHaveLength(PIN_TRIES);
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
  });

  it('counts anew after the right one', async () => {
    const { device } = await setUp();
    for (let round = 0; round < 3; round += 1) {
      device.lock('idle');
      for (let index = 1; index < PIN_TRIES; index += 1) await device.unlockWithPin('9182');
      expect((await device.unlockWithPin(PIN)).ok).toBe(true);
    }
  });

  it('ends after four hours, whatever the wall clock says', async () => {
    const { device, pc } = await setUp();
    device.lock('idle');
    pc.time.wall -= 365 * 86_400_000;
    pc.time.steady += PIN_LASTS - 1;
    expect(await device.unlockWithPin('9182')).toEqual(WRONG);
    pc.time.steady += 1;
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
    expect(device.state()).toMatchObject({ pin: false });
  });

  it('says by itself when it has ended', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const { device, states } = await setUp();
    device.lock('idle');
    vi.advanceTimersByTime(PIN_LASTS);
    expect(states.at(-1)).toMatchObject({ kind: 'locked', pin: false });
  });

  it('works neither after a start nor after the computer has slept, also when it slept while locked', async () => {
    const { device, pc } = await setUp();
    expect(device.lock('suspended')).toMatchObject({ pin: false });
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
    await device.unlock(teacher, 'password');
    device.lock('idle');
    expect(device.lock('suspended')).toMatchObject({ reason: 'idle', pin: false });
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
    const again = await pc.start();
    expect(again.device.state()).toMatchObject({ reason: 'start', pin: false });
    expect(await again.device.unlockWithPin(PIN)).toEqual(NEEDED);
    await again.device.unlock(teacher, 'password');
    expect(again.device.hasPin()).toBe(true);
  });

  it('opens nothing when the computer goes to sleep while the PIN is tried', async () => {
    const { device } = await setUp();
    device.lock('idle');
    const trying = device.unlockWithPin(PIN);
    device.lock('suspended');
    expect((await trying).ok).toBe(false);
    expect(device.state()).toMatchObject({ kind: 'locked', pin: false });
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
    expect((await device.unlock(teacher, 'password')).ok).toBe(true);
  });

  it('ends with the sign-out, with a colleague’s sign-in, and with the account', async () => {
    const { device } = await setUp();
    device.lock('user');
    await device.signIn({ ...credentials, username: colleague.username });
    expect(device.hasPin()).toBe(false);
    expect(device.lock('user')).toMatchObject({ identity: { username: colleague.username }, pin: false });
    await device.signIn(credentials);
    device.lock('user');
    await device.signOut(0);
    expect(await device.unlockWithPin(PIN)).toEqual(NEEDED);
  });

  it('keeps the way to the other accounts of the portfolio', async () => {
    const [one, two] = [sampleGuardian(1), sampleGuardian(2)];
    const server = await startSchoolServer(one, two);
    const person = (username: string) => must(server.people.get(username), 'on the server');
    mergeProfiles(server.people, person(one.username), person(two.username));
    const { device } = await computer(server).start();
    await device.signIn({ username: two.username, password: 'password' });
    await device.switchAccount(one, undefined);
    await device.setPin(PIN, 'password');
    device.lock('idle');
    await server.stop();
    expect((await device.unlockWithPin(PIN)).ok).toBe(true);
    expect((await device.switchAccount(two, undefined)).ok).toBe(true);
  });
});

describe('setting the PIN', () => {
  it('needs the password, and a PIN that is not the first to be tried', async () => {
    const { device } = await setUp();
    expect(await device.setPin('5836', 'wrong')).toEqual({ ok: false, failure: { kind: 'wrongPassword' } });
    expect(await device.setPin('1234', 'password')).toEqual({
      ok: false,
      failure: { kind: 'weakPassword', reason: 'tooEasy' },
    });
    device.lock('user');
    expect(await device.setPin('5836', 'password')).toEqual({ ok: false, failure: { kind: 'notSignedIn' } });
    expect((await device.unlockWithPin(PIN)).ok).toBe(true);
  });

  it('slows down the guessing of the password', async () => {
    const { device } = await setUp();
    for (let index = 0; index < 3; index += 1) await device.setPin('5836', 'wrong');
    expect(await device.setPin('5836', 'password')).toMatchObject({
      failure: { kind: 'tooManyAttempts', waitSeconds: 5 },
    });
  });

  it('removes it again', async () => {
    const { device, pc } = await setUp();
    expect(await device.setPin(null, 'password')).toEqual({ ok: true, value: null });
    expect(device.hasPin()).toBe(false);
    expect(device.lock('user')).toMatchObject({ pin: false });
    expect(filesUnder(pc.userData).filter((path) => path.endsWith('pin.json'))).toEqual([]);
  });

  it('leaves nothing on the disk that a PIN could be tried against without the database key', async () => {
    const { pc } = await setUp();
    const path = must(
      filesUnder(pc.userData).find((one) => one.endsWith('pin.json')),
      'written',
    );
    const file = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    // A salt is no help: what the PIN is stretched to is sealed by the database key.
    expect(Object.keys(file).sort()).toEqual(['salt', 'sealed']);
    expect(readFileSync(path, 'utf8')).not.toContain(PIN);
  });
});
