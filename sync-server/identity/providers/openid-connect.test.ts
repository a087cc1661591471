import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { startCertifiedIssuer } from '../../testing/sign-in/certified-issuer.ts';
import { startTestIssuer, type IssuerFaults, type TestIssuer } from '../../testing/sign-in/test-issuer.ts';
import { createOpenIdConnect } from './openid-connect.ts';
import type { SignInProvider } from './sign-in-provider.ts';

const CLIENT = 'campanella';
const BACK = 'http://127.0.0.1:1/provider/callback';
const PERSON = { fiscal_number: 'TINIT-RSSMRA80A01F257X' };

let issuer: TestIssuer;
let provider: SignInProvider;
beforeEach(async () => {
  issuer = await startTestIssuer(CLIENT);
  issuer.person = PERSON;
  const clientSecret = 'secret of the client';
  provider = createOpenIdConnect({ name: 'SPID', issuer: issuer.url, clientId: CLIENT, clientSecret });
});
afterEach(async () => {
  await issuer.close();
});

async function begin() {
  const begun = await provider.begin(BACK);
  return must(begun.ok ? begun.value : undefined, 'the issuer is there');
}

async function journey() {
  const { url, secrets } = await begin();
  return await provider.complete(await issuer.visit(url), secrets);
}

describe('an OpenID Connect provider', () => {
  test('vouches for a fiscal code, without the country that SPID puts before it', async () => {
    expect(await journey()).toEqual({ ok: true, value: { fiscalCode: 'RSSMRA80A01F257X', isStrong: false } });
  });

  test('vouches for an address only where it says that it has verified it', async () => {
    issuer.person = { email: ' Maria.Rossi@Example.it', email_verified: true };
    expect(await journey()).toEqual({
      ok: true,
      value: { email: 'maria.rossi@example.it', isStrong: false },
    });
    issuer.person = { email: 'maria.rossi@example.it' };
    expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  test.each([
    [{ acr: 'https://www.spid.gov.it/SpidL2' }, true],
    [{ acr: 'https://www.spid.gov.it/SpidL3' }, true],
    [{ acr: 'https://www.spid.gov.it/SpidL1' }, false],
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd'] }, false],
  ])('tells with %j whether more than a password was shown', async (claims, isStrong) => {
    issuer.person = { ...PERSON, ...claims };
    expect(await journey()).toMatchObject({ ok: true, value: { isStrong } });
  });

  test.each([
    ['https://evil.example/NotSpidL2'],
    ['urn:x:spidl3'],
    ['https://www.spid.gov.it/SpidL2/../SpidL1'],
    ['https://www.spid.gov.it/SpidL2 '],
    ['HTTPS://WWW.SPID.GOV.IT/SPIDL2'],
    ['https://www.spid.gov.it/SpidL22'],
    ['CieL3'],
    // No document knows it: CIE says the levels of SPID.
    ['https://www.cartaidentita.interno.gov.it/CieL2'],
  ])('F14 takes the level %s, which only looks like a strong one, for none', async (acr) => {
    issuer.person = { ...PERSON, acr };
    expect(await journey()).toMatchObject({ ok: true, value: { isStrong: false } });
  });

  test('F14 takes the levels that the operator has named, and no others', async () => {
    const strongLevels = ['https://idp.scuola.example.it/due-passaggi'];
    const clientSecret = 'secret of the client';
    provider = createOpenIdConnect({
      name: 'Scuola',
      issuer: issuer.url,
      clientId: CLIENT,
      clientSecret,
      strongLevels,
    });
    issuer.person = { ...PERSON, acr: 'https://idp.scuola.example.it/due-passaggi' };
    expect(await journey()).toMatchObject({ ok: true, value: { isStrong: true } });
    issuer.person = { ...PERSON, acr: 'https://www.spid.gov.it/SpidL2' };
    expect(await journey()).toMatchObject({ ok: true, value: { isStrong: false } });
  });

  describe('F6 the signed token', () => {
    const OTHER = 'TINIT-PRSPRS70A01F257X';
    const L2 = 'https://www.spid.gov.it/SpidL2';

    test.each([
      ['another person', { fiscal_number: OTHER, acr: L2 }],
      ['another person under another name of the claim', { fiscalNumber: OTHER }],
      ['an address besides', { email: 'preside@example.it', email_verified: true }],
    ])('wins over an answer that names %s', async (_what, userInfo) => {
      issuer.person = { ...PERSON, acr: 'https://www.spid.gov.it/SpidL1' };
      issuer.userInfo = userInfo;
      expect(await journey()).toEqual({
        ok: true,
        value: { fiscalCode: 'RSSMRA80A01F257X', isStrong: false },
      });
    });

    test('does not vouch for an address that the other answer names', async () => {
      issuer.person = { email: 'anna@example.it', email_verified: true };
      issuer.userInfo = { email: 'preside@example.it' };
      expect(await journey()).toMatchObject({ value: { email: 'anna@example.it' } });
      issuer.person = { email_verified: true };
      expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
      issuer.person = { email: 'preside@example.it' };
      issuer.userInfo = { email_verified: true };
      expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    });

    test('lends its strength to nobody whom the other answer names alone', async () => {
      issuer.person = { acr: L2, amr: ['mfa'] };
      issuer.userInfo = { ...PERSON, acr: L2, amr: ['mfa'] };
      expect(await journey()).toEqual({
        ok: true,
        value: { fiscalCode: 'RSSMRA80A01F257X', isStrong: false },
      });
    });

    test('that names two people names nobody', async () => {
      issuer.person = { ...PERSON, fiscalNumber: OTHER };
      expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    });
  });

  describe('F4 a sign-in there of long ago', () => {
    const now = Math.floor(Date.now() / 1000);
    const year = 365 * 86_400;
    test.each<[string, IssuerFaults]>([
      ['a year ago', { claims: { auth_time: now - year } }],
      ['two minutes before the browser departed', { claims: { auth_time: now - 120 } }],
      ['nine minutes ago, which the provider may think young enough', { claims: { auth_time: now - 540 } }],
      ['twenty minutes ago', { claims: { auth_time: now - 1200 } }],
      ['tomorrow', { claims: { auth_time: now + 86_400 } }],
      ['at no time that can be read', { claims: { auth_time: 'yesterday' } }],
      ['in a token issued a year ago', { claims: { iat: now - year } }],
    ])('opens nothing: %s', async (_when, faults) => {
      issuer.faults = faults;
      expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    });

    test('is not asked for: each journey asks who it is', async () => {
      const { searchParams } = new URL((await begin()).url);
      expect([searchParams.get('prompt'), searchParams.get('max_age')]).toEqual(['login', '600']);
      issuer.person = { ...PERSON, auth_time: Math.floor(Date.now() / 1000) };
      expect(await journey()).toMatchObject({ ok: true });
    });
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  test.each<[string, IssuerFaults]>([
    ['signed with a key that the issuer does not publish', { foreignKey: true }],
    ['without a signature', { unsigned: true }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['of another issuer', { claims: { iss: 'https://issuer.example' } }],
    ['with another nonce', { claims: { nonce: 'of yesterday' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['that has expired', { claims: { exp: past } }],
    ['that is not valid yet', { claims: { nbf: past + 7200 } }],
    ['without a subject', { claims: { sub: undefined as unknown as string } }],
  ])('is not believed with a token %s', async (_name, faults) => {
    issuer.faults = faults;
    expect(await journey()).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  test('is not believed with the answer to another question, a wrong proof of possession or a used code', async () => {
    const { url, secrets } = await begin();
    const other = await begin();
    const arrival = await issuer.visit(url);
    const refused = { ok: false, failure: { kind: 'refused' } };
    expect(await provider.complete(arrival, other.secrets)).toMatchObject(refused);
    const wrongProof = { ...secrets, verifier: other.secrets.verifier };
    expect(await provider.complete(await issuer.visit(url), wrongProof)).toMatchObject(refused);
    const again = await issuer.visit(url);
    expect(await provider.complete(again, secrets)).toMatchObject({ ok: true });
    expect(await provider.complete(again, secrets)).toMatchObject(refused);
  });

  test('that cannot be reached says so', async () => {
    await issuer.close();
    expect(await provider.begin(BACK)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } });
  });
});

test('a certified issuer is understood as it comes', async () => {
  const client = { id: CLIENT, secret: 'secret of the client' };
  const certified = await startCertifiedIssuer(client, BACK);
  try {
    const ours = createOpenIdConnect({
      name: 'Scuola',
      issuer: certified.url,
      clientId: client.id,
      clientSecret: client.secret,
    });
    const begun = await ours.begin(BACK);
    const { url, secrets } = must(begun.ok ? begun.value : undefined, 'the issuer is there');
    const arrival = await certified.signInAs('maria.rossi@example.it', url);
    expect(await ours.complete(arrival, secrets)).toEqual({
      ok: true,
      value: { email: 'maria.rossi@example.it', isStrong: false },
    });
    const shown = certified.forms();
    // F4: whoever sits down at the same browser is asked again.
    const next = await ours.begin(BACK);
    const second = must(next.ok ? next.value : undefined, 'the issuer is there');
    const other = await certified.signInAs('maria.rossi@example.it', second.url);
    expect(certified.forms()).toBeGreaterThan(shown);
    expect(await ours.complete(other, second.secrets)).toMatchObject({
      value: { email: 'maria.rossi@example.it' },
    });
  } finally {
    await certified.close();
  }
});
