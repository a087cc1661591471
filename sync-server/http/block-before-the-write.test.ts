import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { SCHOOL, STAFF, staffRecord } from '../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let token: string;
beforeEach(async () => {
  server = await startTestServer();
  token = await server.token('office');
});
afterEach(async () => {
  await server.close();
});

const names = (...usernames: readonly string[]) => ({ usernames });
const carla = usernameOf('carla');
const acts: readonly (readonly [string, object | Buffer])[] = [
  ['roster/import', Buffer.from('Cognome,Nome,Sesso,CodiceFiscale\nRossi,Ada,F,\n')],
  ['accounts/confirm-record', names(carla)],
  ['accounts/refuse-record', names(carla)],
  ['accounts/unblock', names(carla)],
  ['accounts/mail', names(carla)],
  ['accounts/remind', {}],
  ['accounts/reissue', names(carla)],
  ['accounts/block', { ...names(carla), reason: 'Prova' }],
  ['accounts/rules', { secondFactorRoles: [], studentAccess: 'off' }],
  ['contacts', { name: 'Altra scuola', phone: '', email: '', address: '', city: '' }],
];

/** Sends an act that is allowed when it comes, and has somebody else write before its own transaction has its turn. */
async function actOvertaken([path, payload]: (typeof acts)[number], overtake: () => Promise<unknown>) {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const held = server.storage.accounts.transaction(async () => {
    await gate;
  });
  const overtaken = overtake();
  const isFile = Buffer.isBuffer(payload);
  const ofFile = { 'content-type': 'application/octet-stream', 'x-file-name': 'personale.csv' };
  const sent = Promise.resolve(
    server.app.inject({
      method: path === 'contacts' ? 'PUT' : 'POST',
      url: `/api/office/${path}`,
      headers: { authorization: `Bearer ${token}`, ...(isFile ? ofFile : {}) },
      payload,
    }),
  );
  // It has been let in, and waits for whoever writes.
  for (let round = 0; round < 30; round += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await server.storage.read(SCHOOL, async () => undefined);
  }
  letGo();
  await Promise.all([held, overtaken]);
  return await sent;
}

const eventsOfSchool = async () =>
  await server.storage.accounts.read((reader) => reader.events({ school: SCHOOL, limit: 100 }));

/** Everything that an act of the office could have changed, sessions, the clerk's own record and what was refused to them left out. */
async function state() {
  const { records } = await server.roster.readRoster(SCHOOL);
  return {
    records: records.filter(({ id }) => id !== STAFF.office),
    accounts: await server.storage.accounts.read((reader) => reader.accountsOfSchool(SCHOOL)),
    events: (await eventsOfSchool()).filter(({ act }) => act !== 'signedIn' && act !== 'actRefused'),
  };
}

test.each(acts)('%s by a clerk who is blocked before it has its turn does nothing', async (...act) => {
  const before = await state();
  const { statusCode } = await actOvertaken(act, () =>
    server.storage.accounts.transaction((transaction) =>
      transaction.endSessions([usernameOf('office')], 'blocked'),
    ),
  );
  expect(statusCode).toBe(401);
  expect(await state()).toEqual(before);
});

test.each(acts)('%s by a clerk who leaves the office before it has its turn does nothing', async (...act) => {
  const before = await state();
  const left = staffRecord(STAFF.office, 'Olga', ['teacher']) as RegisterRecord;
  const { statusCode } = await actOvertaken(act, () => server.roster.write(SCHOOL, [left]));
  expect(statusCode).toBe(403);
  expect(await state()).toEqual(before);
  // Who asked for it, and that it was refused, is in the register of operations.
  expect((await eventsOfSchool()).filter(({ act: operation }) => operation === 'actRefused')).toMatchObject([
    { by: usernameOf('office') },
  ]);
});
