import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { PersonId, SchoolId } from '../../domain/base/ids.ts';
import type { SessionTokens, SignInAnswer } from '../../domain/protocol/endpoints/session/session.ts';
import type { PersonalData } from '../../domain/kinds/personal-data/record.ts';
import { authenticatorOf, enterWithFactor, switchFactorOn } from '../testing/sign-in/factor.ts';
import { officeDesk } from '../testing/office-desk.ts';
import { providerJourney } from '../testing/sign-in/provider-journey.ts';
import { GUARDIANS, guardianRecords } from '../testing/test-families.ts';
import {
  confirmAddress,
  settle,
  startVouchedVisitors,
  STRONG,
  vouchedFor,
  writeData,
} from '../testing/record-tools.ts';
import type { TestIssuer } from '../testing/sign-in/test-issuer.ts';
import { CLASS_A, pupilOf, STAFF } from '../testing/test-school.ts';
import { PASSWORD, usernameOf } from '../testing/test-server.ts';
import { FAMILY, NEW_PASSWORD, OLD_PASSWORD, OTHER_SCHOOL, type Visitors } from '../testing/visitor.ts';

const BRUNO = 'BRNPRV80A01F257X';
const PIA = 'PIAPRV70A41F257Y';
const CLERK = 'LGOPRV75A41F257Z';
const ADDRESS = 'marta@famiglia.example.it';

let issuer: TestIssuer;
let at: Visitors;
beforeEach(async () => {
  ({ at, issuer } = await startVouchedVisitors());
});
afterEach(async () => {
  await at.close();
  await issuer.close();
});

const onRecord = async (...[person, changes, school]: [PersonId, Partial<PersonalData>, SchoolId?]) =>
  await writeData(at, person, changes, school);
const settled = async (person: PersonId, school?: SchoolId) => await settle(at, person, school);
const vouched = async (fiscalCode: string) => await vouchedFor(at, issuer, fiscalCode);

async function switchTo(refreshToken: string, username: string) {
  return await at.send<SessionTokens>('POST', '/session/switch', { refreshToken, username });
}

/** Marta's accounts at two schools in one profile, as she has joined them. */
async function martasPortfolio() {
  await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
  const { accessToken } = await at.enter(FAMILY.martaElsewhere);
  const act = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
  expect((await at.act(accessToken, act)).body).toEqual({ outcome: 'done' });
}

const office = async (rules: object) =>
  await officeDesk(at).post('accounts/rules', { secondFactorRoles: [], studentAccess: 'off', ...rules });

/** The record of whoever is second guardian at the other school changes, written by that school's clerk. */
async function changedElsewhere(changes: Partial<PersonalData>) {
  const [, data] = guardianRecords(GUARDIANS.nino, [{ pupil: pupilOf(CLASS_A, 1), guardian: 'second' }]);
  await at.roster.write(OTHER_SCHOOL, [{ ...data, school: OTHER_SCHOOL, ...changes }]);
}

