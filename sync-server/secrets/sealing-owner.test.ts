import { createCipheriv, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { createSecondFactors } from '../identity/factors/second-factors.ts';
import { digestOf } from './digest.ts';
import { createSealer, deriveKey } from './sealing.ts';

const KEY = randomBytes(32);
const NEXT = randomBytes(32);

/** As it was sealed before there were owners and names of keys. */
function sealedBefore(text: string, key: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(key, 'sealing test'), nonce);
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, content, cipher.getAuthTag()]).toString('base64url');
}

describe('what is sealed', () => {
  test('opens for its owner alone', () => {
    const sealer = createSealer(KEY, 'test');
    const sealed = sealer.seal('secret', 'anna');
    expect(sealer.open(sealed, 'anna')).toBe('secret');
    for (const other of ['bruno', '']) expect(sealer.open(sealed, other)).toBeUndefined();
  });

  test('opens after a rotation, with the older key, and not without it', () => {
    const sealed = createSealer(KEY, 'test').seal('secret', 'anna');
    const rotated = createSealer(NEXT, 'test', [KEY]);
    expect(rotated.open(sealed, 'anna')).toBe('secret');
    expect([rotated.isOld(sealed), rotated.isOld(rotated.seal('x', 'anna'))]).toEqual([true, false]);
    expect(createSealer(NEXT, 'test').open(sealed, 'anna')).toBeUndefined();
    expect(createSealer(NEXT, 'other', [KEY]).open(sealed, 'anna')).toBeUndefined();
  });

  test('opens where it was sealed before there were owners, also after a rotation', () => {
    const before = sealedBefore('secret', KEY);
    expect(createSealer(KEY, 'test').open(before, 'anna')).toBe('secret');
    expect(createSealer(NEXT, 'test', [KEY]).open(before, 'anna')).toBe('secret');
    expect(createSealer(NEXT, 'test').open(before, 'anna')).toBeUndefined();
  });

  test.each(['', '.', 's2', 's2.', 's2.x', 's2.x.y', 's3.x.y', 'a.b.c.d'])('%j opens as nothing', (text) => {
    expect(createSealer(KEY, 'test').open(text, 'anna')).toBeUndefined();
  });
});

describe('a second factor', () => {
  const NOW = Date.parse('2026-11-23T09:00:00Z');
  const factors = (key: Uint8Array, older: readonly Uint8Array[] = []) =>
    createSecondFactors(createSealer(key, 'test', older), () => NOW);
  const codeOf = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: NOW });

  test('in another profile’s row is worth nothing, nor are its recovery codes', () => {
    const begun = factors(KEY).begin('TEST0001.1', 'mine');
    const code = codeOf(begun.enrolment.secret);
    expect(factors(KEY).confirm(begun.factor, code, 'theirs')).toBeUndefined();
    const confirmed = factors(KEY).confirm(begun.factor, code, 'mine');
    const [recovery = ''] = confirmed?.recoveryCodes ?? [];
    expect(confirmed && factors(KEY).accept(confirmed.factor, recovery, 'theirs')).toBeUndefined();
    expect(confirmed && factors(KEY).accept(confirmed.factor, recovery, 'mine')).toBeDefined();
  });

  test('moves to the newest key when it is used', () => {
    const secret = new Secret({ size: 20 }).base32;
    const factor = {
      sealedSecret: sealedBefore(secret, KEY),
      confirmedAt: 1,
      lastStep: 0,
      recoveryCodes: [],
    };
    const accepted = factors(NEXT, [KEY]).accept(factor, codeOf(secret), 'mine');
    expect(accepted?.sealedSecret).toMatch(/^s2\./);
    const later = accepted && { ...accepted, lastStep: 0 };
    expect(later && factors(NEXT).accept(later, codeOf(secret), 'mine')).toBeDefined();
  });

  test('has recovery codes that nobody finds out with the database alone; those of before work until used', () => {
    const begun = factors(KEY).begin('TEST0001.1', 'mine');
    const confirmed = factors(KEY).confirm(begun.factor, codeOf(begun.enrolment.secret), 'mine');
    const plain = (confirmed?.recoveryCodes ?? []).map((code) => digestOf(code.replace('-', '')));
    expect(plain).toHaveLength(10);
    for (const hash of plain) expect(confirmed?.factor.recoveryCodes).not.toContain(hash);
    const [used = ''] = confirmed?.recoveryCodes ?? [];
    expect(
      confirmed && factors(NEXT, [KEY]).accept(confirmed.factor, used.toLowerCase(), 'mine'),
    ).toBeDefined();
    const before = {
      ...begun.factor,
      confirmedAt: 1,
      recoveryCodes: [digestOf('ABCDEFGHJK'), digestOf('KKKKKKKKKK')],
    };
    const after = factors(KEY).accept(before, 'abcde-fghjk', 'mine');
    expect(after?.recoveryCodes).toEqual([digestOf('KKKKKKKKKK')]);
    expect(after && factors(KEY).accept(after, 'abcde-fghjk', 'mine')).toBeUndefined();
  });

  /** One that is on, with its recovery codes. */
  function confirmed() {
    const begun = factors(KEY).begin('TEST0001.1', 'mine');
    return must(factors(KEY).confirm(begun.factor, codeOf(begun.enrolment.secret), 'mine'), 'a right code');
  }

  test.each(['a code', 'a recovery code'])(
    'that %s was used of after a rotation needs the older key no more, its recovery codes neither',
    (how) => {
      const { factor, recoveryCodes } = confirmed();
      const [first = '', second = ''] = recoveryCodes;
      const secret = createSealer(KEY, 'test').open(factor.sealedSecret, 'mine');
      const code = how === 'a code' ? codeOf(must(secret, 'a secret')) : first;
      const moved = factors(NEXT, [KEY]).accept({ ...factor, lastStep: 0 }, code, 'mine');
      expect(moved && factors(NEXT).accept(moved, second, 'mine')).toBeDefined();
      expect(factors(NEXT).accept(factor, second, 'mine')).toBeUndefined();
    },
  );

  test('that moves with an account to another profile has the same codes there, and none in the row of before', () => {
    const { factor, recoveryCodes } = confirmed();
    const [first = ''] = recoveryCodes;
    const moved = factors(KEY).move(factor, 'mine', 'new');
    expect(factors(KEY).accept(moved, first, 'new')).toBeDefined();
    expect(factors(KEY).accept(moved, first, 'mine')).toBeUndefined();
    const before = { factor, owner: 'mine' };
    expect(factors(KEY).isSame(before, { factor: moved, owner: 'new' })).toBe(true);
    expect(factors(KEY).isSame(before, { factor: moved, owner: 'mine' })).toBe(false);
    expect(factors(KEY).isSame(before, { factor: confirmed().factor, owner: 'mine' })).toBe(false);
    // One that this server cannot open stays shut, and is the same as none.
    const shut = factors(NEXT).move(factor, 'mine', 'new');
    expect(factors(NEXT).accept(shut, first, 'new')).toBeUndefined();
    expect(factors(NEXT).isSame(before, before)).toBe(false);
  });
});
