import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { SessionTokens } from '../../../domain/protocol/endpoints/session/session.ts';
import { openStream } from '../../testing/live-stream.ts';
import { GUARDIANS, guardianRecords } from '../../testing/test-families.ts';
import { CLASS_A, envelope, pupilOf, SCHOOL } from '../../testing/test-school.ts';
import {
  FAMILY,
  NEW_PASSWORD,
  OLD_PASSWORD,
  OTHER_SCHOOL,
  startVisitors,
  type Visitors,
} from '../../testing/visitor.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';

const ADDRESS = 'marta@example.it';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

/** Marta's first account with a confirmed address. */
async function portfolio(name: string = FAMILY.marta) {
  const tokens = await at.enter(name);
  const act = { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD } as const;
  expect((await at.act(tokens.accessToken, act)).status).toBe(200);
  expect((await at.page(await at.link('confirmEmail'), {})).status).toBe(200);
  return tokens;
}

/** S30: the same address from another account, then the portfolio's password. */
async function merge(name: string, password = NEW_PASSWORD, own = OLD_PASSWORD) {
  const { accessToken } = await at.enter(name, own);
  const link = { kind: 'linkEmail', address: ADDRESS, newPassword: `${NEW_PASSWORD} tre` } as const;
  const asked = await at.act(accessToken, link);
  const merged = await at.act(accessToken, { kind: 'mergeProfile', address: ADDRESS, password });
  return { accessToken, asked, merged };
}

const usernamesOf = ({ identity }: SessionTokens) =>
  identity.portfolio.map(({ username }) => username).toSorted((a, b) => a.localeCompare(b));

async function switchTo(refreshToken: string, username: string) {
  const answer = await at.send<SessionTokens>('POST', '/session/switch', { refreshToken, username });
  return { status: answer.status, tokens: answer.body };
}

