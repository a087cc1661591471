import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { SessionTokens, SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { providerJourney } from '../../testing/sign-in/provider-journey.ts';
import { startTestIssuer, type TestIssuer } from '../../testing/sign-in/test-issuer.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';
import { createOpenIdConnect } from '../providers/openid-connect.ts';

const ADDRESS = 'marta@example.it';
const PORTFOLIO = [FAMILY.marta, FAMILY.martaSecond, FAMILY.martaElsewhere];
const refused = { status: 409, body: { kind: 'notPossible', reason: 'localPasswordOff' } };

let issuer: TestIssuer;
let at: Visitors;
beforeEach(async () => {
  issuer = await startTestIssuer('campanella');
  issuer.person = { email: ADDRESS, email_verified: true };
  const settings = { name: 'SPID', issuer: issuer.url, clientId: 'campanella', clientSecret: 'of the tests' };
  at = await startVisitors({ provider: createOpenIdConnect(settings) });
  await at.storage.accounts.transaction(async (transaction) => {
    const first = must(await transaction.account(FAMILY.marta), 'an account');
    const profile = must(await transaction.profile(first.profile), 'a profile');
    await transaction.saveProfile({ ...profile, email: { address: ADDRESS, confirmedAt: 1 } });
    for (const username of PORTFOLIO) {
      const account = must(await transaction.account(username), 'an account');
      await transaction.saveAccount({ ...account, profile: profile.id });
    }
  });
});
afterEach(async () => {
  await at.close();
  await issuer.close();
});

async function setRules(localPasswordOff: readonly string[]) {
  const rules = { secondFactorRoles: [], studentAccess: 'off', localPasswordOff };
  expect((await officeDesk(at).post('accounts/rules', rules)).status).toBe(200);
}

async function switchTo({ refreshToken }: SessionTokens, username: string) {
  return await at.send<SessionTokens>('POST', '/session/switch', { refreshToken, username });
}

async function enterByProvider(username: (typeof PORTFOLIO)[number]) {
  const journey = providerJourney(at.app, issuer);
  const { flow, code } = await journey.travel(PORTFOLIO.indexOf(username));
  const { tokens } = (await journey.finish(flow, code)).json<SignInAnswer>();
  expect(tokens?.identity.username).toBe(username);
  return must(tokens, 'a session');
}

test('a password does not lead to an account whose school has switched passwords off', async () => {
  const own = await at.enter(FAMILY.martaElsewhere);
  expect((await switchTo(own, FAMILY.marta)).status).toBe(200);
  await setRules(['firstGuardian']);
  expect(await switchTo(own, FAMILY.marta)).toMatchObject(refused);
  const renewed = await at.refresh(own.refreshToken);
  expect(await switchTo(renewed.body, FAMILY.martaSecond)).toMatchObject(refused);
  await setRules(['secondGuardian']);
  expect((await switchTo(renewed.body, FAMILY.marta)).status).toBe(200);
});

test('a session that was switched to by a password leads no further than the password', async () => {
  const own = await at.enter(FAMILY.martaElsewhere);
  const { body: second } = await switchTo(own, FAMILY.martaSecond);
  await setRules(['firstGuardian']);
  expect(await switchTo(second, FAMILY.marta)).toMatchObject(refused);
});

test('a session that a provider has vouched for leads there, and so do those that it has led to', async () => {
  await setRules(['firstGuardian']);
  const own = await enterByProvider(FAMILY.martaElsewhere);
  const { body: first } = await switchTo(own, FAMILY.marta);
  expect(first.identity.username).toBe(FAMILY.marta);
  const renewed = await at.refresh(first.refreshToken);
  const { status, body: second } = await switchTo(renewed.body, FAMILY.martaSecond);
  expect([status, second.identity.username]).toEqual([200, FAMILY.martaSecond]);
});
