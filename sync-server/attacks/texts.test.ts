import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CHAIN_START, chainFault } from '../storage/ledger/history-chain.ts';
import { lesson } from '../testing/test-records.ts';
import { pupilRecords, pupilOf, CLASS_A, SCHOOL, STAFF } from '../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function signIn(device: object): Promise<{ readonly status: number; readonly token: string }> {
  const payload = { username: usernameOf('anna'), password: PASSWORD, device };
  const answer = await server.app.inject({ method: 'POST', url: '/session/sign-in', payload });
  const { tokens } = answer.json<{ tokens?: { accessToken: string } }>();
  return { status: answer.statusCode, token: tokens?.accessToken ?? '' };
}

/** Sends JSON as its sender wrote it: `inject` would mend what is broken. */
async function post(url: string, payload: string | Buffer, token?: string) {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  return await server.app.inject({ method: 'POST', url, headers, payload });
}

async function isChainWhole(): Promise<boolean> {
  const links = await server.storage.read(SCHOOL, (reader) => reader.historyAfter(0, 100_000));
  return chainFault(SCHOOL, { number: 0, hash: CHAIN_START }, links) === undefined;
}

test.each(['1234567💥abc', '\ud83d234567890', '12345678\0', 'ààààààààà', '1234567 89'])(
  'an installation that calls itself %j is none',
  async (id) => {
    expect((await signIn({ id, name: 'PC' })).status).toBe(400);
  },
);

test('a device called after half a character is refused, and NUL is no part of a label', async () => {
  expect((await signIn({ id: 'device-1', name: 'PC \ud83d' })).status).toBe(400);
  const { token } = await signIn({ id: 'device-1', name: 'PC\0' });
  const next = lesson(STAFF.anna, { hour: 5 });
  await server.sync(token, { push: { lessons: [{ assumed: null, next }] } });
  const [version] = await server.storage.read(SCHOOL, (reader) => reader.versionsOf('lessons', next.id));
  expect(version?.device).toBe('PC (device-1)');
  expect(await isChainWhole()).toBe(true);
});

test('a session from before, with half a character in its label, leaves the chain whole', async () => {
  const { token, status } = await signIn({ id: 'device-1', name: 'Aula 💥 3' });
  expect(status).toBe(200);
  await server.storage.transaction(SCHOOL, async (transaction) => {
    const sessions = await server.storage.accounts.read((reader) => reader.sessionsOf([usernameOf('anna')]));
    for (const session of sessions) await transaction.saveSession(session);
  });
  const answer = await server.sync(token, {
    push: { lessons: [{ assumed: null, next: lesson(STAFF.anna, { hour: 5 }) }] },
  });
  expect(answer.push.lessons?.[0]?.outcome).toBe('stored');
  expect(await isChainWhole()).toBe(true);
});

describe('a record with a text that cannot be kept is refused by itself', () => {
  test.each([
    ['group', '\ud800'],
    ['group', '\ud801'],
    ['topic', 'a\udc00'],
    ['topic', 'NUL \0'],
    ['homework', '💥'.slice(1)],
  ])('in %s: %j', async (field, text) => {
    const good = lesson(STAFF.anna, { hour: 5 });
    const bad = { ...lesson(STAFF.anna, { hour: 6 }), [field]: text };
    const outcomes = await server.push('anna', 'lessons', [bad, good]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'stored']);
    expect(outcomes[0]?.refusal?.reason).toBe('invalid');
    expect(await isChainWhole()).toBe(true);
  });

  test('in the state that it assumes: it assumes none then', async () => {
    const [stored] = [lesson(STAFF.anna, { hour: 5 })];
    await server.push('anna', 'lessons', [stored]);
    const next = { ...lesson(STAFF.anna, { hour: 6 }), topic: 'x' };
    const assumed = { ...next, topic: '\ud800' };
    const [outcome] = await server.push('anna', 'lessons', [{ assumed, next }]);
    expect(outcome?.outcome).toBe('stored');
  });
});

describe('a request with a text that cannot be kept is answered 400', () => {
  test.each([
    ['/session/sign-in', '{"username":"a\\ud800","password":"x","device":{"id":"device-1","name":""}}'],
    ['/session/recover', '{"name":"\\udfff","act":"addresses"}'],
    ['/session/refresh', '{"refreshToken":"\\udbff"}'],
    ['/api/sync', '{"protocol":1,"client":"\\ud800","push":{},"pull":{}}'],
    ['/api/sync', '{"protocol":1,"client":"t","push":{"\\ud800":[]},"pull":{}}'],
    [
      '/api/sync',
      '{"protocol":1,"client":"t","push":{},"pull":{"lessons":{"checkpoint":{"\\udc00":1},"limit":1}}}',
    ],
    ['/api/office/accounts/block', '{"usernames":["TEST0001.1"],"reason":"\\ud800"}'],
  ])('%s %s', async (url, body) => {
    const answer = await post(url, body, await server.token('office'));
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      kind: 'badRequest',
      message: 'A text is not well formed',
    });
  });

  test('also where the bytes are no UTF-8', async () => {
    const body = Buffer.from('{"protocol":1,"client":"X","push":{},"pull":{}}');
    body[body.indexOf('X')] = 0xe0;
    expect((await post('/api/sync', body, await server.token('anna'))).statusCode).toBe(400);
  });

  test('and one that is nested beyond measure', async () => {
    const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
    const body = `{"protocol":1,"client":"t","push":{"lessons":${deep}},"pull":{}}`;
    expect((await post('/api/sync', body, await server.token('anna'))).statusCode).toBe(400);
  });
});

test('what a file says wrongly is kept as well as it can be, and the chain is whole', async () => {
  const [person] = pupilRecords(CLASS_A, pupilOf(CLASS_A, 9));
  const surname = `Rossi\ud800\0`;
  await server.roster.write(SCHOOL, [{ ...person, surname } as NonNullable<typeof person>]);
  const { records } = await server.roster.readRoster(SCHOOL);
  const kept = records.find((record) => record.id === person?.id);
  expect(kept).toMatchObject({ surname: 'Rossi\uFFFD' });
  expect(await isChainWhole()).toBe(true);
});
