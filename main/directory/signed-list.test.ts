import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SCHOOL_LIST_TYPE } from '../../domain/protocol/school-list.ts';
import { createIssuer, sampleList } from '../testing/signed-list.ts';
import { readSignedList } from './signed-list.ts';

const issuer = createIssuer();
const list = sampleList('https://carpi.example');
const good = issuer.signList(list);
const [header = '', payload = '', signature = ''] = good.split('.');
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('signed list of schools', () => {
  it('is read when the key of the installer has signed it', () => {
    expect(readSignedList(good, issuer.publicKey)).toEqual({ ok: true, value: list });
    expect(readSignedList(`${good}\n`, issuer.publicKey)).toEqual({ ok: true, value: list });
    const withKeyName = issuer.signList(list, { alg: 'EdDSA', typ: SCHOOL_LIST_TYPE, kid: '2026' });
    expect(readSignedList(withKeyName, issuer.publicKey).ok).toBe(true);
  });

  it.each([
    ['signed by somebody else', createIssuer().signList(list)],
    ['changed after it was signed', `${header}.${part(sampleList('https://evil.example'))}.${signature}`],
    ['without a signature', `${header}.${payload}.`],
    ['with half a signature', `${header}.${payload}.${signature.slice(0, 40)}`],
    ['with the algorithm none', `${part({ alg: 'none', typ: SCHOOL_LIST_TYPE })}.${payload}.`],
    ['with none and a signature', issuer.signList(list, { alg: 'none', typ: SCHOOL_LIST_TYPE })],
    [
      'signed with the public key as a shared secret',
      (() => {
        const text = `${part({ alg: 'HS256', typ: SCHOOL_LIST_TYPE })}.${payload}`;
        const key = Buffer.from(issuer.publicKey, 'base64url');
        return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
      })(),
    ],
    [
      'with a key of its own in the header',
      createIssuer().signList(list, { alg: 'EdDSA', typ: SCHOOL_LIST_TYPE, jwk: { kty: 'OKP' } }),
    ],
    ['with a critical header', issuer.signList(list, { alg: 'EdDSA', typ: SCHOOL_LIST_TYPE, crit: ['b64'] })],
    ['that is another statement of the same key', issuer.signList(list, { alg: 'EdDSA', typ: 'JWT' })],
    ['in four parts', `${good}.${signature}`],
    ['in padded base 64', good.replace(signature, `${signature}==`)],
    ['that is a page of a Wi-Fi', '<h1>Wi-Fi</h1>'],
    ['that is empty', ''],
  ])('is refused %s', (_name, jws) => {
    expect(readSignedList(jws, issuer.publicKey).ok).toBe(false);
  });

  it.each([
    ['a server without https', sampleList('http://carpi.example')],
    ['a server with a path', sampleList('https://carpi.example/evil')],
    ['a school code that is none', sampleList('https://carpi.example', { school: '../../evil' })],
    ['another version', { ...list, version: 2 }],
    ['something more', { ...list, script: 'x' }],
    ['a school twice', { ...list, schools: [...list.schools, ...list.schools] }],
  ])('is refused with %s, though signed', (_name, forged) => {
    expect(readSignedList(issuer.signList(forged), issuer.publicKey)).toEqual({
      ok: false,
      failure: 'notAList',
    });
  });

  it('is refused where the installer’s key is none', () => {
    expect(readSignedList(good, 'AAAA').ok).toBe(false);
  });
});
