import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let port: number;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
  token = await server.token('anna');
});
afterAll(async () => {
  await server.close();
});

const HEALTH = 'GET /health HTTP/1.1\r\nhost: a\r\n\r\n';

/** What the server answers on one connection to bytes as they are, until it ends or enough answers have come. */
async function talk(parts: readonly (string | Buffer)[], answers: number): Promise<string> {
  const socket: Socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  let text = '';
  const ended = once(socket, 'close');
  const enough = new Promise<void>((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (text.split('HTTP/1.1 ').length > answers) resolve();
    });
  });
  await once(socket, 'connect');
  for (const part of parts) socket.write(part);
  await Promise.race([enough, ended]);
  socket.destroy();
  return text;
}

function head(path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: 'a', 'content-type': 'application/json', ...headers });
  return `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

const signedIn = () => ({ authorization: `Bearer ${token}` });

describe('an answer before the body was read to its end closes the connection', () => {
  test.each([
    [
      'a packed body beyond the limit, announced',
      '/session/sign-in',
      { 'content-encoding': 'gzip', 'content-length': '5000000' },
      413,
    ],
    ['a plain body beyond the limit', '/session/sign-in', { 'content-length': '5000000' }, 413],
    ['an unknown packing', '/api/sync', { 'content-encoding': 'zstd', 'content-length': '5000000' }, 400],
    ['nobody signed in', '/api/sync', { authorization: 'Bearer no', 'content-length': '5000000' }, 401],
    [
      'a page of another site',
      '/api/sync',
      { origin: 'https://evil.example', 'content-length': '5000000' },
      403,
    ],
    [
      'a content type that is none',
      '/session/sign-in',
      { 'content-type': 'text/plain', 'content-length': '5000000' },
      400,
    ],
  ] as const)('%s', async (_name, path, headers, status) => {
    const auth = path === '/api/sync' && !('authorization' in headers) ? signedIn() : {};
    const text = await talk([head(path, { ...auth, ...headers }), randomBytes(50_000)], 1);
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
  });

  test('a packed body in pieces of unknown number', async () => {
    const piece = randomBytes(0x4000);
    const chunk = Buffer.concat([Buffer.from('4000\r\n'), piece, Buffer.from('\r\n')]);
    const headers = { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' };
    const text = await talk([head('/session/sign-in', headers), chunk, chunk, chunk], 1);
    expect(text).toMatch(/^HTTP\/1.1 413 /);
    expect(text).toMatch(/\r\nconnection: close\r\n/i);
  });
});

describe('a connection goes on', () => {
  test('after a refused request whose body arrived as a whole', async () => {
    const body = randomBytes(300_000);
    const refused = head('/api/sync', { authorization: 'Bearer no', 'content-length': String(body.length) });
    const text = await talk([refused, body, HEALTH], 2);
    expect(text).toMatch(/^HTTP\/1.1 401 /);
    expect(text).toMatch(/HTTP\/1.1 200 OK/);
  });

  test('after a refusal without a body, and after a body that was read', async () => {
    const body = JSON.stringify({ protocol: 1, client: 't', push: {}, pull: {} });
    const good = head('/api/sync', { ...signedIn(), 'content-length': String(Buffer.byteLength(body)) });
    const text = await talk(['GET /api/changes HTTP/1.1\r\nhost: a\r\n\r\n', good + body, HEALTH], 3);
    expect(text.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 401', 'HTTP/1.1 200', 'HTTP/1.1 200']);
    expect(text).not.toMatch(/connection: close/i);
  });
});
