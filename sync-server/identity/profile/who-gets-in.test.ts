import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate, PersonId, SchoolId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { RecoveryAnswer } from '../../../domain/protocol/endpoints/account/account.ts';
import type { SessionTokens } from '../../../domain/protocol/endpoints/session/session.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { settle, writeData } from '../../testing/record-tools.ts';
import { GUARDIANS, guardianRecords } from '../../testing/test-families.ts';
import { CLASS_A, CLASS_B, pupilOf, pupilRecords, SCHOOL } from '../../testing/test-school.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';
import {
  FAMILY,
  NEW_PASSWORD,
  OLD_PASSWORD,
  OTHER_SCHOOL,
  startVisitors,
  type Visitors,
} from '../../testing/visitor.ts';

const ADDRESS = 'marta@famiglia.example.it';
const RESET = 'melograno tramonto viola';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

async function confirmed(name: string, address = ADDRESS, password = OLD_PASSWORD) {
  at.clock.now += 1000;
  const { accessToken } = await at.enter(name, password);
  await at.act(accessToken, { kind: 'linkEmail', address, newPassword: NEW_PASSWORD });
  expect((await at.page(await at.link('confirmEmail'), {})).status).toBe(200);
}

async function merge(name: string, address = ADDRESS, own = OLD_PASSWORD) {
  const { accessToken } = await at.enter(name, own);
  return await at.act(accessToken, { kind: 'mergeProfile', address, password: NEW_PASSWORD });
}

async function recover(request: object) {
  return await at.send<RecoveryAnswer>('POST', '/session/recover', request);
}

async function leaves(pupil: PersonId, school: SchoolId = SCHOOL) {
  const [person] = pupilRecords(pupil.includes('1A') ? CLASS_A : CLASS_B, pupil);
  const left = { ...must(person, 'a person'), school, leftOn: '2026-11-20' as LocalDate } as RegisterRecord;
  await at.roster.write(school, [left]);
}

const dataOf = async (person: PersonId, changes: Partial<PersonalData>, school?: SchoolId) =>
  await writeData(at, person, changes, school);

describe('S16, S28, S32 of several accounts the one used last that opens', () => {
  const children = [pupilOf(CLASS_A, 1), pupilOf(CLASS_B, 1)] as const;

  async function portfolio() {
    await confirmed(FAMILY.marta);
    for (const name of [FAMILY.martaSecond, FAMILY.martaElsewhere])
      expect((await merge(name)).status).toBe(200);
    at.clock.now += 1000;
    await at.enter(FAMILY.marta, NEW_PASSWORD);
    at.clock.now += 1000;
    await at.enter(FAMILY.martaSecond, NEW_PASSWORD);
  }

  async function recovered(): Promise<number> {
    await recover({ kind: 'byEmail', address: ADDRESS });
    return (await at.page(await at.link('resetPassword'), { password: RESET, repeated: RESET })).status;
  }

  test.each<[string, () => Promise<unknown>, string]>([
    ['the child used last has left', async () => await leaves(children[1]), FAMILY.marta],
    [
      'the two used last have',
      async () => {
        await leaves(children[1]);
        await leaves(children[0]);
      },
      FAMILY.martaElsewhere,
    ],
    [
      'the parent is that child’s guardian no more',
      async () =>
        await at.roster.write(
          SCHOOL,
          guardianRecords(GUARDIANS.marta, [{ pupil: children[0] }], { givenName: 'Marta' }),
        ),
      FAMILY.marta,
    ],
    [
      'the one used last is blocked and the one before has left',
      async () => {
        await officeDesk(at).act('block', { usernames: [FAMILY.martaSecond], reason: 'prova' });
        await leaves(children[0]);
      },
      FAMILY.martaElsewhere,
    ],
  ])('where %s: sign-in and recovery open the next', async (_why, happens, opens) => {
    await portfolio();
    await happens();
    expect((await at.enter(ADDRESS, NEW_PASSWORD)).identity.username).toBe(opens);
    expect(await recovered()).toBe(200);
    expect((await at.enter(ADDRESS, RESET)).identity.username).toBe(opens);
  });

  test('S33 the session of one that goes on is not held up: it switches to each that opens, and to no other', async () => {
    await portfolio();
    await leaves(children[1]);
    let { refreshToken } = await at.enter(ADDRESS, NEW_PASSWORD);
    const switchTo = async (username: string) =>
      await at.send<SessionTokens>('POST', '/session/switch', { refreshToken, username });
    expect((await switchTo(FAMILY.martaSecond)).status).toBe(403);
    const elsewhere = await switchTo(FAMILY.martaElsewhere);
    expect([elsewhere.status, elsewhere.body.identity.username]).toEqual([200, FAMILY.martaElsewhere]);
    ({ refreshToken } = elsewhere.body);
    expect((await switchTo(FAMILY.marta)).status).toBe(200);
  });

  test('where none opens, a right password hears that the school gives no access, and no link is sent', async () => {
    await confirmed(FAMILY.martaSecond);
    await leaves(children[1]);
    const { status, body } = await at.attempt(ADDRESS, NEW_PASSWORD);
    expect([status, body]).toEqual([401, expect.objectContaining({ reason: 'noAccess' })]);
    expect((await at.attempt(ADDRESS, 'wrong', { address: '10.0.0.9' })).body).not.toHaveProperty('reason');
    await recover({ kind: 'byEmail', address: ADDRESS });
    expect(await at.mails('resetPassword')).toEqual([]);
  });
});

