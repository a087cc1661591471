import { once } from 'node:events';
import { request as openRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { StorageError } from '../storage/contract/storage-error.ts';
import { lesson } from '../testing/test-records.ts';
import { STAFF } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterAll(async () => {
  await server.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Sends bytes as they are, unlike `fetch`, which unpacks and adds headers. */
async function send(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: Buffer | string,
): Promise<Answer> {
  const sent = openRequest({ port, host: '127.0.0.1', method, path, headers });
  sent.on('error', () => undefined);
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}

const json = { 'content-type': 'application/json' };
const syncBody = (rest: object) => JSON.stringify({ protocol: 1, client: 't', push: {}, pull: {}, ...rest });
const bearer = async () => ({ ...json, authorization: `Bearer ${await server.token('anna')}` });
const pullRoster = syncBody({ pull: { roster: { checkpoint: {}, limit: 100 } } });

describe('packing', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('answers travel as %s when accepted', async (encoding, unpack) => {
    const headers = { ...(await bearer()), 'accept-encoding': `deflate, ${encoding};q=0.9` };
    const packed = await send('POST', '/api/sync', headers, pullRoster);
    expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    const plain = await send('POST', '/api/sync', await bearer(), pullRoster);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const documents = (bytes: Buffer) => (JSON.parse(bytes.toString()) as { pull: unknown }).pull;
    expect(documents(unpack(packed.body))).toEqual(documents(plain.body));
    expect(packed.body.length).toBeLessThan(plain.body.length / 3);
  });

  test('small answers travel as they are', async () => {
    const headers = { ...(await bearer()), 'accept-encoding': 'br, gzip' };
    expect((await send('POST', '/api/sync', headers, syncBody({}))).headers).not.toHaveProperty(
      'content-encoding',
    );
  });

  test('requests may come packed', async () => {
    const next = lesson(STAFF.anna, { hour: 5, topic: 'compressa'.repeat(100) });
    const body = gzipSync(syncBody({ push: { lessons: [{ assumed: null, next }] } }));
    const answer = await send('POST', '/api/sync', { ...(await bearer()), 'content-encoding': 'gzip' }, body);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ push: { lessons: [{ outcome: 'stored' }] } });
  });

  test.each([
    ['a bomb', gzipSync(Buffer.alloc(300_000_000)), 413, 'tooLarge'],
    ['rubbish', Buffer.from('this is no gzip'), 400, 'badRequest'],
    ['a truncated body', gzipSync(pullRoster).subarray(0, 30), 400, 'badRequest'],
  ] as const)('%s is refused quickly', async (_name, body, status, kind) => {
    const headers = { ...(await bearer()), 'content-encoding': 'gzip' };
    const start = performance.now();
    const answer = await send('POST', '/api/sync', headers, body);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ kind });
  });
});

describe('a request that is no request', () => {
  test('beyond the limit is refused before it has arrived', async () => {
    // The body is never sent: whoever waited for it would not answer.
    const answer = await send('POST', '/api/sync', { ...(await bearer()), 'content-length': '50000000' });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body.toString())).toEqual({ kind: 'tooLarge', message: 'Request too large' });
  });

  test.each([
    ['broken JSON', '{"protocol":'],
    ['no JSON object', '[]'],
    ['an empty body', ''],
    ['prototype keys', '{"__proto__":{"x":1}}'],
    ['unknown members', syncBody({ extra: 1 })],
    ['a wrong type', syncBody({ protocol: '1' })],
    ['NUL', '\u0000'],
    [
      'too many rows',
      syncBody({ push: { lessons: Array.from({ length: 1001 }, () => ({ assumed: null, next: {} })) } }),
    ],
    ['depth', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  ])('%s is answered 400, quoting nothing', async (_name, body) => {
    const answer = await send('POST', '/api/sync', await bearer(), body);
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body.toString())).toEqual({
      kind: 'badRequest',
      message: expect.stringMatching(/^Malformed request( \(FST_[A-Z_]+\))?$/),
    });
  });

  test('other content types and encodings are refused', async () => {
    const auth = await bearer();
    expect(
      (await send('POST', '/api/sync', { ...auth, 'content-type': 'text/plain' }, pullRoster)).status,
    ).toBe(400);
    expect((await send('POST', '/api/sync', { ...auth, 'content-encoding': 'zstd' }, 'x')).status).toBe(400);
  });

  test('an unknown address answers 404 in the same shape', async () => {
    const answer = await send('GET', '/nowhere', {});
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ kind: 'badRequest' });
  });
});

