import { describe, expect, it } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { computer } from '../testing/computer.ts';
import { startServer } from '../testing/local-server.ts';
import { sampleEntry, sampleGuardian } from '../testing/samples.ts';
import { startSchoolServer } from '../testing/school-server.ts';
import { createIssuer, sampleList } from '../testing/signed-list.ts';

const here = sampleGuardian(1);
const there = sampleGuardian(2, 'CARP0002');
/** Of a school that is in neither installer nor list, on the server here. */
const beside = sampleGuardian(3, 'MORE0009');
const CODE = 'ABCD2345';
const LOCAL = 'ombrello tamburo verde';

async function setUp() {
  const [own, other] = [await startSchoolServer(here, beside), await startSchoolServer(there)];
  const issuer = createIssuer();
  const signed = issuer.signList(sampleList(other.origin));
  const list = await startServer((_request, response) => response.end(signed));
  const directory = { url: `${list.origin}/schools.jws`, publicKey: issuer.publicKey };
  const built = await computer(own, undefined, { directory }, 10_000).start();
  expect(await built.directory.refresh()).toBe('taken');
  const { device } = built;
  const enter = async (server: typeof own, school: string, as: typeof here) => {
    expect(await device.startProvider({ school })).toMatchObject({ ok: true });
    server.browserCodes.set(CODE, as.username);
    await device.finishProvider(CODE);
    await device.answerStep({ kind: 'newLocalPassword', password: LOCAL });
    await device.journal()?.append([sampleEntry(1)]);
  };
  return { own, other, device, enter };
}

describe('accounts of several servers (docs/adr/0008, docs/adr/0009)', () => {
  it('are closed by no other server’s word', async () => {
    const { own, other, device } = await setUp();
    await device.signIn({ username: there.username, school: there.school, password: 'password' });
    const claimed = must(own.people.get(here.username), 'here');
    claimed.identity = { ...there };
    claimed.blocked = true;
    expect(
      await device.signIn({ username: here.username, school: here.school, password: 'password' }),
    ).toEqual({
      ok: false,
      failure: { kind: 'accountBlocked' },
    });
    expect((await device.deviceAccounts())[0]).not.toHaveProperty('blocked');
    expect(other.requests.map(({ url }) => url)).toEqual(['/session/sign-in']);
  });

  it('hand over to their own server alone, with what that one has given', async () => {
    const { own, other, device, enter } = await setUp();
    await enter(own, here.school, here);
    must(own.people.get(here.username), 'here').blocked = true;
    await device.startProvider({ school: here.school, only: here });
    own.browserCodes.set(CODE, here.username);
    expect(await device.finishProvider(CODE)).toEqual({ ok: false, failure: { kind: 'accountBlocked' } });
    await device.startProvider({ school: there.school, only: here, purpose: 'handOver' });
    expect(await device.handOver(here, LOCAL, CODE)).toEqual({ ok: false, failure: { kind: 'expired' } });
    expect([...own.requests, ...other.requests].map(({ url }) => url)).not.toContain('/session/hand-over');
  });

  it('find the provider of a school that is reached by another one', async () => {
    const { own, device, enter } = await setUp();
    await enter(own, here.school, beside);
    expect(await device.signInWays(beside.school)).toEqual({
      ok: true,
      value: { provider: { name: 'SPID / CIE' } },
    });
    expect(await device.startProvider({ school: beside.school, only: beside })).toMatchObject({ ok: true });
  });
});
