import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder } from '../testing/computer.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { CODE, startSchoolServer, type ServerPerson } from '../testing/school-server.ts';
import { STEP_LASTS } from './pending-sign-in.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const credentials = { username: teacher.username, password: 'password' };

async function setUp(...steps: ServerPerson['steps']) {
  const server = await startSchoolServer(teacher, colleague);
  const person = must(server.people.get(teacher.username), 'on the server');
  person.steps = steps;
  const pc = computer(server);
  return { server, person, pc, ...(await pc.start()) };
}

describe('sign-in by steps', () => {
  it('asks for the code of the second factor, and opens with the right one', async () => {
    const { device } = await setUp('secondFactor');
    expect(await device.signIn(credentials)).toEqual({
      ok: true,
      value: { state: { kind: 'step', step: 'secondFactor', username: teacher.username } },
    });
    expect(device.state()).toEqual({ kind: 'signedOut' });
    expect(await device.answerStep({ kind: 'code', code: '000000' })).toEqual({
      ok: false,
      failure: { kind: 'wrongCode' },
    });
    expect(await device.answerStep({ kind: 'code', code: ` ${CODE} ` })).toMatchObject({
      ok: true,
      value: { state: { kind: 'open', connection: 'online' } },
    });
    expect(await device.answerStep({ kind: 'code', code: CODE })).toEqual({
      ok: false,
      failure: { kind: 'expired' },
    });
  });

  it('goes from the office’s password to the own one and a second factor, and shows the recovery codes once', async () => {
    const { device, pc, server } = await setUp('newPassword', 'enrolSecondFactor');
    await device.signIn(credentials);
    expect(await device.answerStep({ kind: 'newPassword', password: 'short' })).toEqual({
      ok: false,
      failure: { kind: 'weakPassword', reason: 'tooShort' },
    });
    expect(await device.answerStep({ kind: 'newPassword', password: 'long enough now' })).toMatchObject({
      value: { state: { step: 'enrolSecondFactor', enrolment: { secret: 'JBSWY3DPEHPK3PXP' } } },
    });
    expect(await device.answerStep({ kind: 'enrolCode', code: CODE })).toMatchObject({
      value: { state: { kind: 'open' }, recoveryCodes: ['one-one', 'two-two'] },
    });
    await server.stop();
    const again = await pc.start();
    expect((await again.device.unlock(teacher, 'password')).ok).toBe(false);
    expect((await again.device.unlock(teacher, 'long enough now')).ok).toBe(true);
  });

  it('seals what is on the device under the new password when the office has given one in between', async () => {
    const { device, person, pc, server } = await setUp();
    await device.signIn(credentials);
    await device.journal()?.append([sampleEntry(1)]);
    person.steps = ['newPassword'];
    const second = await pc.start();
    await second.device.signIn(credentials);
    expect((await second.device.answerStep({ kind: 'newPassword', password: 'long enough now' })).ok).toBe(
      true,
    );
    expect(second.device.journal()?.unsent()).toBe(1);
    await server.stop();
    const third = await pc.start();
    expect((await third.device.unlock(teacher, 'password')).ok).toBe(false);
    expect((await third.device.unlock(teacher, 'long enough now')).ok).toBe(true);
  });

  it('forgets the step when it is cancelled, when another sign-in begins, and after ten minutes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const { device, pc, server } = await setUp('secondFactor');
    const answer = async (): Promise<unknown> => await device.answerStep({ kind: 'code', code: CODE });
    const expired = { ok: false, failure: { kind: 'expired' } };
    await device.signIn(credentials);
    device.cancelStep();
    expect(await answer()).toEqual(expired);
    await device.signIn(credentials);
    await device.signIn({ ...credentials, username: colleague.username });
    expect(await answer()).toEqual(expired);
    await device.signIn(credentials);
    pc.time.steady += STEP_LASTS;
    expect(await answer()).toEqual(expired);
    await device.signIn(credentials);
    vi.advanceTimersByTime(STEP_LASTS);
    expect(await answer()).toEqual(expired);
    expect(server.requests.filter(({ url }) => url === '/session/second-factor')).toEqual([]);
  });

  it('answers a step only with what it asks for, and gives neither ticket nor password to page and disk', async () => {
    const { device, pc } = await setUp('secondFactor');
    const asked = await device.signIn(credentials);
    expect(JSON.stringify(asked)).not.toMatch(/ticket|password/);
    expect(await device.answerStep({ kind: 'newPassword', password: 'long enough now' })).toEqual({
      ok: false,
      failure: { kind: 'internal' },
    });
    for (const path of filesUnder(pc.userData)) expect(readFileSync(path, 'utf8')).not.toContain('ticket');
    expect((await device.answerStep({ kind: 'code', code: CODE })).ok).toBe(true);
  });

  it('keeps the step while the server is away', async () => {
    const { device, server } = await setUp('secondFactor');
    await device.signIn(credentials);
    server.overrule = { status: 503, kind: 'unavailable' };
    expect(await device.answerStep({ kind: 'code', code: CODE })).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
    server.overrule = undefined;
    expect((await device.answerStep({ kind: 'code', code: CODE })).ok).toBe(true);
  });

  it('unlocks offline without the second factor, and asks for a sign-in when the server wants it', async () => {
    const { device, pc, server, person } = await setUp();
    await device.signIn(credentials);
    server.endSessions();
    person.steps = ['secondFactor'];
    const second = await pc.start();
    expect((await second.device.unlock(teacher, 'password')).ok).toBe(true);
    await expect.poll(() => second.device.state()).toMatchObject({ connection: 'signInNeeded' });
    person.password = 'new password';
    const third = await pc.start();
    expect(await third.device.unlock(teacher, 'new password')).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
  });
});

describe('sign-in by e-mail address (S24)', () => {
  it('opens the account that it opened last, also without the server, however it is typed', async () => {
    const { device, person, pc, server } = await setUp();
    person.address = 'niccolo@example.it';
    expect((await device.signIn({ username: 'niccolo@example.it', password: 'password' })).ok).toBe(true);
    for (const path of filesUnder(pc.userData))
      expect(readFileSync(path, 'latin1')).not.toContain('niccolo@');
    await server.stop();
    const { device: again } = await pc.start();
    expect((await again.signIn({ username: 'other@example.it', password: 'password' })).ok).toBe(false);
    expect(await again.signIn({ username: ' Niccolo@Example.IT ', password: 'wrong' })).toEqual({
      ok: false,
      failure: { kind: 'wrongCredentials' },
    });
    expect(await again.signIn({ username: ' Niccolo@Example.IT ', password: 'password' })).toMatchObject({
      value: { state: { kind: 'open', connection: 'offline', identity: { username: teacher.username } } },
    });
  });

  it('is forgotten with the account', async () => {
    const { device, person, pc, server } = await setUp();
    person.address = 'niccolo@example.it';
    await device.signIn({ username: 'niccolo@example.it', password: 'password' });
    await device.removeAccount(teacher, 0);
    await server.stop();
    const names = filesUnder(pc.userData).find((path) => path.endsWith('sign-in-names.json'));
    expect(readFileSync(must(names, 'kept'), 'utf8')).toContain('"names":[]');
  });
});
