import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../../sync-server/app.ts';
import { loadSecretKey } from '../../sync-server/secrets/secret-key.ts';
import { openStorage } from '../../sync-server/storage/open.ts';
import { serveParent } from '../harness/child-server.ts';
import { SERVER_START } from '../school/bench-school.ts';

/**
 * The product's server, put together as its own entry does, rights, validation, history and request log included. Only the clock is
 * ours, so that the year has been taught, and there is no limit of requests, which a load of this kind would meet at once.
 */
const folder = process.argv[2] ?? '.';
const storage = openStorage(folder);
const offset = Date.parse(SERVER_START) - Date.now();
const app = await createApp({
  storage,
  logger: pino({ base: null }, pino.destination({ dest: path.join(folder, 'server.log'), sync: true })),
  signingKey: loadSecretKey(folder),
  now: () => Date.now() + offset,
  requestsPerMinute: 0,
});
await app.listen({ host: '127.0.0.1', port: 0 });
// The cast: a server that listens on a port has an address with one.
serveParent((app.server.address() as AddressInfo).port, async () => {
  await app.close();
  await storage.close();
});
