import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  issueAccounts,
  listAccounts,
  printLetters,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { readSignInWays } from '../../../domain/protocol/endpoints/session/session-endpoints.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import type { StaffName } from '../../testing/test-school.ts';

const PER_MINUTE = 80;

let server: TestServer;
let url: string;
beforeEach(async () => {
  server = await startTestServer(undefined, { requestsPerMinute: PER_MINUTE });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await server.close();
});

/** The status of a request over a real line. */
async function ask(name: StaffName, method: string, path: string, body?: string): Promise<number> {
  const headers = {
    authorization: `Bearer ${await server.token(name)}`,
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  const answer = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body }) });
  await answer.arrayBuffer();
  return answer.status;
}

async function askOften(times: number, request: () => Promise<number>): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push(await request());
  return statuses;
}

const repeated = (status: number, times: number) => Array.from({ length: times }, () => status);

describe('what is refused is counted', () => {
  test('for want of right, before its body is read', async () => {
    const statuses = await askOften(PER_MINUTE + 2, () => ask('anna', 'GET', listAccounts.path));
    expect(statuses).toEqual([...repeated(403, PER_MINUTE), 429, 429]);
    // It is the session that has asked too often, whatever else it asks for; and no other one.
    expect(await ask('anna', 'GET', '/api/account')).toBe(429);
    expect(await ask('carla', 'GET', '/api/account')).toBe(200);
  });

  test('for want of right, on a route with a limit of its own', async () => {
    const body = JSON.stringify({ staff: true });
    const statuses = await askOften(issueAccounts.perMinute + 1, () =>
      ask('anna', 'POST', issueAccounts.path, body),
    );
    expect(statuses).toEqual([...repeated(403, issueAccounts.perMinute), 429]);
  });

  test('for what its body says', async () => {
    const statuses = await askOften(PER_MINUTE + 1, () => ask('anna', 'POST', '/api/sync', '{"push":7}'));
    expect(statuses).toEqual([...repeated(400, PER_MINUTE), 429]);
  });

  test('for an address that does not exist, whatever it is and however it is asked', async () => {
    let count = 0;
    const searches = [
      ['GET', '/wp-admin/'],
      ['POST', '/api/nothing'],
      ['DELETE', '/health'],
      ['GET', '/api/sync'],
      ['GET', '/%zz'],
      ['GET', `/link/${'a'.repeat(3_000)}`],
    ] as const;
    const search = async () => {
      const [method, path] = searches[count % searches.length] ?? searches[0];
      count += 1;
      const body =
        method === 'POST' ? { body: '{"half":', headers: { 'content-type': 'application/json' } } : {};
      const answer = await fetch(`${url}${path}${method === 'DELETE' ? '' : `?n=${count}`}`, {
        method,
        ...body,
      });
      await answer.arrayBuffer();
      return answer.status;
    };
    const statuses = await askOften(PER_MINUTE + 2, search);
    expect(statuses).toHaveLength(PER_MINUTE + 2);
    expect(statuses.slice(0, PER_MINUTE)).not.toContain(429);
    expect(statuses.slice(PER_MINUTE)).toEqual([429, 429]);
    // Others behind the same address come in, and are at work.
    expect((await fetch(`${url}${readSignInWays.path}`)).status).toBe(200);
    expect(await ask('carla', 'GET', '/api/account')).toBe(200);
  });

  test('for an address that a newer device knows, as its session: not as a search of those behind its address', async () => {
    await askOften(PER_MINUTE + 1, async () => (await fetch(`${url}/nothing`)).status);
    const statuses = await askOften(PER_MINUTE + 1, () => ask('anna', 'GET', '/api/newer'));
    expect(statuses).toEqual([...repeated(404, PER_MINUTE), 429]);
    expect(await ask('anna', 'GET', '/api/account')).toBe(429);
    expect(await ask('carla', 'GET', '/api/newer')).toBe(404);
    // A token that is none makes nobody of a stranger.
    const stranger = await fetch(`${url}/nothing`, { headers: { authorization: 'Bearer no' } });
    expect(stranger.status).toBe(429);
  });

  test('and a token that is none is answered as such, however often: whose own has expired must hear of it', async () => {
    const headers = { authorization: 'Bearer no' };
    for (let count = 0; count < PER_MINUTE + 1; count += 1) {
      const answer = await fetch(`${url}${listAccounts.path}`, { headers });
      await answer.arrayBuffer();
      expect(answer.status).toBe(401);
    }
  });
});

describe('what costs much', () => {
  test('is counted apart from what else the session asks, and each by itself', async () => {
    const { perMinute } = issueAccounts;
    // Refused for its body: what is asked does not matter here.
    const issue = () => ask('office', 'POST', issueAccounts.path, '{"classId":7}');
    const list = () => ask('office', 'GET', listAccounts.path);
    expect(await askOften(perMinute, list)).toEqual(repeated(200, perMinute));
    expect(await askOften(perMinute + 1, issue)).toEqual([...repeated(400, perMinute), 429]);
    expect(await ask('office', 'POST', printLetters.path, '{}')).toBe(400);
    expect(await askOften(PER_MINUTE - perMinute + 1, list)).toEqual([
      ...repeated(200, PER_MINUTE - perMinute),
      429,
    ]);
  });
});
