import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';

/** Everybody who could try, by role, with the password that each has. */
const ROLES = {
  'first guardian of another child': [FAMILY.olivia, OLD_PASSWORD],
  'second guardian of the same child': [FAMILY.nino, OLD_PASSWORD],
  'the child': [FAMILY.pupil, OLD_PASSWORD],
  teacher: [usernameOf('anna'), PASSWORD],
  office: [usernameOf('office'), PASSWORD],
  principal: [usernameOf('principal'), PASSWORD],
  ata: [usernameOf('ata'), PASSWORD],
} as const;

let at: Visitors;
let session: string;
beforeAll(async () => {
  at = await startVisitors();
  const { accessToken } = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-of-marta');
  session = must((await at.view(accessToken)).devices[0], 'a device').session;
});
afterAll(async () => {
  await at.close();
});

async function all() {
  return await at.storage.accounts.read(async (reader) => {
    const account = must(await reader.account(FAMILY.marta), 'an account');
    const profile = await reader.profile(account.profile);
    const sessions = await reader.sessionsOf([FAMILY.marta]);
    return { account, profile, sessions, picture: await reader.picture(FAMILY.marta) };
  });
}

describe.each(Object.entries(ROLES))('%s', (_role, [name, password]) => {
  test('gains nothing in 11 tries at the account of somebody else, and changes nothing', async () => {
    const before = await all();
    const { accessToken: token, refreshToken } = await at.enter(name, password, `device-${name}`);
    const device = `/api/account/devices/${session}`;
    expect((await at.send('POST', `${device}/end`, undefined, { token })).status).toBe(403);
    expect((await at.send('GET', `${device}/records`, undefined, { token })).status).toBe(403);
    const switched = await at.send('POST', '/session/switch', { refreshToken, username: FAMILY.marta });
    expect(switched.status).toBe(403);
    const separate = { kind: 'separateAccount', username: FAMILY.marta, password } as const;
    expect((await at.act(token, separate)).status).toBe(403);
    // Names of others beside what an act takes are refused as a whole.
    for (const more of [
      { username: FAMILY.marta },
      { account: FAMILY.marta },
      { profile: before.account.profile },
    ]) {
      const act = { kind: 'removeEmail', password, ...more } as const;
      expect((await at.act(token, act)).status).toBe(400);
    }
    // The own one is asked for, whatever else is named.
    for (const [method, path, body] of [
      ['PUT', 'language', { language: 'en', username: FAMILY.marta }],
      ['POST', 'second-factor/recovery-codes', { code: '000000', username: FAMILY.marta }],
    ] as const)
      expect((await at.send(method, `/api/account/${path}`, body, { token })).status).toBe(400);
    const query = `?username=${FAMILY.marta}&session=${session}`;
    const view = await at.send('GET', `/api/account${query}`, undefined, { token });
    expect(view.body).toMatchObject({ username: name });
    const picture = await at.send('DELETE', `/api/account/picture${query}`, undefined, { token });
    expect(picture.status).toBe(204);
    expect(await all()).toEqual(before);
  });
});

test('every endpoint that is described asks for a session: without one, with rubbish, with one that has ended', async () => {
  const { body } = await at.send<{ paths: Record<string, Record<string, unknown>> }>('GET', '/openapi.json');
  const ended = await at.enter(FAMILY.olivia, OLD_PASSWORD, 'device-ended');
  await at.send('POST', '/session/sign-out', { refreshToken: ended.refreshToken });
  const endpoints = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => [method.toUpperCase(), path.replaceAll(/\{[^}]+\}/g, 'x')] as const),
  );
  const guarded = endpoints.filter(([, path]) => path.startsWith('/api/') || path === '/session/act');
  expect(guarded.length).toBeGreaterThan(20);
  for (const [method, url] of guarded)
    for (const authorization of ['', 'Bearer x', `Bearer ${ended.accessToken}`]) {
      const answer = await at.app.inject({
        // The description names methods that the router knows.
        method: method as 'GET',
        url,
        headers: authorization === '' ? {} : { authorization },
      });
      expect(answer.statusCode, `${method} ${url}`).toBe(401);
    }
});
