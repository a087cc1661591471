import { describe, expect, onTestFinished, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { createChangeStream } from '../../main/device/change-stream.ts';
import { computer } from '../../main/testing/computer.ts';
import { sampleEntry } from '../../main/testing/samples.ts';
import { officeDesk } from '../../sync-server/testing/office-desk.ts';
import { SCHOOL } from '../../sync-server/testing/test-school.ts';
import {
  FAMILY,
  NEW_PASSWORD,
  OLD_PASSWORD,
  OTHER_SCHOOL,
  startVisitors,
} from '../../sync-server/testing/visitor.ts';

const ADDRESS = 'marta@example.it';
const [first, second, elsewhere] = [
  { school: SCHOOL, username: FAMILY.marta },
  { school: SCHOOL, username: FAMILY.martaSecond },
  { school: OTHER_SCHOOL, username: FAMILY.martaElsewhere },
];

/** A real server with Marta's accounts, and a computer whose main process talks to it. */
async function setUp() {
  const server = await startVisitors();
  onTestFinished(server.close);
  const origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
  const pc = computer({ origin }, undefined, { school: SCHOOL }, 15_000);
  const built = await pc.start();
  return { server, pc, origin, ...built };
}

type Setting = Awaited<ReturnType<typeof setUp>>;

/** Marta's first account with a confirmed address, the other two joined to it from this computer. */
async function portfolio(): Promise<Setting> {
  const all = await setUp();
  const { server, device } = all;
  await device.signIn({ username: first.username.toLowerCase(), password: OLD_PASSWORD });
  const link = { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD } as const;
  expect(await device.accountAct(link)).toEqual({ ok: true, value: { outcome: 'done' } });
  await server.page(await server.link('confirmEmail'), {});
  for (const { username } of [second, elsewhere]) {
    await device.signIn({ username, password: OLD_PASSWORD });
    const merge = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    expect(await device.accountAct(link)).toMatchObject({ value: { outcome: 'portfolioPasswordNeeded' } });
    expect(await device.accountAct(merge)).toEqual({ ok: true, value: { outcome: 'done' } });
  }
  return all;
}

describe('a parent’s computer and the school’s server', () => {
  test('S32 S33 three accounts of two schools are one switch away, with the server and without it', async () => {
    const { device, pc, server } = await portfolio();
    for (const account of [first, second, elsewhere])
      expect(await device.switchAccount(account, undefined)).toMatchObject({
        ok: true,
        value: { connection: 'online', identity: account },
      });
    await device.journal()?.append([sampleEntry(1)]);
    await server.app.close();
    const again = await pc.start();
    expect((await again.device.unlock(elsewhere, OLD_PASSWORD)).ok).toBe(false);
    expect((await again.device.unlock(elsewhere, NEW_PASSWORD)).ok).toBe(true);
    expect(again.device.journal()?.unsent()).toBe(1);
    // The address of the merge is known here, though nobody has signed in with it yet.
    expect((await again.device.signIn({ username: ADDRESS, password: NEW_PASSWORD })).ok).toBe(true);
    for (const account of [first, second, elsewhere])
      expect(await again.device.switchAccount(account, undefined)).toMatchObject({ ok: true });
  });

  test('S33 the server’s register of operations names the account that was open', async () => {
    const { device, server, broker } = await portfolio();
    await device.switchAccount(first, undefined);
    const token = await broker.accessToken();
    expect(token).toMatchObject({ account: first });
    await device.switchAccount(elsewhere, undefined);
    const events = await server.events(FAMILY.martaElsewhere);
    expect(events.some(({ act, by }) => act === 'switched' && by === FAMILY.martaElsewhere)).toBe(true);
    expect((await server.view(must(await tokenOf(broker), 'signed in'))).username).toBe(
      FAMILY.martaElsewhere,
    );
  });

  test('S34 an account that was joined on another computer appears without logging out', async () => {
    const { device, server, broker, store, states, unfinished } = await portfolio();
    await device.switchAccount(first, undefined);
    const stream = createChangeStream({
      fetch,
      server: () => undefined,
      broker,
      random: () => 0,
      steady: () => performance.now(),
      answerWithin: 15_000,
      silence: 60_000,
      longestPause: 50,
      unfinished,
      onReachable: store.setReachable,
      onSignInNeeded: () => store.setSignInNeeded(true),
      onChanged: () => undefined,
    });
    onTestFinished(stream.stop);
    stream.start(first);
    const { accessToken } = await server.enter(FAMILY.martaSecond, NEW_PASSWORD, 'another-computer');
    await expect.poll(() => device.state()).toMatchObject({ connection: 'online' });
    const separate = {
      kind: 'separateAccount',
      username: FAMILY.martaElsewhere,
      password: NEW_PASSWORD,
    } as const;
    expect((await server.act(accessToken, separate)).status).toBe(200);
    const names = [{ username: FAMILY.marta }, { username: FAMILY.martaSecond }];
    await expect
      .poll(() => states.at(-1))
      .toMatchObject({ kind: 'open', identity: { username: FAMILY.marta, portfolio: names } });
    const needed = { ok: false, failure: { kind: 'passwordNeeded' } };
    expect(await device.switchAccount(elsewhere, undefined)).toEqual(needed);
    await server.app.close();
    expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: true });
    expect(await device.switchAccount(elsewhere, undefined)).toEqual(needed);
  });

  test('S24 the confirmed address signs in, and after a restart without the server too', async () => {
    const { device, pc, server } = await portfolio();
    await device.signOut(0);
    expect(await device.signIn({ username: ADDRESS, password: NEW_PASSWORD })).toMatchObject({ ok: true });
    await server.app.close();
    const again = await pc.start();
    expect(await again.device.signIn({ username: 'MARTA@example.it', password: NEW_PASSWORD })).toMatchObject(
      {
        ok: true,
        value: { state: { kind: 'open' } },
      },
    );
  });

  test('S20 a new password elsewhere ends the session here, and nothing unsent is lost', async () => {
    const { device, server, broker, store } = await portfolio();
    await device.switchAccount(first, undefined);
    await device.journal()?.append([sampleEntry(1)]);
    const { accessToken } = await server.enter(FAMILY.martaSecond, NEW_PASSWORD, 'another-computer');
    const next = `${NEW_PASSWORD} quattro`;
    await server.act(accessToken, { kind: 'changePassword', current: NEW_PASSWORD, next });
    const token = must(await tokenOf(broker), 'signed in');
    expect(await broker.rejected(token)).toBe(true);
    store.setSignInNeeded(true);
    expect(device.state()).toMatchObject({ kind: 'open', connection: 'signInNeeded' });
    expect(await device.signIn({ username: FAMILY.marta, password: next })).toMatchObject({ ok: true });
    expect(device.journal()?.unsent()).toBe(1);
    expect(await device.switchAccount(second, undefined)).toMatchObject({ ok: true });
  });
});

