import { afterEach, beforeEach, expect, test } from 'vitest';
import type { School } from '../../../domain/kinds/school/record.ts';
import { SCHOOL_RECORD_ID } from '../../../domain/kinds/school/record.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const contacts = {
  phone: ' 059  123456 ',
  email: 'segreteria@scuola.example',
  address: 'Via Roma 1',
  city: 'Carpi',
};

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function change(payload: object, name: StaffName = 'office') {
  const headers = { authorization: `Bearer ${await server.token(name)}` };
  return await server.app.inject({ method: 'PUT', url: '/api/office/contacts', headers, payload });
}

async function versions(): Promise<readonly School[]> {
  const found = await server.storage.read(SCHOOL, (reader) =>
    reader.versionsOf('settings', SCHOOL_RECORD_ID),
  );
  return found.map(({ json }) => JSON.parse(json) as School);
}

test('S11 the office changes its contacts: a version of the school’s record in the clerk’s name, and an act', async () => {
  expect((await change(contacts)).statusCode).toBe(204);
  expect((await versions()).at(-1)).toMatchObject({
    ...contacts,
    phone: '059 123456',
    author: STAFF.office,
  });
  expect(await officeDesk(server).acts()).toContain('contactsChanged');
});

test('S11 the office names its school; no name leaves the one that is known', async () => {
  await change({ ...contacts, name: ' Liceo  Reale ' });
  await change({ ...contacts, phone: '' });
  expect((await versions()).at(-1)).toMatchObject({ name: 'Liceo Reale', phone: '' });
});

test('S11 no letter is printed as long as it would name the school by its code, or nobody to call', async () => {
  const desk = officeDesk(server);
  const print = async () => (await desk.post('accounts/letters', { usernames: ['TEST0001.99'] })).body;
  const missing = { kind: 'notPossible', reason: 'schoolDetailsMissing' };
  expect(await print()).toMatchObject(missing);
  await change({ ...contacts, name: SCHOOL });
  expect(await print()).toMatchObject(missing);
  await change({ ...contacts, name: 'Liceo Reale', phone: '', email: '' });
  expect(await print()).toMatchObject(missing);
  await change({ ...contacts, name: 'Liceo Reale' });
  expect(await print()).toMatchObject({ reason: 'noOfficePassword' });
});

test('S11 what everybody receives has them', async () => {
  await change(contacts);
  const pull = { settings: { checkpoint: {}, limit: 10 } };
  const answer = await server.sync(await server.token('anna'), { pull });
  const school = answer.pull.settings?.documents.find(({ id }) => id === SCHOOL_RECORD_ID);
  expect(school).toMatchObject({ email: 'segreteria@scuola.example', city: 'Carpi' });
});

test('an address that is none changes nothing; none at all may be left', async () => {
  const before = (await versions()).length;
  const refused = await change({ ...contacts, email: 'segreteria' });
  expect(refused.json()).toMatchObject({ kind: 'notPossible', reason: 'addressInvalid' });
  expect(await versions()).toHaveLength(before);
  expect((await change({ ...contacts, email: '' })).statusCode).toBe(204);
});

test.each(['anna', 'ata'] as const)('%s changes nothing', async (name) => {
  const before = (await versions()).length;
  expect((await change(contacts, name)).statusCode).toBe(403);
  expect(await versions()).toHaveLength(before);
});

test('two clerks at once, one at the contacts and one at the rules: both stand', async () => {
  const rules = { secondFactorRoles: ['teacher'], studentAccess: 'off' };
  // Signed in already, so that both read before either writes.
  await server.token('office');
  await Promise.all([change(contacts), officeDesk(server).post('accounts/rules', rules)]);
  expect((await versions()).at(-1)).toMatchObject({ city: 'Carpi', policies: rules });
});
