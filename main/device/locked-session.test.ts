import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer, filesUnder, type Computer } from '../testing/computer.ts';
import { fakeSafeStorage } from '../testing/keychains.ts';
import { sampleIdentity } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { createKeychain } from '../keychain/keychain.ts';
import { tokenHashOf } from '../session/session-seal.ts';

const anna = sampleIdentity(1);
const bruno = sampleIdentity(2);
const credentials = { username: anna.username, password: 'password' };
const keychain = createKeychain(fakeSafeStorage(), 'linux');

const sealedFile = (pc: Computer) =>
  must(
    filesUnder(pc.userData).find((path) => path.endsWith('session.sealed')),
    'a session on the disk',
  );

async function signedIn() {
  const server = await startSchoolServer(anna, bruno);
  const pc = computer(server);
  const app = await pc.start();
  await app.device.signIn(credentials);
  const signOuts = () =>
    server.requests.filter(({ url }) => url === '/session/sign-out').map(({ body }) => body);
  return { server, pc, signOuts, ...app };
}

describe('the session of a locked register (F1)', () => {
  it('gives no token, whoever asks the broker', async () => {
    const { device, broker } = await signedIn();
    device.lock('user');
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    expect(await broker.lend(async (token) => await Promise.resolve(token))).toBeUndefined();
    expect((await device.unlock(anna, 'password')).ok).toBe(true);
    await expect.poll(async () => (await broker.accessToken()).kind).toBe('token');
  });

  it('is still there after a restart, for whoever knows the password', async () => {
    const { pc, server } = await signedIn();
    const { device, broker } = await pc.start();
    expect(await broker.accessToken()).toEqual({ kind: 'signInNeeded' });
    const before = server.requests.length;
    await device.unlock(anna, 'password');
    await expect
      .poll(() => server.requests.slice(before).map(({ url }) => url))
      .toContain('/session/refresh');
    expect(server.requests.slice(before).map(({ url }) => url)).not.toContain('/session/sign-in');
  });

  it.each(['while it is locked', 'after a restart'])(
    'is ended on the server by a sign-out %s, without its token',
    async (when) => {
      const { device, pc, signOuts } = await signedIn();
      const app = when === 'after a restart' ? (await pc.start()).device : device;
      app.lock('user');
      await app.signOut(0);
      await expect
        .poll(signOuts)
        .toEqual([JSON.stringify({ school: anna.school, tokenHash: tokenHashOf('refresh-1') })]);
      expect(filesUnder(pc.userData).filter((path) => path.endsWith('session.sealed'))).toEqual([]);
    },
  );

  it('is ended on the server when the account is removed from the computer by somebody else', async () => {
    const { device, signOuts } = await signedIn();
    await device.signOut(0);
    await device.signIn(credentials);
    await device.signIn({ ...credentials, username: bruno.username });
    const before = signOuts().length;
    await device.removeAccount(anna, 0);
    await expect.poll(() => signOuts().slice(before).join()).toContain(tokenHashOf('refresh-2'));
  });

  it('of an earlier version is sealed at the next unlock, and used', async () => {
    const { pc, server } = await signedIn();
    writeFileSync(sealedFile(pc), must(keychain.seal('refresh-1'), 'sealed'));
    const { device } = await pc.start();
    const before = server.requests.length;
    await device.unlock(anna, 'password');
    await expect
      .poll(() => server.requests.slice(before).map(({ url }) => url))
      .toContain('/session/refresh');
    expect(keychain.open(readFileSync(sealedFile(pc)))).toContain('"version":2');
  });

  it('F15: is shown to no other server than the one that gave it', async () => {
    const { pc } = await signedIn();
    const other = await startSchoolServer(anna);
    const { device } = await computerAt(pc, other.origin);
    await device.unlock(anna, 'password');
    await expect.poll(() => other.requests.map(({ url }) => url)).toContain('/session/sign-in');
    expect(other.requests.map(({ body }) => body).join()).not.toContain('refresh-1');
  });
});

/** The same profile folder, with an installation whose school lies elsewhere. */
async function computerAt({ userData }: Computer, origin: string) {
  return await computer({ origin }, undefined, {}, 10_000, userData).start();
}