describe('F1 somebody who knows the principal’s password alone', () => {
  test('does not join the principal’s profile, nor get past the second factor by way of a provider', async () => {
    await onRecord(STAFF.bruno, { fiscalCode: BRUNO });
    await onRecord(STAFF.principal, { fiscalCode: PIA });
    await settled(STAFF.bruno);
    await settled(STAFF.principal);
    await confirmAddress(at, usernameOf('principal'), [PASSWORD, NEW_PASSWORD], 'pia@scuola.example.it');
    const principal = await at.enter(usernameOf('principal'), NEW_PASSWORD);
    await switchFactorOn(at, principal.accessToken);
    const bruno = await at.enter(usernameOf('bruno'), PASSWORD);
    const join = { kind: 'mergeProfile', address: 'pia@scuola.example.it', password: NEW_PASSWORD } as const;
    expect(await at.act(bruno.accessToken, join)).toMatchObject({
      status: 409,
      body: { reason: 'otherPerson' },
    });
    const { tokens } = await vouched(BRUNO);
    const { refreshToken, identity } = must(tokens, 'Bruno is vouched for');
    expect(identity.portfolio).toHaveLength(1);
    expect((await switchTo(refreshToken, usernameOf('principal'))).status).toBe(403);
  });

  test('S30 and the same of one person: joining asks for a code of the portfolio’s second factor', async () => {
    await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
    const phone = await switchFactorOn(at, (await at.enter(FAMILY.marta, NEW_PASSWORD)).accessToken);
    const { accessToken, refreshToken } = await at.enter(FAMILY.martaSecond);
    const join = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    expect((await at.act(accessToken, join)).body).toMatchObject({
      kind: 'notPossible',
      reason: 'portfolioCode',
    });
    expect((await at.act(accessToken, { ...join, code: '000000' })).body).toMatchObject({
      kind: 'wrongCode',
    });
    expect((await at.attempt(FAMILY.martaSecond, OLD_PASSWORD)).status).toBe(200);
    expect((await at.act(accessToken, { ...join, code: phone() })).body).toEqual({ outcome: 'done' });
    const { body } = await at.refresh(refreshToken);
    expect((await switchTo(body.refreshToken, FAMILY.marta)).status).toBe(200);
    expect((await at.events(FAMILY.marta))[0]).toMatchObject({ act: 'switched' });
    const joined = { act: 'joinedBy', by: FAMILY.martaSecond };
    expect(await at.events(FAMILY.marta)).toContainEqual(expect.objectContaining(joined));
  });

  test('nor does an old portfolio of two people lead from one to the other by a provider’s word for the first', async () => {
    await onRecord(STAFF.bruno, { fiscalCode: BRUNO });
    await settled(STAFF.bruno);
    await at.storage.accounts.transaction(async (transaction) => {
      const principal = must(await transaction.account(usernameOf('principal')), 'an account');
      const bruno = must(await transaction.account(usernameOf('bruno')), 'an account');
      await transaction.saveAccount({ ...bruno, profile: principal.profile });
    });
    const { tokens } = await vouched(BRUNO);
    const { refreshToken, accessToken } = must(tokens, 'Bruno is vouched for');
    expect((await switchTo(refreshToken, usernameOf('principal'))).status).toBe(403);
    const link = { kind: 'linkEmail', address: 'b@example.it', newPassword: NEW_PASSWORD } as const;
    expect((await at.act(accessToken, link)).body).toMatchObject({ reason: 'signInAgain' });
    const begun = await at.send('POST', '/api/account/second-factor/begin', {}, { token: accessToken });
    expect(begun.body).toMatchObject({ reason: 'signInAgain' });
    // Nor with a code, which may be on a paper in somebody's drawer.
    for (const act of ['begin', 'recovery-codes', 'confirm'])
      expect(
        (
          await at.send(
            'POST',
            `/api/account/second-factor/${act}`,
            { code: '123456' },
            { token: accessToken },
          )
        ).body,
      ).toMatchObject({ reason: 'signInAgain' });
  });
});

