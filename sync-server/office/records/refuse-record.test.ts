import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { OfficeMails } from '../../../domain/protocol/endpoints/office/office-mail-list.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { personalDataId, type PersonalData } from '../../../domain/kinds/personal-data/record.ts';
import { importRoster } from '../../roster/import-roster.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { writeData } from '../../testing/record-tools.ts';
import { envelope, SCHOOL, schoolRecords, STAFF } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';
import { createRosterStore } from '../import/roster-store.ts';

const CODE = 'RSSVEA80A41F257U';
const OLD = 'eva@old.example';
const NEW = 'eva@new.example';
const HEAD =
  'Cognome;Nome;Data di nascita;Classe;Genitore1 Cognome;Genitore1 Nome;Genitore1 CF;Genitore1 Email\n';
const list = (email: string) => `${HEAD}Alfa;Anna;1/2/2014;1A;Rossi;Eva;${CODE};${email}\n`;

let server: TestServer;
let clerk: OfficeDesk;
let principal: OfficeDesk;
let username: string;
beforeEach(async () => {
  server = await startTestServer(schoolRecords(0));
  [clerk, principal] = [officeDesk(server), officeDesk(server, 'principal')];
  await bring(OLD);
  const { records } = await server.roster.readRoster(SCHOOL);
  const eva = records.find((record) => record.kind === 'person' && record.surname === 'Rossi')?.id;
  username = must((await clerk.issue({ person: eva })).issued[0], 'Eva has a child');
});
afterEach(async () => {
  await server.close();
});

/** Imports the list in a clerk's name, or in that of whoever runs the server. */
async function bring(email: string, author?: (typeof STAFF)[keyof typeof STAFF]) {
  const file = { name: 'alunni.csv', bytes: Buffer.from(list(email)) };
  const by = author === undefined ? {} : { author };
  await importRoster(server.roster, [file], { school: SCHOOL, dryRun: false, now: server.clock.now, ...by });
}

async function use() {
  await server.storage.accounts.transaction(async (transaction) => {
    const account = must(await transaction.account(username), 'issued');
    await transaction.saveAccount({ ...account, activatedAt: server.clock.now });
  });
}

const shown = async (desk = clerk) => must(await desk.account(username), 'issued');
const decide = async (desk: OfficeDesk, act: 'confirm-record' | 'refuse-record') =>
  await desk.act(act, { usernames: [username], seen: [(await shown()).recordChange?.digest ?? ''] });
const mailTo = async () => {
  await clerk.act('mail', { usernames: [username] });
  const { mails } = (await clerk.get<OfficeMails>('mails')).body;
  return mails.filter(({ kind }) => kind === 'activate').map(({ to }) => to);
};

describe('an address that a list replaces by another', () => {
  beforeEach(use);

  test('waits, with what counted before and where it came from, by the same name everywhere', async () => {
    await bring(NEW);
    const { recordChange, replacedEmails, unconfirmedEmails } = await shown();
    expect(recordChange).toMatchObject({ origin: 'list', emails: [NEW], before: { emails: [OLD] } });
    expect(recordChange?.by).toBeUndefined();
    expect([replacedEmails, unconfirmedEmails]).toEqual([[OLD], undefined]);
    const [event] = await clerk.events(username);
    const details = { fields: 'emails', before: 'e••••@old.example', after: 'e••••@new.example' };
    expect(event).toMatchObject({ act: 'recordChanged', by: 'operator', details });
    expect(await clerk.act('mail', { usernames: [username] })).toEqual({
      done: 0,
      skipped: [{ username, reason: 'addressWaits' }],
    });
  });

  test('counts once confirmed; the replaced one is only named as that', async () => {
    await bring(NEW);
    expect(await decide(clerk, 'confirm-record')).toEqual({ done: 1, skipped: [] });
    expect(await shown()).toMatchObject({ replacedEmails: [OLD] });
    expect((await shown()).recordChange).toBeUndefined();
    expect(await mailTo()).toEqual([NEW]);
    expect((await clerk.events(username)).find(({ act }) => act === 'recordConfirmed')).toMatchObject({
      by: usernameOf('office'),
      details: { fields: 'emails', before: 'e••••@old.example', after: 'e••••@new.example' },
    });
  });

  test('is refused: the old one counts on, it stands in the register, and the same list does not ask again', async () => {
    await bring(NEW, STAFF.principal);
    expect(await decide(principal, 'refuse-record')).toEqual({
      done: 0,
      skipped: [{ username, reason: 'byAuthor' }],
    });
    expect(await decide(clerk, 'refuse-record')).toEqual({ done: 1, skipped: [] });
    const [event] = await clerk.events(username);
    expect(event).toMatchObject({
      act: 'recordRefused',
      by: usernameOf('office'),
      details: { fields: 'emails', before: 'e••••@old.example', after: 'e••••@new.example' },
    });
    await bring(NEW, STAFF.principal);
    expect((await shown()).recordChange).toBeUndefined();
    expect(await mailTo()).toEqual([OLD]);
    expect(await decide(clerk, 'refuse-record')).toMatchObject({ skipped: [{ reason: 'nothingWaits' }] });
  });

  test('is not refused as something else than was shown', async () => {
    await bring(NEW);
    const seen = [(await shown()).recordChange?.digest ?? ''];
    await bring('eva@newer.example');
    const report = await clerk.act('refuse-record', { usernames: [username], seen });
    expect(report).toEqual({ done: 0, skipped: [{ username, reason: 'changed' }] });
  });
});

