import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { costOf, hashPassword } from '../passwords/password-hash.ts';
import { createPasswords } from '../passwords/passwords.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const CHEAP = { memory: 8, passes: 1, parallelism: 1 };
const RAISED = { memory: 16, passes: 2, parallelism: 1 };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(undefined, { passwordCost: RAISED });
});
afterEach(async () => {
  await server.close();
});

async function changePassword(origin: 'owner' | 'office'): Promise<void> {
  const hash = await hashPassword(PASSWORD, CHEAP);
  await server.storage.accounts.transaction(async (transaction) => {
    const account = must(await transaction.account(usernameOf('anna')), 'an account');
    const profile = must(await transaction.profile(account.profile), 'a profile');
    await transaction.saveProfile({ ...profile, password: { hash, origin, setAt: 1 } });
  });
}

async function storedHash(): Promise<string> {
  return await server.storage.accounts.read(async (reader) => {
    const account = must(await reader.account(usernameOf('anna')), 'an account');
    return must(await reader.profile(account.profile), 'a profile').password.hash;
  });
}

async function signIn(password: string): Promise<number> {
  const payload = { username: usernameOf('anna'), password, device: { id: 'device-1', name: '' } };
  return (await server.app.inject({ method: 'POST', url: '/session/sign-in', payload })).statusCode;
}

test('a right password is hashed anew where the cost was raised, and opens the session all the same', async () => {
  await changePassword('owner');
  expect(await signIn('wrong')).toBe(401);
  expect(costOf(await storedHash())).toEqual(CHEAP);
  expect(await signIn(PASSWORD)).toBe(200);
  const raised = await storedHash();
  expect(costOf(raised)).toEqual(RAISED);
  expect(await signIn(PASSWORD)).toBe(200);
  expect(await storedHash()).toBe(raised);
});

test('a password of the office stays as it was printed', async () => {
  await changePassword('office');
  expect(await signIn(PASSWORD)).toBe(200);
  expect(costOf(await storedHash())).toEqual(CHEAP);
});

test('the work for a name that nobody has is what most accounts cost, not what new ones do', async () => {
  await changePassword('owner');
  expect(
    costOf(must(await server.storage.accounts.read((reader) => reader.commonPasswordHash()), 'one')),
  ).toEqual(RAISED);
  const asked: number[] = [];
  const passwords = createPasswords(RAISED, 5, async () => {
    asked.push(1);
    return await hashPassword('x', CHEAP);
  });
  expect(await passwords.verify('x', undefined)).toBe(false);
  expect(asked).toHaveLength(1);
  const low = await hashPassword('x', CHEAP);
  expect([passwords.isCheap(low), passwords.isCheap(await hashPassword('x', RAISED))]).toEqual([true, false]);
});
