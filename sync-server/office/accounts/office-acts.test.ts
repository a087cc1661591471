import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { openStream } from '../../testing/live-stream.ts';
import { letterPassword, officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { familySchool, GUARDIANS } from '../../testing/test-families.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF, staffRecord } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const signingKey = randomBytes(32);
let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer(familySchool(), { signingKey });
  desk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
});

const ANNA = usernameOf('anna');

async function signInStatus(username: string, password: string): Promise<number> {
  const device = { id: 'device-1', name: 'PC' };
  const payload = { username, password, device };
  return (await server.app.inject({ method: 'POST', url: '/session/sign-in', payload })).statusCode;
}

async function statusWith(token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  return (await server.app.inject({ url: '/api/office/accounts', headers })).statusCode;
}

const profileOf = async (username: string) =>
  await server.storage.accounts.read(async (reader) => {
    const account = await reader.account(username);
    return account && (await reader.profile(account.profile));
  });

/** Puts an account under the profile of another, as a merge does. */
async function merge(username: string, into: string): Promise<void> {
  await server.storage.accounts.transaction(async (transaction) => {
    const [account, target] = [await transaction.account(username), await transaction.account(into)];
    if (!account || !target) throw new Error('no such account');
    await transaction.saveAccount({ ...account, profile: target.profile, state: 'activated' });
    await transaction.removeProfile(account.profile);
  });
}

const change = async (...records: readonly RegisterRecord[]) => await server.roster.write(SCHOOL, records);

describe('reissuing', () => {
  test('kills the old password and the sessions, and gives a new one of the office', async () => {
    const token = await server.token('anna');
    expect(await desk.act('reissue', { usernames: [ANNA.toLowerCase()] })).toEqual({ done: 1, skipped: [] });
    expect(await statusWith(token)).toBe(401);
    expect(await signInStatus(ANNA, PASSWORD)).toBe(401);
    const password = await letterPassword(server, signingKey, ANNA);
    expect(await signInStatus(ANNA, password ?? '')).toBe(200);
    expect(await desk.acts(ANNA)).toContain('reissued');
  });

  test('kills the password of the letter before', async () => {
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    const before = await letterPassword(server, signingKey, username);
    await desk.act('reissue', { usernames: [username] });
    const after = await letterPassword(server, signingKey, username);
    expect(after).not.toBe(before);
    expect(await signInStatus(username, before ?? '')).toBe(401);
    expect(await signInStatus(username, after ?? '')).toBe(200);
  });

  test('takes an account out of its portfolio, with its links, and leaves the others alone', async () => {
    const [one = '', two = ''] = (await desk.issue({ person: GUARDIANS.marta })).issued;
    await merge(two, one);
    expect(await desk.account(one)).toMatchObject({ portfolioSize: 2 });
    const shared = await profileOf(one);
    await desk.act('reissue', { usernames: [two] });
    expect(await profileOf(one)).toEqual(shared);
    expect((await profileOf(two))?.id).not.toBe(shared?.id);
    expect(await desk.account(one)).toMatchObject({ portfolioSize: 1 });
    expect(await desk.account(two)).toMatchObject({ portfolioSize: 1, state: 'issued' });
    expect((await desk.events(two))[0]).toMatchObject({ act: 'reissued', details: { separated: true } });
  });

  test('forgets address and second factor, which may be a thief’s', async () => {
    const profile = await profileOf(ANNA);
    if (!profile) throw new Error('no profile');
    const email = { address: 'thief@example.it', confirmedAt: 1 };
    const secondFactor = { sealedSecret: 'x', confirmedAt: 1, lastStep: 0, recoveryCodes: [] };
    await server.storage.accounts.transaction((transaction) =>
      transaction.saveProfile({ ...profile, email, secondFactor }),
    );
    await desk.act('reissue', { usernames: [ANNA] });
    const after = await profileOf(ANNA);
    expect(after).not.toHaveProperty('email');
    expect(after).not.toHaveProperty('secondFactor');
    const owner = await server.storage.accounts.read((reader) => reader.profileByEmail(email.address));
    expect(owner).toBeUndefined();
  });

  test('is not for blocked accounts nor for the clerk’s own', async () => {
    await desk.act('block', { usernames: [ANNA], reason: 'Prova' });
    expect(await desk.act('reissue', { usernames: [ANNA, usernameOf('office')] })).toEqual({
      done: 0,
      skipped: [
        { username: ANNA, reason: 'blocked' },
        { username: usernameOf('office'), reason: 'own' },
      ],
    });
  });
});

