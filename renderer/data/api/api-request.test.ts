import { describe, expect, test } from 'vitest';
import { removePicture, savePicture } from '../../../domain/protocol/endpoints/account/account-endpoints.ts';
import {
  blockLeavers,
  countNeverActivated,
  listEvents,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import { retryMail } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { createApi } from './api-request.ts';

const answering = (answer: Response | Error) =>
  createApi(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));

describe('what the school answers to a page', () => {
  test('is read as JSON', async () => {
    expect(await answering(Response.json({ count: 3 })).ask(countNeverActivated)).toEqual({
      ok: true,
      value: { count: 3 },
    });
  });

  test('may be nothing', async () => {
    const answer = await answering(new Response(null, { status: 204 })).ask(removePicture);
    expect(answer).toEqual({ ok: true, value: undefined });
  });

  test('says why something is not possible, and how long to wait', async () => {
    const failure = { kind: 'notPossible', message: 'No', reason: 'tooSoon', retryAfter: 40 };
    const answer = await answering(Response.json(failure, { status: 409 })).ask(countNeverActivated);
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
    expect(await answering(answer).ask(countNeverActivated)).toEqual({
      ok: false,
      failure: { kind: 'serverUnreachable' },
    });
  });
});

test('an answer of another shape is none of ours, and one with more in it is of a newer server', async () => {
  for (const odd of [{ count: 'three' }, {}, [], null])
    expect(await answering(Response.json(odd)).ask(countNeverActivated)).toEqual({
      ok: false,
      failure: { kind: 'internal' },
    });
  const newer = await answering(Response.json({ count: 3, since: 'September' })).ask(countNeverActivated);
  expect(newer.ok).toBe(true);
});

test('a text longer, or a word newer, than was foreseen takes no list away', async () => {
  const skipped = [{ username: 'x'.repeat(400), reason: 'ofTomorrow' }];
  const answer = await answering(Response.json({ done: 1, skipped })).ask(blockLeavers);
  expect(answer).toEqual({ ok: true, value: { done: 1, skipped } });
});

test('what is done answers nothing: a page of somebody else’s is no answer', async () => {
  const portal = new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } });
  expect(await answering(portal).ask(removePicture)).toEqual({
    ok: false,
    failure: { kind: 'serverUnreachable' },
  });
});

test('the address holds parameters and query, each as it is', async () => {
  const asked: unknown[] = [];
  const api = createApi((path) => {
    asked.push(path);
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  await api.ask(retryMail, { params: { id: 'a/b ?' } });
  await api.ask(listEvents, { query: { username: 'D000001&x', below: '7' } });
  expect(asked).toEqual([
    '/api/office/mails/a%2Fb%20%3F/retry',
    '/api/office/accounts/events?username=D000001%26x&below=7',
  ]);
});

test('a picture goes out with its own type', async () => {
  const sent: RequestInit[] = [];
  const api = createApi((_path, init) => {
    sent.push(init ?? {});
    return Promise.resolve(new Response(null, { status: 204 }));
  });
  const blob = new Blob(['x'], { type: 'image/png' });
  await api.ask(savePicture, { body: blob });
  expect(sent).toEqual([{ method: 'PUT', body: blob, headers: { 'content-type': 'image/png' } }]);
});
