import { checkSchema } from '../../domain/base/check-schema.ts';
import { importReportSchema } from '../../domain/protocol/endpoints/office/import-report.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRoster } from '../roster/import-roster.ts';
import { createRosterStore } from '../office/import/roster-store.ts';
import { SCHOOL, type StaffName } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const FILE = 'Cognome;Nome;Sesso;Data nascita;Classe\nRossi;Ada;F;01/02/2014;1A\n';

async function upload(name: StaffName, body: string | Buffer, query = '', fileName = 'alunni%20%C3%A8.csv') {
  return await server.app.inject({
    method: 'POST',
    url: `/api/office/roster/import${query}`,
    headers: {
      authorization: `Bearer ${await server.token(name)}`,
      'content-type': 'application/octet-stream',
      'x-file-name': fileName,
    },
    payload: body,
  });
}

const count = async () => (await server.roster.readRoster(SCHOOL)).records.length;

test('is for office and principal', async () => {
  for (const name of ['anna', 'ata'] as const) {
    const answer = await upload(name, FILE);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ kind: 'forbidden' });
  }
});

test('a dry run reports and changes nothing; the import creates; a second one finds all unchanged', async () => {
  const before = await count();
  const dry = await upload('office', FILE, '?dryRun=1');
  expect(dry.json()).toMatchObject({ school: SCHOOL, dryRun: true });
  expect(dry.statusCode).toBe(200);
  expect(checkSchema(importReportSchema, dry.json())).toBe(true);
  expect(await count()).toBe(before);
  const first = await upload('office', FILE);
  expect(first.json()).toMatchObject({ created: { pupils: 1 }, rejected: [] });
  const second = await upload('principal', FILE);
  expect(second.json()).toMatchObject({ created: { pupils: 0 }, unchanged: { pupils: 1 } });
});

test('two imports of one file at once take every person once', async () => {
  const file = 'Cognome;Nome;Sesso;Data nascita;Classe\nBianchi;Leo;M;01/03/2014;1A\n';
  const answers = await Promise.all([upload('office', file), upload('principal', file)]);
  const created = answers.map((answer) => answer.json<{ created: { pupils: number } }>().created.pupils);
  expect(created.toSorted((a, b) => a - b)).toEqual([0, 1]);
});

test('two stores that import at once, as two processes do, take every person once', async () => {
  const file = { name: 'alunni.csv', bytes: Buffer.from(FILE.replace('Rossi', 'Verdi')) };
  const options = { school: SCHOOL, dryRun: false, now: server.clock.now };
  const reports = await Promise.all(
    [server.roster, createRosterStore(server.storage)].map((store) => importRoster(store, [file], options)),
  );
  const created = reports.map((report) => report.created.pupils);
  expect(created.toSorted((a, b) => a - b)).toEqual([0, 1]);
});

test.each([
  ['it', 'un’altra aspetta: questo file non è stato preso. Aspettare che finiscano, o annullarle'],
  ['en', 'another one waits: this file was not taken. Wait until they have ended, or cancel them'],
])(
  'a third import of a school at once is told what to do, and when to come back (%s)',
  async (language, words) => {
    const files = ['Alfa', 'Beta', 'Celi'].map((surname) => FILE.replace('Rossi', surname));
    const answers = await Promise.all(
      files.map(async (file) => await upload('office', file, `?dryRun=1&language=${language}`)),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 409]);
    const refused = answers.find(({ statusCode }) => statusCode === 409);
    expect(refused?.json()).toMatchObject({ kind: 'notPossible', reason: 'importWaiting', retryAfter: 30 });
    expect(refused?.headers['retry-after']).toBe('30');
    expect(refused?.json<{ message: string }>().message).toContain(words);
  },
);

test('what is no roster is refused with a sentence for the clerk', async () => {
  const answer = await upload('office', '', '?language=it');
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({
    kind: 'badRequest',
    message: 'alunni è.csv: il file è vuoto',
    reason: 'rosterRefused',
  });
});

test('a file beyond the limit is refused', async () => {
  const answer = await upload('office', Buffer.alloc(20_000_001));
  expect(answer.statusCode).toBe(413);
  expect(answer.json()).toMatchObject({ kind: 'tooLarge' });
});

test('a wrong query or no file name is a malformed request', async () => {
  expect((await upload('office', FILE, '?dryRun=yes')).statusCode).toBe(400);
  expect((await upload('office', FILE, '', '')).statusCode).toBe(400);
});