describe('F2 one school’s office', () => {
  test('opens nothing of another school by its own fiscal code in somebody’s record', async () => {
    await martasPortfolio();
    await changedElsewhere({ fiscalCode: CLERK });
    expect(await vouched(CLERK)).toEqual({});
    await settled(GUARDIANS.nino, OTHER_SCHOOL);
    const { tokens } = await vouched(CLERK);
    const { refreshToken, accessToken: token } = must(tokens, 'the code is confirmed');
    expect((await switchTo(refreshToken, FAMILY.marta)).status).toBe(403);
    const mine = await at.enter(FAMILY.marta, NEW_PASSWORD);
    const { devices } = await at.view(token);
    expect(new Set(devices.map(({ username }) => username))).toEqual(new Set([FAMILY.martaElsewhere]));
    const shown = (await at.view(mine.accessToken)).devices;
    expect(shown.map(({ username }) => username)).toContain(FAMILY.martaElsewhere);
    const { session } = must(
      shown.find(({ current }) => current),
      'her own device',
    );
    expect((await at.send('POST', `/api/account/devices/${session}/end`, undefined, { token })).status).toBe(
      403,
    );
    expect((await at.refresh(mine.refreshToken)).status).toBe(200);
  });

  test('S18, S19 recovers its own account alone, which leaves the portfolio; the others stay as they are', async () => {
    await martasPortfolio();
    const recover = async (payload: object) =>
      await at.send<{ choices: readonly { choice: string }[] }>('POST', '/session/recover', payload);
    const name = FAMILY.martaElsewhere;
    await changedElsewhere({ emails: ['clerk@example.it'] });
    expect((await recover({ kind: 'addresses', name })).body.choices).toEqual([]);
    await settled(GUARDIANS.nino, OTHER_SCHOOL);
    const [offered] = (await recover({ kind: 'addresses', name })).body.choices;
    await recover({ kind: 'byName', name, choice: must(offered, 'a choice').choice });
    expect((await at.mails('recoveryAsked')).map(({ to }) => to)).toEqual([ADDRESS]);
    const link = await at.link('resetPassword');
    expect((await at.page(link)).body).toContain('esce dal portfolio');
    const password = 'melograno tramonto viola';
    expect((await at.page(link, { password, repeated: password })).status).toBe(200);
    const { identity } = await at.enter(name, password);
    expect(identity.portfolio.map(({ username }) => username)).toEqual([name]);
    expect((await at.attempt(FAMILY.marta, password)).status).toBe(401);
    expect((await at.enter(ADDRESS, NEW_PASSWORD)).identity.username).toBe(FAMILY.marta);
    expect((await at.mails('passwordChanged')).map(({ to }) => to)).toEqual([ADDRESS]);
    expect(await at.events(name)).toContainEqual(expect.objectContaining({ act: 'separated' }));
  });

  test('takes no second factor away by a recovery: the account takes it along', async () => {
    await martasPortfolio();
    const phone = await switchFactorOn(at, (await at.enter(FAMILY.marta, NEW_PASSWORD)).accessToken);
    const name = FAMILY.martaElsewhere;
    const asked = await at.send<{ choices: readonly { choice: string }[] }>('POST', '/session/recover', {
      kind: 'addresses',
      name,
    });
    const { choice } = must(asked.body.choices[0], 'a choice');
    await at.send('POST', '/session/recover', { kind: 'byName', name, choice });
    const password = 'melograno tramonto viola';
    await at.page(await at.link('resetPassword'), { password, repeated: password });
    expect((await at.attempt(name, password)).body).toMatchObject({ step: { kind: 'secondFactor' } });
    const { accessToken, identity } = await enterWithFactor(at, name, password, phone);
    expect(identity.username).toBe(name);
    // The same authenticator: the owner may join the account again, with a code of the portfolio.
    const join = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    expect((await at.act(accessToken, join)).body).toMatchObject({ reason: 'portfolioCode' });
    expect((await at.act(accessToken, { ...join, code: phone() })).body).toEqual({ outcome: 'done' });
    expect((await enterWithFactor(at, name, NEW_PASSWORD, phone)).identity.portfolio).toHaveLength(2);
  });

  test('joins no account with a second factor of its own to a portfolio with another one', async () => {
    await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
    const theirs = await switchFactorOn(at, (await at.enter(FAMILY.marta, NEW_PASSWORD)).accessToken);
    const { accessToken } = await at.enter(FAMILY.martaSecond);
    await switchFactorOn(at, accessToken);
    const join = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD, code: theirs() } as const;
    expect((await at.act(accessToken, join)).body).toMatchObject({ reason: 'secondFactorOn' });
  });

  test('S16 the confirmed address goes on setting the password of all', async () => {
    await martasPortfolio();
    await at.send('POST', '/session/recover', { kind: 'byEmail', address: ADDRESS });
    const password = 'melograno tramonto viola';
    await at.page(await at.link('resetPassword'), { password, repeated: password });
    for (const name of [FAMILY.marta, FAMILY.martaElsewhere, ADDRESS])
      expect((await at.enter(name, password)).identity.portfolio).toHaveLength(2);
  });
});

