import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import { letterPassword, officeDesk } from '../../testing/office-desk.ts';
import { changedSchool, familySchool, GUARDIANS } from '../../testing/test-families.ts';
import { nextEntry, SCHOOL } from '../../testing/test-school.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, startVisitors, type Visitors } from '../../testing/visitor.ts';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

const ANNA = usernameOf('anna');
const DAY = 86_400_000;

/** What an authenticator shows. */
function codeOf(secret: string, time: number): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time });
}

async function step(name: string, payload: object) {
  return await at.send<SignInAnswer & { kind?: string }>('POST', `/session/${name}`, payload);
}

async function stepAfter(name: string, password: string) {
  const { status, body } = await at.attempt(name, password);
  const answer = body as SignInAnswer;
  return { status, step: must(answer.step, JSON.stringify(body)) };
}

async function enrol(name: string, password: string) {
  const { accessToken: token } = await at.enter(name, password);
  const begun = await at.send<{ secret: string }>(
    'POST',
    '/api/account/second-factor/begin',
    {},
    {
      token,
    },
  );
  const { secret } = begun.body;
  const confirm = { code: codeOf(secret, at.clock.now) };
  const url = '/api/account/second-factor/confirm';
  const { body } = await at.send<{ recoveryCodes: string[] }>('POST', url, confirm, { token });
  at.clock.now += 60_000;
  return { token, secret, recoveryCodes: body.recoveryCodes };
}

describe('an office password', () => {
  async function issued() {
    const { issued } = await officeDesk(at).issue({ person: GUARDIANS.olivia });
    const username = must(issued[0], 'an account was issued');
    const password = must(await letterPassword(at, at.signingKey, username), 'a letter');
    return { username, password };
  }

  beforeEach(async () => {
    await at.close();
    at = await startVisitors({}, { withFamilies: false });
  });

  test.each([
    ['without hyphens', (text: string) => text.replaceAll('-', '')],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['with blanks and a long dash', (text: string) => ` ${text.replaceAll('-', ' – ')} `],
  ])('S10 is taken %s: it is read from paper, often over the telephone', async (_, typed) => {
    const { username, password } = await issued();
    expect((await stepAfter(username, typed(password))).step).toMatchObject({ kind: 'newPassword' });
    const wrong = typed(password.replace(/.$/, (last) => (last === 'b' ? 'c' : 'b')));
    expect((await stepAfter(username, password)).step).toMatchObject({ kind: 'newPassword' });
    const refused = await at.app.inject({
      method: 'POST',
      url: '/session/sign-in',
      payload: { username, password: wrong, device: { id: 'device-typed', name: 'PC' } },
    });
    expect(refused.statusCode).toBe(401);
  });

  test('lets nobody in before it is replaced: S10 issued becomes activated, S23 the office’s is dead', async () => {
    const { username, password } = await issued();
    const { step: asked } = await stepAfter(` ${username.toLowerCase()} `, password);
    expect(asked).toMatchObject({ kind: 'newPassword', username });
    // The page judges by the words that the school judges by.
    expect(asked.personal).toEqual(expect.arrayContaining([username, 'Olivia', 'Genitore']));
    const { ticket } = asked;
    for (const [weak, reason] of [
      ['corta', 'tooShort'],
      ['password12', 'tooCommon'],
      ['aaaaaaaaaaaa', 'tooEasy'],
      ['Olivia Genitore', 'personal'],
      [password, 'sameAsBefore'],
    ])
      expect((await step('new-password', { ticket, password: weak })).body).toMatchObject({
        kind: 'weakPassword',
        reason,
      });
    const { body } = await step('new-password', { ticket, password: NEW_PASSWORD });
    expect(body.tokens?.identity).toMatchObject({ username, kind: 'firstGuardian' });
    expect((await at.attempt(username, password)).status).toBe(401);
    expect((await at.attempt(username, NEW_PASSWORD)).status).toBe(200);
    const acts = (await at.events(username)).map(({ act }) => act);
    expect(acts).toEqual(expect.arrayContaining(['passwordChanged', 'activated', 'signedIn']));
    const account = await at.storage.accounts.read((reader) => reader.account(username));
    expect(account).toMatchObject({ state: 'activated', lastSignInAt: at.clock.now });
    expect((await step('new-password', { ticket, password: `${NEW_PASSWORD} due` })).status).toBe(401);
  });

  test('that has ended says so to who has it, and to nobody else', async () => {
    const { username, password } = await issued();
    at.clock.now += 400 * DAY;
    expect(await at.attempt(username, password)).toMatchObject({
      status: 403,
      body: { kind: 'passwordExpired' },
    });
    expect((await at.attempt(username, 'wrong')).status).toBe(401);
  });
});

