import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import { OPENING_HEADER, toOpeningId, type OpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import type { TokenBroker, TokenOutcome } from '../session/token-broker.ts';
import { answerJson, startServer, type Answer } from '../testing/local-server.ts';
import { createApiProxy } from './api-proxy.ts';

const A: AccountRef = { school: toSchoolId('MORE0001'), username: 'A' };
const B: AccountRef = { ...A, username: 'B' };
const ELSEWHERE: AccountRef = { ...A, school: toSchoolId('MORE0002') };

async function setUp(
  answer: Answer,
  {
    open = true,
    outcome,
    answerWithin = 10_000,
  }: { readonly open?: boolean; readonly outcome?: TokenOutcome; readonly answerWithin?: number } = {},
) {
  const server = await startServer(answer);
  const events: string[] = [];
  const opened: { account: AccountRef | undefined; opening: OpeningId } = {
    account: open ? A : undefined,
    opening: toOpeningId('first'),
  };
  let number = 1;
  const broker: Pick<TokenBroker, 'accessToken' | 'expired' | 'rejected'> = {
    accessToken: async () =>
      await Promise.resolve(
        outcome ?? { kind: 'token', token: `access-${number}`, account: A, server: server.origin },
      ),
    expired: (token) => {
      events.push(`expired ${token}`);
      number += 1;
    },
    rejected: async (token) => {
      await Promise.resolve(events.push(`rejected ${token}`));
      return true;
    },
  };
  const proxy = createApiProxy({
    fetch,
    broker,
    account: () => opened.account,
    opening: () => opened.opening,
    answerWithin,
    onReachable: (reachable) => events.push(reachable ? 'reachable' : 'unreachable'),
    onSignInNeeded: () => events.push('signInNeeded'),
  });
  const ask = async (
    path = '/api/sync',
    init: RequestInit = { method: 'POST', body: '{"a":"è"}' },
  ): Promise<Response> => await proxy(new Request(`app://campanella${path}`, init));
  return { server, events, ask, opened };
}

describe('API proxy', () => {
  it('adds the bearer and passes only harmless headers on', async () => {
    const { ask, server } = await setUp((_request, response) => answerJson(response, 200, { ok: true }));
    const headers = {
      'content-type': 'application/json',
      authorization: 'Bearer stolen',
      cookie: 'a=b',
      origin: 'https://evil.example',
      'x-forwarded-for': '1.2.3.4',
    };
    expect(await (await ask('/api/sync?x=1', { method: 'POST', body: '{"a":"è"}', headers })).json()).toEqual(
      { ok: true },
    );
    const [seen] = server.requests;
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/api/sync?x=1',
      body: '{"a":"è"}',
      headers: { authorization: 'Bearer access-1', 'content-type': 'application/json' },
    });
    for (const name of ['cookie', 'origin', 'x-forwarded-for', 'referer'])
      expect(seen?.headers).not.toHaveProperty(name);
  });

  it('drops cookies, authentication and everything unknown from the answer, and hands an unpacked body on', async () => {
    const { ask } = await setUp((_request, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'set-cookie': 'a=b',
        'www-authenticate': 'Bearer',
        authorization: 'x',
        'x-token': 'access-1',
      });
      response.end(gzipSync('{"big":true}'));
    });
    const answer = await ask();
    expect(await answer.json()).toEqual({ big: true });
    expect([...answer.headers.keys()].sort()).toEqual([
      'cache-control',
      'content-security-policy',
      'content-type',
      'cross-origin-resource-policy',
      'x-content-type-options',
    ]);
  });

  it('hands the owner’s account and its picture on as they are', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 255, 128]);
    const { ask, server } = await setUp((_request, response) =>
      response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
    );
    const answer = await ask('/api/account/picture', { method: 'GET' });
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
    await ask('/api/account', { method: 'GET' });
    await ask('/api/account/devices/x/end', { method: 'POST' });
    expect(server.requests.map(({ url }) => url)).toEqual([
      '/api/account/picture',
      '/api/account',
      '/api/account/devices/x/end',
    ]);
  });

  it.each([
    ['/session/refresh', 'POST'],
    ['/session/switch', 'POST'],
    ['/session/act', 'POST'],
    ['/api/account', 'POST'],
    ['/api/account/..%2f..%2fsession/act', 'POST'],
    ['/api/accounts', 'GET'],
    ['/api/changes', 'GET'],
    ['/api/sync/more', 'POST'],
    ['/api/sync', 'GET'],
    ['/api/history/../../session/refresh', 'GET'],
    ['/api/history/%2e%2e/%2e%2e/session/refresh', 'GET'],
    ['/api/history/..%2f..%2fsession/refresh', 'GET'],
    ['/api/office//evil', 'GET'],
    ['/api/history/x', 'DELETE'],
  ])('refuses %s by %s without asking the server', async (path, method) => {
    const { ask, server } = await setUp((_request, response) => answerJson(response, 200, {}));
    expect((await ask(path, { method })).status).toBe(403);
    expect(server.requests).toEqual([]);
  });

  it('gives a locked page nothing', async () => {
    const { ask, server } = await setUp((_request, response) => answerJson(response, 200, {}), {
      open: false,
    });
    const answer = await ask();
    expect([answer.status, await answer.json()]).toEqual([401, { kind: 'notSignedIn', message: 'Locked' }]);
    expect(server.requests).toEqual([]);
  });

  it('repeats a request once, and only when its token had expired', async () => {
    const { ask, server, events } = await setUp((request, response) => {
      if (request.headers.authorization === 'Bearer access-1')
        answerJson(response, 401, { kind: 'tokenExpired', message: '' });
      else answerJson(response, 200, { got: request.body });
    });
    expect(await (await ask()).json()).toEqual({ got: '{"a":"è"}' });
    expect(server.requests).toHaveLength(2);
    expect(events).toContain('expired access-1');
  });

  it.each([undefined, B, ELSEWHERE])('never repeats a request for another account: %o', async (next) => {
    const { ask, server, opened } = await setUp((_request, response) => {
      opened.account = next;
      answerJson(response, 401, { kind: 'tokenExpired', message: '' });
    });
    expect(await (await ask()).json()).toEqual({ kind: 'notSignedIn', message: 'Locked' });
    expect(server.requests).toHaveLength(1);
  });

  it('sends nothing for an account that was left while its token was awaited', async () => {
    const { ask, server, opened } = await setUp((_request, response) => answerJson(response, 200, {}));
    const answer = ask();
    opened.account = B;
    expect((await answer).status).toBe(401);
    expect(server.requests).toEqual([]);
  });

  it('sends nothing of a page whose opening has ended, also where the same account is open again', async () => {
    const { ask, server, opened } = await setUp((_request, response) => answerJson(response, 200, {}));
    const post = () =>
      ask('/api/sync', { method: 'POST', body: '{}', headers: { [OPENING_HEADER]: 'first' } });
    expect((await post()).status).toBe(200);
    expect(server.requests[0]?.headers).not.toHaveProperty(OPENING_HEADER);
    opened.opening = toOpeningId('second');
    expect((await post()).status).toBe(401);
    opened.account = B;
    expect((await post()).status).toBe(401);
    expect(server.requests).toHaveLength(1);
  });

  it.each([B, ELSEWHERE])('sends nothing with the token of another account: %o', async (account) => {
    const { ask, server, events } = await setUp((_request, response) => answerJson(response, 200, {}), {
      outcome: { kind: 'token', token: 'access-1', account, server: 'http://127.0.0.1:9' },
    });
    expect(await (await ask()).json()).toEqual({ kind: 'notSignedIn', message: 'Locked' });
    expect([server.requests, events]).toEqual([[], []]);
  });

  it('asks the next account for no sign-in because of the session of the one before', async () => {
    const { ask, opened, events } = await setUp((_request, response) => {
      opened.account = B;
      answerJson(response, 401, { kind: 'notSignedIn', message: '' });
    });
    expect((await ask()).status).toBe(401);
    expect(events).toEqual(['reachable', 'rejected access-1']);
  });

  it('gives up when the renewed token expires at once', async () => {
    const { ask, server } = await setUp((_request, response) =>
      answerJson(response, 401, { kind: 'tokenExpired', message: '' }),
    );
    expect((await ask()).status).toBe(503);
    expect(server.requests).toHaveLength(2);
  });

  it.each([400, 403, 409, 413, 422, 429, 500])('hands a %i on without repeating', async (status) => {
    const { ask, server } = await setUp((_request, response) =>
      answerJson(response, status, { kind: 'internal', message: '' }, { 'retry-after': '7' }),
    );
    const answer = await ask();
    expect([answer.status, answer.headers.get('retry-after'), server.requests.length]).toEqual([
      status,
      '7',
      1,
    ]);
  });

  it('asks for a sign-in when the server does not know the session', async () => {
    const { ask, events } = await setUp((_request, response) =>
      answerJson(response, 401, { kind: 'notSignedIn', message: '' }),
    );
    expect((await ask()).status).toBe(401);
    expect(events).toEqual(['reachable', 'rejected access-1', 'signInNeeded']);
  });

  it('keeps the session when a 401 does not come from the school’s server', async () => {
    const { ask, events } = await setUp((_request, response) =>
      response.writeHead(401, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>'),
    );
    expect((await ask()).status).toBe(503);
    expect(events).toEqual(['unreachable']);
  });

  it('refuses redirects', async () => {
    const { ask, server } = await setUp((_request, response) =>
      response.writeHead(307, { location: 'http://127.0.0.1:9/evil' }).end(),
    );
    expect(await (await ask()).json()).toMatchObject({ kind: 'unavailable' });
    expect(server.requests).toHaveLength(1);
  });

  it('answers 503 when the server is gone, hangs, or its session cannot be renewed now', async () => {
    const gone = await setUp(() => undefined);
    await gone.server.stop();
    expect((await gone.ask()).status).toBe(503);
    expect(gone.events).toEqual(['unreachable']);
    const hanging = await setUp(() => undefined, { answerWithin: 300 });
    expect((await hanging.ask()).status).toBe(503);
    const noToken = await setUp(() => undefined, { outcome: { kind: 'unreachable' } });
    expect((await noToken.ask()).status).toBe(503);
    expect(noToken.server.requests).toEqual([]);
  });

  it('breaks an answer that stops half-way instead of hanging its reader', async () => {
    const { ask } = await setUp(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"half":');
      },
      { answerWithin: 1_000 },
    );
    const answer = await ask();
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('half-way');
  });
});
