import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OfficeMails } from '../../../domain/protocol/endpoints/office/office-mail-list.ts';
import { importRoster } from '../../roster/import-roster.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { SCHOOL, schoolRecords } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 Email\n';
const LIST = `${HEAD}Alfa;Anna;1/2/2014;1A;Hu;Li;li@posta.example\nBeta;Bruno;2/2/2014;1B;Rossi;Eva;li@posta.example\n`;

let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer(schoolRecords(0));
  desk = officeDesk(server);
  const file = { name: 'alunni.csv', bytes: Buffer.from(LIST) };
  await importRoster(server.roster, [file], { school: SCHOOL, dryRun: false, now: server.clock.now });
});
afterEach(async () => {
  await server.close();
});

const personNamed = async (surname: string) =>
  (await server.roster.readRoster(SCHOOL)).records.find(
    (record) => record.kind === 'person' && record.surname === surname,
  )?.id;

test('S10 no credentials go to an address that came in by a doubt, until a clerk confirms it', async () => {
  const [username = ''] = (await desk.issue({ person: await personNamed('Rossi') })).issued;
  expect(await desk.act('mail', { usernames: [username] })).toEqual({
    done: 0,
    skipped: [{ username, reason: 'addressInDoubt' }],
  });
  expect(await desk.account(username)).toMatchObject({
    hasRecordEmail: false,
    unconfirmedEmails: ['li@posta.example'],
  });
  expect(await desk.act('remind')).toMatchObject({ done: 0 });

  expect(await desk.act('confirm-addresses', { usernames: [username] })).toEqual({ done: 1, skipped: [] });
  expect((await desk.acts(username))[0]).toBe('addressConfirmed');
  expect(await desk.act('mail', { usernames: [username] })).toMatchObject({ done: 1 });
  const { mails } = (await desk.get<OfficeMails>('mails')).body;
  expect(mails.map((mail) => [mail.username, mail.to])).toEqual([[username, 'li@posta.example']]);
  // The other family's address is still in doubt, and there is nothing to confirm twice.
  const again = await desk.act('confirm-addresses', { usernames: [username] });
  expect(again.skipped).toEqual([{ username, reason: 'noAddress' }]);
});

test('S18 recovery knows no such address either: it asks the same list of addresses', async () => {
  const snapshot = await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
  expect([...snapshot.emailsOf.values()].flat()).toEqual([]);
  expect([...snapshot.unconfirmedEmailsOf.values()].flat()).toEqual(['li@posta.example', 'li@posta.example']);
});

test('is for the office alone', async () => {
  const answer = await officeDesk(server, 'anna').post('accounts/confirm-addresses', { usernames: ['x'] });
  expect(answer.status).toBe(403);
});
