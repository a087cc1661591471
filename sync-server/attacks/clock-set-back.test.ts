import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Secret, TOTP } from 'otpauth';
import { createSealer } from '../secrets/sealing.ts';
import { createSecondFactors } from '../identity/factors/second-factors.ts';
import { CODE_RULES, PASSWORD_RULES, RECOVERY_RULES } from '../identity/tries/attempt-limits.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';
import { confirmAddresses } from '../testing/attack-tools.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const BACK = [HOUR, 24 * HOUR, 365 * 24 * HOUR] as const;
const ANNA = usernameOf('anna');

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

const tries = async (count: number, password = 'no') => {
  const statuses: number[] = [];
  for (let one = 0; one < count; one += 1) statuses.push((await at.attempt(ANNA, password)).status);
  return statuses;
};

describe.each(BACK)('S17 a server clock that is set back by %i ms', (back) => {
  test('refuses nobody whose failures were free', async () => {
    expect(await tries(1)).toEqual([401]);
    at.clock.now -= back;
    expect(await tries(1, PASSWORD)).toEqual([200]);
  });

  test('lets nobody wait longer than the wait itself, which then ends', async () => {
    expect((await tries(6)).at(-1)).toBe(429);
    at.clock.now -= back;
    const { status, body } = await at.attempt(ANNA, PASSWORD);
    expect(status).toBe(429);
    const wait = Number(body['retryAfter']);
    expect(wait).toBeLessThanOrEqual(PASSWORD_RULES.accountAtAddress.longestWaitSeconds);
    at.clock.now += wait * 1000;
    expect(await tries(1, PASSWORD)).toEqual([200]);
  });

  test('lets a password be asked for anew', async () => {
    const [address = ''] = await confirmAddresses(at, [FAMILY.marta]);
    const recover = async () =>
      (await at.send('POST', '/session/recover', { kind: 'byEmail', address })).status;
    expect(await recover()).toBe(200);
    at.clock.now -= back;
    expect(await recover()).toBe(200);
    expect((await at.mails('resetPassword')).length).toBe(2);
  });

  test('counts the mails of a day from now on, not from what the clock said', async () => {
    const [address = ''] = await confirmAddresses(at, [FAMILY.marta]);
    let asked = 0;
    const recover = async () => {
      at.clock.now += 2 * MINUTE;
      asked += 1;
      // Never twice from one place: what is counted here are the mails.
      const from = { address: `10.0.0.${asked}` };
      await at.send('POST', '/session/recover', { kind: 'byEmail', address }, from);
      return (await at.mails('resetPassword')).length;
    };
    for (let count = 0; count < 5; count += 1) await recover();
    expect(await recover()).toBe(5);
    at.clock.now -= back;
    expect(await recover()).toBe(5);
    at.clock.now += 24 * HOUR;
    expect(await recover()).toBe(6);
  });
});

test('S27 the pause before another confirmation is a minute, whatever the clock has done', async () => {
  const { accessToken } = await at.enter(FAMILY.olivia, OLD_PASSWORD);
  const newPassword = 'cammello ombrello lavagna 4';
  const linked = await at.act(accessToken, { kind: 'linkEmail', address: 'o@example.it', newPassword });
  expect(linked.status).toBe(200);
  at.clock.now -= HOUR;
  const token = (await at.enter(FAMILY.olivia, newPassword)).accessToken;
  const again = () => at.send('POST', '/api/account/email/resend', undefined, { token });
  expect(await again()).toMatchObject({ status: 409, body: { reason: 'tooSoon', retryAfter: 60 } });
  at.clock.now += MINUTE;
  expect((await again()).status).toBe(204);
});

test('a code that is right now is taken, though a later one was taken before the clock was set back', () => {
  let now = Date.parse('2026-11-23T10:00:00Z');
  const factors = createSecondFactors(createSealer(new Uint8Array(32), 'test'), () => now);
  const begun = factors.begin('TEST0001.1', 'mine');
  const totp = new TOTP({ secret: Secret.fromBase32(begun.enrolment.secret) });
  const code = () => totp.generate({ timestamp: now });
  const confirmed = factors.confirm(begun.factor, code(), 'mine');
  now -= HOUR;
  const earlier = totp.generate({ timestamp: now - 30_000 });
  const accepted = confirmed && factors.accept(confirmed.factor, code(), 'mine');
  expect(accepted).toBeDefined();
  // Used once, and none before it.
  expect(accepted && factors.accept(accepted, code(), 'mine')).toBeUndefined();
  expect(confirmed && factors.accept(confirmed.factor, earlier, 'mine')).toBeUndefined();
});

test('the longest waits are those of the rules', () => {
  for (const rules of [PASSWORD_RULES, CODE_RULES, RECOVERY_RULES])
    expect(rules.account.longestWaitSeconds).toBeLessThanOrEqual(3600);
});

test('a message that a later clock has put off is sent within hours', async () => {
  await at.storage.accounts.transaction(async (transaction) => {
    const mail = {
      id: 'one',
      school: 'TEST0001',
      username: ANNA,
      kind: 'reminder',
      to: 'a@example.it',
      subject: '',
      text: '',
      html: '',
      state: 'queued',
      attempts: 1,
      createdAt: at.clock.now,
      nextTryAt: at.clock.now + 365 * 24 * HOUR,
    };
    await transaction.saveMail(mail as Parameters<typeof transaction.saveMail>[0]);
  });
  const due = await at.storage.accounts.read((reader) => reader.dueMails(at.clock.now, 10));
  expect(due.map(({ id }) => id)).toEqual(['one']);
});
