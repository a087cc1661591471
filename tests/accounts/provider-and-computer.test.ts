import { describe, expect, onTestFinished, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { OfficeHandOvers } from '../../domain/protocol/endpoints/session/hand-over.ts';
import { computer } from '../../main/testing/computer.ts';
import { sampleEntry } from '../../main/testing/samples.ts';
import { officeDesk } from '../../sync-server/testing/office-desk.ts';
import { SCHOOL } from '../../sync-server/testing/test-school.ts';
import { PASSWORD, usernameOf } from '../../sync-server/testing/test-server.ts';
import { startVouchedSchool } from '../../sync-server/testing/sign-in/vouched-school.ts';
import { goThroughBrowser } from '../fixtures/provider-browser.ts';

const LOCAL = 'tamburo lavagna ombrello';
const anna = { school: SCHOOL, username: usernameOf('anna') };

/** A real server with a real issuer, and a computer whose main process talks to it. */
async function setUp() {
  const { issuer, server } = await startVouchedSchool();
  onTestFinished(issuer.close);
  onTestFinished(server.close);
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const pc = computer({ origin }, undefined, { school: SCHOOL }, 15_000);
  return { issuer, server, pc, ...(await pc.start()) };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

/** From the button to the code typed as people type. */
async function comeBack({ device, pc, issuer }: Pick<Setting, 'device' | 'pc' | 'issuer'>) {
  expect(await device.startProvider({ school: SCHOOL })).toEqual({ ok: true, value: { opened: true } });
  const { code = '' } = await goThroughBrowser(must(pc.browser.at(-1), 'the browser was opened'), issuer);
  return await device.finishProvider(` ${code.toLowerCase().replace('-', ' ')}`);
}

describe('a computer, its browser and the school’s server', () => {
  test('enter by the provider, unlock without the server, and sign in anew by the provider alone', async () => {
    const all = await setUp();
    const { device, pc, server } = all;
    expect(await device.signInWays(SCHOOL)).toEqual({ ok: true, value: { provider: { name: 'SPID' } } });
    expect(await comeBack(all)).toMatchObject({ value: { state: { step: 'localPassword' } } });
    expect(await device.answerStep({ kind: 'newLocalPassword', password: LOCAL })).toMatchObject({
      value: { state: { kind: 'open', identity: anna, connection: 'online' } },
    });
    await device.journal()?.append([sampleEntry(1)]);

    const again = await pc.start();
    expect((await again.device.unlock(anna, 'non è questa')).ok).toBe(false);
    expect((await again.device.unlock(anna, LOCAL)).ok).toBe(true);
    await expect.poll(again.device.state).toMatchObject({ connection: 'online' });
    // The wrong password was tried here and nowhere else.
    expect(await officeDesk(server).acts(anna.username)).not.toContain('signInFailed');
    const outcome = await again.broker.accessToken();
    const token = must(outcome.kind === 'token' ? outcome.token : undefined, 'signed in');
    const account = await server.app.inject({
      url: '/api/account',
      headers: { authorization: `Bearer ${token}` },
    });
    const { devices } = account.json<{ devices: readonly { session: string }[] }>();
    for (const { session } of devices)
      await server.app.inject({
        method: 'POST',
        url: `/api/account/devices/${session}/end`,
        headers: { authorization: `Bearer ${token}` },
      });
    expect(await again.broker.rejected(token)).toBe(true);
    again.store.setSignInNeeded(true);
    expect(await comeBack({ ...all, ...again })).toMatchObject({
      value: { state: { connection: 'online', byProvider: true } },
    });
    expect(again.device.journal()?.unsent()).toBe(1);

    await server.app.close();
    const offline = await pc.start();
    expect(await offline.device.signInWays(SCHOOL)).toMatchObject({ failure: { kind: 'serverUnreachable' } });
    expect(await offline.device.unlock(anna, LOCAL)).toMatchObject({ value: { connection: 'offline' } });
    expect(offline.device.journal()?.unsent()).toBe(1);
  });

  test('say in plain words that passwords are off, and let the person in by the provider', async () => {
    const all = await setUp();
    const { device, server } = all;
    await device.signIn({ username: anna.username, password: PASSWORD });
    await officeDesk(server).post('accounts/rules', {
      secondFactorRoles: [],
      studentAccess: 'off',
      localPasswordOff: ['staff'],
    });
    await device.signOut(0);
    expect(await device.signIn({ username: anna.username, password: PASSWORD })).toEqual({
      ok: false,
      failure: { kind: 'passwordOff' },
    });
    expect(await comeBack(all)).toMatchObject({ value: { state: { here: { hasData: true } } } });
    expect(await device.answerStep({ kind: 'localPassword', password: PASSWORD })).toMatchObject({
      value: { state: { connection: 'online' } },
    });
    expect(device.state()).not.toHaveProperty('byProvider');
  });

  test('hand over what waits of an account that the office has closed, by the browser, and nothing by another code', async () => {
    const all = await setUp();
    const { device, server, pc, issuer, broker } = all;
    await comeBack(all);
    await device.answerStep({ kind: 'newLocalPassword', password: LOCAL });
    await device.journal()?.append([sampleEntry(1), sampleEntry(2)]);
    const office = officeDesk(server);
    await office.act('block', { usernames: [anna.username], reason: 'Supplenza finita' });
    const outcome = await broker.accessToken();
    if (outcome.kind === 'token') await broker.rejected(outcome.token);
    await expect.poll(device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
    const asked = { school: SCHOOL, only: anna, purpose: 'handOver' } as const;
    expect(await device.startProvider(asked)).toEqual({ ok: true, value: { opened: true } });
    const { code = '', page } = await goThroughBrowser(must(pc.browser.at(-1), 'a page'), issuer);
    expect(page).toContain('è il consenso alla consegna');
    expect(await device.handOver(anna, LOCAL, 'WRNG 2345')).toMatchObject({ failure: { kind: 'wrongCode' } });
    expect(await device.handOver(anna, LOCAL, code.toLowerCase())).toEqual({
      ok: true,
      value: { entries: 2 },
    });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0, blocked: true }]);
    const { body } = await office.get<OfficeHandOvers>('hand-overs');
    expect(body.entries).toHaveLength(2);
    await office.act('unblock', { usernames: [anna.username] });
    expect(await comeBack(all)).toMatchObject({ value: { state: { here: { hasData: true, unsent: 0 } } } });
  });
});
