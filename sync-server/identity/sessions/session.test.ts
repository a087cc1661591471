import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { SessionTokens } from '../../../domain/protocol/endpoints/session/session.ts';
import { refreshTokenHash } from '../tokens/refresh-token.ts';
import { SCHOOL, STAFF, staffRecord } from '../../testing/test-school.ts';
import {
  PASSWORD,
  startTestServer,
  trySignIn,
  usernameOf,
  type TestServer,
} from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const attempt = async (username: string, password: string, address?: string) =>
  await trySignIn(server, username, password, address);

async function refresh(refreshToken: string) {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/session/refresh',
    payload: { refreshToken },
  });
  return { status: answer.statusCode, tokens: answer.json<SessionTokens>() };
}

async function statusWith(accessToken: string): Promise<number> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const payload = { protocol: 1, client: 't', push: {}, pull: {} };
  return (await server.app.inject({ method: 'POST', url: '/api/sync', headers, payload })).statusCode;
}

describe('sign-in', () => {
  test('answers tokens and who signed in, however the name is typed', async () => {
    const { status, body } = await attempt(`  ${usernameOf('anna').toLowerCase()} `, PASSWORD);
    expect(status).toBe(200);
    const identity = {
      school: SCHOOL,
      schoolName: 'Scuola di prova',
      person: STAFF.anna,
      roles: ['teacher'],
    };
    const tokens = { expiresIn: 600, serverTime: '2026-11-23T09:30:00.000Z', identity };
    expect(body).toMatchObject({ tokens });
    const { accessToken } = body['tokens'] as SessionTokens;
    expect(await statusWith(accessToken)).toBe(200);
  });

  test('answers alike a wrong password, an unknown name, an unknown school and what is no name', async () => {
    const answers = [
      await attempt(usernameOf('anna'), 'wrong'),
      await attempt(`${SCHOOL}.999`, 'wrong'),
      await attempt('NONE0000.1', 'wrong'),
      await attempt('someone', 'wrong'),
    ];
    for (const answer of answers) {
      expect(answer).toEqual({
        status: 401,
        body: { kind: 'wrongCredentials', message: 'Wrong username or password' },
      });
    }
  });

  test('of somebody who left is answered like a wrong password, and ends the sessions', async () => {
    const { accessToken, refreshToken } = await server.signIn('anna');
    const left = { ...staffRecord(STAFF.anna, 'Anna', ['teacher']), leftOn: '2026-11-22' as LocalDate };
    await server.roster.write(SCHOOL, [left]);
    expect((await attempt(usernameOf('anna'), PASSWORD)).status).toBe(401);
    expect(await statusWith(accessToken)).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(401);
  });
});

describe('limits on tries', () => {
  test('slow down one account from one address, and let go after a while', async () => {
    for (let count = 0; count < 4; count += 1)
      expect((await attempt(usernameOf('anna'), 'no')).status).toBe(401);
    const slowed = await attempt(usernameOf('anna'), PASSWORD);
    expect(slowed).toMatchObject({ status: 429, body: { kind: 'tooManyAttempts', retryAfter: 15 } });
    expect((await attempt(usernameOf('anna'), PASSWORD, '10.0.0.2')).status).toBe(200);
    server.clock.now += 16_000;
    expect((await attempt(usernameOf('anna'), 'no')).status).toBe(401);
    expect((await attempt(usernameOf('anna'), 'no')).body).toMatchObject({ retryAfter: 30 });
  });

  test('admit no more than ten tries in a quarter of an hour', async () => {
    let admitted = 0;
    for (let second = 0; second < 900; second += 5) {
      if ((await attempt(`${SCHOOL}.998`, 'no')).status === 401) admitted += 1;
      server.clock.now += 5000;
    }
    expect(admitted).toBeLessThanOrEqual(10);
  });

  test('count tries that come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt(usernameOf('anna'), 'no')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(4);
  });

  test('are the same for a name that does not exist', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await attempt(`${SCHOOL}.999`, 'no')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
  });

  test('forget the failures of who signs in', async () => {
    for (let count = 0; count < 3; count += 1) await attempt(usernameOf('anna'), 'no');
    expect((await attempt(usernameOf('anna'), PASSWORD)).status).toBe(200);
    for (let count = 0; count < 4; count += 1)
      expect((await attempt(usernameOf('anna'), 'no')).status).toBe(401);
  });
});

