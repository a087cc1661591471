import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PASSWORD_COST } from '../passwords/password-hash.ts';
import { SCHOOL } from '../../testing/test-school.ts';
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
  vi.restoreAllMocks();
  await server.close();
});

const attempt = async (username: string, password: string, address?: string) =>
  (await trySignIn(server, username, password, address)).status;

test('many failures at the address of a school keep nobody else there out', async () => {
  for (let count = 0; count < 65; count += 5) {
    const tries = [0, 1, 2, 3, 4].map((more) => attempt(`${SCHOOL}.${100 + count + more}`, 'no'));
    expect(new Set(await Promise.all(tries))).toEqual(new Set([401]));
  }
  const start = performance.now();
  expect(await attempt(usernameOf('anna'), PASSWORD)).toBe(200);
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(await attempt(usernameOf('carla'), 'no')).toBe(401);
  expect(await attempt(usernameOf('carla'), PASSWORD)).toBe(200);
});

test('a try that came when too many were waiting counts for nothing', async () => {
  // Two are looked at, and nobody may wait: of four at once two come too many.
  await server.close();
  server = await startTestServer(undefined, { passwordCost: PASSWORD_COST, passwordsWaiting: 0 });
  const mine = await Promise.all(Array.from({ length: 4 }, () => attempt(usernameOf('anna'), 'no')));
  expect(mine).toContain(503);
  const judged = mine.filter((status) => status === 401).length;
  for (let count = judged; count < 4; count += 1) expect(await attempt(usernameOf('anna'), 'no')).toBe(401);
  expect(await attempt(usernameOf('anna'), 'no')).toBe(429);
});

test('a right password counts for nothing when the session could not be opened', async () => {
  for (let count = 0; count < 5; count += 1) {
    const spy = vi.spyOn(server.storage.accounts, 'transaction');
    spy.mockRejectedValueOnce(new Error('no space'));
    expect(await attempt(usernameOf('anna'), PASSWORD)).toBe(500);
    spy.mockRestore();
  }
  expect(await attempt(usernameOf('anna'), PASSWORD)).toBe(200);
});
