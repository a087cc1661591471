import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer } from '../testing/computer.ts';
import { startServer } from '../testing/local-server.ts';
import { sampleGuardian, sampleIdentity } from '../testing/samples.ts';
import { mergeProfiles, startSchoolServer } from '../testing/school-server.ts';
import { createIssuer, sampleList } from '../testing/signed-list.ts';

const here = sampleGuardian(1);
const there = sampleGuardian(2, 'CARP0002');

/** A computer that knows the school here by its installer and the one there by the signed list. */
async function setUp() {
  const [own, other] = [await startSchoolServer(here), await startSchoolServer(there)];
  const issuer = createIssuer();
  const signed = issuer.signList(sampleList(other.origin));
  const list = await startServer((_request, response) => response.end(signed));
  const directory = { url: `${list.origin}/schools.jws`, publicKey: issuer.publicKey };
  const pc = computer(own, undefined, { directory });
  const built = await pc.start();
  expect(await built.directory.refresh()).toBe('taken');
  return { own, other, pc, ...built };
}

const signIn = ({ username, school }: typeof here) => ({ username, school, password: 'password' });

describe('accounts of another server (docs/adr/0008)', () => {
  it('sign in there, renew there, and none of their tokens goes anywhere else', async () => {
    const { own, other, device, broker, servers } = await setUp();
    expect(servers.schools().map(({ school }) => school)).toEqual(['MORE0001', 'CARP0002']);
    expect(await device.signIn(signIn(here))).toMatchObject({ ok: true });
    expect(await device.signIn(signIn(there))).toMatchObject({
      value: { state: { identity: { username: there.username } } },
    });
    expect(await broker.accessToken()).toMatchObject({ server: other.origin });
    broker.expired('access-1');
    await broker.accessToken();
    expect(own.requests.map(({ url }) => url)).toEqual(['/session/sign-in']);
    expect(other.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/refresh']);
  });

  it('are one switch away with their own password, and known again after a restart without network', async () => {
    const { own, other, device, pc } = await setUp();
    await device.signIn(signIn(here));
    expect(await device.switchAccount(there, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
    expect(await device.switchAccount(there, 'password')).toMatchObject({ ok: true });
    await Promise.all([own.stop(), other.stop()]);
    const again = await pc.start();
    expect(again.device.state()).toMatchObject({ identity: { username: there.username } });
    expect((await again.device.unlock(there, 'password')).ok).toBe(true);
    expect((await again.device.unlock(here, 'password')).ok).toBe(true);
  });

  it('do not share a portfolio, though both servers call the profile the same', async () => {
    const { own, other, device } = await setUp();
    const profile = 'the-same';
    must(own.people.get(here.username), 'here').identity = { ...here, profile };
    must(other.people.get(there.username), 'there').identity = { ...there, profile };
    await device.signIn(signIn(here));
    await device.signIn(signIn(there));
    expect(await device.switchAccount(here, undefined)).toEqual({
      ok: false,
      failure: { kind: 'passwordNeeded' },
    });
  });

  it('are not taken from a server that is not theirs', async () => {
    const { own, device } = await setUp();
    const impostor = must(own.people.get(here.username), 'here');
    impostor.identity = { ...there, username: here.username };
    expect(await device.signIn(signIn(here))).toEqual({ ok: false, failure: { kind: 'internal' } });
    expect(await device.deviceAccounts()).toEqual([]);
    expect(own.requests.map(({ url }) => url)).toEqual(['/session/sign-in', '/session/sign-out']);
  });

  it('are not switched to by the word of a server that is not theirs', async () => {
    const { own, device } = await setUp();
    await device.signIn(signIn(there));
    const before = await device.deviceAccounts();
    own.people.set(there.username, { identity: there, password: 'password', steps: [] });
    mergeProfiles(
      own.people,
      must(own.people.get(here.username), 'here'),
      must(own.people.get(there.username), 'claimed'),
    );
    await device.signIn(signIn(here));
    expect((await device.switchAccount(there, undefined)).ok).toBe(false);
    expect(device.state()).toMatchObject({ identity: { username: here.username } });
    const after = await device.deviceAccounts();
    expect(after.find(({ identity }) => identity.school === 'CARP0002')).toEqual(before[0]);
  });

  it('are refused for a school that is in neither installer nor list', async () => {
    const { device, own, other } = await setUp();
    expect(await device.signIn({ ...signIn(here), school: 'EVIL0001' })).toEqual({
      ok: false,
      failure: { kind: 'internal' },
    });
    expect([own.requests, other.requests]).toEqual([[], []]);
    expect(await device.unlock(sampleIdentity(9), 'password')).toEqual({
      ok: false,
      failure: { kind: 'noLocalData' },
    });
  });
});