describe('the address that a list has replaced', () => {
  test('never comes back by one clerk’s word, also before anybody uses the account', async () => {
    await bring(NEW);
    expect(await shown()).toMatchObject({ replacedEmails: [OLD] });
    const revive = async () => await clerk.act('confirm-addresses', { usernames: [username] });
    expect(await revive()).toEqual({ done: 1, waiting: 1, skipped: [] });
    expect(await mailTo()).toEqual([NEW]);
    expect((await shown()).recordChange).toMatchObject({ origin: 'clerk', own: true, emails: [OLD] });
    expect(await decide(clerk, 'confirm-record')).toMatchObject({ skipped: [{ reason: 'byAuthor' }] });
    expect(await decide(principal, 'refuse-record')).toMatchObject({ done: 1 });
    expect(await shown()).toMatchObject({ replacedEmails: [OLD] });
    expect(await revive()).toMatchObject({ waiting: 1 });
    expect(await decide(principal, 'confirm-record')).toMatchObject({ done: 1 });
    expect((await shown()).replacedEmails).toBeUndefined();
  });

  test('gets no link where it is the only one, and the reason says so', async () => {
    await bring(NEW);
    const { records } = await server.roster.readRoster(SCHOOL);
    const eva = records.find((record) => record.kind === 'personalData' && record.emails.includes(NEW));
    const { person, children } = must(eva, 'imported') as PersonalData;
    await writeData(server, person, { children, emails: [OLD], unconfirmedEmails: [OLD] });
    expect(await clerk.act('mail', { usernames: [username] })).toMatchObject({
      skipped: [{ reason: 'addressReplaced' }],
    });
  });
});

test('a fiscal code that was refused stays away, in small writings and in large ones', async () => {
  const carla = usernameOf('carla');
  const [GOOD, WRONG] = ['PRVCRL80A41F257D', 'PRVCRL80A41H501X'];
  const say = async (fiscalCode: string) => await writeData(server, STAFF.carla, { fiscalCode });
  const change = async () => (await principal.account(carla))?.recordChange;
  const settle = async (act: string) =>
    await principal.act(act, { usernames: [carla], seen: [(await change())?.digest ?? ''] });
  await say(GOOD);
  expect(await settle('confirm-record')).toMatchObject({ done: 1 });
  await say(WRONG);
  expect(await change()).toMatchObject({ fiscalCode: WRONG, before: { fiscalCode: GOOD, emails: [] } });
  expect(await settle('refuse-record')).toMatchObject({ done: 1 });
  await say(WRONG);
  expect(await change()).toBeUndefined();

  const store = createRosterStore(server.storage, { now: () => server.clock.now });
  const { records, version } = await store.readRoster(SCHOOL);
  const data = records.find((record) => record.kind === 'personalData' && record.person === STAFF.carla);
  expect(data).toMatchObject({ fiscalCode: GOOD });
  const again = { ...must(data, 'of Carla'), ...envelope(personalDataId(STAFF.carla)), fiscalCode: WRONG };
  await store.writeSlowly(SCHOOL, [again as RegisterRecord], version);
  expect(await change()).toBeUndefined();
  // Another code is another question.
  await say('PRVCRL80A41L219Y');
  expect(await change()).toMatchObject({ fiscalCode: 'PRVCRL80A41L219Y' });
});
