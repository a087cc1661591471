import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SyncRequest } from '../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES } from '../domain/record/collection-names.ts';
import type { RegisterRecord } from '../domain/kinds/registry.ts';
import { personalDataId } from '../domain/kinds/personal-data/record.ts';
import { attendance, event, lesson } from './testing/test-records.ts';
import { changedSchool, familySchool, GUARDIANS } from './testing/test-families.ts';
import { CLASS_A, CLASS_B, envelope, nextEntry, pupilOf, SCHOOL, STAFF } from './testing/test-school.ts';
import { FAMILY, OLD_PASSWORD, startVisitors, type Visitors } from './testing/visitor.ts';

const CHILD = pupilOf(CLASS_A, 1);
const OTHER_CHILD = pupilOf(CLASS_A, 2);

let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { topic: 'Frazioni' })]);
  const mark = attendance(STAFF.anna, CHILD, [event('absent', STAFF.anna)]);
  const other = attendance(STAFF.anna, OTHER_CHILD, [event('absent', STAFF.anna)]);
  await server.push('anna', 'attendance', [mark, other]);
});
afterEach(async () => {
  await server.close();
});

const everything: SyncRequest['pull'] = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [name, { checkpoint: {}, limit: 1000 }]),
);

/** All that an account gets when its device asks for everything. */
async function readAll(username: string): Promise<readonly RegisterRecord[]> {
  const { accessToken } = await server.enter(username);
  const answer = await server.sync(accessToken, { pull: everything });
  return Object.values(answer.pull).flatMap((page) => page?.documents ?? []);
}

function kindsOf(records: readonly RegisterRecord[]): ReadonlySet<string> {
  return new Set(records.map(({ kind }) => kind));
}

const SCHOOL_KINDS = ['school', 'schoolYear', 'class', 'subject', 'bellScheme', 'person'];

describe('what a family reads', () => {
  test.each([
    ['first guardian', FAMILY.marta, CLASS_A],
    ['second guardian', FAMILY.nino, CLASS_A],
    ['guardian with a second child', FAMILY.martaSecond, CLASS_B],
    ['student (S5: nothing beyond what is for students)', FAMILY.pupil, CLASS_A],
  ])(
    'a %s reads the school, one child with its days and the timetable of its class: no other pupil, no assignment, no contacts',
    async (_who, username, schoolClass) => {
      const records = await readAll(username);
      const cells = records.flatMap((record) => (record.kind === 'timetableEntry' ? [record.class] : []));
      // Only 1A has a timetable in the test school.
      expect(cells).toEqual(schoolClass === CLASS_A ? [CLASS_A] : []);
      const others = records.filter(({ kind }) => kind !== 'timetableEntry');
      const ofChild = schoolClass === CLASS_A ? ['enrolment', 'attendanceDay'] : ['enrolment'];
      expect(kindsOf(others)).toEqual(new Set([...SCHOOL_KINDS, ...ofChild]));
      const pupils = records.filter((record) => record.kind === 'person' && record.type !== 'staff');
      expect(pupils.map(({ id }) => id)).toEqual([pupilOf(schoolClass, 1)]);
      const about = records.flatMap((record) =>
        record.kind === 'enrolment' || record.kind === 'attendanceDay' ? [record.pupil] : [],
      );
      expect([...new Set(about)]).toEqual([pupilOf(schoolClass, 1)]);
    },
  );

  test('is the same refusal for what exists and what does not, in the history too', async () => {
    const { accessToken } = await server.enter(FAMILY.marta);
    const mark = attendance(STAFF.anna, OTHER_CHILD, []);
    const known = await server.send('GET', `/api/history/attendance/${mark.id}`, undefined, {
      token: accessToken,
    });
    const unknown = await server.send('GET', '/api/history/attendance/2026-11-23.nobody', undefined, {
      token: accessToken,
    });
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
  });

  test('S2: the history of a day of the child, without the computer of whoever wrote it', async () => {
    const mark = attendance(STAFF.anna, CHILD, []);
    const historyOf = async (token: string) =>
      await server.send('GET', `/api/history/attendance/${mark.id}`, undefined, { token });
    const { accessToken } = await server.enter(FAMILY.marta);
    const [ofFamily, ofTeacher] = [await historyOf(accessToken), await historyOf(await server.token('anna'))];
    expect(ofFamily).toMatchObject({ status: 200, body: [{ author: STAFF.anna, device: '' }] });
    expect(ofTeacher).toMatchObject({ status: 200, body: [{ device: expect.stringMatching(/./) }] });
  });

  test('D100: nothing of the history of a record from when it was of another child', async () => {
    const id = 'derogation-of-two';
    const derogation = { ...envelope(id), kind: 'derogation', startYear: 2026, halfUnits: 40 } as const;
    const classes = [CLASS_A];
    const versions = [
      { ...derogation, pupil: OTHER_CHILD, classes, category: 'health', document: 'Prot. 7' },
      { ...derogation, pupil: CHILD, classes, category: 'sport', document: 'Prot. 8', entry: nextEntry() },
    ] as const;
    for (const version of versions) await server.roster.write(SCHOOL, [version]);
    const { accessToken: token } = await server.enter(FAMILY.marta);
    const read = await server.send('GET', `/api/history/roster/${id}`, undefined, { token });
    expect(read).toMatchObject({ status: 200, body: [{ record: { pupil: CHILD, category: 'sport' } }] });
    expect(JSON.stringify(read.body)).not.toContain(OTHER_CHILD);
  });

  test.each([
    ['guardian', FAMILY.marta],
    ['student', FAMILY.pupil],
  ])('a %s writes nothing of the register', async (_who, username) => {
    const { accessToken } = await server.enter(username);
    const rows = [lesson(STAFF.anna, { hour: 4, topic: 'x' }), attendance(STAFF.anna, CHILD, [])].map(
      (next) => ({ assumed: null, next }),
    );
    const push = { lessons: rows.slice(0, 1), attendance: rows.slice(1) };
    const answer = await server.sync(accessToken, { push });
    const outcomes = Object.values(answer.push).flat();
    expect(outcomes).toMatchObject([{ outcome: 'refused' }, { outcome: 'refused' }]);
  });
});