describe('S28–S32 accounts of one parent', () => {
  test('S28 are joined within a school and across schools; each sign-in lists all with child and school', async () => {
    await portfolio();
    for (const name of [FAMILY.martaSecond, FAMILY.martaElsewhere]) {
      const { asked, merged } = await merge(name);
      expect(asked.body).toEqual({ outcome: 'portfolioPasswordNeeded' });
      expect(merged).toEqual({ status: 200, body: { outcome: 'done' } });
    }
    const all = [FAMILY.marta, FAMILY.martaSecond, FAMILY.martaElsewhere];
    for (const name of [...all, ADDRESS]) {
      const tokens = await at.enter(name, NEW_PASSWORD);
      expect(usernamesOf(tokens)).toEqual(all);
      for (const one of tokens.identity.portfolio)
        expect(one).toMatchObject({ schoolName: 'Scuola di prova', child: { surname: expect.any(String) } });
    }
    const { identity } = await at.enter(FAMILY.martaElsewhere, NEW_PASSWORD);
    expect(identity).toMatchObject({ school: OTHER_SCHOOL, kind: 'secondGuardian' });
  });

  test('S29 an address belongs to one profile: whoever confirms it second is told so', async () => {
    const first = await at.enter(FAMILY.marta);
    const link = { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD } as const;
    await at.act(first.accessToken, link);
    const path = await at.link('confirmEmail');
    at.clock.now += 72 * 3_600_000 + 1;
    const second = await at.enter(FAMILY.olivia);
    expect((await at.act(second.accessToken, link)).status).toBe(200);
    expect((await at.page(path, {})).status).toBe(410);
    expect((await at.page(await at.link('confirmEmail'), {})).status).toBe(200);
    const again = await at.enter(FAMILY.marta, NEW_PASSWORD);
    expect((await at.act(again.accessToken, link)).body).toEqual({ outcome: 'portfolioPasswordNeeded' });
  });

  test('S30 a wrong password changes nothing and is limited; an address that is not confirmed is refused', async () => {
    const pending = await at.enter(FAMILY.olivia);
    const link = { kind: 'linkEmail', address: ADDRESS, newPassword: NEW_PASSWORD } as const;
    await at.act(pending.accessToken, link);
    const refused = await merge(FAMILY.martaSecond);
    expect(refused.asked.body).toMatchObject({ kind: 'notPossible', reason: 'addressPending' });
    expect(refused.merged.body).toMatchObject({ kind: 'notPossible', reason: 'addressPending' });
    await at.send('DELETE', '/api/account/email/pending', undefined, { token: pending.accessToken });
    await portfolio();
    const { accessToken, merged } = await merge(FAMILY.martaSecond, 'not this one');
    expect(merged.body).toMatchObject({ kind: 'wrongPassword' });
    const again = { kind: 'mergeProfile', address: ADDRESS, password: 'nor this one' } as const;
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await at.act(accessToken, again)).status);
    expect(statuses).toEqual([422, 422, 422, 429]);
    expect((await at.attempt(FAMILY.martaSecond, OLD_PASSWORD)).status).toBe(200);
  });

  test('S31 ten of them', async () => {
    await portfolio();
    const passwordHash = await at.hash(OLD_PASSWORD);
    const children = Array.from({ length: 10 }, (_, index) => pupilOf(CLASS_A, index + 1));
    const marta = guardianRecords(
      GUARDIANS.marta,
      children.map((pupil) => ({ pupil })),
      { givenName: 'Marta' },
    );
    const pupils = children.map((id) => ({ ...marta[0], ...envelope(id), type: 'pupil' as const }));
    await at.roster.write(SCHOOL, [...marta, ...pupils]);
    const names = children.slice(1).map((_, index) => `G10000${index}A`);
    await at.roster.saveAccounts(
      names.map((username, index) => ({
        school: SCHOOL,
        person: GUARDIANS.marta,
        username,
        passwordHash,
        pupil: must(children[index + 1], 'one child more than names'),
      })),
    );
    for (const name of names) expect((await merge(name)).merged.status).toBe(200);
    expect(usernamesOf(await at.enter(ADDRESS, NEW_PASSWORD))).toHaveLength(10);
  });

  test('S32 open with the portfolio password alone: the password of the joined account is dead', async () => {
    await portfolio();
    await merge(FAMILY.martaSecond);
    expect((await at.attempt(FAMILY.martaSecond, OLD_PASSWORD)).status).toBe(401);
    expect((await at.enter(FAMILY.martaSecond, NEW_PASSWORD)).identity.username).toBe(FAMILY.martaSecond);
    const { refreshToken } = await at.enter(ADDRESS, NEW_PASSWORD);
    at.clock.now += 1000;
    await switchTo(refreshToken, FAMILY.martaSecond);
    expect((await at.enter(ADDRESS, NEW_PASSWORD)).identity.username).toBe(FAMILY.martaSecond);
  });
});

describe('never joined are', () => {
  test.each([
    ['the two guardians of one child', FAMILY.nino, 'otherGuardian', OLD_PASSWORD],
    ['a pupil with a guardian', FAMILY.pupil, 'studentAccount', OLD_PASSWORD],
    ['staff with a family', usernameOf('anna'), 'staffAndFamily', PASSWORD],
  ])('%s', async (_who, name, reason, own) => {
    await portfolio();
    const { merged } = await merge(name, NEW_PASSWORD, own);
    expect(merged).toMatchObject({ status: 409, body: { kind: 'notPossible', reason } });
    expect((await at.attempt(name, own)).status).toBe(200);
    expect(usernamesOf(await at.enter(ADDRESS, NEW_PASSWORD))).toEqual([FAMILY.marta]);
  });

  test('the two guardians of one child by way of another child', async () => {
    await portfolio(FAMILY.martaSecond);
    expect((await merge(FAMILY.marta)).merged.status).toBe(200);
    expect((await merge(FAMILY.nino)).merged.body).toMatchObject({ reason: 'otherGuardian' });
    expect((await merge(FAMILY.marta, NEW_PASSWORD, NEW_PASSWORD)).merged.body).toMatchObject({
      reason: 'alreadyMerged',
    });
  });
});

