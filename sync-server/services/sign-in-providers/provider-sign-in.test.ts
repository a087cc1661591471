import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderStart, SignInAnswer } from '../../../domain/protocol/session.ts';
import { personalDataId, type PersonalData } from '../../../domain/records/personal-data.ts';
import { startTestIssuer, type TestIssuer } from '../../testing/test-issuer.ts';
import { envelope, SCHOOL, schoolRecords, STAFF } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';
import { createOpenIdConnect } from './openid-connect.ts';

const FISCAL_CODE = 'RSSNNA80A41F257Q';
const device = { id: 'device-anna', name: 'PC' };

let issuer: TestIssuer;
let server: TestServer;
beforeEach(async () => {
  issuer = await startTestIssuer('campanella');
  issuer.person = { fiscal_number: `TINIT-${FISCAL_CODE}`, acr: 'https://www.spid.gov.it/SpidL2' };
  const settings = { name: 'SPID', issuer: issuer.url, clientId: 'campanella', clientSecret: 'of the tests' };
  const record: PersonalData = {
    ...envelope(personalDataId(STAFF.anna)),
    kind: 'personalData',
    person: STAFF.anna,
    fiscalCode: FISCAL_CODE.toLowerCase(),
    emails: [],
    phones: [],
    children: [],
  };
  server = await startTestServer([...schoolRecords(), record], { provider: createOpenIdConnect(settings) });
});
afterEach(async () => {
  await server.close();
  await issuer.close();
});

async function start(): Promise<ProviderStart> {
  const answer = await server.app.inject({ method: 'POST', url: '/session/provider/start', payload: {} });
  return answer.json<ProviderStart>();
}

/** A browser that goes to the provider and comes back with what it was given; `cookie` where it brings another one. */
async function browse(url: string, cookie?: string) {
  const departed = await server.app.inject({ url: new URL(url).pathname });
  const kept = cookie ?? String(departed.headers['set-cookie']).split(';')[0] ?? '';
  const arrival = await issuer.visit(String(departed.headers.location));
  const page = await server.app.inject({
    url: `${arrival.pathname}${arrival.search}`,
    headers: { cookie: kept },
  });
  return {
    page,
    kept,
    choices: [...page.body.matchAll(/name="choice" value="([^"]+)"/g)].map(([, choice]) => choice ?? ''),
  };
}

async function codeFor(choice: string, headers: Record<string, string> = {}) {
  const page = await server.app.inject({
    method: 'POST',
    url: '/provider/choose',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ choice }).toString(),
  });
  return /class="code"[^>]*>\s*([A-Z0-9-]+)/.exec(page.body)?.[1] ?? '';
}

async function finish(flow: string, code: string) {
  const payload = { flow, code, device };
  return await server.app.inject({ method: 'POST', url: '/session/provider/finish', payload });
}

async function journey() {
  const { flow, url } = await start();
  const { choices } = await browse(url);
  return { flow, code: await codeFor(choices[0] ?? '') };
}

describe('signing in by a provider', () => {
  test('opens the account of the person whose fiscal code the school has, with the code typed as people type', async () => {
    const { flow, code } = await journey();
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    const answer = await finish(flow, ` ${code.toLowerCase().replace('-', ' ')} `);
    expect(answer.json<SignInAnswer>().tokens?.identity).toMatchObject({
      school: SCHOOL,
      username: usernameOf('anna'),
    });
  });

  test('takes a code once, in the app that asked for it, within ten minutes', async () => {
    const { flow, code } = await journey();
    const other = await start();
    expect((await finish(other.flow, code)).statusCode).toBe(422);
    expect((await finish(flow, code)).statusCode).toBe(200);
    expect((await finish(flow, code)).statusCode).toBe(422);
    const late = await journey();
    server.clock.now += 10 * 60_000 + 1;
    expect((await finish(late.flow, late.code)).statusCode).toBe(422);
  });

  test('slows down who guesses the code: of 30 tries at most 10 are looked at', async () => {
    const { flow } = await journey();
    const statuses = [];
    for (let count = 0; count < 30; count += 1)
      statuses.push((await finish(flow, `WRNG${1000 + count}`)).statusCode);
    expect(statuses.filter((status) => status === 422).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });

  test('shows nobody an account for a person whom no school knows', async () => {
    issuer.person = { fiscal_number: 'TINIT-VRDLGI70A01F257Z' };
    const { url } = await start();
    const { page, choices } = await browse(url);
    expect([page.statusCode, choices]).toEqual([404, []]);
    expect(page.body).toContain('Nessuna utenza');
  });

  test('offers no blocked account', async () => {
    await server.storage.accounts.transaction(async (transaction) => {
      const account = await transaction.account(usernameOf('anna'));
      const blocked = { at: server.clock.now, by: 'office', reason: 'test' };
      if (account) await transaction.saveAccount({ ...account, state: 'blocked', blocked });
    });
    const { url } = await start();
    expect((await browse(url)).page.statusCode).toBe(404);
  });

  test('asks for the second factor of an account where the provider has seen a password alone', async () => {
    issuer.person = { fiscal_number: `TINIT-${FISCAL_CODE}`, acr: 'https://www.spid.gov.it/SpidL1' };
    await server.storage.accounts.transaction(async (transaction) => {
      const account = await transaction.account(usernameOf('anna'));
      const profile = account && (await transaction.profile(account.profile));
      const secondFactor = { sealedSecret: '', confirmedAt: 1, lastStep: 0, recoveryCodes: [] };
      if (profile) await transaction.saveProfile({ ...profile, secondFactor });
    });
    const { flow, code } = await journey();
    expect((await finish(flow, code)).json<SignInAnswer>()).toMatchObject({ step: { kind: 'secondFactor' } });
  });

  test('gains another browser, another site or a forged ticket nothing', async () => {
    const first = await start();
    const second = await start();
    const { kept } = await browse(first.url);
    // The cookie of one journey does not fit the answer of another.
    expect((await browse(second.url, kept)).page.statusCode).toBe(403);
    expect((await server.app.inject({ url: '/provider/arrive?code=x&state=y' })).statusCode).toBe(410);
    expect((await server.app.inject({ url: '/provider/depart/forged' })).statusCode).toBe(410);
    const { choices } = await browse(first.url);
    const site = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect(await codeFor(choices[0] ?? '', site)).toBe('');
    expect(await codeFor('forged')).toBe('');
  });

  test('keeps what the browser holds from scripts and from other addresses', async () => {
    const { url } = await start();
    const departed = await server.app.inject({ url: new URL(url).pathname });
    const cookie = String(departed.headers['set-cookie']);
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/provider/arrive']) expect(cookie).toContain(part);
    expect(departed.headers['referrer-policy']).toBe('no-referrer');
  });
});

test('without a provider there is no such way in', async () => {
  const plain = await startTestServer();
  const answer = await plain.app.inject({ method: 'POST', url: '/session/provider/start', payload: {} });
  expect(answer.statusCode).toBe(404);
  await plain.close();
});
