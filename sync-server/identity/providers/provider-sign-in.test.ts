import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { providerJourney, type ProviderJourney } from '../../testing/sign-in/provider-journey.ts';
import { type TestIssuer } from '../../testing/sign-in/test-issuer.ts';
import { SCHOOL } from '../../testing/test-school.ts';
import { FISCAL_CODE, startVouchedSchool } from '../../testing/sign-in/vouched-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';
import type { Password } from '../../storage/contract/accounts.ts';

let issuer: TestIssuer;
let server: TestServer;
let journey: ProviderJourney;
beforeEach(async () => {
  ({ issuer, server } = await startVouchedSchool(FISCAL_CODE.toLowerCase()));
  journey = providerJourney(server.app, issuer);
});
afterEach(async () => {
  await server.close();
  await issuer.close();
});

/** What an authenticator shows. */
function codeOf(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now });
}

async function post(url: string, payload: object, token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return await server.app.inject({ method: 'POST', url, payload, headers });
}

describe('signing in by a provider', () => {
  test('opens the account of the person whose fiscal code the school has, with the code typed as people type', async () => {
    const { flow, code } = await journey.travel();
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    const answer = await journey.finish(flow, ` ${code.toLowerCase().replace('-', ' ')} `);
    expect(answer.json<SignInAnswer>().tokens?.identity).toMatchObject({
      school: SCHOOL,
      username: usernameOf('anna'),
    });
  });

  test('takes a code once, in the app that asked for it, within ten minutes', async () => {
    const { flow, code } = await journey.travel();
    const other = await journey.start();
    expect((await journey.finish(other.flow, code)).statusCode).toBe(422);
    expect((await journey.finish(flow, code)).statusCode).toBe(200);
    expect((await journey.finish(flow, code)).statusCode).toBe(422);
    const late = await journey.travel();
    server.clock.now += 10 * 60_000 + 1;
    expect((await journey.finish(late.flow, late.code)).statusCode).toBe(422);
  });

  test('slows down who guesses the code: of 30 tries at most 10 are looked at', async () => {
    const { flow } = await journey.travel();
    const statuses = [];
    for (let count = 0; count < 30; count += 1)
      statuses.push((await journey.finish(flow, `WRNG${1000 + count}`)).statusCode);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test('shows nobody an account for a person whom no school knows', async () => {
    issuer.person = { fiscal_number: 'TINIT-VRDLGI70A01F257Z' };
    const { url } = await journey.start();
    const { page, choices } = await journey.browse(url);
    expect([page.statusCode, choices]).toEqual([404, []]);
    expect(page.body).toContain('Nessun account');
  });

  test('offers a blocked account as closed, and says in the app which one it is', async () => {
    await server.storage.accounts.transaction(async (transaction) => {
      const account = await transaction.account(usernameOf('anna'));
      const blocked = { at: server.clock.now, by: 'office', reason: 'test' };
      if (account) await transaction.saveAccount({ ...account, state: 'blocked', blocked });
    });
    const { flow, url } = await journey.start();
    const { page, choices } = await journey.browse(url);
    expect(page.body).toContain('(bloccato dalla scuola)');
    const answer = await journey.finish(flow, await journey.codeFor(choices[0] ?? ''));
    expect(answer.json()).toMatchObject({
      kind: 'accountBlocked',
      account: { school: SCHOOL, username: usernameOf('anna') },
    });
  });

  test('asks for the second factor of an account where the provider has seen a password alone', async () => {
    issuer.person = { fiscal_number: `TINIT-${FISCAL_CODE}`, acr: 'https://www.spid.gov.it/SpidL1' };
    await server.storage.accounts.transaction(async (transaction) => {
      const account = await transaction.account(usernameOf('anna'));
      const profile = account && (await transaction.profile(account.profile));
      const secondFactor = { sealedSecret: '', confirmedAt: 1, lastStep: 0, recoveryCodes: [] };
      if (profile) await transaction.saveProfile({ ...profile, secondFactor });
    });
    const { flow, code } = await journey.travel();
    expect((await journey.finish(flow, code)).json<SignInAnswer>()).toMatchObject({
      step: { kind: 'secondFactor' },
    });
  });

  test('gains another browser, another site or a forged ticket nothing', async () => {
    const first = await journey.start();
    const second = await journey.start();
    const { kept } = await journey.browse(first.url);
    // The cookie of one journey does not fit the answer of another.
    expect((await journey.browse(second.url, kept)).page.statusCode).toBe(403);
    expect((await server.app.inject({ url: '/provider/arrive?code=x&state=y' })).statusCode).toBe(410);
    expect((await server.app.inject({ url: '/provider/depart/forged' })).statusCode).toBe(410);
    const { choices } = await journey.browse(first.url);
    const site = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect(await journey.codeFor(choices[0] ?? '', site)).toBe('');
    expect(await journey.codeFor('forged')).toBe('');
  });

  test('keeps what the browser holds from scripts and from other addresses', async () => {
    const { url } = await journey.start();
    const departed = await server.app.inject({ url: new URL(url).pathname });
    const cookie = String(departed.headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/provider/arrive']) expect(cookie).toContain(part);
    expect(departed.headers['referrer-policy']).toBe('no-referrer');
  });
});

describe('a provider that has seen a password alone', () => {
  const off = { localPasswordOff: ['staff'] };
  const on = { localPasswordOff: [] };
  const unused: Partial<Password> = { origin: 'office' };
  const ended: Partial<Password> = { origin: 'office', expiresAt: 0 };

  beforeEach(() => {
    issuer.person = { fiscal_number: `TINIT-${FISCAL_CODE}`, acr: 'https://www.spid.gov.it/SpidL1' };
  });

  async function prepare(rules: object, password: Partial<Password>) {
    await officeDesk(server).post('accounts/rules', { studentAccess: 'off', ...rules });
    await server.storage.accounts.transaction(async (transaction) => {
      const account = must(await transaction.account(usernameOf('anna')), 'an account');
      const profile = must(await transaction.profile(account.profile), 'a profile');
      await transaction.saveProfile({ ...profile, password: { ...profile.password, ...password } });
    });
  }

  async function stepAfter() {
    const { flow, code } = await journey.travel();
    const answer = await journey.finish(flow, code);
    return must(answer.json<SignInAnswer>().step, answer.body);
  }

  const circumstances: [string, object, Partial<Password>][] = [
    ['passwords are off', off, {}],
    ['the office’s password was never used', on, unused],
    ['the office’s password has ended', on, ended],
    ['passwords are off and the office’s was never used', off, unused],
    ['passwords are off and the office’s has ended', off, ended],
  ];

  test.each(circumstances)(
    'and a code of the second factor open the account where %s',
    async (_name, rules, own) => {
      const { accessToken } = await server.signIn('anna');
      const begun = await post('/api/account/second-factor/begin', {}, accessToken);
      const { secret } = begun.json<{ secret: string }>();
      await post('/api/account/second-factor/confirm', { code: codeOf(secret) }, accessToken);
      server.clock.now += 60_000;
      await prepare({ secondFactorRoles: [], ...rules }, own);
      const { kind, ticket } = await stepAfter();
      expect(kind).toBe('secondFactor');
      const answer = await post('/session/second-factor', { ticket, code: codeOf(secret) });
      expect(answer.json()).toMatchObject({ tokens: { identity: { username: usernameOf('anna') } } });
    },
  );

  test.each(circumstances)(
    'and a second factor set up on the way open it where %s',
    async (_name, rules, own) => {
      await prepare({ secondFactorRoles: ['teacher'], ...rules }, own);
      const { kind, ticket, enrolment } = await stepAfter();
      expect(kind).toBe('enrolSecondFactor');
      const code = codeOf(must(enrolment, 'an enrolment').secret);
      const answer = await post('/session/confirm-second-factor', { ticket, code });
      const body = answer.json<SignInAnswer>();
      expect(body).toMatchObject({ tokens: { identity: { username: usernameOf('anna') } } });
      expect(body.recoveryCodes).toHaveLength(10);
    },
  );
});

test('without a provider there is no such way in', async () => {
  const plain = await startTestServer();
  const answer = await plain.app.inject({ method: 'POST', url: '/session/provider/start', payload: {} });
  expect(answer.statusCode).toBe(404);
  await plain.close();
});