describe('F5 a password that is switched off', () => {
  test('does not open the portfolio to somebody else whom a provider vouches for', async () => {
    await confirmAddress(at, FAMILY.marta, [OLD_PASSWORD, NEW_PASSWORD], ADDRESS);
    await onRecord(GUARDIANS.olivia, {
      fiscalCode: BRUNO,
      children: [{ pupil: pupilOf(CLASS_A, 2), guardian: 'first' }],
    });
    await settled(GUARDIANS.olivia);
    await office({ localPasswordOff: ['firstGuardian'] });
    const { tokens } = await vouched(BRUNO);
    const { accessToken, refreshToken } = must(tokens, 'Olivia is vouched for');
    const join = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    expect((await at.act(accessToken, join)).body).toMatchObject({ reason: 'localPasswordOff' });
    expect((await switchTo(refreshToken, FAMILY.marta)).status).toBe(403);
  });
});

describe('F10 a second factor that is switched on', () => {
  test('ends the other sessions, and the one that showed it goes on everywhere', async () => {
    await martasPortfolio();
    const elsewhere = await at.enter(FAMILY.martaElsewhere, NEW_PASSWORD, 'device-elsewhere');
    const own = await at.enter(FAMILY.marta, NEW_PASSWORD);
    await switchFactorOn(at, own.accessToken);
    expect((await at.refresh(elsewhere.refreshToken)).status).toBe(401);
    expect((await switchTo(own.refreshToken, FAMILY.martaElsewhere)).status).toBe(200);
  });

  test('a session from before that has somehow gone on leads nowhere', async () => {
    await martasPortfolio();
    const own = await at.enter(FAMILY.marta, NEW_PASSWORD);
    await switchFactorOn(at, own.accessToken);
    await at.storage.accounts.transaction(async (transaction) => {
      for (const { id, proofs } of await transaction.sessionsOf([FAMILY.marta]))
        await transaction.saveProofs(
          id,
          proofs.filter(({ by }) => by !== 'secondFactor'),
        );
    });
    expect((await switchTo(own.refreshToken, FAMILY.martaElsewhere)).status).toBe(403);
  });

  test('F12 makes a ticket of its enrolment from before worth nothing', async () => {
    await office({ secondFactorRoles: ['teacher'] });
    const asked = (await at.attempt(usernameOf('anna'), PASSWORD)).body as SignInAnswer;
    const first = must(asked.step, 'an enrolment');
    const again = must(
      ((await at.attempt(usernameOf('anna'), PASSWORD)).body as SignInAnswer).step,
      'one more',
    );
    const phone = authenticatorOf(at, must(again.enrolment, 'a secret').secret);
    const confirm = async (ticket: string, code: string) =>
      await at.send<SignInAnswer>('POST', '/session/confirm-second-factor', { ticket, code });
    const { body } = await confirm(again.ticket, phone());
    const token = must(body.tokens, 'it is on').accessToken;
    const next = await at.send<{ secret: string }>(
      'POST',
      '/api/account/second-factor/begin',
      { code: phone() },
      { token },
    );
    const replaced = authenticatorOf(at, next.body.secret);
    for (const ticket of [first.ticket, again.ticket])
      expect((await confirm(ticket, replaced())).body).toMatchObject({ kind: 'notSignedIn' });
  });
});

describe('F15 a choice in the browser', () => {
  test('posted again shows the same code, for one session, and none once it was used', async () => {
    await onRecord(STAFF.bruno, { fiscalCode: BRUNO });
    await settled(STAFF.bruno);
    issuer.person = { fiscal_number: `TINIT-${BRUNO}`, acr: STRONG };
    const journey = providerJourney(at.app, issuer);
    const { flow, url } = await journey.start();
    const { choices } = await journey.browse(url);
    const again = await journey.browse(url);
    const codes = [];
    for (const choice of [...choices, ...choices, ...again.choices])
      codes.push(await journey.codeFor(choice));
    expect(new Set(codes).size).toBe(1);
    const statuses = [];
    for (const code of codes) statuses.push((await journey.finish(flow, code)).statusCode);
    expect(statuses).toEqual([200, 422, 422]);
    expect(await journey.codeFor(must(choices[0], 'a choice'))).toBe('');
  });

  test('names in the register of operations who vouched', async () => {
    await onRecord(STAFF.bruno, { fiscalCode: BRUNO });
    await settled(STAFF.bruno);
    await vouched(BRUNO);
    expect((await at.events(usernameOf('bruno')))[0]).toMatchObject({
      act: 'signedIn',
      details: { by: 'provider', provider: 'SPID', strong: true },
    });
  });
});
