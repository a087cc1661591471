import { afterEach, beforeEach, expect, test } from 'vitest';
import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function post(body: object): Promise<number> {
  const headers = { authorization: `Bearer ${await server.token('anna')}` };
  const payload = { protocol: 1, client: 't', push: {}, pull: {}, ...body };
  return (await server.app.inject({ method: 'POST', url: '/api/sync', headers, payload })).statusCode;
}

const series = async () => (await server.app.inject('/metrics')).body.split('\n').length;

/** Names that nobody knows, each with a row. */
function unknownNames(count: number, prefix: string): Readonly<Record<string, unknown>> {
  const names = Array.from({ length: count }, (_, index) => [
    `${prefix}${index}`,
    [{ assumed: null, next: {} }],
  ]);
  return Object.fromEntries(names);
}

test('names of collections that nobody knows make one series, however many there are', async () => {
  expect(await post({ push: unknownNames(1, 'first') })).toBe(200);
  // The question itself is counted from the second time on.
  await series();
  const before = await series();
  for (let round = 0; round < 20; round += 1)
    expect(await post({ push: unknownNames(SYNC_LIMITS.collections, `x${round}.`) })).toBe(200);
  expect(await series()).toBe(before);
  const text = (await server.app.inject('/metrics')).body;
  const rows = 1 + 20 * SYNC_LIMITS.collections;
  expect(text).toContain(`campanella_sync_rows_total{collection="unknown",outcome="refused"} ${rows}`);
});

test('a request that names more collections than there can be is none, nor one with more buckets', async () => {
  expect(await post({ push: unknownNames(SYNC_LIMITS.collections + 1, 'x') })).toBe(400);
  const pull = { checkpoint: {}, limit: 1 };
  const names = Array.from({ length: SYNC_LIMITS.collections + 1 }, (_, index) => [`x${index}`, pull]);
  expect(await post({ pull: Object.fromEntries(names) })).toBe(400);
  const buckets = Array.from({ length: SYNC_LIMITS.buckets + 1 }, (_, index) => [`class:${index}`, 1]);
  const checkpoint = Object.fromEntries(buckets);
  expect(await post({ pull: { lessons: { checkpoint, limit: 1 } } })).toBe(400);
});

test('addresses, methods and statuses that a client makes up are no labels either', async () => {
  await server.app.inject('/nowhere/0');
  await server.app.inject({ method: 'GET', url: '/api/history/lessons/0' });
  await server.app.inject({ method: 'HEAD', url: '/link/0' });
  await server.app.inject('/metrics');
  const before = await series();
  for (let index = 1; index < 50; index += 1) {
    await server.app.inject(`/nowhere/${index}?query=${index}`);
    await server.app.inject(`/api/history/lessons/${index}`);
    await server.app.inject({ method: 'HEAD', url: `/link/${index}` });
    await server.app.inject({ method: 'GET', url: `/api/history/made-up-${index}/x` });
  }
  expect(await series()).toBe(before);
});
