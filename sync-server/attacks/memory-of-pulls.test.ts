import { once } from 'node:events';
import { request as openRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SyncRequest } from '../../domain/protocol/endpoints/register/sync.ts';
import { LARGE_PULLS } from '../register/pulls/pull-turns.ts';
import { schoolRecords } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let port: number;
let token: string;
beforeEach(async () => {
  // More than a small pull of the roster.
  server = await startTestServer(schoolRecords(120));
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as AddressInfo);
  token = await server.token('principal');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.close();
});

const EVERYTHING: SyncRequest['pull'] = { roster: { checkpoint: {}, limit: 2000 } };

/** Asks over a connection of its own. */
function ask(who: string, pull: SyncRequest['pull'] = EVERYTHING): ClientRequest {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${who}` };
  const sent = openRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/sync',
    headers,
    agent: false,
  });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify({ protocol: 1, client: 't', push: {}, pull }));
  return sent;
}

async function answerTo(
  sent: ClientRequest,
): Promise<{ readonly status: number; readonly retryAfter: number }> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return { status: answer.statusCode ?? 0, retryAfter: Number(answer.headers['retry-after']) };
}

/** Lets no reading of documents begin until it is told, and counts those that have. */
function holdReading() {
  const { promise, resolve: release } = Promise.withResolvers<undefined>();
  const read = server.storage.read.bind(server.storage);
  const begun = { documents: 0 };
  vi.spyOn(server.storage, 'read').mockImplementation(async (school, work) => {
    let isDocuments = false;
    const watched = await read(school, async (reader) => {
      const own = {
        ...reader,
        bucketRange: async (...range: Parameters<typeof reader.bucketRange>) => {
          isDocuments = true;
          await reader.bucketRange(...range);
        },
      };
      return await work(own);
    });
    if (isDocuments) {
      begun.documents += 1;
      await promise;
    }
    return watched;
  });
  return { begun, release: () => release(undefined) };
}

describe('of many full pulls', () => {
  test('of one session a few are looked at, the others are told when to come back, and another session is served', async () => {
    const { begun, release } = holdReading();
    const loop = Array.from({ length: 40 }, () => answerTo(ask(token)));
    const early = await Promise.all(
      // Those that may wait are answered later.
      [Promise.race(loop), Promise.race(loop.slice(20))],
    );
    for (const { status, retryAfter } of early) {
      expect(status).toBe(503);
      expect(retryAfter).toBeGreaterThanOrEqual(2);
    }
    expect(begun.documents).toBeLessThanOrEqual(LARGE_PULLS.perSession);
    const other = answerTo(ask(await server.token('office')));
    await vi.waitFor(() => expect(begun.documents).toBe(LARGE_PULLS.perSession + 1));
    release();
    expect((await other).status).toBe(200);
    const statuses = (await Promise.all(loop)).map(({ status }) => status);
    const served = statuses.filter((status) => status === 200).length;
    expect(served).toBe(LARGE_PULLS.perSession + LARGE_PULLS.waitingPerSession);
    expect(statuses.filter((status) => status === 503)).toHaveLength(40 - served);
  });

  test('none is read for a connection that has gone', async () => {
    const { begun, release } = holdReading();
    const held = Array.from({ length: LARGE_PULLS.perSession }, () => answerTo(ask(token)));
    await vi.waitFor(() => expect(begun.documents).toBe(LARGE_PULLS.perSession));
    const gone = Array.from({ length: LARGE_PULLS.waitingPerSession }, () => ask(token));
    // Too many wait: those before have arrived.
    expect((await answerTo(ask(token))).status).toBe(503);
    for (const sent of gone) sent.destroy();
    // There is room to wait again as soon as they have been noticed.
    await vi.waitFor(async () => {
      const next = ask(token);
      const outcome = await Promise.race([
        answerTo(next),
        new Promise((resolve) => setTimeout(resolve, 100)),
      ]);
      next.destroy();
      expect(outcome).toBeUndefined();
    });
    release();
    await Promise.all(held);
    expect((await answerTo(ask(token))).status).toBe(200);
    expect(begun.documents).toBeLessThanOrEqual(LARGE_PULLS.perSession + 2);
  });

  test('rows are taken before the wait, and small pulls do not wait behind large ones', async () => {
    const { begun, release } = holdReading();
    const held = Array.from({ length: 6 }, () => answerTo(ask(token)));
    await vi.waitFor(() => expect(begun.documents).toBe(LARGE_PULLS.perSession));
    expect((await answerTo(ask(token, {}))).status).toBe(200);
    const small: SyncRequest['pull'] = { roster: { checkpoint: {}, limit: 1 } };
    const before = begun.documents;
    const asked = answerTo(ask(token, small));
    await vi.waitFor(() => expect(begun.documents).toBe(before + 1));
    release();
    expect((await asked).status).toBe(200);
    await Promise.all(held);
  });
});