describe('S4 students whose school gives no access', () => {
  test('hear so after a right password, and are sent no link that would die', async () => {
    await dataOf(pupilOf(CLASS_A, 1), { emails: ['pupil@example.it'] });
    await settle(at, pupilOf(CLASS_A, 1));
    await officeDesk(at).post('accounts/rules', { secondFactorRoles: [], studentAccess: 'off' });
    expect((await at.attempt(FAMILY.pupil, OLD_PASSWORD)).body).toMatchObject({ reason: 'noAccess' });
    expect((await recover({ kind: 'addresses', name: FAMILY.pupil })).body.choices).toEqual([]);
  });

  test('a link from before says that the account is not active', async () => {
    await recover({ kind: 'addresses', name: FAMILY.nino });
    const [offered] = (await recover({ kind: 'addresses', name: FAMILY.nino })).body.choices;
    await recover({ kind: 'byName', name: FAMILY.nino, choice: must(offered, 'a choice').choice });
    const link = await at.link('resetPassword');
    await leaves(pupilOf(CLASS_A, 1));
    const page = await at.page(link);
    expect([page.status, page.body]).toEqual([410, expect.stringContaining('non è attivo')]);
    expect((await at.page(link, { password: RESET, repeated: RESET })).status).toBe(410);
  });
});

describe('S27, S30 joining asks for what linking asks for', () => {
  test('an account with a confirmed address stays, also where several accounts share it', async () => {
    await confirmed(FAMILY.marta);
    await confirmed(FAMILY.olivia, 'olivia@example.it');
    const { accessToken } = await at.enter(FAMILY.olivia, NEW_PASSWORD);
    const act = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
    expect((await at.act(accessToken, act)).body).toMatchObject({ reason: 'emailConfirmed' });
    expect((await merge(FAMILY.martaSecond)).status).toBe(200);
    const shared = await at.enter(FAMILY.martaSecond, NEW_PASSWORD);
    const other = { kind: 'mergeProfile', address: 'olivia@example.it', password: NEW_PASSWORD } as const;
    expect((await at.act(shared.accessToken, other)).body).toMatchObject({ reason: 'emailConfirmed' });
    expect((await at.enter(ADDRESS, NEW_PASSWORD)).identity.portfolio).toHaveLength(2);
  });

  test('S29, S32 an address that is removed at the same time leaves no account under a profile without one', async () => {
    for (let round = 0; round < 4; round += 1) {
      await at.close();
      at = await startVisitors();
      await confirmed(FAMILY.marta);
      const owner = await at.enter(FAMILY.marta, NEW_PASSWORD);
      const joining = await at.enter(FAMILY.martaSecond);
      const act = { kind: 'mergeProfile', address: ADDRESS, password: NEW_PASSWORD } as const;
      const [merged] = await Promise.all([
        at.act(joining.accessToken, act),
        at.act(owner.accessToken, { kind: 'removeEmail', password: NEW_PASSWORD }),
      ]);
      const password = merged.status === 200 ? NEW_PASSWORD : OLD_PASSWORD;
      expect((await at.attempt(FAMILY.martaSecond, password, { address: '10.0.0.7' })).status).toBe(200);
    }
  });

  test('S30 the address alone is looked at before a new password is asked for', async () => {
    const { accessToken } = await at.enter(FAMILY.marta);
    const alone = { kind: 'linkEmail', address: ADDRESS } as const;
    expect((await at.act(accessToken, alone)).body).toEqual({ outcome: 'newPasswordNeeded' });
    expect(await at.mails()).toEqual([]);
    await confirmed(FAMILY.marta);
    const second = await at.enter(FAMILY.martaSecond);
    expect((await at.act(second.accessToken, alone)).body).toEqual({ outcome: 'portfolioPasswordNeeded' });
  });
});

