import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../testing/test-server.ts';

const PER_MINUTE = 20;
const WIFI = '10.20.30.40';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(undefined, { requestsPerMinute: PER_MINUTE });
});
afterEach(async () => {
  await server.close();
});

async function post(url: string, payload: object = {}): Promise<number> {
  return (await server.app.inject({ method: 'POST', url, payload, remoteAddress: WIFI })).statusCode;
}

const get = async (url: string) =>
  (await server.app.inject({ method: 'GET', url, remoteAddress: WIFI })).statusCode;

const credentials = (password = PASSWORD) => ({
  username: usernameOf('bruno'),
  password,
  device: { id: 'device-1', name: 'PC' },
});
const noToken = { refreshToken: `TEST0001.${'x'.repeat(43)}` };

/** What somebody without an account does in a loop, on the Wi-Fi of the school. */
const LOOPS: readonly (readonly [string, () => Promise<number>])[] = [
  ['refresh with tokens that are none', () => post('/session/refresh', noToken)],
  ['sign-out with tokens that are none', () => post('/session/sign-out', noToken)],
  ['switch with tokens that are none', () => post('/session/switch', { ...noToken, username: 'x' })],
  ['links', () => get(`/link/${'x'.repeat(43)}`)],
  ['health', () => get('/health')],
  ['ways to sign in', () => get('/session/ways')],
  ['unknown addresses', () => get('/nowhere')],
  ['the description of the interface', () => get('/openapi.json')],
  ['tokens that are none', () => get('/api/account')],
];

describe('one person in a loop keeps nobody of the school from signing in and from renewing', () => {
  test.each(LOOPS)('%s', async (_name, loop) => {
    const { refreshToken } = await server.signIn('anna');
    for (let count = 0; count < PER_MINUTE * 2; count += 1) await loop();
    const answer = await server.app.inject({
      method: 'POST',
      url: '/session/refresh',
      payload: { refreshToken },
      remoteAddress: WIFI,
    });
    expect(answer.statusCode).toBe(200);
    expect(await post('/session/sign-in', credentials())).toBe(200);
    expect(await get('/health')).toBe(200);
  });

  test('sign-in with names that nobody has', async () => {
    const { refreshToken } = await server.signIn('anna');
    for (let count = 0; count < PER_MINUTE * 2; count += 1)
      expect(await post('/session/sign-in', { ...credentials('no'), username: `nobody ${count}` })).toBe(401);
    expect(await post('/session/refresh', { refreshToken })).toBe(200);
    expect(await post('/session/sign-in', credentials())).toBe(200);
  });
});

test('what nobody is known by is still limited, each route by itself', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < PER_MINUTE + 1; count += 1)
    statuses.push(await post('/session/refresh', noToken));
  expect(new Set(statuses.slice(0, -1))).toEqual(new Set([401]));
  expect(statuses.at(-1)).toBe(429);
  expect(await get(`/link/${'x'.repeat(43)}`)).toBe(404);
});

test('health is never limited, however often it is asked', async () => {
  const statuses = new Set<number>();
  for (let count = 0; count < PER_MINUTE * 5; count += 1) statuses.add(await get('/health'));
  expect([...statuses]).toEqual([200]);
});

test('a device that renews in a loop is limited with its own family, wherever it is, and nobody else', async () => {
  const [mine, other] = [await server.signIn('anna'), await server.signIn('carla')];
  let { refreshToken } = mine;
  const statuses: number[] = [];
  for (let count = 0; count < PER_MINUTE + 1; count += 1) {
    const remoteAddress = `10.0.0.${count}`;
    const answer = await server.app.inject({
      method: 'POST',
      url: '/session/refresh',
      payload: { refreshToken },
      remoteAddress,
    });
    statuses.push(answer.statusCode);
    if (answer.statusCode === 200) ({ refreshToken } = answer.json<{ refreshToken: string }>());
    else expect(answer.json()).toMatchObject({ kind: 'tooManyAttempts', retryAfter: expect.any(Number) });
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(PER_MINUTE);
  expect(await post('/session/refresh', { refreshToken: other.refreshToken })).toBe(200);
});

test('somebody with a whole IPv6 network has the tries of one address', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 8; count += 1) {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/session/sign-in',
      remoteAddress: `2001:db8:1:2::${count + 1}`,
      payload: credentials('no'),
    });
    statuses.push(answer.statusCode);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
});
