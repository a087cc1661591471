import { randomBytes, randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { createSealer } from '../../secrets/sealing.ts';
import { OFFICE_PASSWORDS } from '../../identity/passwords/office-password.ts';
import { createSecondFactors, SECOND_FACTORS } from '../../identity/factors/second-factors.ts';
import type { Password, Profile } from '../../storage/contract/accounts.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';
import { countOnlyOlder, toLines } from './only-older.ts';

const BEFORE = randomBytes(32);
const NEW = randomBytes(32);
const none = { secondFactors: 0, recoveryCodes: 0, officePasswords: 0 };

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

const count = async (key: Uint8Array) => await countOnlyOlder(at.storage, { current: key }, at.clock.now);

async function change(username: string, change: (profile: Profile) => Profile) {
  await at.storage.accounts.transaction(async (transaction) => {
    const account = must(await transaction.account(username), 'an account');
    await transaction.saveProfile(change(must(await transaction.profile(account.profile), 'a profile')));
  });
}

const factorsOf = (key: Uint8Array, older: readonly Uint8Array[] = []) =>
  createSecondFactors(createSealer(key, SECOND_FACTORS, older), () => at.clock.now);

function codeOf(secret: string) {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.clock.now });
}

test('what only a key of before opens is counted, until it has been used once', async () => {
  let secret = '';
  let recovery: readonly string[] = [];
  await change(FAMILY.marta, (profile) => {
    const begun = factorsOf(BEFORE).begin(FAMILY.marta, profile.id);
    ({ secret } = begun.enrolment);
    const confirmed = must(factorsOf(BEFORE).confirm(begun.factor, codeOf(secret), profile.id), 'right');
    recovery = confirmed.recoveryCodes;
    return { ...profile, secondFactor: confirmed.factor };
  });
  expect(await count(BEFORE)).toEqual(none);
  expect(await count(NEW)).toEqual({ ...none, secondFactors: 1 });
  await change(FAMILY.marta, (profile) => {
    const factor = must(profile.secondFactor, 'a factor');
    const used = must(factorsOf(NEW, [BEFORE]).accept(factor, recovery[0] ?? '', profile.id), 'right');
    return { ...profile, secondFactor: used };
  });
  expect(await count(NEW)).toEqual(none);
});

test('recovery codes alone are counted apart, and a factor that was only begun is not', async () => {
  await change(FAMILY.marta, (profile) => {
    const begun = factorsOf(NEW).begin(FAMILY.marta, profile.id);
    const sealedCodesKey = createSealer(BEFORE, SECOND_FACTORS).seal('key', profile.id);
    return { ...profile, secondFactor: { ...begun.factor, confirmedAt: 1, sealedCodesKey } };
  });
  await change(FAMILY.olivia, (profile) => {
    return { ...profile, secondFactor: factorsOf(BEFORE).begin(FAMILY.olivia, profile.id).factor };
  });
  expect(await count(NEW)).toEqual({ ...none, recoveryCodes: 1 });
});

test('of office passwords those that still hold are counted, and the words name each thing that is lost', async () => {
  const officePassword = (expiresAt: number): Password => {
    const hash = randomUUID();
    const sealed = createSealer(BEFORE, OFFICE_PASSWORDS).seal('bcdfg', hash);
    return { hash, origin: 'office', setAt: 0, expiresAt, sealed };
  };
  await change(FAMILY.nino, (profile) => ({ ...profile, password: officePassword(at.clock.now + 1) }));
  await change(FAMILY.olivia, (profile) => ({ ...profile, password: officePassword(at.clock.now) }));
  expect(await count(BEFORE)).toMatchObject({ officePasswords: 0 });
  const lost = await count(NEW);
  expect(toLines(lost)).toEqual([expect.stringMatching(/^office passwords: 1;/)]);
  expect(toLines(none)).toEqual([]);
});
