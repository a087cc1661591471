import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { toInstant } from '../../domain/base/ids.ts';
import type { SyncRequest } from '../../domain/protocol/endpoints/register/sync.ts';
import { serveParent } from '../harness/child-server.ts';
import { openFloorStore } from './floor-store.ts';

/** The least that a server can do with a sync request: parse it, store it durably, answer. No rights, no validation, no history. */
const store = openFloorStore(path.join(process.argv[2] ?? '.', 'floor.sqlite'));

const server = createServer((request, response) => {
  void answerTo(request).then((answer) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
    return response.end(answer);
  });
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
// The cast: a server that listens on a port has an address with one.
serveParent((server.address() as AddressInfo).port, async () => {
  server.closeAllConnections();
  server.close();
  store.close();
});

/** The author is whatever the header says: a floor does not ask. */
async function answerTo(request: IncomingMessage): Promise<string> {
  const author = request.headers.authorization ?? '';
  const { push, pull } = JSON.parse(await bodyOf(request)) as SyncRequest;
  const serverTime = toInstant(Date.now());
  const rows = push.attendance;
  const outcomes = rows ? { attendance: store.push(author, rows, serverTime) } : {};
  const head = { protocol: PROTOCOL_VERSION, serverTime, updateRequired: false, push: outcomes };
  const page = pull.attendance ? `"attendance":${store.pull(author, pull.attendance)}` : '';
  return `${JSON.stringify(head).slice(0, -1)},"pull":{${page}}}`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
