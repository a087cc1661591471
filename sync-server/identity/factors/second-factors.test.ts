import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type {
  RecoveryCodes,
  SecondFactorEnrolment,
} from '../../../domain/protocol/endpoints/account/account.ts';
import type { SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';
import { startVisitors, type Visitors } from '../../testing/visitor.ts';

const ANNA = usernameOf('anna');
const url = '/api/account/second-factor';

let at: Visitors;
let token: string;
let phone: TOTP;
let codes: readonly string[];
beforeEach(async () => {
  at = await startVisitors();
  ({ accessToken: token } = await at.enter(ANNA, PASSWORD));
  phone = await authenticator({});
  ({ recoveryCodes: codes } = (await post<RecoveryCodes>('confirm', { code: codeOf(phone) })).body);
});
afterEach(async () => {
  await at.close();
});

async function post<T>(what: string, payload: object) {
  return await at.send<T>('POST', `${url}/${what}`, payload, { token });
}

async function authenticator(payload: object): Promise<TOTP> {
  const { body } = await post<SecondFactorEnrolment>('begin', payload);
  return new TOTP({ secret: Secret.fromBase32(body.secret) });
}

/** What an authenticator shows at the next look: no code is taken twice. */
function codeOf(totp: TOTP): string {
  at.clock.now += 30_000;
  return totp.generate({ timestamp: at.clock.now });
}

/** Signs in with a code, as somebody does who has the password. */
async function opensWith(code: string): Promise<boolean> {
  const { step } = (await at.attempt(ANNA, PASSWORD)).body as SignInAnswer;
  const { ticket } = must(step, 'a second factor is asked for');
  const answer = await at.send<SignInAnswer>('POST', '/session/second-factor', { ticket, code });
  return answer.body.tokens !== undefined;
}

async function acts(): Promise<readonly string[]> {
  return (await at.events(ANNA)).map(({ act }) => act);
}

const first = (list: readonly string[]) => must(list[0], 'a recovery code');

describe('recovery codes', () => {
  test('are renewed with a code of the authenticator: the earlier ones are worth nothing', async () => {
    const { status, body } = await post<RecoveryCodes>('recovery-codes', { code: codeOf(phone) });
    expect([status, body.recoveryCodes.length]).toEqual([200, 10]);
    expect(body.recoveryCodes).not.toContain(first(codes));
    expect(await opensWith(first(codes))).toBe(false);
    expect(await opensWith(first(body.recoveryCodes))).toBe(true);
    expect((await at.view(token)).secondFactor).toMatchObject({ enabled: true, recoveryCodesLeft: 9 });
    expect(await acts()).toContain('recoveryCodesRenewed');
  });

  test('are not renewed with one of them, with a wrong code, or with one that was used', async () => {
    const used = codeOf(phone);
    expect((await post('recovery-codes', { code: used })).status).toBe(200);
    for (const code of [first(codes), '000000', used]) {
      const { body } = await post('recovery-codes', { code });
      expect(body).toMatchObject({ kind: 'wrongCode' });
    }
  });

  test('are not made for an account without a second factor', async () => {
    const carla = await at.enter(usernameOf('carla'), PASSWORD);
    const how = { token: carla.accessToken };
    const { body } = await at.send('POST', `${url}/recovery-codes`, { code: '123456' }, how);
    expect(body).toMatchObject({ kind: 'wrongCode' });
  });
});

describe('another telephone', () => {
  test('takes the place of the earlier one with its first code; until then that one opens', async () => {
    const next = await authenticator({ code: codeOf(phone) });
    expect(await opensWith(codeOf(phone))).toBe(true);
    expect((await post('confirm', { code: '000000' })).body).toMatchObject({ kind: 'wrongCode' });
    const confirmed = await post<RecoveryCodes>('confirm', { code: codeOf(next) });
    expect(confirmed.body.recoveryCodes).toHaveLength(10);
    expect(await opensWith(codeOf(phone))).toBe(false);
    expect(await opensWith(first(codes))).toBe(false);
    expect(await opensWith(codeOf(next))).toBe(true);
    expect(await acts()).toContain('secondFactorReplaced');
  });

  test('may be set up with a recovery code, which is then spent: the earlier one may be lost', async () => {
    const next = await authenticator({ code: first(codes) });
    expect((await at.view(token)).secondFactor.recoveryCodesLeft).toBe(9);
    expect((await post('confirm', { code: codeOf(next) })).status).toBe(200);
    expect(await opensWith(codeOf(next))).toBe(true);
  });

  test('is not begun without a code, or with a wrong one', async () => {
    expect((await post('begin', {})).body).toMatchObject({ kind: 'notPossible', reason: 'secondFactorOn' });
    expect((await post('begin', { code: '000000' })).body).toMatchObject({ kind: 'wrongCode' });
    expect(await opensWith(codeOf(phone))).toBe(true);
  });

  test('that was begun is forgotten when the second factor is switched off', async () => {
    const next = await authenticator({ code: codeOf(phone) });
    const off = { kind: 'disableSecondFactor', password: PASSWORD, code: codeOf(phone) } as const;
    expect((await at.act(token, off)).status).toBe(200);
    expect((await post('confirm', { code: codeOf(next) })).body).toMatchObject({ kind: 'wrongCode' });
    expect((await at.view(token)).secondFactor.enabled).toBe(false);
  });
});
