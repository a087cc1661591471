import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  HandOverConsent,
  OfficeHandOvers,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { providerJourney, type ProviderJourney } from '../../testing/sign-in/provider-journey.ts';
import { type TestIssuer } from '../../testing/sign-in/test-issuer.ts';
import { edited, lesson, signature } from '../../testing/test-records.ts';
import { STAFF } from '../../testing/test-school.ts';
import { startVouchedSchool } from '../../testing/sign-in/vouched-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const ANNA = usernameOf('anna');
const mine = lesson(STAFF.anna, { signatures: [signature(STAFF.anna)], topic: 'Frazioni' });

let issuer: TestIssuer;
let server: TestServer;
let journey: ProviderJourney;
let desk: OfficeDesk;
beforeEach(async () => {
  ({ issuer, server } = await startVouchedSchool());
  journey = providerJourney(server.app, issuer);
  desk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
  await issuer.close();
});

const block = async () => await desk.act('block', { usernames: [ANNA], reason: 'Supplenza finita' });
const waiting = async () => (await desk.get<OfficeHandOvers>('hand-overs')).body.entries;

async function handOver(consent: HandOverConsent, record = mine, username = ANNA) {
  const device = { id: 'device-12345', name: 'Aula 3' };
  const entries = [{ entry: record.entry, collection: 'lessons', record, assumed: null }];
  const payload = { username, consent, device, entries };
  const answer = await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  return { status: answer.statusCode, body: answer.json<{ taken?: readonly string[]; kind?: string }>() };
}

describe('a blocked account whose owner the provider has recognised', () => {
  test('hands over with the code, in as many requests as it takes, and the office sees it all', async () => {
    await block();
    const { flow, code } = await journey.travel(0, 'handOver');
    const typed = ` ${code.toLowerCase().replace('-', ' ')}`;
    expect(await handOver({ flow, code: typed })).toEqual({ status: 200, body: { taken: [mine.entry] } });
    const later = edited(mine, { topic: 'Decimali' });
    expect((await handOver({ flow, code }, later)).body).toEqual({ taken: [later.entry] });
    expect((await handOver({ flow, code })).body).toEqual({ taken: [mine.entry] });
    expect((await waiting()).map(({ username }) => username)).toEqual([ANNA, ANNA]);
    expect(await desk.acts(ANNA)).toContain('handedOver');
  });

  test('is the only one that is offered, in words that say what for', async () => {
    const none = await journey.browse((await journey.start('handOver')).url);
    expect(none.page.statusCode).toBe(404);
    expect(none.page.body).toContain('Nessun account bloccato');
    await block();
    const { page, choices } = await journey.browse((await journey.start('handOver')).url);
    expect([page.statusCode, choices.length]).toEqual([200, 1]);
    expect(page.body).toContain('Di quale account si consegnano le registrazioni?');
  });

  test('opens nothing by that code, and hands over by no other', async () => {
    const toSignIn = await journey.travel();
    await block();
    const toHandOver = await journey.travel(0, 'handOver');
    expect((await journey.finish(toHandOver.flow, toHandOver.code)).statusCode).toBe(422);
    expect(await handOver(toSignIn)).toMatchObject({ status: 422, body: { kind: 'wrongCode' } });
    const other = await journey.start('handOver');
    expect((await handOver({ flow: other.flow, code: toHandOver.code })).status).toBe(422);
    expect(await waiting()).toEqual([]);
  });

  test('hands over nothing in the name of somebody else, once it is open again, or after ten minutes', async () => {
    await block();
    const proof = await journey.travel(0, 'handOver');
    expect(await handOver(proof, mine, usernameOf('bruno'))).toMatchObject({
      body: { kind: 'notPossible', reason: 'otherAccount' },
    });
    await desk.act('unblock', { usernames: [ANNA] });
    expect(await handOver(proof)).toMatchObject({ body: { kind: 'notPossible', reason: 'notBlocked' } });
    await block();
    expect(await waiting()).toEqual([]);
    server.clock.now += 10 * 60_000 + 1;
    expect(await handOver(proof)).toMatchObject({ body: { kind: 'wrongCode' } });
  });

  test('gives its consent to one block, not to a later one', async () => {
    await block();
    const proof = await journey.travel(0, 'handOver');
    await desk.act('unblock', { usernames: [ANNA] });
    await block();
    expect(await handOver(proof)).toMatchObject({ status: 422, body: { kind: 'wrongCode' } });
    expect((await handOver(await journey.travel(0, 'handOver'))).status).toBe(200);
  });

  test('cannot consent with a password that opens nothing in this school', async () => {
    await desk.post('accounts/rules', {
      studentAccess: 'off',
      secondFactorRoles: [],
      localPasswordOff: ['staff'],
    });
    await block();
    expect(await handOver({ password: PASSWORD })).toMatchObject({
      status: 409,
      body: { kind: 'notPossible', reason: 'localPasswordOff' },
    });
    expect(await handOver({ password: 'wrong' })).toMatchObject({ body: { kind: 'wrongCredentials' } });
    expect((await handOver(await journey.travel(0, 'handOver'))).status).toBe(200);
    await desk.post('accounts/rules', {
      studentAccess: 'off',
      secondFactorRoles: [],
      localPasswordOff: ['firstGuardian'],
    });
    expect((await handOver({ password: PASSWORD })).status).toBe(200);
  });

  test('slows down who guesses the code: of 30 tries at most 10 are looked at', async () => {
    await block();
    const { flow } = await journey.start('handOver');
    const statuses = [];
    for (let count = 0; count < 30; count += 1)
      statuses.push((await handOver({ flow, code: `WRNG${1000 + count}` })).status);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });
});

test('a server without a provider takes no code', async () => {
  const plain = await startTestServer();
  const entries = [{ entry: mine.entry, collection: 'lessons', record: mine, assumed: null }];
  const consent = { flow: 'A'.repeat(43), code: 'ABCD2345' };
  const device = { id: 'device-12345', name: 'Aula 3' };
  const payload = { username: ANNA, consent, device, entries };
  const answer = await plain.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  expect(answer.json()).toMatchObject({ kind: 'wrongCode' });
  await plain.close();
});
