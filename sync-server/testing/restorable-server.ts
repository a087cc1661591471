import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FastifyInstance } from 'fastify';
import type { SyncAnswer, SyncRequest } from '../../domain/protocol/endpoints/register/sync.ts';
import { createApp } from '../app.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/contract/storage.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import type { StaffName } from './test-school.ts';

const DATABASE = 'campanella.sqlite';

/** A server whose database can be copied and put back, as an operator does: the key beside it stays. */
export interface RestorableServer {
  /** The server as it began: its clock, its folder and its tokens hold for all that follow. */
  readonly first: TestServer;
  storage(): Storage;
  app(): FastifyInstance;
  /** Copies the database as it is. */
  copy(): string;
  /** Stops the server, puts a copy in the place of its database and starts it again. */
  putBack(copy: string): Promise<void>;
  sync(name: StaffName, request: Partial<SyncRequest>): Promise<SyncAnswer>;
  close(): Promise<void>;
}

/** Starts a server with the test school that can be put back. */
export async function startRestorableServer(): Promise<RestorableServer> {
  const signingKey = randomBytes(32);
  const first = await startTestServer(undefined, { signingKey });
  const copies = mkdtempSync(path.join(tmpdir(), 'campanella-copies-'));
  let running = { app: first.app, storage: first.storage };
  let count = 0;
  return {
    first,
    storage: () => running.storage,
    app: () => running.app,
    copy() {
      count += 1;
      const copy = path.join(copies, `${count}.sqlite`);
      const database = new DatabaseSync(path.join(first.folder, DATABASE));
      database.prepare('VACUUM INTO ?').run(copy);
      database.close();
      return copy;
    },
    async putBack(copy) {
      await running.app.close();
      await running.storage.close();
      for (const suffix of ['-wal', '-shm'])
        rmSync(path.join(first.folder, DATABASE + suffix), { force: true });
      copyFileSync(copy, path.join(first.folder, DATABASE));
      const storage = openStorage(first.folder);
      const now = () => first.clock.now;
      const app = await createApp({ storage, signingKey, logger: false, now, requestsPerMinute: 0 });
      running = { app, storage };
    },
    async sync(name, request) {
      const answer = await running.app.inject({
        method: 'POST',
        url: '/api/sync',
        headers: { authorization: `Bearer ${await first.token(name)}` },
        payload: { protocol: 3, client: 'test', push: {}, pull: {}, ...request },
      });
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
      return answer.json<SyncAnswer>();
    },
    async close() {
      await running.app.close();
      await running.storage.close();
      rmSync(first.folder, { recursive: true, force: true });
      rmSync(copies, { recursive: true, force: true });
    },
  };
}
