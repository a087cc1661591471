import { createHmac } from 'node:crypto';
import { decodeJwt } from 'jose';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { SessionTokens, SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { deriveKey } from '../secrets/sealing.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';

let at: Visitors;
let own: SessionTokens;
let ticket: string;
let code: string;
beforeAll(async () => {
  at = await startVisitors();
  own = await at.enter(FAMILY.marta);
  const anna = await at.enter(usernameOf('anna'), PASSWORD);
  const url = '/api/account/second-factor';
  const how = { token: anna.accessToken };
  const begun = await at.send<{ secret: string }>('POST', `${url}/begin`, {}, how);
  const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
  await at.send('POST', `${url}/confirm`, { code: totp.generate({ timestamp: at.clock.now }) }, how);
  code = totp.generate({ timestamp: at.clock.now + 30_000 });
  const asked = (await at.attempt(usernameOf('anna'), PASSWORD)).body as SignInAnswer;
  ticket = must(asked.step, 'a step').ticket;
});
afterAll(async () => {
  await at.close();
});

const statusWith = async (token: string) =>
  (await at.send('GET', '/api/account', undefined, { token })).status;
const secondFactor = async (text: string) =>
  await at.send('POST', '/session/second-factor', { ticket: text, code });

function forge(header: object, payload: object, key?: Uint8Array): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part(header)}.${part(payload)}`;
  return `${content}.${key ? createHmac('sha256', key).update(content).digest('base64url') : ''}`;
}

describe('13 access tokens that are none', () => {
  const accessKey = () => deriveKey(at.signingKey, 'access tokens');
  const access = { alg: 'HS256', typ: 'at+jwt' };
  const forms: readonly (readonly [string, (claims: object) => string])[] = [
    ['without a signature', (claims) => forge({ alg: 'none', typ: 'at+jwt' }, claims)],
    ['without algorithm, signed', (claims) => forge({ alg: 'none', typ: 'at+jwt' }, claims, accessKey())],
    ['with another key', (claims) => forge(access, claims, Buffer.alloc(32, 1))],
    ['with the root of all keys', (claims) => forge(access, claims, at.signingKey)],
    ['with an empty key', (claims) => forge(access, claims, Buffer.alloc(0))],
    [
      'with the key of tickets',
      (claims) => forge(access, claims, deriveKey(at.signingKey, 'sign-in tickets')),
    ],
    [
      'for another audience',
      (claims) => forge(access, { ...claims, aud: 'campanella-sign-in' }, accessKey()),
    ],
    ['of another issuer', (claims) => forge(access, { ...claims, iss: 'evil' }, accessKey())],
    ['of another type', (claims) => forge({ ...access, typ: 'step+jwt' }, claims, accessKey())],
    ['expired', (claims) => forge(access, { ...claims, iat: 1, exp: 601 }, accessKey())],
    ['that lasts for years', (claims) => forge(access, { ...claims, iat: 1, exp: 9e9 }, accessKey())],
    ['for another person', (claims) => forge(access, { ...claims, sub: 'staff-office' }, accessKey())],
    ['for another session', (claims) => forge(access, { ...claims, session: 'x' }, accessKey())],
  ];
  test.each(forms)('%s: refused', async (_name, make) => {
    const claims = decodeJwt(own.accessToken);
    expect(await statusWith(forge(access, claims, accessKey())), 'the same claims, well signed').toBe(200);
    expect(await statusWith(make(claims))).toBe(401);
  });
});

describe('8 tickets that are none', () => {
  const step = { alg: 'HS256', typ: 'step+jwt' };
  const key = () => deriveKey(at.signingKey, 'sign-in tickets');
  const forms: readonly (readonly [string, (claims: object) => string])[] = [
    ['without a signature', (claims) => forge({ alg: 'none', typ: 'step+jwt' }, claims)],
    ['with the key of access tokens', (claims) => forge(step, claims, at.signingKey)],
    ['for another audience', (claims) => forge(step, { ...claims, aud: 'campanella-api' }, key())],
    ['of another type', (claims) => forge({ ...step, typ: 'at+jwt' }, claims, key())],
    ['expired', (claims) => forge(step, { ...claims, iat: 1, exp: 601 }, key())],
    ['of another password', (claims) => forge(step, { ...claims, password: 'x' }, key())],
    ['for another profile', (claims) => forge(step, { ...claims, sub: 'x' }, key())],
    ['that is an access token', () => own.accessToken],
  ];
  test.each(forms)('%s: refused', async (_name, make) => {
    expect((await secondFactor(make(decodeJwt(ticket)))).body).toMatchObject({ kind: 'notSignedIn' });
  });

  test('and a ticket is no access token and no refresh token', async () => {
    expect(await statusWith(ticket)).toBe(401);
    expect((await at.refresh(ticket.slice(0, 200))).status).toBe(401);
    expect((await at.refresh(`TEST0001.${ticket.slice(0, 43)}`)).status).toBe(401);
  });
});

describe('replay', () => {
  test('2 uses of one ticket with two right codes: one session', async () => {
    expect((await secondFactor(ticket)).body).toHaveProperty('tokens');
    expect((await secondFactor(ticket)).body).not.toHaveProperty('tokens');
  });

  test('3 uses of a refresh token, of which the thief’s is the second: the whole family dies', async () => {
    const { refreshToken } = await at.enter(FAMILY.olivia);
    const second = (await at.refresh(refreshToken)).body;
    const third = (await at.refresh(second.refreshToken)).body;
    expect((await at.refresh(refreshToken)).status).toBe(401);
    expect((await at.refresh(third.refreshToken)).status).toBe(401);
    expect(await statusWith(third.accessToken)).toBe(401);
    const other = (await at.enter(FAMILY.olivia)).accessToken;
    expect(await statusWith(other), 'another family of the same account').toBe(200);
  });

  test('5 tokens of a session that was signed out: none works', async () => {
    const { refreshToken, accessToken } = await at.enter(FAMILY.nino);
    const switched = { refreshToken, username: FAMILY.nino };
    await at.send('POST', '/session/sign-out', { refreshToken });
    expect(await statusWith(accessToken)).toBe(401);
    expect((await at.refresh(refreshToken)).status).toBe(401);
    expect((await at.send('POST', '/session/switch', switched)).status).toBe(401);
    const act = { kind: 'changePassword', current: OLD_PASSWORD, next: 'tamburo lavagna blu' } as const;
    expect((await at.act(accessToken, act)).status).toBe(401);
  });
});

test('session fixation, 4 ways: nothing that was there before a sign-in is worth anything after it', async () => {
  const before = await at.enter(FAMILY.martaSecond);
  await at.send('POST', '/session/sign-out', { refreshToken: before.refreshToken });
  const answer = await at.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    headers: { authorization: `Bearer ${before.accessToken}`, cookie: 'session=mine' },
    payload: {
      username: FAMILY.martaSecond,
      password: OLD_PASSWORD,
      device: { id: 'device-of-tests', name: 'x' },
    },
  });
  const after = must(answer.json<SignInAnswer>().tokens, 'a session');
  expect(answer.headers).not.toHaveProperty('set-cookie');
  expect(after.refreshToken).not.toBe(before.refreshToken);
  expect(decodeJwt(after.accessToken)['session']).not.toBe(decodeJwt(before.accessToken)['session']);
  expect(await statusWith(before.accessToken)).toBe(401);
  expect((await at.refresh(before.refreshToken)).status).toBe(401);
});