describe('S24, S26 an address that waits is the profile’s', () => {
  /** A portfolio that has removed its address and waits for another, given through one account. */
  async function waiting() {
    await confirmed(FAMILY.marta);
    await merge(FAMILY.martaSecond);
    await merge(FAMILY.martaElsewhere);
    const { accessToken } = await at.enter(FAMILY.martaSecond, NEW_PASSWORD);
    expect((await at.act(accessToken, { kind: 'removeEmail', password: NEW_PASSWORD })).status).toBe(200);
    at.clock.now += 1000;
    const link = { kind: 'linkEmail', address: 'nuova@example.it', newPassword: RESET } as const;
    expect((await at.act(accessToken, link)).status).toBe(200);
    return await at.link('confirmEmail');
  }

  test.each<[string, () => Promise<unknown>]>([
    [
      'reissued by the office',
      async () => await officeDesk(at).act('reissue', { usernames: [FAMILY.martaSecond] }),
    ],
    [
      'separated by its owner',
      async () => {
        const { accessToken } = await at.enter(FAMILY.marta, RESET);
        const act = { kind: 'separateAccount', username: FAMILY.martaSecond, password: RESET } as const;
        expect((await at.act(accessToken, act)).status).toBe(200);
      },
    ],
    [
      'blocked by the office',
      async () => await officeDesk(at).act('block', { usernames: [FAMILY.martaSecond], reason: 'x' }),
    ],
  ])('the account through which it was given is %s: the link works all the same', async (_how, happens) => {
    const link = await waiting();
    await happens();
    expect((await at.page(link, {})).status).toBe(200);
    const { identity } = await at.enter('nuova@example.it', RESET);
    expect(identity.portfolio.map(({ username }) => username)).not.toContain(FAMILY.martaSecond);
  });
});

describe('S12, S14 a username is read alike at sign-in and in recovery', () => {
  test.each(['g000001a', ' G000 001A ', 'G 000001 A', 'G000001A\u00a0', '\u200bG000001A'])(
    '%j',
    async (typed) => {
      expect((await at.enter(typed)).identity.username).toBe(FAMILY.marta);
      expect((await recover({ kind: 'addresses', name: typed })).body.choices).toHaveLength(1);
    },
  );

  test.each(['ｇ000001A', 'G００0001A', 'G000001\u0131', 'G000001Á'])('and %j is nobody’s', async (typed) => {
    expect((await at.attempt(typed, OLD_PASSWORD)).status).toBe(401);
  });

  test('letters that become ASCII when their case changes open nothing', async () => {
    for (const typed of ['\u017f000001F', 'TE\u017fT0001.1', 'te\ufb0601.1'])
      expect((await at.attempt(typed, PASSWORD)).status).toBe(401);
    expect((await at.attempt('s000001f', OLD_PASSWORD)).status).toBe(200);
  });
});