describe('an account that the office has closed', () => {
  test('is locked at the next contact, hands its entries to the office, and opens again when the office lets it', async () => {
    const { device, server, broker } = await setUp();
    await device.signIn({ username: FAMILY.olivia, password: OLD_PASSWORD });
    await device.journal()?.append([sampleEntry(1), sampleEntry(2)]);
    const ref = { school: SCHOOL, username: FAMILY.olivia };
    const office = officeDesk(server);
    await office.act('block', { usernames: [FAMILY.olivia], reason: 'prova' });
    expect(await broker.rejected(must(await tokenOf(broker), 'signed in'))).toBe(true);
    await expect.poll(device.state).toMatchObject({ kind: 'locked', reason: 'blocked' });
    expect(await device.unlock(ref, OLD_PASSWORD)).toEqual({
      ok: false,
      failure: { kind: 'accountBlocked' },
    });
    expect(await device.handOver(ref, OLD_PASSWORD)).toEqual({ ok: true, value: { entries: 2 } });
    expect(await device.deviceAccounts()).toMatchObject([{ unsent: 0 }]);
    await office.act('unblock', { usernames: [FAMILY.olivia] });
    expect(await device.unlock(ref, OLD_PASSWORD)).toMatchObject({ ok: true });
  });
});

async function tokenOf(broker: Setting['broker']): Promise<string | undefined> {
  const outcome = await broker.accessToken();
  return outcome.kind === 'token' ? outcome.token : undefined;
}
