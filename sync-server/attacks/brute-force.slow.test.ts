import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { AccountAct } from '../../domain/protocol/endpoints/account/account.ts';
import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';
import { confirmAddresses, freshAddress } from '../testing/attack-tools.ts';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

const HOUR_MS = 3_600_000;
const ANNA = usernameOf('anna');

/** How many of so many tries were looked at, with a pause after each. */
async function lookedAt(
  tries: number,
  pauseMs: number,
  one: (index: number) => Promise<{ readonly status: number }>,
): Promise<number> {
  let admitted = 0;
  for (let index = 0; index < tries; index += 1) {
    if ((await one(index)).status !== 429) admitted += 1;
    at.clock.now += pauseMs;
  }
  return admitted;
}

describe('passwords', () => {
  test('360 tries at one account from one address in an hour: at most 20 are looked at', async () => {
    const one = () => at.attempt(FAMILY.marta, 'wrong');
    expect(await lookedAt(360, HOUR_MS / 360, one)).toBeLessThanOrEqual(20);
  });

  test('300 tries at one account from 300 addresses in an hour: at most 90 are looked at, and the owner still gets in', async () => {
    const one = (index: number) => at.attempt(FAMILY.marta, 'wrong', { address: freshAddress(index) });
    expect(await lookedAt(300, HOUR_MS / 300, one)).toBeLessThanOrEqual(90);
    at.clock.now += 60_000;
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD, { address: '10.1.1.1' })).status).toBe(200);
  });

  test('40 tries at the same moment: 4 are looked at', async () => {
    const all = await Promise.all(Array.from({ length: 40 }, () => at.attempt(FAMILY.marta, 'wrong')));
    expect(all.filter(({ status }) => status !== 429)).toHaveLength(4);
  });

  test.each<[string, (password: string) => AccountAct]>([
    [
      'changing the password',
      (current) => ({ kind: 'changePassword', current, next: 'tamburo lavagna blu' }),
    ],
    ['removing the address', (password) => ({ kind: 'removeEmail', password })],
    ['separating', (password) => ({ kind: 'separateAccount', username: FAMILY.nino, password })],
    [
      'joining a portfolio',
      (password) => ({ kind: 'mergeProfile', address: 'x000001d@example.it', password }),
    ],
  ])('40 tries at a password by %s on an open device: 4 are looked at', async (_act, act) => {
    await confirmAddresses(at, [FAMILY.nino]);
    const { accessToken } = await at.enter(FAMILY.marta);
    const one = async (index: number) => await at.act(accessToken, act(`wrong ${index}`));
    expect(await lookedAt(40, 100, one)).toBe(4);
  });
});

describe('codes', () => {
  async function withFactor() {
    const { accessToken: token } = await at.enter(ANNA, PASSWORD);
    const url = '/api/account/second-factor';
    const { body } = await at.send<{ secret: string }>('POST', `${url}/begin`, {}, { token });
    const totp = new TOTP({ secret: Secret.fromBase32(body.secret) });
    const code = totp.generate({ timestamp: at.clock.now });
    await at.send('POST', `${url}/confirm`, { code }, { token });
    at.clock.now += 60_000;
    return { totp, token };
  }

  async function ticketFrom(address: string) {
    const { body } = await at.attempt(ANNA, PASSWORD, { address });
    return must((body as SignInAnswer).step, 'a step').ticket;
  }

  test('200 codes from one address with the right password: at most 10 in a quarter of an hour', async () => {
    await withFactor();
    const ticket = await ticketFrom('10.0.0.1');
    const one = () => at.send('POST', '/session/second-factor', { ticket, code: '000000' });
    expect(await lookedAt(200, 2500, one)).toBeLessThanOrEqual(10);
  });

  test('240 codes from 240 addresses in a day: at most 120, a chance below one in two thousand', async () => {
    const { totp } = await withFactor();
    const one = async (index: number) => {
      const address = freshAddress(index);
      const ticket = index % 2 === 0 ? await ticketFrom(address) : held;
      held = ticket;
      return await at.send('POST', '/session/second-factor', { ticket, code: '000000' }, { address });
    };
    let held = '';
    expect(await lookedAt(240, (24 * HOUR_MS) / 240, one)).toBeLessThanOrEqual(120);
    at.clock.now += 900_000;
    const ticket = await ticketFrom('10.1.1.1');
    const code = totp.generate({ timestamp: at.clock.now });
    const own = await at.send('POST', '/session/second-factor', { ticket, code }, { address: '10.1.1.1' });
    expect(own.status).toBe(200);
  });

  test('100 recovery codes: at most 10 are looked at, and none of them is a session', async () => {
    await withFactor();
    const ticket = await ticketFrom('10.0.0.1');
    const one = async (index: number) => {
      const answer = await at.send('POST', '/session/second-factor', {
        ticket,
        code: `AAAAA-${10_000 + index}`,
      });
      expect(answer.body).not.toHaveProperty('tokens');
      return answer;
    };
    expect(await lookedAt(100, 1000, one)).toBeLessThanOrEqual(10);
  });

  test.each(['begin', 'recovery-codes'])(
    '200 codes on an open device for another telephone or new recovery codes (%s): at most 10 are looked at',
    async (what) => {
      const { token } = await withFactor();
      const one = () => at.send('POST', `/api/account/second-factor/${what}`, { code: '000000' }, { token });
      expect(await lookedAt(200, 2500, one)).toBeLessThanOrEqual(10);
    },
  );

  test('30 codes at the same moment for one ticket: the right one among them opens at most one session', async () => {
    const { totp } = await withFactor();
    const ticket = await ticketFrom('10.0.0.1');
    const code = totp.generate({ timestamp: at.clock.now });
    const all = await Promise.all(
      Array.from({ length: 30 }, () => at.send('POST', '/session/second-factor', { ticket, code })),
    );
    expect(all.filter(({ body }) => 'tokens' in body)).toHaveLength(1);
  });
});

describe('recovery', () => {
  test('200 requests for one mailbox in an hour: five mails, and most requests refused', async () => {
    const [address] = await confirmAddresses(at, [FAMILY.marta]);
    const request = { kind: 'byEmail', address: must(address, 'an address') } as const;
    const one = () => at.send('POST', '/session/recover', request);
    expect(await lookedAt(200, HOUR_MS / 200, one)).toBeLessThanOrEqual(15);
    expect(await at.mails('resetPassword')).toHaveLength(5);
  });

  test('200 invented links: none is one', async () => {
    for (let index = 0; index < 200; index += 1) {
      const secret = Buffer.from(`secret number ${index}`.padEnd(32)).toString('base64url');
      expect((await at.page(`/link/${secret}`)).status).toBe(404);
    }
  });

  test('100 forged choices for one name: no mail', async () => {
    for (let index = 0; index < 100; index += 1) {
      const choice = `${(at.clock.now + 60_000).toString(36)}.${'a'.repeat(42)}${index % 10}`;
      const request = { kind: 'byName', name: FAMILY.marta, choice };
      await at.send('POST', '/session/recover', request, { address: freshAddress(index) });
      at.clock.now += 60_000;
    }
    expect(await at.mails()).toEqual([]);
  });
});
