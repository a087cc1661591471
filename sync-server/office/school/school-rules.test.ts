import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  SchoolRules,
  SchoolRulesAnswer,
} from '../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import type { SignInAnswer } from '../../../domain/protocol/endpoints/session/session.ts';
import { SCHOOL_RECORD_ID } from '../../../domain/kinds/school/record.ts';
import type { SignInProvider } from '../../identity/providers/sign-in-provider.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const RULES = 'accounts/rules';
const strict: SchoolRules = {
  secondFactorRoles: ['teacher'],
  studentAccess: 'off',
};
const kept: SchoolRulesAnswer = { ...strict, localPasswordOff: [], provider: null };
/** A provider that is never asked for anything but its name. */
const provider: SignInProvider = {
  name: 'SPID',
  begin: () => Promise.reject(new Error('not asked')),
  complete: () => Promise.reject(new Error('not asked')),
};

async function signIn(to: TestServer, name: StaffName) {
  const device = { id: 'device-1', name: 'PC' };
  const payload = { username: usernameOf(name), password: PASSWORD, device };
  return await to.app.inject({ method: 'POST', url: '/session/sign-in', payload });
}

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

/** What holds of lessons as long as the office has not chosen otherwise. */
const ofLessons = {
  signingWindow: 'free',
  beforeHour: 'closed',
  attendanceRules: { mode: 'daily', shortLateMinutes: 10, entriesPerDay: 1, exitsPerDay: 1 },
  gradingRules: {},
};

test('the office asks teachers for a second factor: from then on a sign-in sets one up', async () => {
  const desk = officeDesk(server);
  expect((await desk.get<SchoolRules>(RULES)).body).toMatchObject({ secondFactorRoles: [] });
  expect((await desk.post(RULES, strict)).body).toEqual({ ...ofLessons, ...kept });
  expect((await desk.get<SchoolRules>(RULES)).body).toEqual({ ...ofLessons, ...kept });
  const answer = await signIn(server, 'anna');
  expect(answer.json<SignInAnswer>()).toMatchObject({ step: { kind: 'enrolSecondFactor' } });
});

test('D19 the office sets when lessons may be signed, before their hour too', async () => {
  const desk = officeDesk(server);
  const wanted = { ...strict, signingWindow: 'sameDay', beforeHour: 'sameDay' };
  expect((await desk.post(RULES, wanted)).body).toMatchObject({
    signingWindow: 'sameDay',
    beforeHour: 'sameDay',
  });
  // Who does not know of them leaves them as they are.
  expect((await desk.post(RULES, strict)).body).toMatchObject({
    signingWindow: 'sameDay',
    beforeHour: 'sameDay',
  });
  expect((await desk.post(RULES, { ...strict, beforeHour: 'always' })).status).toBe(400);
});

describe('what the office decides on attendance', () => {
  const standard = { mode: 'daily', shortLateMinutes: 10, entriesPerDay: 1, exitsPerDay: 1 };
  const chosen = {
    mode: 'hourly',
    shortLateMinutes: 5,
    entriesPerDay: 2,
    exitsPerDay: 2,
    absenceRounding: 'nearestWhole',
    shortLatesPerPeriod: 4,
    daysBack: 15,
    justification: { daysAllowed: { absence: 7 }, warnAfterDays: 5, permitUntil: '15:00' },
  };

  test('D8, D10, D86, D88, D90, D103, D107: each is read again as it was set, and stands in the school’s record', async () => {
    const desk = officeDesk(server);
    expect((await desk.get(RULES)).body).toMatchObject({ attendanceRules: standard });
    expect((await desk.post(RULES, { ...strict, attendanceRules: chosen })).body).toMatchObject({
      attendanceRules: chosen,
    });
    expect((await desk.get<SchoolRulesAnswer>(RULES)).body.attendanceRules).toEqual(chosen);
    const [event] = await desk.events();
    expect(event?.details).toMatchObject({
      attendanceRules:
        'mode shortLateMinutes shortLatesPerPeriod entriesPerDay exitsPerDay daysBack absenceRounding justification',
    });
  });

  test('D102: how absences are called is of the school year', async () => {
    await officeDesk(server).post(RULES, { ...strict, attendanceRules: { ...standard, mode: 'hourly' } });
    const year = await server.storage.read(SCHOOL, (reader) => reader.versionsOf('settings', 'year.2026'));
    expect(year.at(-1)).toMatchObject({ author: STAFF.office });
    expect(year).toHaveLength(2);
  });

  test('what is no longer said has no limit, and a form that does not know of attendance leaves it as it is', async () => {
    const desk = officeDesk(server);
    await desk.post(RULES, { ...strict, attendanceRules: chosen });
    await desk.post(RULES, strict);
    expect((await desk.get<SchoolRulesAnswer>(RULES)).body.attendanceRules).toEqual(chosen);
    await desk.post(RULES, { ...strict, attendanceRules: standard });
    expect((await desk.get<SchoolRulesAnswer>(RULES)).body.attendanceRules).toEqual(standard);
    expect(
      (await desk.post(RULES, { ...strict, attendanceRules: { ...standard, daysBack: -1 } })).status,
    ).toBe(400);
  });
});