describe('blocking', () => {
  test('ends the sessions and cuts live connections at once', async () => {
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const stream = await openStream(server, 'anna');
    const token = await server.token('anna');
    await desk.act('block', { usernames: [ANNA], reason: 'Supplenza finita' });
    await stream.ended;
    expect(await statusWith(token)).toBe(401);
    expect(await signInStatus(ANNA, PASSWORD)).not.toBe(200);
    expect(await desk.account(ANNA)).toMatchObject({ state: 'blocked', blockedReason: 'Supplenza finita' });
    const [event] = await desk.events(ANNA);
    expect(event).toMatchObject({
      act: 'blocked',
      by: usernameOf('office'),
      details: { reason: 'Supplenza finita' },
    });
  });

  test('is undone by unblocking, with the same password', async () => {
    await desk.act('block', { usernames: [ANNA], reason: 'Prova' });
    expect(await desk.act('unblock', { usernames: [ANNA] })).toEqual({ done: 1, skipped: [] });
    expect(await signInStatus(ANNA, PASSWORD)).toBe(200);
    expect(await desk.account(ANNA)).toMatchObject({ state: 'activated' });
    expect(await desk.account(ANNA)).not.toHaveProperty('blockedReason');
    expect((await desk.acts(ANNA)).slice(0, 2)).toContain('unblocked');
    expect(await desk.act('unblock', { usernames: [ANNA] })).toEqual({
      done: 0,
      skipped: [{ username: ANNA, reason: 'notBlocked' }],
    });
  });

  test('is not undone of an account that waits for its activation: the report says so', async () => {
    const [waiting = ''] = (await desk.issue({ person: GUARDIANS.marta })).issued;
    expect(await desk.act('unblock', { usernames: [waiting] })).toEqual({
      done: 0,
      skipped: [{ username: waiting, reason: 'notBlocked' }],
    });
  });

  test('of one’s own account is refused to everybody', async () => {
    for (const name of ['office', 'principal'] as const) {
      const own = usernameOf(name);
      const report = await officeDesk(server, name).act('block', { usernames: [own], reason: 'Prova' });
      expect(report).toEqual({ done: 0, skipped: [{ username: own, reason: 'own' }] });
    }
  });

  test('needs a reason and at least one account', async () => {
    for (const payload of [
      { usernames: [ANNA] },
      { usernames: [ANNA], reason: '' },
      { usernames: [], reason: 'x' },
    ])
      expect((await desk.post('accounts/block', payload)).status).toBe(400);
  });

  test('does not touch the other accounts of a portfolio', async () => {
    const [one = '', two = ''] = (await desk.issue({ person: GUARDIANS.marta })).issued;
    await merge(two, one);
    await desk.act('block', { usernames: [two], reason: 'Prova' });
    expect(await desk.account(one)).toMatchObject({ state: 'issued', portfolioSize: 2 });
  });
});

describe('blocking the leavers', () => {
  test('finds people who have left, and guardians and pupils of a child who has, but nobody else', async () => {
    await desk.issue({ classId: CLASS_A });
    await desk.issue({ classId: CLASS_B });
    const pupil = familySchool().find(({ id }) => id === pupilOf(CLASS_A, 1));
    const left = { leftOn: '2026-11-22' } as const;
    const today = { leftOn: '2026-11-23' } as const;
    await change(
      { ...pupil, ...left } as RegisterRecord,
      { ...staffRecord(STAFF.carla, 'Carla', ['teacher']), ...left } as RegisterRecord,
      { ...staffRecord(STAFF.bruno, 'Bruno', ['teacher']), ...today } as RegisterRecord,
    );
    const marked = (await desk.accounts()).accounts.filter(({ hasLeft }) => hasLeft);
    expect(marked.map(({ kind }) => kind).toSorted()).toEqual([
      'firstGuardian',
      'secondGuardian',
      'staff',
      'student',
    ]);
    expect(await desk.act('block-leavers')).toEqual({ done: 4, skipped: [] });
    const blocked = (await desk.accounts()).accounts.filter(({ state }) => state === 'blocked');
    expect(blocked.map(({ username }) => username)).toEqual(marked.map(({ username }) => username));
    const [event] = await desk.events(usernameOf('office'));
    expect(event).toMatchObject({ act: 'leaversBlocked', details: { accounts: 4 } });
    expect(await desk.act('block-leavers')).toEqual({ done: 0, skipped: [] });
  });

  test('takes those whose child is theirs no more', async () => {
    await desk.issue({ person: GUARDIANS.nino });
    const data = familySchool().find(
      (record) => record.kind === 'personalData' && record.person === GUARDIANS.nino,
    );
    await change({ ...data, children: [] } as RegisterRecord);
    expect(await desk.act('block-leavers')).toEqual({ done: 1, skipped: [] });
  });

  test('leaves a clerk who has left out, if that is who asks', async () => {
    const left = { ...staffRecord(STAFF.office, 'Olga', ['office']), leftOn: '2026-11-22' } as RegisterRecord;
    await server.token('office');
    await change(left);
    expect((await desk.post('accounts/block-leavers')).status).toBe(403);
  });
});

test('the register of operations is read page by page, newest first', async () => {
  await desk.issue({ classId: CLASS_A });
  const events = await desk.events();
  const numbers = events.map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  const middle = numbers[2];
  const older = await desk.get<{ events: { number: number }[] }>(`accounts/events?below=${middle}`);
  expect(older.body.events.map(({ number }) => number)).toEqual(numbers.slice(3));
  expect((await desk.get('accounts/events?below=x')).status).toBe(400);
  expect((await desk.get('accounts/events?limit=9')).status).toBe(400);
});