describe('S28 two people are not one profile', () => {
  const child = { fiscalCode: 'LNNFGL15A01F257X' };

  test('S28 the two guardians of one child who is on the lists of two schools', async () => {
    await dataOf(pupilOf(CLASS_A, 1), child);
    await dataOf(pupilOf(CLASS_A, 1), { fiscalCode: ' lnnfgl15a01f257x ' }, OTHER_SCHOOL);
    await confirmed(FAMILY.marta);
    // At the other school it is Nino who is the child's second guardian.
    expect((await merge(FAMILY.martaElsewhere)).body).toMatchObject({ reason: 'otherGuardian' });
  });

  test('but one parent of that child at both schools is one person, by name or by fiscal code', async () => {
    await dataOf(pupilOf(CLASS_A, 1), child);
    await dataOf(pupilOf(CLASS_A, 1), child, OTHER_SCHOOL);
    const [person, data] = guardianRecords(
      GUARDIANS.nino,
      [{ pupil: pupilOf(CLASS_A, 1), guardian: 'second' }],
      { givenName: 'Marta' },
    );
    await at.roster.write(
      OTHER_SCHOOL,
      [person, data].map((record) => ({ ...record, school: OTHER_SCHOOL })),
    );
    await confirmed(FAMILY.marta);
    expect((await merge(FAMILY.martaElsewhere)).body).toEqual({ outcome: 'done' });
  });

  test.each([
    ['teacher and caretaker', 'ata'],
    ['teacher and teacher', 'bruno'],
    ['teacher and clerk', 'office'],
  ] as const)('two of the staff: %s', async (_who, name) => {
    await confirmed(usernameOf('anna'), 'anna@example.it', PASSWORD);
    const merged = await merge(usernameOf(name), 'anna@example.it', PASSWORD);
    expect(merged).toMatchObject({ status: 409, body: { reason: 'otherPerson' } });
  });
});

describe('S17–S19 links and addresses', () => {
  test('S19 a link to an address that has left the record is worth nothing', async () => {
    const [offered] = (await recover({ kind: 'addresses', name: FAMILY.nino })).body.choices;
    await recover({ kind: 'byName', name: FAMILY.nino, choice: must(offered, 'a choice').choice });
    const link = await at.link('resetPassword');
    await dataOf(GUARDIANS.nino, {
      emails: ['right@example.it'],
      children: [{ pupil: pupilOf(CLASS_A, 1), guardian: 'second' }],
    });
    expect((await at.page(link, { password: RESET, repeated: RESET })).status).toBe(410);
    expect((await at.attempt(FAMILY.nino, OLD_PASSWORD)).status).toBe(200);
  });

  test('S18 a rare domain is not told by the mask', async () => {
    await dataOf(GUARDIANS.olivia, {
      emails: ['olivia@famiglia-rossi-modena.example'],
      children: [{ pupil: pupilOf(CLASS_A, 2), guardian: 'first' }],
    });
    await settle(at, GUARDIANS.olivia);
    const { choices } = (await recover({ kind: 'addresses', name: FAMILY.olivia })).body;
    expect(choices.map(({ masked }) => masked)).toEqual(['o••••@f••••.example']);
  });

  test('S22 signs alone are easy, not personal; the password of before is not taken again', async () => {
    const { accessToken } = await at.enter(FAMILY.marta);
    const link = { kind: 'linkEmail', address: ADDRESS } as const;
    const easy = await at.act(accessToken, { ...link, newPassword: '😀🐶🍎🚗🎈📚🌻🎵⚽🧩' });
    expect(easy.body).toMatchObject({ kind: 'weakPassword', reason: 'tooEasy' });
    const same = await at.act(accessToken, { ...link, newPassword: OLD_PASSWORD });
    expect(same.body).toMatchObject({ kind: 'weakPassword', reason: 'sameAsBefore' });
    const [offered] = (await recover({ kind: 'addresses', name: FAMILY.nino })).body.choices;
    await recover({ kind: 'byName', name: FAMILY.nino, choice: must(offered, 'a choice').choice });
    const page = await at.page(await at.link('resetPassword'), {
      password: OLD_PASSWORD,
      repeated: OLD_PASSWORD,
    });
    expect([page.status, page.body]).toEqual([422, expect.stringContaining('È la password di prima')]);
  });

  test('S27 the sixth address of a day is told when it may be tried again', async () => {
    const { accessToken } = await at.enter(FAMILY.marta);
    const link = async (count: number) =>
      await at.act(accessToken, {
        kind: 'linkEmail',
        address: `marta${count}@example.it`,
        newPassword: `${NEW_PASSWORD} ${count}`,
      });
    for (let count = 0; count < 5; count += 1) {
      at.clock.now += 60_000;
      expect((await link(count)).status).toBe(200);
    }
    const { body } = await link(5);
    expect(body).toMatchObject({ reason: 'tooManyMails', retryAfter: 86_400 - 4 * 60 });
  });

  test('S24 the message says that a button follows', async () => {
    const { accessToken } = await at.enter(FAMILY.marta);
    await at.act(accessToken, { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD });
    expect((await at.mails('confirmEmail'))[0]?.text).toContain('pulsante');
  });
});
