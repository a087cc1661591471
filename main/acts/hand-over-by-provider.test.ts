import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleEntry, sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';

const teacher = sampleIdentity(1);
const colleague = sampleIdentity(2);
const { school } = teacher;
const LOCAL = 'ombrello tamburo verde';
const OTHER = 'lavagna sotto la pioggia';
const CODE = 'ABCD2345';
const consent = { school, only: teacher, purpose: 'handOver' } as const;

/** An account that a provider has opened here, with two entries that wait, and which the office has closed since. */
async function closed() {
  const server = await startSchoolServer(teacher, colleague);
  const pc = computer(server, undefined, {}, 10_000);
  const first = await pc.start();
  await first.device.startProvider({ school });
  server.browserCodes.set(CODE, teacher.username);
  await first.device.finishProvider(CODE);
  expect((await first.device.answerStep({ kind: 'newLocalPassword', password: LOCAL })).ok).toBe(true);
  await first.device.journal()?.append([sampleEntry(1), sampleEntry(2)]);
  must(server.people.get(teacher.username), 'on the server').blocked = true;
  const { device } = await pc.start();
  await device.unlock(teacher, LOCAL);
  await expect.poll(device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
  return { server, pc, device };
}

describe('handing over from an account that a provider has opened (docs/adr/0009)', () => {
  it('gives what waits to the office, opened by the password of this computer, which nobody else is told', async () => {
    const { server, device, pc } = await closed();
    expect(await device.deviceAccounts()).toMatchObject([{ blocked: true, byProvider: true, unsent: 2 }]);
    expect(await device.startProvider(consent)).toEqual({ ok: true, value: { opened: true } });
    expect(pc.browser).toHaveLength(2);
    expect(JSON.parse(must(server.requests.at(-1), 'asked').body)).toEqual({ purpose: 'handOver' });
    server.browserCodes.set(CODE, teacher.username);
    expect(await device.handOver(teacher, LOCAL, ' abcd-2345 ')).toEqual({ ok: true, value: { entries: 2 } });
    expect(server.handedOver.map(({ entry }) => entry)).toEqual([sampleEntry(1).entry, sampleEntry(2).entry]);
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0 }]);
    expect(device.state()).toMatchObject({ kind: 'locked', reason: 'blocked' });
    expect(JSON.stringify(server.requests.map(({ body }) => body))).not.toContain('ombrello');
  });

  it('keeps everything with a wrong password or code, and goes on with the right ones', async () => {
    const { server, device } = await closed();
    await device.startProvider(consent);
    server.browserCodes.set(CODE, teacher.username);
    expect(await device.handOver(teacher, 'sbagliata', CODE)).toEqual({
      ok: false,
      failure: { kind: 'wrongPassword', reason: 'ofTheEntries' },
    });
    for (const code of ['corto', 'WRNG2345'])
      expect(await device.handOver(teacher, LOCAL, code)).toEqual({
        ok: false,
        failure: { kind: 'wrongCode' },
      });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual({ ok: true, value: { entries: 2 } });
  });

  it('needs a journey for this, and for this account', async () => {
    const { server, device } = await closed();
    server.browserCodes.set(CODE, teacher.username);
    const expired = { ok: false, failure: { kind: 'expired' } };
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual(expired);
    await device.startProvider({ school, only: teacher });
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual(expired);
    await device.startProvider({ ...consent, only: colleague });
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual(expired);
    // And a journey for this opens nothing.
    await device.startProvider(consent);
    expect(await device.finishProvider(CODE)).toEqual(expired);
    expect(server.handedOver).toEqual([]);
  });

  it('says so when the account is open again, and keeps everything', async () => {
    const { server, device } = await closed();
    await device.startProvider(consent);
    server.browserCodes.set(CODE, teacher.username);
    must(server.people.get(teacher.username), 'on the server').blocked = false;
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual({
      ok: false,
      failure: { kind: 'notPossible', reason: 'notBlocked' },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
  });

  it('is not opened by the word about another account that was chosen at a sign-in', async () => {
    const { server, device } = await closed();
    must(server.people.get(teacher.username), 'on the server').blocked = false;
    must(server.people.get(colleague.username), 'on the server').blocked = true;
    await device.startProvider({ school, only: teacher });
    server.browserCodes.set(CODE, colleague.username);
    expect(await device.finishProvider(CODE)).toEqual({ ok: false, failure: { kind: 'otherAccount' } });
  });

  it('says so when another account was chosen in the browser', async () => {
    const { server, device } = await closed();
    await device.startProvider(consent);
    server.browserCodes.set(CODE, colleague.username);
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual({
      ok: false,
      failure: { kind: 'notPossible', reason: 'otherAccount' },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 2 }]);
  });

  it('is reached by whoever hears of the block from the browser alone, and with an earlier password for what it opens', async () => {
    const server = await startSchoolServer(teacher);
    // No keychain: no session is kept that could hear of the block, and nothing moves to a new password.
    const pc = computer(server, fakeSafeStorage('basic_text'), {}, 10_000);
    const comeBack = async ({ device }: Awaited<ReturnType<typeof pc.start>>) => {
      await device.startProvider({ school, only: teacher });
      server.browserCodes.set(CODE, teacher.username);
      return await device.finishProvider(CODE);
    };
    for (const [number, password] of [LOCAL, OTHER].entries()) {
      const started = await pc.start();
      await comeBack(started);
      await started.device.answerStep({ kind: 'newLocalPassword', password });
      await started.device.journal()?.append([sampleEntry(number)]);
    }
    must(server.people.get(teacher.username), 'on the server').blocked = true;
    const last = await pc.start();
    const { device } = last;
    expect(await device.unlock(teacher, OTHER)).toMatchObject({ value: { kind: 'open' } });
    expect(await comeBack(last)).toEqual({ ok: false, failure: { kind: 'accountBlocked' } });
    expect(device.state()).toMatchObject({ kind: 'locked', reason: 'blocked' });
    expect(await device.deviceAccounts()).toMatchObject([{ blocked: true, unsent: 2, setAside: 1 }]);
    await device.startProvider(consent);
    server.browserCodes.set(CODE, teacher.username);
    expect(await device.handOver(teacher, OTHER, CODE)).toEqual({ ok: true, value: { entries: 1 } });
    expect(await device.handOver(teacher, LOCAL, CODE)).toEqual({ ok: true, value: { entries: 1 } });
    expect(server.handedOver.map(({ entry }) => entry)).toEqual([sampleEntry(1).entry, sampleEntry(0).entry]);
    expect((await device.deviceAccounts())[0]).toMatchObject({ unsent: 0 });
  });
});
