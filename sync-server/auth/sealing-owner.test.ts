import { createCipheriv, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { createSecondFactors } from '../services/profile/second-factors.ts';
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
    for (const other of ['bruno', '', undefined]) expect(sealer.open(sealed, other)).toBeUndefined();
  });

  test('opens after a rotation, with the older key, and not without it', () => {
    const sealed = createSealer(KEY, 'test').seal('secret', 'anna');
    const rotated = createSealer(NEXT, 'test', [KEY]);
    expect(rotated.open(sealed, 'anna')).toBe('secret');
    expect([rotated.isOld(sealed), rotated.isOld(rotated.seal('x'))]).toEqual([true, false]);
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
    expect(createSealer(KEY, 'test').open(text)).toBeUndefined();
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
});
