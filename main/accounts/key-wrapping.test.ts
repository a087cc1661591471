import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isWrappedAt, unwrapKey, wrapKey, wrapKeys, WRAP_COST } from './key-wrapping.ts';

const CHEAP = { cost: 1024, blockSize: 8, parallelization: 1 };

describe('key wrapping', () => {
  it('opens with the right password and no other', async () => {
    const key = randomBytes(32);
    const wrapped = await wrapKey(key, 'città d’arte', 'owner', CHEAP);
    expect(await unwrapKey(wrapped, 'città d’arte', 'owner')).toEqual(key);
    expect(await unwrapKey(wrapped, 'citta d’arte', 'owner')).toBeUndefined();
    expect(await unwrapKey(wrapped, '', 'owner')).toBeUndefined();
  });

  it('takes an accented password however the keyboard composes it', async () => {
    const key = randomBytes(32);
    const wrapped = await wrapKey(key, 'perché'.normalize('NFC'), 'owner', CHEAP);
    expect(await unwrapKey(wrapped, 'perché'.normalize('NFD'), 'owner')).toEqual(key);
  });

  it('does not open for another account, nor when a byte or a parameter was changed', async () => {
    const wrapped = await wrapKey(randomBytes(32), 'password', 'owner', CHEAP);
    expect(await unwrapKey(wrapped, 'password', 'somebody else')).toBeUndefined();
    expect(await unwrapKey({ ...wrapped, cost: 2048 }, 'password', 'owner')).toBeUndefined();
    expect(
      await unwrapKey({ ...wrapped, sealed: randomBytes(32).toString('base64') }, 'password', 'owner'),
    ).toBeUndefined();
  });

  it('never wraps twice to the same bytes', async () => {
    const key = randomBytes(32);
    const [first, second] = await Promise.all([wrapKey(key, 'p', 'o', CHEAP), wrapKey(key, 'p', 'o', CHEAP)]);
    expect(first.sealed).not.toBe(second.sealed);
    expect(first.salt).not.toBe(second.salt);
  });

  it('works with the cost of the product', async () => {
    const key = randomBytes(32);
    expect(await unwrapKey(await wrapKey(key, 'p', 'o', WRAP_COST), 'p', 'o')).toEqual(key);
  });
});

describe('parameters of a wrapping', () => {
  it.each([3, 1000, 65_535])(
    'F13: a cost of %i, which is no power of two, opens nothing and stops nothing',
    async (cost) => {
      const wrapped = await wrapKey(Buffer.alloc(32, 1), 'password', 'owner', CHEAP);
      expect(await unwrapKey({ ...wrapped, cost }, 'password', 'owner')).toBeUndefined();
    },
  );

  it('F12: all three decide whether a wrapping costs what it should', async () => {
    const wrapped = await wrapKey(Buffer.alloc(32, 1), 'password', 'owner', CHEAP);
    expect(isWrappedAt(wrapped, CHEAP)).toBe(true);
    expect(isWrappedAt(undefined, CHEAP)).toBe(false);
    for (const more of [{ cost: 2048 }, { blockSize: 16 }, { parallelization: 2 }])
      expect(isWrappedAt(wrapped, { ...CHEAP, ...more })).toBe(false);
  });

  it('several keys are wrapped for the work of one, and each opens alone', async () => {
    const keys = {
      data: { key: Buffer.alloc(32, 1), owner: 'a' },
      journal: { key: Buffer.alloc(32, 2), owner: 'b' },
    };
    const { data, journal } = await wrapKeys(keys, 'password', CHEAP);
    expect(await unwrapKey(data, 'password', 'a')).toEqual(keys.data.key);
    expect(await unwrapKey(journal, 'password', 'b')).toEqual(keys.journal.key);
    expect(await unwrapKey(journal, 'password', 'a')).toBeUndefined();
    expect(data.iv).not.toBe(journal.iv);
  });
});
