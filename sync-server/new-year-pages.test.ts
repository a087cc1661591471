import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  IssueAnswer,
  OfficeAccount,
  OfficeAccounts,
} from '../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { SignInAnswer } from '../domain/protocol/endpoints/session/session.ts';
import type { ImportReport } from './roster/report/import-report.ts';
import { schoolRecords, SCHOOL } from './testing/test-school.ts';
import { PASSWORD, startTestServer, type TestServer } from './testing/test-server.ts';

const HEAD = 'Cognome;Nome;Data di nascita;Classe;Cognome genitore;Nome genitore\n';
const OLD_LIST = `${HEAD}Passa;Pia;1/2/2016;5A;Passa;Mara\nResta;Rino;1/2/2014;1C;Resta;Mino\nEsce;Elsa;1/2/2012;3C;Esce;Olga\n`;
const NEW_LIST = `${HEAD}Passa;Pia;1/2/2016;1C;Passa;Mara\nResta;Rino;1/2/2014;2C;Resta;Mino\n`;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(
    schoolRecords(0).map((record) =>
      record.kind === 'school' ? { ...record, levels: ['primary', 'lowerSecondary'] } : record,
    ),
  );
});
afterAll(async () => {
  await server.close();
});

/** The clerk signs in anew each time: months go by between two acts. */
async function ask<T>(method: 'GET' | 'POST', path: string, payload?: object | Buffer): Promise<T> {
  const { accessToken } = await server.signIn('office');
  const answer = await server.app.inject({
    method,
    url: `/api/office/${path}`,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(Buffer.isBuffer(payload)
        ? { 'content-type': 'application/octet-stream', 'x-file-name': 'alunni.csv' }
        : {}),
    },
    ...(payload === undefined ? {} : { payload }),
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<T>();
}
const at = (day: string) => {
  server.clock.now = Date.parse(`${day}T09:00:00.000Z`);
};
const accountOf = async (
  surname: string,
  kind: OfficeAccount['kind'],
): Promise<OfficeAccount | undefined> => {
  const { accounts } = await ask<OfficeAccounts>('GET', 'accounts');
  return accounts.find((account) => account.surname === surname && account.kind === kind);
};
/** What the list of accounts shows of somebody. */
const shown = async (surname: string, kind: OfficeAccount['kind']) => {
  const account = await accountOf(surname, kind);
  return account && [account.className ?? '–', account.hasLeft, account.isOnNoList === true];
};
/** How somebody gets in who has chosen a password, and what the header then says of the child's class. */
async function enter(account: OfficeAccount | undefined): Promise<string> {
  const stored = await server.storage.accounts.read((reader) => reader.account(account?.username ?? ''));
  if (!stored) throw new Error('No such account');
  const { school, person, username, pupil, kind } = stored;
  const passwordHash = await server.hash(PASSWORD);
  await server.roster.saveAccounts([
    { school, person, username, kind, passwordHash, ...(pupil === undefined ? {} : { pupil }) },
  ]);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username, password: PASSWORD, device: { id: `device-${username}`, name: 'PC' } },
  });
  if (answer.statusCode !== 200) return String(answer.statusCode);
  return answer.json<SignInAnswer>().tokens?.identity.child?.className ?? 'own';
}

test('S4 E16 a year from its first list: accounts, header and access follow the class of today', async () => {
  at('2026-09-20');
  const first = await ask<ImportReport>('POST', 'roster/import', Buffer.from(OLD_LIST));
  expect([first.school, first.created.pupils, first.rejected]).toEqual([SCHOOL, 3, []]);
  const { records } = await server.roster.readRoster(SCHOOL);
  for (const person of records.filter((record) => record.kind === 'person' && record.type !== 'staff'))
    await ask<IssueAnswer>('POST', 'accounts/issue', { person: person.id });
  expect(await shown('Passa', 'firstGuardian')).toEqual(['5A', false, false]);
  expect(await shown('Passa', 'student')).toBeUndefined();
  expect(await enter(await accountOf('Esce', 'student'))).toBe('3C');

  at('2027-07-05');
  expect(await shown('Esce', 'student')).toEqual(['3C', false, false]);
  expect(await enter(await accountOf('Resta', 'firstGuardian'))).toBe('1C');

  at('2027-09-10');
  const second = await ask<ImportReport>('POST', 'roster/import', Buffer.from(NEW_LIST));
  expect(second.rejected).toEqual([]);
  expect(second.warnings.map(({ reasonCode }) => reasonCode)).toContain('notInNewYear');

  at('2027-10-04');
  expect(await shown('Passa', 'firstGuardian')).toEqual(['1C', false, false]);
  expect(await shown('Resta', 'student')).toEqual(['2C', false, false]);
  expect(await enter(await accountOf('Resta', 'firstGuardian'))).toBe('2C');
  // Pupils of primary school had no account; now they may.
  const passa = records.find(
    (record) => record.kind === 'person' && record.surname === 'Passa' && record.type === 'pupil',
  );
  expect((await ask<IssueAnswer>('POST', 'accounts/issue', { person: passa?.id })).issued).toHaveLength(1);
  expect(await enter(await accountOf('Passa', 'student'))).toBe('1C');
});

test('S4 E16 whoever is on no list of the new year is shown to the office, and has not left before somebody says so', async () => {
  expect(await shown('Esce', 'student')).toEqual(['–', false, true]);
  expect(await shown('Esce', 'firstGuardian')).toEqual(['–', false, true]);
  expect(await enter(await accountOf('Esce', 'student'))).toBe('401');
  const leaving = `Cognome;Nome;Data di nascita;Classe;Data ritiro\nEsce;Elsa;1/2/2012;3C;31/08/2027\n`;
  await ask<ImportReport>('POST', 'roster/import', Buffer.from(leaving));
  expect(await shown('Esce', 'student')).toEqual(['–', true, false]);
  expect(await shown('Esce', 'firstGuardian')).toEqual(['–', true, false]);
});