describe('S6 the account of a pupil and those of the guardians are different things', () => {
  test('the password of one opens no other', async () => {
    await server.storage.accounts.transaction(async (transaction) => {
      const pupil = await transaction.account(FAMILY.pupil);
      const profile = pupil && (await transaction.profile(pupil.profile));
      const password = profile && { ...profile.password, hash: 'other' };
      if (profile && password) await transaction.saveProfile({ ...profile, password });
    });
    expect((await server.attempt(FAMILY.pupil, OLD_PASSWORD)).status).toBe(401);
    expect((await server.attempt(FAMILY.marta, OLD_PASSWORD)).status).toBe(200);
  });

  test('no family does what is the office’s', async () => {
    for (const username of [FAMILY.marta, FAMILY.pupil]) {
      const { accessToken } = await server.enter(username);
      const answer = await server.send('GET', '/api/office/accounts', undefined, { token: accessToken });
      expect(answer.status).toBe(403);
    }
  });
});

test('S4 a pupil whose school gives students no access is out at once, with the session that was open', async () => {
  const { refreshToken } = await server.enter(FAMILY.pupil);
  const closed = changedSchool(familySchool(), { policies: { studentAccess: 'off' } });
  await server.roster.write(
    SCHOOL,
    closed.filter(({ kind }) => kind === 'school'),
  );
  expect((await server.attempt(FAMILY.pupil, OLD_PASSWORD)).status).toBe(401);
  expect((await server.refresh(refreshToken)).status).toBe(401);
});

test('a guardian who is the child’s guardian no more reads nothing from that moment', async () => {
  const { accessToken } = await server.enter(FAMILY.nino);
  const data = familySchool().find((record) => record.id === personalDataId(GUARDIANS.nino));
  if (data?.kind !== 'personalData') throw new Error('Nino has personal data');
  await server.roster.write(SCHOOL, [{ ...data, children: [] }]);
  await expect(server.sync(accessToken, { pull: everything })).rejects.toThrow('notSignedIn');
});
