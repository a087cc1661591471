import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import { toPersonId, toSchoolId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { parseUsername } from '../../../domain/people/username.ts';
import { letterPassword, officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { changedSchool, familySchool, GUARDIANS } from '../../testing/test-families.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF, staffRecord } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, type TestServer } from '../../testing/test-server.ts';

const signingKey = randomBytes(32);
let server: TestServer;
let desk: OfficeDesk;
async function open(records: readonly RegisterRecord[] = familySchool()): Promise<void> {
  server = await startTestServer(records, { signingKey });
  desk = officeDesk(server);
}
afterEach(async () => {
  await server.close();
});

const kindsOf = (usernames: readonly string[]) =>
  usernames.map((username) => parseUsername(username)?.kind ?? '').toSorted();

describe('issuing for a class', () => {
  test('S10 S12 makes one account for each guardian and pupil, once, with usernames of the right kind', async () => {
    await open();
    expect((await desk.accounts()).missing).toEqual({
      staff: 0,
      firstGuardian: 3,
      secondGuardian: 1,
      student: 6,
      classes: [
        { classId: CLASS_A, count: 6 },
        { classId: CLASS_B, count: 4 },
      ],
    });
    const { issued, unchanged, refused } = await desk.issue({ classId: CLASS_A });
    expect(kindsOf(issued)).toEqual([
      'firstGuardian',
      'firstGuardian',
      'secondGuardian',
      'student',
      'student',
      'student',
    ]);
    for (const username of issued) {
      expect(username).toMatch(/^[GXS][0-9]{6}[A-Z]$/);
      expect(parseUsername(username)).toMatchObject({ isOurs: true });
    }
    expect({ unchanged, refused }).toEqual({ unchanged: 0, refused: [] });
    expect(await desk.issue({ classId: CLASS_A })).toEqual({ issued: [], unchanged: 6, refused: [] });
    expect((await desk.accounts()).missing).toMatchObject({ firstGuardian: 1, student: 3 });
  });

  test('by two clerks at once makes every account once', async () => {
    await open();
    const answers = await Promise.all([
      desk.issue({ classId: CLASS_A }),
      officeDesk(server, 'principal').issue({ classId: CLASS_A }),
      desk.issue({ classId: CLASS_A }),
    ]);
    expect(answers.flatMap(({ issued }) => issued)).toHaveLength(6);
    expect(answers.map(({ unchanged }) => unchanged).toSorted((a, b) => a - b)).toEqual([0, 6, 6]);
  });

  test('S28 gives a guardian of two children two accounts, with a School pass each', async () => {
    await open();
    await desk.issue({ classId: CLASS_A });
    await desk.issue({ classId: CLASS_B });
    const accounts = (await desk.accounts()).accounts.filter(({ givenName }) => givenName === 'Marta');
    expect(accounts.map(({ className }) => className)).toEqual(expect.arrayContaining(['1A', '1B']));
    expect(accounts).toHaveLength(2);
    for (const { schoolPass } of accounts) expect(schoolPass).toMatch(/^[0-9]{8}$/);
    expect(accounts.every(({ hasRecordEmail, hasEmail }) => hasRecordEmail && !hasEmail)).toBe(true);
  });

  test('passes over those who have left, and takes families of a class that begins later', async () => {
    const later = familySchool().map((record) => {
      if (record.kind === 'enrolment' && record.pupil === pupilOf(CLASS_A, 3))
        return { ...record, from: '2027-01-07' as typeof record.from };
      if (record.id === pupilOf(CLASS_A, 2)) return { ...record, leftOn: '2026-11-01' } as RegisterRecord;
      return record;
    });
    await open(later);
    const { issued } = await desk.issue({ classId: CLASS_A });
    expect(kindsOf(issued)).toEqual(['firstGuardian', 'secondGuardian', 'student', 'student']);
  });

  test('that does not exist makes none', async () => {
    await open();
    expect(await desk.issue({ classId: '2026.LS.9Z' })).toEqual({ issued: [], unchanged: 0, refused: [] });
  });
});

describe('S4 accounts of students', () => {
  const primary = () =>
    familySchool().map((record) =>
      record.kind === 'class' && record.id === CLASS_B ? { ...record, level: 'primary' as const } : record,
    );

  test('are refused to pupils of primary classes, with the reason', async () => {
    await open(primary());
    const pupil = pupilOf(CLASS_B, 1);
    const refused = [{ name: `Alunno ${pupil}`, reason: 'primaryStudent' }];
    expect(await desk.issue({ person: pupil })).toEqual({ issued: [], unchanged: 0, refused });
    expect(kindsOf((await desk.issue({ classId: CLASS_B })).issued)).toEqual(['firstGuardian']);
    expect((await desk.accounts()).missing.student).toBe(3);
  });

  test('are issued in secondary classes', async () => {
    await open(primary());
    const { issued } = await desk.issue({ person: pupilOf(CLASS_A, 1) });
    expect(kindsOf(issued)).toEqual(['student']);
  });

  test('are refused where the school wants none', async () => {
    await open(changedSchool(familySchool(), { policies: { studentAccess: 'off' } }));
    const { issued, refused } = await desk.issue({ person: pupilOf(CLASS_A, 1) });
    expect(issued).toEqual([]);
    expect(refused).toMatchObject([{ reason: 'studentAccessOff' }]);
    expect(kindsOf((await desk.issue({ classId: CLASS_A })).issued)).not.toContain('student');
  });
});

describe('issuing for people', () => {
  test('S13 gives the staff the next numbers of the school', async () => {
    const bea = toPersonId('staff-bea');
    const ciro = toPersonId('staff-ciro');
    await open([
      ...familySchool(),
      staffRecord(bea, 'Bea', ['teacher']),
      { ...staffRecord(ciro, 'Ciro', ['ata']), leftOn: '2026-10-01' as never },
    ]);
    expect(await desk.issue({ staff: true })).toEqual({ issued: [`${SCHOOL}.7`], unchanged: 6, refused: [] });
    expect(await desk.issue({ person: ciro })).toMatchObject({ refused: [{ reason: 'hasLeft' }] });
  });

  test('gives one guardian an account for each child', async () => {
    await open();
    const { issued } = await desk.issue({ person: GUARDIANS.marta });
    expect(kindsOf(issued)).toEqual(['firstGuardian', 'firstGuardian']);
    expect(await desk.issue({ person: GUARDIANS.marta })).toMatchObject({ issued: [], unchanged: 2 });
  });

  test('says when there is nobody of that name', async () => {
    await open();
    const { refused } = await desk.issue({ person: 'nobody' });
    expect(refused).toEqual([{ name: '', reason: 'unknownPerson' }]);
  });

  test.each([{}, { staff: true, person: 'x' }, { staff: false }, { class: '1A' }])(
    'wants one choice: %j is malformed',
    async (request) => {
      await open();
      expect((await desk.post('accounts/issue', request)).status).toBe(400);
    },
  );
});

describe('the office’s password', () => {
  test('is long, in groups, without look-alikes, different for everybody, and opens the account', async () => {
    await open();
    const { issued } = await desk.issue({ classId: CLASS_A });
    const passwords = await Promise.all(issued.map((name) => letterPassword(server, signingKey, name)));
    for (const password of passwords)
      expect(password).toMatch(/^[b-df-hjkmnprtv-y346789]{5}(-[b-df-hjkmnprtv-y346789]{5}){2}$/);
    expect(new Set(passwords).size).toBe(issued.length);
  });

  test('is stored as a hash and sealed, never in the clear, and expires after ninety days', async () => {
    await open();
    const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
    const password = await letterPassword(server, signingKey, username);
    const profile = await server.storage.accounts.read(async (reader) => {
      const account = await reader.account(username);
      return account && (await reader.profile(account.profile));
    });
    expect(profile?.password).toMatchObject({
      origin: 'office',
      hash: expect.stringContaining('$argon2id$'),
    });
    expect(JSON.stringify(profile)).not.toContain(password);
    const account = await desk.account(username);
    expect(account).toMatchObject({ state: 'issued', passwordExpiresAt: '2027-02-21T09:30:00.000Z' });
    server.clock.now = Date.parse('2027-02-21T09:30:00.000Z');
    expect(await letterPassword(server, signingKey, username)).toBeUndefined();
    expect(await letterPassword(server, randomBytes(32), username)).toBeUndefined();
  });
});

test('every act stands in the register of operations under the clerk, and none holds a secret', async () => {
  await open();
  const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
  const events = await desk.events(username);
  expect(events).toEqual([
    {
      number: events[0]?.number,
      at: '2026-11-23T09:30:00.000Z',
      username,
      by: `${SCHOOL}.4`,
      act: 'issued',
      details: {},
    },
  ]);
});

test('only office and principal may do any of it, and the answer is the same for what does not exist', async () => {
  await open();
  const [username = ''] = (await desk.issue({ person: GUARDIANS.nino })).issued;
  for (const name of ['anna', 'ata'] as const) {
    const stranger = officeDesk(server, name);
    const forbidden = { status: 403, body: { kind: 'forbidden', message: 'For the office' } };
    for (const path of [
      'accounts',
      'accounts/events',
      'accounts/export.csv',
      'accounts/never-activated',
      'mails',
    ])
      expect(await stranger.get(path)).toEqual(forbidden);
    for (const act of ['reissue', 'mail', 'unblock', 'block'])
      for (const named of [username, 'G000000A']) {
        const payload = { usernames: [named], ...(act === 'block' ? { reason: 'x' } : {}) };
        expect(await stranger.post(`accounts/${act}`, payload)).toEqual(forbidden);
      }
    for (const act of ['block-leavers', 'remind'])
      expect(await stranger.post(`accounts/${act}`)).toEqual(forbidden);
    expect(await stranger.post('accounts/issue', { staff: true })).toEqual(forbidden);
    expect(await stranger.post('mails/none/retry')).toEqual(forbidden);
  }
});

test('accounts of another school are unknown, like those that do not exist', async () => {
  const other = toSchoolId('TEST0002');
  await open();
  const records = familySchool().map((record) => ({ ...record, school: other }));
  await server.roster.write(other, records);
  const elsewhere = { school: other, person: STAFF.office, username: 'TEST0002.1' };
  await server.roster.saveAccounts([{ ...elsewhere, passwordHash: await server.hash(PASSWORD) }]);
  for (const act of ['reissue', 'mail', 'unblock', 'block']) {
    const reason = act === 'block' ? { reason: 'x' } : {};
    const report = await desk.act(act, { usernames: ['TEST0002.1', 'TEST0002.99'], ...reason });
    expect(report).toEqual({
      done: 0,
      skipped: [
        { username: 'TEST0002.1', reason: 'unknown' },
        { username: 'TEST0002.99', reason: 'unknown' },
      ],
    });
  }
  expect(await desk.events('TEST0002.1')).toEqual(await desk.events('TEST0002.99'));
  expect(await desk.account('TEST0002.1')).toBeUndefined();
});