describe('a web page', () => {
  const credentials = JSON.stringify({
    username: 'TEST0001.1',
    password: 'x',
    device: { id: 'abcdefgh', name: '' },
  });
  test.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ origin: 'http://127.0.0.1:8440' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('with %o gains nothing', async (headers) => {
    for (const [method, path] of [
      ['POST', '/session/sign-in'],
      ['POST', '/api/sync'],
      ['GET', '/api/changes'],
    ] as const) {
      const answer = await send(
        method,
        path,
        { ...(await bearer()), ...headers },
        method === 'POST' ? credentials : undefined,
      );
      expect(answer.status).toBe(403);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(answer.headers).not.toHaveProperty('set-cookie');
    }
  });

  test('that asks first is not allowed', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await send('OPTIONS', '/session/sign-in', headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('without a session', () => {
  test.each([
    ['POST', '/api/sync'],
    ['GET', '/api/changes'],
    ['GET', '/api/history/lessons/x'],
  ])('%s %s answers 401', async (method, path) => {
    for (const authorization of ['', 'Bearer', 'Bearer x', 'Basic eDp5']) {
      const answer = await send(method, path, { ...json, ...(authorization ? { authorization } : {}) });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body.toString())).toMatchObject({ kind: 'notSignedIn' });
    }
  });
});

describe('for the operator', () => {
  test('health, metrics and the description of the interface answer, without anything personal', async () => {
    expect(JSON.parse((await send('GET', '/health', {})).body.toString())).toEqual({
      status: 'ok',
      protocol: PROTOCOL_VERSION,
    });
    const metrics = (await send('GET', '/metrics', {})).body.toString();
    expect(metrics).toContain('campanella_requests_total{route="/api/sync",status="200"}');
    expect(metrics).not.toMatch(/TEST0001|staff-/);
    const openapi = JSON.parse((await send('GET', '/openapi.json', {})).body.toString()) as { paths: object };
    expect(Object.keys(openapi.paths)).toContain('/api/sync');
  });

  test('metrics are for this machine, or with the token', async () => {
    const far = { url: '/metrics', remoteAddress: '10.0.0.9' };
    expect((await server.app.inject(far)).statusCode).toBe(403);
    const guarded = await startTestServer([], { metricsToken: 'a token of many characters' });
    const headers = { authorization: 'Bearer a token of many characters' };
    expect((await guarded.app.inject({ ...far, headers })).statusCode).toBe(200);
    expect((await guarded.app.inject('/metrics')).statusCode).toBe(403);
    await guarded.close();
  });

  test('a full disk is told as such, and an unexpected error hides what it was', async () => {
    for (const [error, status, kind] of [
      [new StorageError('full'), 503, 'diskFull'],
      [new Error('SQL with a name in it'), 500, 'internal'],
    ] as const) {
      const broken = { ...server.storage, check: () => Promise.reject(error) };
      const other = await startTestServer([], { storage: broken });
      const answer = await other.app.inject('/health');
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ kind, incident: expect.any(String) });
      expect(answer.body).not.toContain('SQL');
      await other.close();
    }
  });

  test('a session that asks too often is told to wait', async () => {
    const busy = await startTestServer(undefined, { requestsPerMinute: 5 });
    const token = await busy.token('anna');
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      const payload = { protocol: 1, client: 't', push: {}, pull: {} };
      const headers = { authorization: `Bearer ${token}` };
      const answer = await busy.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
      statuses.push(answer.statusCode);
      if (answer.statusCode === 429) expect(answer.json()).toMatchObject({ kind: 'tooManyAttempts' });
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
    await busy.close();
  });
});
