import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { startCertifiedIssuer } from '../../testing/certified-issuer.ts';
import { startTestIssuer, type IssuerFaults, type TestIssuer } from '../../testing/test-issuer.ts';
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
    [{ acr: 'https://www.spid.gov.it/SpidL1' }, false],
    [{ amr: ['pwd', 'mfa'] }, true],
    [{ amr: ['pwd'] }, false],
  ])('tells with %j whether more than a password was shown', async (claims, isStrong) => {
    issuer.person = { ...PERSON, ...claims };
    expect(await journey()).toMatchObject({ ok: true, value: { isStrong } });
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
  } finally {
    await certified.close();
  }
});