describe('a name', () => {
  test('S12 is taken in any case with stray blanks, S14 a School pass is none', async () => {
    expect((await at.attempt(` ${FAMILY.marta.toLowerCase()}\t`, OLD_PASSWORD)).status).toBe(200);
    const { identity } = await at.enter(FAMILY.marta);
    expect(identity.schoolPass).toMatch(/^[0-9]{8}$/);
    expect((await at.attempt(identity.schoolPass, OLD_PASSWORD)).status).toBe(401);
  });
});

describe('a blocked account', () => {
  test('is told so to who has the password or the session, and to nobody else', async () => {
    const own = await at.enter(FAMILY.olivia);
    await officeDesk(at).act('block', { usernames: [FAMILY.olivia], reason: 'prova' });
    expect(await at.attempt(FAMILY.olivia, OLD_PASSWORD)).toMatchObject({
      status: 403,
      body: { kind: 'accountBlocked' },
    });
    expect((await at.attempt(FAMILY.olivia, 'wrong')).body).toMatchObject({ kind: 'wrongCredentials' });
    expect((await at.refresh(own.refreshToken)).body).toMatchObject({ kind: 'accountBlocked' });
    expect((await at.send('GET', '/api/account', undefined, { token: own.accessToken })).status).toBe(401);
  });
});

describe('a second factor', () => {
  test('is asked for after the password, takes the code of now and its neighbours, and none twice', async () => {
    const { secret } = await enrol(ANNA, PASSWORD);
    const code = codeOf(secret, at.clock.now + 30_000);
    const { step: first } = await stepAfter(ANNA, PASSWORD);
    expect(first.kind).toBe('secondFactor');
    expect((await step('second-factor', { ticket: first.ticket, code })).body.tokens).toBeDefined();
    const { step: second } = await stepAfter(ANNA, PASSWORD);
    for (const used of [code, codeOf(secret, at.clock.now), codeOf(secret, at.clock.now + 90_000)])
      expect((await step('second-factor', { ticket: second.ticket, code: used })).body).toMatchObject({
        kind: 'wrongCode',
      });
    at.clock.now += 60_000;
    const later = codeOf(secret, at.clock.now);
    expect((await step('second-factor', { ticket: second.ticket, code: later })).status).toBe(200);
    at.clock.now += 60_000;
    const again = codeOf(secret, at.clock.now);
    expect((await step('second-factor', { ticket: second.ticket, code: again })).status).toBe(401);
  });

  test('has ten recovery codes, each of which works once, however typed', async () => {
    const { recoveryCodes } = await enrol(ANNA, PASSWORD);
    expect(new Set(recoveryCodes).size).toBe(10);
    const code = must(recoveryCodes[3], 'ten codes').toLowerCase().replace('-', ' ');
    const { step: first } = await stepAfter(ANNA, PASSWORD);
    const { body } = await step('second-factor', { ticket: first.ticket, code });
    const { accessToken } = must(body.tokens, 'a session');
    expect((await at.view(accessToken)).secondFactor).toEqual({
      enabled: true,
      required: false,
      recoveryCodesLeft: 9,
    });
    const { step: second } = await stepAfter(ANNA, PASSWORD);
    expect((await step('second-factor', { ticket: second.ticket, code })).status).toBe(422);
    const stored = await at.storage.accounts.read(async (reader) =>
      reader.profile(must(await reader.account(ANNA), 'an account').profile),
    );
    expect(JSON.stringify(stored)).not.toContain(recoveryCodes[0]);
  });

  test('is obligatory for the roles that the school names: enrolled at the next sign-in', async () => {
    const [school] = changedSchool(
      familySchool().filter(({ kind }) => kind === 'school'),
      { policies: { secondFactorRoles: ['teacher'] } },
    );
    await at.roster.write(SCHOOL, [{ ...must(school, 'a school'), entry: nextEntry() }]);
    const { step: asked } = await stepAfter(ANNA, PASSWORD);
    expect(asked).toMatchObject({ kind: 'enrolSecondFactor', username: ANNA });
    const { secret, uri } = must(asked.enrolment, 'an enrolment');
    expect(uri).toMatch(/^otpauth:\/\/totp\/Campanella:TEST0001\.1\?.*secret=/);
    const { ticket } = asked;
    expect((await step('confirm-second-factor', { ticket, code: '000000' })).status).toBe(422);
    const code = codeOf(secret, at.clock.now);
    const { body } = await step('confirm-second-factor', { ticket, code });
    expect(body.recoveryCodes).toHaveLength(10);
    expect(body.tokens?.identity.username).toBe(ANNA);
    expect((await step('confirm-second-factor', { ticket, code })).status).not.toBe(200);
    expect((await stepAfter(ANNA, PASSWORD)).step.kind).toBe('secondFactor');
    expect((await at.attempt(FAMILY.marta, OLD_PASSWORD)).body).toHaveProperty('tokens');
  });

  test('is switched off with password and code', async () => {
    const { token, secret } = await enrol(ANNA, PASSWORD);
    const act = { kind: 'disableSecondFactor', password: PASSWORD } as const;
    expect((await at.act(token, { ...act, code: '000000' })).body).toMatchObject({ kind: 'wrongCode' });
    const code = codeOf(secret, at.clock.now);
    expect((await at.act(token, { ...act, password: 'wrong', code })).status).toBe(422);
    expect((await at.act(token, { ...act, code })).status).toBe(200);
    expect((await at.attempt(ANNA, PASSWORD)).body).toHaveProperty('tokens');
  });
});