describe('refresh', () => {
  test('rotates', async () => {
    const { refreshToken } = await server.signIn('anna');
    const first = await refresh(refreshToken);
    expect(first.status).toBe(200);
    expect(first.tokens.refreshToken).not.toBe(refreshToken);
    expect((await refresh(first.tokens.refreshToken)).status).toBe(200);
  });

  test.each([
    ['a moment', 1000],
    ['a weekend', 3 * 86_400_000],
  ])('gives the same successor again when the answer was lost and %s has passed', async (_name, wait) => {
    const { refreshToken } = await server.signIn('anna');
    const lost = await refresh(refreshToken);
    for (let count = 0; count < 2; count += 1) {
      server.clock.now += wait;
      const again = await refresh(refreshToken);
      expect(again.tokens.refreshToken).toBe(lost.tokens.refreshToken);
      expect(await statusWith(again.tokens.accessToken)).toBe(200);
    }
    expect((await refresh(lost.tokens.refreshToken)).status).toBe(200);
  });

  test.each([
    ['at once', 0],
    ['much later', 3 * 86_400_000],
  ])('of a token whose successor was used kills the family, %s', async (_name, wait) => {
    const { refreshToken } = await server.signIn('anna');
    const { tokens } = await refresh(refreshToken);
    const used = (await refresh(tokens.refreshToken)).tokens;
    server.clock.now += wait;
    const newest = (await refresh(tokens.refreshToken)).tokens;
    expect(newest.refreshToken).toBe(used.refreshToken);
    expect(await statusWith(newest.accessToken)).toBe(200);
    expect((await refresh(refreshToken)).status).toBe(401);
    expect(await statusWith(newest.accessToken)).toBe(401);
    expect((await refresh(newest.refreshToken)).status).toBe(401);
  });

  test('forgets tokens two exchanges ago: they are refused like any that never was', async () => {
    const exchanged: string[] = [];
    let { refreshToken: newest } = await server.signIn('anna');
    for (let count = 0; count < 6; count += 1) {
      exchanged.push(newest);
      newest = (await refresh(newest)).tokens.refreshToken;
      server.clock.now += 60_000;
    }
    const kept = await server.storage.read(SCHOOL, async (reader) => {
      const tokens = [...exchanged, newest].map((token) => reader.refreshToken(refreshTokenHash(token)));
      return (await Promise.all(tokens)).map((token) => token !== undefined);
    });
    expect(kept).toEqual([false, false, false, false, true, true, true]);
    expect((await refresh(exchanged[0] ?? '')).status).toBe(401);
    expect((await refresh(exchanged[4] ?? '')).status).toBe(401);
    expect((await refresh(newest)).status).toBe(401);
  });

  test.each(['', 'TEST0001.x', `TEST0001.${'a'.repeat(43)}`, 'a.b.c', `NONE0000.${'a'.repeat(43)}`])(
    'of "%s" is refused',
    async (token) => {
      expect((await refresh(token)).status).toBeGreaterThanOrEqual(400);
    },
  );

  test('keeps no token that could be used, only hashes', async () => {
    const { refreshToken } = await server.signIn('anna');
    const stored = await server.storage.read(SCHOOL, (reader) =>
      reader.refreshToken(refreshTokenHash(refreshToken)),
    );
    expect(JSON.stringify(stored)).not.toContain(refreshToken.slice(9));
  });
});

test('sign-out ends the session and says nothing of tokens that are none', async () => {
  const { accessToken, refreshToken } = await server.signIn('anna');
  const signOut = async (token: string) => {
    const payload = { refreshToken: token };
    return (await server.app.inject({ method: 'POST', url: '/session/sign-out', payload })).statusCode;
  };
  expect(await signOut('nonsense')).toBe(204);
  expect(await signOut(refreshToken)).toBe(204);
  expect(await statusWith(accessToken)).toBe(401);
  expect((await refresh(refreshToken)).status).toBe(401);
});

test('F1: the hash of a refresh token ends its session, and opens nothing', async () => {
  const { accessToken, refreshToken } = await server.signIn('anna');
  const others = await server.signIn('bruno');
  const tokenHash = refreshTokenHash(refreshToken);
  const end = async (payload: object) =>
    (await server.app.inject({ method: 'POST', url: '/session/sign-out', payload })).statusCode;
  expect((await refresh(`${SCHOOL}.${tokenHash}`)).status).toBe(401);
  expect(await end({ school: SCHOOL, tokenHash: tokenHash.replace(/^./, '_') })).toBe(204);
  expect(await end({ school: SCHOOL, tokenHash, refreshToken })).toBe(400);
  expect(await end({ school: SCHOOL })).toBe(400);
  expect(await end({ school: SCHOOL, tokenHash })).toBe(204);
  expect(await statusWith(accessToken)).toBe(401);
  expect(await statusWith(others.accessToken)).toBe(200);
  expect((await refresh(refreshToken)).status).toBe(401);
});
