import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createOpenIdConnect } from '../identity/providers/openid-connect.ts';
import { PUBLIC_URL, startVisitors, type Visitors } from '../testing/visitor.ts';

let at: Visitors;
beforeEach(async () => {
  at = await startVisitors();
});
afterEach(async () => {
  await at.close();
});

describe('nothing about a person is kept by anything on the way', () => {
  test.each([
    ['GET', '/api/account'],
    ['GET', '/api/account/picture'],
    ['GET', '/api/history/lessons/x'],
    ['GET', '/api/office/accounts'],
    ['GET', '/api/office/accounts/export.csv'],
    ['GET', '/api/office/accounts/never-activated'],
    ['GET', '/api/office/hand-overs'],
    ['GET', '/api/office/mails'],
    ['POST', '/api/sync'],
    ['POST', '/session/sign-in'],
    ['POST', '/session/refresh'],
    ['POST', '/session/sign-out'],
    ['GET', '/session/ways'],
    ['GET', `/link/${'x'.repeat(43)}`],
    ['GET', '/health'],
    ['GET', '/nowhere'],
  ] as const)('%s %s', async (method, url) => {
    const headers = { authorization: `Bearer ${await at.token('office')}` };
    const answer = await at.app.inject({
      method,
      url,
      headers,
      ...(method === 'POST' ? { payload: {} } : {}),
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('also a picture, and a list of accounts that was given', async () => {
    const png = Buffer.from('89504e470d0a1a0a', 'hex');
    const headers = { authorization: `Bearer ${await at.token('office')}`, 'content-type': 'image/png' };
    await at.app.inject({ method: 'PUT', url: '/api/account/picture', headers, payload: png });
    for (const url of ['/api/account/picture', '/api/office/accounts/export.csv']) {
      const answer = await at.app.inject({ url, headers: { authorization: headers.authorization } });
      expect([url, answer.statusCode < 300, answer.headers['cache-control']]).toEqual([
        url,
        true,
        'no-store',
      ]);
    }
  });
});

describe('metrics without a token answer this machine alone, not what a proxy on it brings', () => {
  test.each([
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'x-real-ip': '203.0.113.9' },
    { forwarded: 'for=203.0.113.9' },
    { via: '1.1 proxy' },
    { 'x-forwarded-host': 'registro.example.it' },
    { 'x-forwarded-proto': 'https' },
  ])('%o', async (headers) => {
    expect((await at.app.inject({ url: '/metrics', headers })).statusCode).toBe(403);
    expect((await at.app.inject('/metrics')).statusCode).toBe(200);
  });
});

test('the owner’s form is taken where a proxy names another host, and a foreign one is not', async () => {
  const post = async (origin: string, host: string) =>
    (
      await at.app.inject({
        method: 'POST',
        url: `/link/${'x'.repeat(43)}`,
        headers: { origin, host, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'a=b',
      })
    ).statusCode;
  expect(await post(PUBLIC_URL, '127.0.0.1:8440')).toBe(404);
  expect(await post('https://evil.example', '127.0.0.1:8440')).toBe(403);
  expect(await post('https://evil.example', new URL(PUBLIC_URL).host)).toBe(403);
});

test('a provider that is down is asked once, whoever departs, and again a little later', async () => {
  let asked = 0;
  const down = createServer((_request, answer) => {
    asked += 1;
    answer.writeHead(500).end();
  });
  down.listen(0, '127.0.0.1');
  await once(down, 'listening');
  const { port } = down.address() as AddressInfo;
  let now = 1_000_000;
  const settings = { name: 'x', issuer: `http://127.0.0.1:${port}`, clientId: 'a', clientSecret: 'b' };
  const provider = createOpenIdConnect(settings, () => now);
  const depart = async () => (await provider.begin('https://registro.example.it/provider/arrive')).ok;
  expect(await Promise.all(Array.from({ length: 10 }, depart))).toEqual(
    Array.from({ length: 10 }, () => false),
  );
  expect(asked).toBe(1);
  await depart();
  expect(asked).toBe(1);
  now += 15_001;
  await depart();
  expect(asked).toBe(2);
  // A clock that was set back is no reason to wait.
  now -= 3_600_000;
  await depart();
  expect(asked).toBe(3);
  down.close();
});