describe('a ticket', () => {
  test('ends after ten minutes, with another password, and is for its own step alone', async () => {
    const { secret, token } = await enrol(ANNA, PASSWORD);
    const { step: first } = await stepAfter(ANNA, PASSWORD);
    const { ticket } = first;
    expect((await step('new-password', { ticket, password: NEW_PASSWORD })).status).toBe(401);
    expect((await step('confirm-second-factor', { ticket, code: '1' })).status).toBe(401);
    at.clock.now += 601_000;
    const code = codeOf(secret, at.clock.now);
    expect((await step('second-factor', { ticket, code })).status).toBe(401);
    at.clock.now -= 601_000;
    const { step: second } = await stepAfter(ANNA, PASSWORD);
    const change = { kind: 'changePassword', current: PASSWORD, next: NEW_PASSWORD } as const;
    expect((await at.act(token, change)).status).toBe(200);
    const now = { ticket: second.ticket, code: codeOf(secret, at.clock.now) };
    expect((await step('second-factor', now)).status).toBe(401);
  });
});

describe('a mail about a new device', () => {
  test('goes to who has a confirmed address, once for each device', async () => {
    const { accessToken } = await at.enter(FAMILY.marta);
    const link = { kind: 'linkEmail', address: 'marta@example.it', newPassword: NEW_PASSWORD } as const;
    await at.act(accessToken, link);
    await at.enter(FAMILY.marta, NEW_PASSWORD, 'device-unknown');
    expect(await at.mails('signedInElsewhere')).toEqual([]);
    await at.page(await at.link('confirmEmail'), {});
    await at.enter(FAMILY.marta, NEW_PASSWORD, 'device-of-tests');
    expect(await at.mails('signedInElsewhere')).toEqual([]);
    await at.enter(FAMILY.marta, NEW_PASSWORD, 'device-of-thief');
    await at.enter(FAMILY.marta, NEW_PASSWORD, 'device-of-thief');
    const mails = await at.mails('signedInElsewhere');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('PC device-of-thief');
  });
});
