import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let port: number;
beforeEach(async () => {
  server = await startTestServer();
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
});
afterEach(async () => await server.close());

/** Asks for an address as it is written: `fetch` would put it in order first. */
async function ask(path: string, method = 'GET'): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const asked = request({ port, method, path }, (answer) => resolve(answer.resume()));
    asked.on('error', reject).end();
  });
}

test.each([
  ['a path that is none', '/nothing'],
  ['what cannot be decoded', '/%zz'],
  ['half a character', '/%E0%A4'],
  ['half a code in a part of a route', '/link/%'],
  ['a part of a route that is too long', `/link/${'a'.repeat(3_000)}`],
  ['no path at all', '*'],
  ['an address of no host', 'http:///nothing'],
  ['an address with a fragment', 'http://school.example/#/nothing'],
  ['an address that cannot be decoded', 'http://school.example/%zz'],
])('%s is no address, and is answered as every other request is', async (_what, path) => {
  for (const method of ['GET', 'POST']) {
    const { statusCode, headers } = await ask(path, method);
    expect([statusCode, headers['x-content-type-options']]).toEqual([404, 'nosniff']);
  }
});

test.each(['/health', '/health/', '/health?n=%zz', '/he%61lth', 'http://school.example/health'])(
  '%s is one',
  async (path) => expect((await ask(path)).statusCode).toBe(200),
);
