import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccessRules } from '../../../domain/protocol/access-rules.ts';
import type { SignInAnswer } from '../../../domain/protocol/session.ts';
import { SCHOOL_RECORD_ID } from '../../../domain/records/school.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL, STAFF } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const RULES = 'accounts/rules';
const strict: AccessRules = {
  secondFactorRoles: ['teacher'],
  studentAccess: 'off',
};

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

test('the office asks teachers for a second factor: from then on a sign-in sets one up', async () => {
  const desk = officeDesk(server);
  expect((await desk.get<AccessRules>(RULES)).body).toMatchObject({ secondFactorRoles: [] });
  expect((await desk.post(RULES, strict)).body).toEqual(strict);
  expect((await desk.get<AccessRules>(RULES)).body).toEqual(strict);
  const payload = {
    username: usernameOf('anna'),
    password: PASSWORD,
    device: { id: 'device-1', name: 'PC' },
  };
  const answer = await server.app.inject({ method: 'POST', url: '/session/sign-in', payload });
  expect(answer.json<SignInAnswer>()).toMatchObject({ step: { kind: 'enrolSecondFactor' } });
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
    {},
  ])
    expect((await desk.post(RULES, wrong)).status).toBe(400);
  expect((await desk.get<AccessRules>(RULES)).body).toMatchObject({ secondFactorRoles: [] });
});
