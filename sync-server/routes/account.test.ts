import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { DeviceRecords } from '../../domain/protocol/endpoints/account/account.ts';
import type { SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import { letterPassword } from '../testing/office-desk.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, startVisitors, type Visitors } from '../testing/visitor.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');
const WEBP = Buffer.from('RIFF....WEBPVP8 ', 'latin1');

let at: Visitors;
let token: string;
beforeEach(async () => {
  at = await startVisitors();
  ({ accessToken: token } = await at.enter(FAMILY.marta));
});
afterEach(async () => {
  await at.close();
});

async function picture(method: 'GET' | 'PUT' | 'DELETE', bytes?: Buffer, type = 'image/png', own = token) {
  return await at.app.inject({
    method,
    url: '/api/account/picture',
    headers: { authorization: `Bearer ${own}`, ...(bytes ? { 'content-type': type } : {}) },
    ...(bytes ? { payload: bytes } : {}),
  });
}

describe('the own account', () => {
  test('is seen by its owner', async () => {
    expect(await at.view(token)).toEqual({
      username: FAMILY.marta,
      kind: 'firstGuardian',
      schoolPass: expect.stringMatching(/^[0-9]{8}$/),
      passwordSetAt: '2026-11-23T09:30:00.000Z',
      secondFactor: { enabled: false, required: false, recoveryCodesLeft: 0 },
      hasPicture: false,
      language: 'it',
      devices: [expect.objectContaining({ username: FAMILY.marta, current: true })],
    });
  });

  test('changes its password with the current one: other sessions end, this one goes on (S20)', async () => {
    const other = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-two');
    const act = { kind: 'changePassword', current: OLD_PASSWORD, next: NEW_PASSWORD } as const;
    expect((await at.act(token, { ...act, current: 'wrong' })).body).toMatchObject({ kind: 'wrongPassword' });
    const same = await at.act(token, { ...act, next: OLD_PASSWORD });
    expect(same.body).toMatchObject({ kind: 'weakPassword', reason: 'sameAsBefore' });
    expect((await at.act(token, { ...act, next: 'corta' })).body).toMatchObject({ reason: 'tooShort' });
    expect((await at.act(token, act)).status).toBe(200);
    expect((await at.refresh(other.refreshToken)).body).toMatchObject({
      kind: 'notSignedIn',
      reason: 'passwordChanged',
    });
    expect((await at.send('GET', '/api/account', undefined, { token })).status).toBe(200);
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(401);
    expect((await at.attempt(FAMILY.marta, NEW_PASSWORD)).status).toBe(200);
  });
});

describe('the language of messages', () => {
  test('is the one that the owner has chosen, for all accounts of the profile', async () => {
    const chosen = await at.send('PUT', '/api/account/language', { language: 'en' }, { token });
    expect(chosen.status).toBe(204);
    expect((await at.view(token)).language).toBe('en');
    const link = { kind: 'linkEmail', address: 'marta@example.it', newPassword: NEW_PASSWORD } as const;
    await at.act(token, link);
    const [mail] = await at.mails('confirmEmail');
    expect(mail?.text).toMatch(/^Dear|^Hello|^Good/);
    expect(mail?.html).toContain('<html lang="en">');
  });

  test('is that of the page on which somebody has activated the account', async () => {
    const { accessToken: office } = await at.enter(usernameOf('office'), PASSWORD);
    await at.send('POST', '/api/office/accounts/reissue', { usernames: [FAMILY.nino] }, { token: office });
    await at.send('POST', '/api/office/accounts/mail', { usernames: [FAMILY.nino] }, { token: office });
    const path = await at.link('activate');
    const form = { password: NEW_PASSWORD, repeated: NEW_PASSWORD };
    expect((await at.page(path, form, { 'accept-language': 'en-GB,en;q=0.8' })).status).toBe(200);
    const nino = await at.enter(FAMILY.nino, NEW_PASSWORD);
    expect((await at.view(nino.accessToken)).language).toBe('en');
  });

  test('is that of the app in which somebody has activated the account', async () => {
    const { accessToken: office } = await at.enter(usernameOf('office'), PASSWORD);
    await at.send('POST', '/api/office/accounts/reissue', { usernames: [FAMILY.nino] }, { token: office });
    const password = must(await letterPassword(at, at.signingKey, FAMILY.nino), 'a password in the letter');
    const { step } = (await at.attempt(FAMILY.nino, password)).body as SignInAnswer;
    const { ticket } = must(step, 'an own password is asked for');
    const answer = { ticket, password: NEW_PASSWORD, language: 'en' };
    const { body } = await at.send<SignInAnswer>('POST', '/session/new-password', answer);
    const { accessToken } = must(body.tokens, 'a session');
    expect((await at.view(accessToken)).language).toBe('en');
  });

  test('is none that there is not', async () => {
    const { status } = await at.send('PUT', '/api/account/language', { language: 'tlh' }, { token });
    expect(status).toBe(400);
  });
});

describe('S36 the picture', () => {
  test.each([
    ['PNG', PNG, 'image/png'],
    ['JPEG', JPEG, 'image/jpeg'],
    ['WebP', WEBP, 'image/webp'],
  ])(
    'may be %s, is what its bytes say whatever was announced, and can be removed',
    async (_kind, bytes, type) => {
      expect((await picture('PUT', bytes, 'image/png')).statusCode).toBe(204);
      const shown = await picture('GET');
      expect(shown.rawPayload).toEqual(bytes);
      expect(shown.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
      expect(shown.headers['content-security-policy']).toContain("default-src 'none'");
      expect((await at.view(token)).hasPicture).toBe(true);
      expect((await picture('DELETE')).statusCode).toBe(204);
      expect((await picture('GET')).statusCode).toBe(204);
    },
  );

  test.each([
    [
      'a drawing with a script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'image/png',
      400,
    ],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/jpeg', 400],
    ['nothing', Buffer.alloc(0), 'image/png', 400],
    ['an announced drawing', PNG, 'image/svg+xml', 400],
    ['too much', Buffer.concat([PNG, Buffer.alloc(200_000)]), 'image/png', 413],
  ])('is not %s', async (_what, bytes, type, status) => {
    expect((await picture('PUT', bytes, type)).statusCode).toBe(status);
    expect((await picture('GET')).statusCode).toBe(204);
  });

  test('is its owner’s alone', async () => {
    await picture('PUT', PNG);
    const { accessToken } = await at.enter(FAMILY.nino);
    expect((await picture('GET', undefined, undefined, accessToken)).statusCode).toBe(204);
  });
});

describe('D40 the devices', () => {
  test('are listed with their last use, and signed out from elsewhere', async () => {
    at.clock.now += 60_000;
    const lost = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-lost');
    const { devices } = await at.view(token);
    const device = must(
      devices.find(({ name }) => name === 'PC device-lost'),
      'a device',
    );
    expect(device).toMatchObject({ current: false, lastUsedAt: '2026-11-23T09:31:00.000Z' });
    expect(
      (await at.send('POST', `/api/account/devices/${device.session}/end`, undefined, { token })).status,
    ).toBe(204);
    expect((await at.refresh(lost.refreshToken)).body).toMatchObject({ reason: 'remote' });
    expect((await at.send('GET', '/api/account', undefined, { token: lost.accessToken })).status).toBe(401);
    const ended = (await at.view(token)).devices.find(({ session }) => session === device.session);
    expect(ended).toMatchObject({ ended: 'remote' });
  });

  test('are one line for each computer, however often it signed in, and signed out as one (N11)', async () => {
    at.clock.now += 60_000;
    const first = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-lost');
    at.clock.now += 60_000;
    const second = await at.enter(FAMILY.marta, OLD_PASSWORD, 'device-lost');
    at.clock.now += 60_000;
    const again = await at.enter(FAMILY.marta);
    const { devices } = await at.view(again.accessToken);
    expect(devices).toHaveLength(2);
    expect(devices.filter(({ current }) => current)).toMatchObject([
      { signedInAt: '2026-11-23T09:33:00.000Z', lastUsedAt: '2026-11-23T09:33:00.000Z' },
    ]);
    const lost = must(
      devices.find(({ name }) => name === 'PC device-lost'),
      'the other computer',
    );
    expect(lost).toMatchObject({ current: false, lastUsedAt: '2026-11-23T09:32:00.000Z' });
    const path = `/api/account/devices/${lost.session}/end`;
    expect((await at.send('POST', path, undefined, { token: again.accessToken })).status).toBe(204);
    for (const { refreshToken } of [first, second])
      expect((await at.refresh(refreshToken)).body).toMatchObject({ reason: 'remote' });
    const left = (await at.view(again.accessToken)).devices.filter(({ ended }) => ended === undefined);
    expect(left).toMatchObject([{ current: true }]);
  });

  test('could hold what their account may read: counts by collection', async () => {
    const anna = await at.enter(usernameOf('anna'), PASSWORD);
    const { devices } = await at.view(anna.accessToken);
    const url = `/api/account/devices/${must(devices[0], 'a device').session}/records`;
    const { body } = await at.send<DeviceRecords>('GET', url, undefined, { token: anna.accessToken });
    expect(body.buckets).toContain('school');
    const pulled = await at.sync(anna.accessToken, { pull: { roster: { checkpoint: {}, limit: 500 } } });
    const roster = body.readableNow.find(({ collection }) => collection === 'roster');
    expect(roster?.records).toBe(pulled.pull.roster?.documents.length);
  });

  test('of others do not exist', async () => {
    const { devices } = await at.view((await at.enter(FAMILY.nino)).accessToken);
    const { session } = must(devices[0], 'a device');
    for (const id of [session, 'nothing'])
      for (const [method, act] of [
        ['POST', 'end'],
        ['GET', 'records'],
      ] as const) {
        const answer = await at.send(method, `/api/account/devices/${id}/${act}`, undefined, { token });
        expect(answer).toEqual({ status: 403, body: { kind: 'forbidden', message: 'No such account' } });
      }
  });
});
