import { once } from 'node:events';
import { request as openRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import { officeDesk } from '../testing/office-desk.ts';
import { lesson } from '../testing/test-records.ts';
import { SCHOOL, STAFF, staffRecord, type StaffName } from '../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let port: number;
beforeEach(async () => {
  server = await startTestServer();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterEach(async () => {
  await server.close();
});

/** A request whose head has arrived and whose body is held back. */
interface HeldBack {
  readonly sent: ClientRequest;
  readonly body: string | Buffer;
}

async function begin(
  name: StaffName,
  method: string,
  path: string,
  body: string | Buffer,
  type = 'application/json',
): Promise<HeldBack> {
  const authorization = `Bearer ${await server.token(name)}`;
  const headers = {
    authorization,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'x-file-name': 'a.csv',
  };
  const arrived = once(server.app.server, 'request');
  const sent = openRequest({ port, host: '127.0.0.1', method, path, headers });
  sent.on('error', () => undefined);
  sent.flushHeaders();
  await arrived;
  // The head has been answered for as far as it goes: the session was looked at before the body was asked for.
  await new Promise((resolve) => setImmediate(resolve));
  await server.storage.read(SCHOOL, async () => undefined);
  return { sent, body };
}

async function finish({ sent, body }: HeldBack): Promise<{ readonly status: number; readonly text: string }> {
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
}

const syncBody = (rest: object) => JSON.stringify({ protocol: 3, client: 't', push: {}, pull: {}, ...rest });
const mine = lesson(STAFF.anna, { topic: 'Troppo tardi' });
const block = async (name: StaffName) =>
  await officeDesk(server, 'principal').act('block', { usernames: [usernameOf(name)], reason: 'Prova' });

const pushes: readonly [string, StaffName, string, string, string | Buffer, string?][] = [
  ['a push', 'anna', 'POST', '/api/sync', syncBody({ push: { lessons: [{ assumed: null, next: mine }] } })],
  ['a pull', 'anna', 'POST', '/api/sync', syncBody({ pull: { roster: { checkpoint: {}, limit: 100 } } })],
  ['an act on the own account', 'anna', 'PUT', '/api/account/language', JSON.stringify({ language: 'en' })],
  [
    'a picture',
    'anna',
    'PUT',
    '/api/account/picture',
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    'application/octet-stream',
  ],
  [
    'an act of the office',
    'office',
    'POST',
    '/api/office/accounts/block',
    JSON.stringify({ usernames: [usernameOf('bruno')], reason: 'Prova' }),
  ],
  [
    'a roster',
    'office',
    'POST',
    '/api/office/roster/import',
    Buffer.from('nome;cognome\n'),
    'application/octet-stream',
  ],
];

test.each(pushes)(
  '%s whose account is blocked before its body has arrived does nothing',
  async (_name, who, method, path, body, type) => {
    const held = await begin(who, method, path, body, type);
    await block(who);
    const { status, text } = await finish(held);
    expect([status, JSON.parse(text)]).toMatchObject([401, { kind: 'notSignedIn' }]);
    const lessons = await server.storage.read(SCHOOL, (reader) => reader.collection('lessons'));
    expect(lessons).toEqual([]);
    const bruno = await server.storage.accounts.read((reader) => reader.account(usernameOf('bruno')));
    expect(bruno?.state).not.toBe('blocked');
  },
);

test('a teacher who has left the school before the body has arrived writes nothing', async () => {
  const held = await begin(
    'anna',
    'POST',
    '/api/sync',
    syncBody({ push: { lessons: [{ assumed: null, next: mine }] } }),
  );
  const left = { ...staffRecord(STAFF.anna, 'Anna', ['teacher']), leftOn: '2026-11-22' } as RegisterRecord;
  await server.roster.write(SCHOOL, [left]);
  expect((await finish(held)).status).toBe(401);
  expect(await server.storage.read(SCHOOL, (reader) => reader.collection('lessons'))).toEqual([]);
});

test('one that is not blocked is served, however long its body takes', async () => {
  const held = await begin(
    'anna',
    'POST',
    '/api/sync',
    syncBody({ push: { lessons: [{ assumed: null, next: mine }] } }),
  );
  expect((await finish(held)).status).toBe(200);
});
