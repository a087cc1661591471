import { describe, expect, test } from 'vitest';
import { createApi } from './api-request.ts';

const answering = (answer: Response | Error) =>
  createApi(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));

describe('what the school answers to a page', () => {
  test('is read as JSON', async () => {
    expect(await answering(Response.json({ username: 'G000001A' })).json('/api/account')).toEqual({
      ok: true,
      value: { username: 'G000001A' },
    });
  });

  test('may be nothing', async () => {
    const answer = await answering(new Response(null, { status: 204 })).json('/api/account');
    expect(answer).toEqual({ ok: true, value: undefined });
  });

  test('says why something is not possible, and how long to wait', async () => {
    const failure = { kind: 'notPossible', message: 'No', reason: 'tooSoon', retryAfter: 40 };
    const answer = await answering(Response.json(failure, { status: 409 })).json('/api/account');
    expect(answer).toEqual({
      ok: false,
      failure: { kind: 'notPossible', reason: 'tooSoon', waitSeconds: 40 },
    });
  });

  test.each([
    ['no network', new TypeError('offline')],
    ['the page of a Wi-Fi portal', new Response('<html>', { status: 403 })],
    ['JSON that ends in the middle', new Response('{"username":')],
  ])('is told as unreachable for %s', async (_case, answer) => {
    expect(await answering(answer).json('/api/account')).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
  });
});

test('a picture goes out with its own type', async () => {
  const sent: RequestInit[] = [];
  const api = createApi((_path, init) => {
    sent.push(init ?? {});
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  const blob = new Blob(['x'], { type: 'image/png' });
  await api.json('/api/account/picture', { method: 'PUT', blob });
  expect(sent).toEqual([{ method: 'PUT', body: blob, headers: { 'content-type': 'image/png' } }]);
});
