import { createHmac, randomBytes } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import { createAccessTokens } from './access-token.ts';
import { deriveKey } from '../../secrets/sealing.ts';

const NOW = Date.parse('2026-11-23T09:30:00.000Z');
const KEY = randomBytes(32);
const tokens = createAccessTokens(KEY, () => NOW);
const subject = { school: toSchoolId('TEST0001'), person: toPersonId('anna'), session: 's1' };
const claims = {
  school: 'TEST0001',
  session: 's1',
  sub: 'anna',
  iss: 'campanella',
  aud: 'campanella-api',
  iat: NOW / 1000,
  exp: NOW / 1000 + 600,
};

function compact(header: object, payload: object, key: Buffer = deriveKey(KEY, 'access tokens')): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part(header)}.${part(payload)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
}

const header = { alg: 'HS256', typ: 'at+jwt' };
const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

describe('a token of ours', () => {
  test('names its subject', async () => {
    expect(await tokens.verify(await tokens.sign(subject))).toEqual({ ok: true, value: subject });
    expect(await tokens.verify(compact(header, claims))).toEqual({ ok: true, value: subject });
  });

  test('is worth a refresh when it has expired, or was issued before the clock was set back', async () => {
    const token = await tokens.sign(subject);
    for (const shift of [601_000, -3_600_000]) {
      const later = createAccessTokens(KEY, () => NOW + shift);
      expect(await later.verify(token)).toEqual({ ok: false, failure: 'tokenExpired' });
    }
  });
});

describe('a forged token is refused', () => {
  const none = compact({ alg: 'none', typ: 'at+jwt' }, claims);
  const forms: readonly (readonly [string, string])[] = [
    ['without algorithm', none],
    ['without algorithm and signature', `${none.slice(0, none.lastIndexOf('.'))}.`],
    ['with another algorithm', compact({ alg: 'HS512', typ: 'at+jwt' }, claims)],
    ['of another kind', compact({ alg: 'HS256', typ: 'JWT' }, claims)],
    ['without kind', compact({ alg: 'HS256' }, claims)],
    ['with another key', compact(header, claims, randomBytes(32))],
    ['with the root of all keys', compact(header, claims, KEY)],
    ['with an empty key', compact(header, claims, Buffer.alloc(0))],
    ['of another issuer', compact(header, { ...claims, iss: 'evil' })],
    ['for another audience', compact(header, { ...claims, aud: 'evil' })],
    ['not yet valid', compact(header, { ...claims, nbf: claims.iat + 60 })],
    ['that lives too long', compact(header, { ...claims, iat: claims.iat - 3600, exp: claims.iat + 99_999 })],
    ['with a subject that is no text', compact(header, { ...claims, sub: 5 })],
    ['with a school that is no text', compact(header, { ...claims, school: ['TEST0001'] })],
    ['with a critical header', compact({ ...header, crit: ['x'], x: 1 }, claims)],
    ...Object.keys(claims).map((name) => [`without ${name}`, compact(header, without(name))] as const),
    ['empty', ''],
    ['of dots', '..'],
    ['of rubbish', 'a.b.c'],
  ];

  test.each(forms)('%s', async (_name, token) => {
    expect((await tokens.verify(token)).ok).toBe(false);
  });

  test('with any changed character', async () => {
    const token = await tokens.sign(subject);
    for (let index = 0; index < token.length; index += 7) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect((await tokens.verify(changed)).ok, `at ${index}`).toBe(false);
    }
  });

  test('signed with a public key scheme', async () => {
    const { privateKey } = await generateKeyPair('EdDSA');
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .sign(privateKey);
    expect((await tokens.verify(token)).ok).toBe(false);
  });
});