describe('what the school decides on grades', () => {
  const chosen = {
    step: 'half',
    lowest: 12,
    decimals: 1,
    yearBasis: 'meanOfPeriods',
    needed: { written: 2, oral: 2 },
    excuses: 2,
    unpreparedCounts: 16,
    palette: 'blue',
    councilReads: true,
  };

  test('D50–D52, D57, D60, D64, D65: is read again as it was set; a form that does not know of it leaves it', async () => {
    const desk = officeDesk(server);
    await desk.post(RULES, { ...strict, gradingRules: chosen });
    const [event] = await desk.events();
    expect(event?.details).toMatchObject({
      gradingRules: 'step lowest decimals yearBasis needed excuses unpreparedCounts palette councilReads',
    });
    await desk.post(RULES, strict);
    expect((await desk.get<SchoolRulesAnswer>(RULES)).body.gradingRules).toEqual(chosen);
    await desk.post(RULES, { ...strict, gradingRules: {} });
    expect((await desk.get<SchoolRulesAnswer>(RULES)).body.gradingRules).toEqual({});
  });

  test.each([
    { step: 'whole', lowest: 10 },
    { step: 'half', unpreparedCounts: 13 },
    { lowest: 3 },
    { decimals: 3 },
  ])('D51, D52: goes together: not %j', async (gradingRules) => {
    expect((await officeDesk(server).post(RULES, { ...strict, gradingRules })).status).toBe(400);
  });
});

test('a change is a version of the school’s record in the clerk’s name, and an act in the register of operations', async () => {
  const desk = officeDesk(server);
  await desk.post(RULES, strict);
  const versions = await server.storage.read(SCHOOL, (reader) =>
    reader.versionsOf('settings', SCHOOL_RECORD_ID),
  );
  expect(versions.at(-1)).toMatchObject({ author: STAFF.office });
  expect(await desk.acts()).toContain('rulesChanged');
});

test('S4 the office takes the accounts of one level of school away, and gives them back', async () => {
  const desk = officeDesk(server);
  const rules = { secondFactorRoles: [], studentAccess: 'secondaryOnly' } as const;
  const issued = async () =>
    (await desk.issue({ person: pupilOf(CLASS_A, 1) })).refused.map(({ reason }) => reason);
  const lower = await desk.post(RULES, { ...rules, studentLevelsOff: ['lowerSecondary'] });
  expect(lower.body).toMatchObject({ studentLevelsOff: ['lowerSecondary'] });
  expect(await issued()).toEqual(['studentAccessOff']);
  // Who does not know of levels leaves them as they are.
  expect((await desk.post(RULES, rules)).body).toMatchObject({ studentLevelsOff: ['lowerSecondary'] });
  await desk.post(RULES, { ...rules, studentLevelsOff: ['upperSecondary'] });
  expect(await issued()).toEqual([]);
  const { username } = (await desk.accounts()).accounts.find(({ kind }) => kind === 'student') ?? {};
  expect(username).toMatch(/^S/);
  expect((await desk.post(RULES, { ...rules, studentLevelsOff: ['primary'] })).status).toBe(400);
});

test.each(['anna', 'ata'] as const)('%s neither sees nor changes the rules', async (name) => {
  const desk = officeDesk(server, name);
  expect((await desk.get(RULES)).status).toBe(403);
  expect((await desk.post(RULES, strict)).status).toBe(403);
});

test('rules that are none are refused, and nothing changes', async () => {
  const desk = officeDesk(server);
  for (const wrong of [
    { ...strict, secondFactorRoles: ['pupil'] },
    { ...strict, studentAccess: 'everybody' },
    { ...strict, localPasswordOff: ['office'] },
    {},
  ])
    expect((await desk.post(RULES, wrong)).status).toBe(400);
  expect((await desk.get<SchoolRules>(RULES)).body).toMatchObject({ secondFactorRoles: [] });
});

test('passwords are switched off only where a provider lets people in', async () => {
  const desk = officeDesk(server);
  expect(await desk.post(RULES, { ...strict, localPasswordOff: ['staff'] })).toMatchObject({
    status: 409,
    body: { kind: 'notPossible', reason: 'noProvider' },
  });
  expect((await desk.get(RULES)).body).toMatchObject({ localPasswordOff: [], provider: null });
});

describe('where there is a provider', () => {
  let other: TestServer;
  beforeEach(async () => {
    other = await startTestServer(undefined, { provider });
  });
  afterEach(async () => {
    await other.close();
  });

  test('the password of a teacher is refused with the reason, those of office and principal never are', async () => {
    const desk = officeDesk(other);
    const rules = { ...kept, localPasswordOff: ['staff'], provider: { name: 'SPID' } };
    const { provider: _provider, ...wanted } = rules;
    expect((await desk.post(RULES, { ...wanted, secondFactorRoles: [] })).body).toEqual({
      ...ofLessons,
      ...rules,
      secondFactorRoles: [],
    });
    expect((await signIn(other, 'anna')).json()).toMatchObject({
      kind: 'notPossible',
      reason: 'localPasswordOff',
    });
    expect((await signIn(other, 'office')).json()).toHaveProperty('tokens');
    expect((await signIn(other, 'principal')).json()).toHaveProperty('tokens');
    // A form that does not name them changes nothing about passwords.
    await desk.post(RULES, { secondFactorRoles: [], studentAccess: 'off' });
    expect((await desk.get(RULES)).body).toMatchObject({ localPasswordOff: ['staff'] });
    await desk.post(RULES, { secondFactorRoles: [], studentAccess: 'off', localPasswordOff: [] });
    expect((await signIn(other, 'anna')).json()).toHaveProperty('tokens');
  });

  test('the sign-in page learns its name', async () => {
    const ways = async (of: TestServer) => (await of.app.inject({ url: '/session/ways' })).json<unknown>();
    expect(await ways(other)).toEqual({ provider: { name: 'SPID' } });
    expect(await ways(server)).toEqual({ provider: null });
  });
});