describe('S33 switching', () => {
  test('opens a session of its own for another account, noted under that one', async () => {
    await portfolio();
    await merge(FAMILY.martaElsewhere);
    const own = await at.enter(FAMILY.marta, NEW_PASSWORD);
    const { status, tokens } = await switchTo(own.refreshToken, ` ${FAMILY.martaElsewhere.toLowerCase()}`);
    expect(status).toBe(200);
    expect(tokens.identity).toMatchObject({ school: OTHER_SCHOOL, username: FAMILY.martaElsewhere });
    expect(tokens.refreshToken).not.toBe(own.refreshToken);
    expect((await at.refresh(own.refreshToken)).status).toBe(200);
    expect((await at.refresh(tokens.refreshToken)).status).toBe(200);
    expect((await at.events(FAMILY.martaElsewhere))[0]).toMatchObject({ act: 'switched' });
    const { devices } = await at.view(tokens.accessToken);
    expect(new Set(devices.map(({ username }) => username))).toEqual(
      new Set([FAMILY.marta, FAMILY.martaElsewhere]),
    );
  });

  test('is refused for accounts of others like for those that do not exist, and with a spent token', async () => {
    await portfolio();
    await merge(FAMILY.martaSecond);
    const { refreshToken } = await at.enter(FAMILY.marta, NEW_PASSWORD);
    const answers = [FAMILY.nino, 'G999999Z', ADDRESS, usernameOf('anna')];
    for (const name of answers) expect((await switchTo(refreshToken, name)).status).toBe(403);
    await at.refresh(refreshToken);
    expect((await switchTo(refreshToken, FAMILY.martaSecond)).status).toBe(401);
  });
});

test('S34 a merge done elsewhere is told to the devices of the portfolio, and their next contact shows it', async () => {
  const { accessToken } = await portfolio();
  const { accessToken: _old, refreshToken } = await at.enter(FAMILY.marta, NEW_PASSWORD, 'device-at-home');
  await at.app.listen({ port: 0, host: '127.0.0.1' });
  const stream = await openStream(at, 'anna', accessToken);
  await merge(FAMILY.martaSecond);
  expect(await stream.tick()).toEqual({ collections: [], account: true });
  stream.close();
  expect(usernamesOf((await at.refresh(refreshToken)).body)).toEqual([FAMILY.marta, FAMILY.martaSecond]);
});

describe('separating', () => {
  test('takes an account out: no password opens it until the office gives one, and the rest goes on', async () => {
    await portfolio();
    await merge(FAMILY.martaSecond);
    const { accessToken: token } = await at.enter(FAMILY.marta, NEW_PASSWORD);
    const lost = await at.enter(FAMILY.martaSecond, NEW_PASSWORD, 'device-two');
    const separate = { kind: 'separateAccount', username: FAMILY.martaSecond } as const;
    expect((await at.act(token, { ...separate, password: 'wrong' })).status).toBe(422);
    expect((await at.act(token, { ...separate, password: NEW_PASSWORD })).status).toBe(200);
    for (const password of [OLD_PASSWORD, NEW_PASSWORD])
      expect((await at.attempt(FAMILY.martaSecond, password)).status).toBe(401);
    expect((await at.refresh(lost.refreshToken)).status).toBe(401);
    expect(usernamesOf(await at.enter(ADDRESS, NEW_PASSWORD))).toEqual([FAMILY.marta]);
    const separated = { act: 'separated', by: FAMILY.marta };
    expect(await at.events(FAMILY.martaSecond)).toContainEqual(expect.objectContaining(separated));
    const account = await at.storage.accounts.read((reader) => reader.account(FAMILY.martaSecond));
    expect(account).toMatchObject({ state: 'issued' });
  });

  test('is refused for the only account and for accounts of others', async () => {
    const { accessToken } = await portfolio();
    const act = { kind: 'separateAccount', password: NEW_PASSWORD } as const;
    const only = await at.act(accessToken, { ...act, username: FAMILY.marta });
    expect(only.body).toMatchObject({ reason: 'onlyAccount' });
    for (const username of [FAMILY.nino, 'G999999Z'])
      expect(await at.act(accessToken, { ...act, username })).toMatchObject({ status: 403 });
  });
});
