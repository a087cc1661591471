import { expect, test, vi } from 'vitest';
import type { Instant } from '../../../../domain/base/ids.ts';
import type {
  PushOutcome,
  SyncAnswer,
  SyncRequest,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import { toOpeningId } from '../../../../domain/protocol/bridge/journal.ts';
import { createPostSync, type PostResult } from './post-sync.ts';
import { createTransport, type Transport } from './transport.ts';

const serverTime = '2026-11-23T09:30:00.000Z' as Instant;

interface Exchange {
  readonly transport: Transport;
  readonly requests: SyncRequest[];
  readonly waits: (number | undefined)[];
  readonly onFailure: ReturnType<typeof vi.fn<(result: PostResult) => void>>;
}

/** A transport to a server that a function plays. */
function exchangeWith(server: (request: SyncRequest, count: number) => PostResult): Exchange {
  const requests: SyncRequest[] = [];
  const waits: (number | undefined)[] = [];
  const onFailure = vi.fn<(result: PostResult) => void>();
  const transport = createTransport(
    async (request) => {
      await Promise.resolve();
      requests.push(request);
      return server(request, requests.length);
    },
    {
      async wait(retryAfter) {
        await Promise.resolve();
        waits.push(retryAfter);
      },
      succeed: () => undefined,
      wake: () => undefined,
    },
    { onSyncing: () => undefined, onAnswer: () => undefined, onRestored: () => undefined, onFailure },
    { client: 'test', deviceTime: () => 0, wordsFor: () => ({}), isPaused: () => false },
  );
  return { transport, requests, waits, onFailure };
}

function rowsOf(request: SyncRequest): readonly Lesson[] {
  return (request.push.lessons ?? []).map(({ next }) => next as Lesson);
}

/** The answer that takes every row and gives an empty page for every collection asked. */
function takeAll(request: SyncRequest): PostResult {
  const lessons = rowsOf(request).map(({ id, entry }): PushOutcome => ({
    id,
    entry,
    outcome: 'stored',
    receivedAt: serverTime,
  }));
  const page = { documents: [], checkpoint: {}, more: false, revoked: [] };
  const pull = Object.fromEntries(Object.keys(request.pull).map((name) => [name, page]));
  const answer: SyncAnswer = { protocol: 1, serverTime, updateRequired: false, push: { lessons }, pull };
  return { kind: 'answer', answer };
}

const tooLarge: PostResult = { kind: 'failure', status: 413, failure: 'tooLarge' };

function lessons(count: number): readonly Lesson[] {
  return Array.from({ length: count }, (_, index) => lesson(STAFF.anna, { hour: index + 1 }));
}

function pushAll(transport: Transport, rows: readonly Lesson[]) {
  return Promise.all(rows.map((next) => transport.push('lessons', { assumed: null, next })));
}

test('collections that ask in the same moment share one request', async () => {
  const { transport, requests } = exchangeWith(takeAll);
  const pull = { checkpoint: {}, limit: 10 };
  const [outcome, page, roster] = await Promise.all([
    transport.push('lessons', { assumed: null, next: lesson(STAFF.anna) }),
    transport.pull('lessons', pull),
    transport.pull('roster', pull),
  ]);
  expect(outcome.kind).toBe('outcome');
  expect([page?.more, roster?.more]).toEqual([false, false]);
  expect(requests).toHaveLength(1);
});

test('halves a batch that is too large until the server takes it', async () => {
  const { transport, requests, waits } = exchangeWith((request) =>
    rowsOf(request).length > 3 ? tooLarge : takeAll(request),
  );
  const answers = await pushAll(transport, lessons(10));
  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'outcome'));
  expect(requests.map((request) => rowsOf(request).length).slice(0, 3)).toEqual([10, 5, 2]);
  expect(waits).toEqual([]);
});

test.each([0, 4, 9])('gives back the one row that is too large (at %i), and sends all others', async (at) => {
  const rows = lessons(10);
  const huge = rows[at]?.id;
  const { transport } = exchangeWith((request) =>
    rowsOf(request).some(({ id }) => id === huge) ? tooLarge : takeAll(request),
  );
  const pulled = transport.pull('roster', { checkpoint: {}, limit: 10 });
  const answers = await pushAll(transport, rows);
  const kinds = answers.map(({ kind }) => kind);
  expect(kinds[at]).toBe('tooLarge');
  expect(kinds.toSpliced(at, 1)).toEqual(Array.from({ length: 9 }, () => 'outcome'));
  expect((await pulled)?.documents).toEqual([]);
});

test('finds the row that makes the server fail, and leaves it in the journal', async () => {
  const rows = lessons(4);
  const { transport } = exchangeWith((request) =>
    rowsOf(request).some(({ id }) => id === rows[2]?.id)
      ? { kind: 'failure', status: 500, failure: 'internal' }
      : takeAll(request),
  );
  const answers = await pushAll(transport, rows);
  expect(answers.map(({ kind }) => kind)).toEqual(['outcome', 'outcome', 'unanswered', 'outcome']);
});

test('a server that fails at every row is not asked again and again without a pause', async () => {
  const { transport, requests, waits } = exchangeWith(() => ({
    kind: 'failure',
    status: 500,
    failure: 'internal',
  }));
  const rows = lessons(28);
  for (let round = 0; round < 2; round += 1) {
    const answers = await pushAll(transport, rows);
    expect(answers.every(({ kind }) => kind === 'unanswered')).toBe(true);
  }
  // One search for the row that spoils the request (28, 14, 7, 3, 1), and then no more than two requests between two pauses.
  expect(requests.length).toBeLessThanOrEqual(2 * waits.length + 8);
  transport.close();
});

test('rows at which the server fails hold up no pages', async () => {
  const { transport, requests } = exchangeWith((request) =>
    rowsOf(request).length > 0 ? { kind: 'failure', status: 500, failure: 'internal' } : takeAll(request),
  );
  const pushed = pushAll(transport, lessons(28));
  const page = await transport.pull('roster', { checkpoint: {}, limit: 10 });
  expect(page?.documents).toEqual([]);
  expect(requests.length).toBeLessThan(15);
  expect((await pushed).every(({ kind }) => kind === 'unanswered')).toBe(true);
});

test('several rows that make the server fail hold up no others', async () => {
  const rows = lessons(8);
  const bad = new Set(rows.slice(0, 3).map(({ id }) => id));
  const { transport } = exchangeWith((request) =>
    rowsOf(request).some(({ id }) => bad.has(id))
      ? { kind: 'failure', status: 500, failure: 'internal' }
      : takeAll(request),
  );
  const kinds = (await pushAll(transport, rows)).map(({ kind }) => kind);
  expect(kinds).toEqual(rows.map(({ id }) => (bad.has(id) ? 'unanswered' : 'outcome')));
});

test.each([400, 409, 413, 422, 500, 511])(
  'takes a %i that is not the server speaking for trouble of the line',
  async (status) => {
    const { transport, requests, waits } = exchangeWith((request, count) =>
      count <= 8 ? { kind: 'failure', status } : takeAll(request),
    );
    const answers = await pushAll(transport, lessons(2));
    expect(answers.map(({ kind }) => kind)).toEqual(['outcome', 'outcome']);
    expect(waits).toHaveLength(8);
    expect(requests.every((request) => rowsOf(request).length === 2)).toBe(true);
  },
);

const badRequest: PostResult = { kind: 'failure', status: 400, failure: 'badRequest' };

test('a row whose body was cut on its way twice is sent again, after a pause', async () => {
  const { transport, requests, waits } = exchangeWith((request, count) =>
    count <= 2 ? badRequest : takeAll(request),
  );
  const [answer] = await pushAll(transport, lessons(1));
  expect(answer?.kind).toBe('outcome');
  expect([requests.length, waits.length]).toEqual([3, 2]);
});

test('bad requests count only when they follow each other', async () => {
  const { transport } = exchangeWith((request, count) =>
    count > 5 ? takeAll(request) : count === 3 ? { kind: 'unreachable' } : badRequest,
  );
  const [answer] = await pushAll(transport, lessons(1));
  expect(answer?.kind).toBe('outcome');
});

test('gives up the one row that is a bad request every time it comes alone', async () => {
  const rows = lessons(4);
  const { transport, requests } = exchangeWith((request) =>
    rowsOf(request).some(({ id }) => id === rows[1]?.id) ? badRequest : takeAll(request),
  );
  const answers = await pushAll(transport, rows);
  expect(answers.map(({ kind }) => kind)).toEqual(['outcome', 'unacceptable', 'outcome', 'outcome']);
  const alone = requests.filter((request) => rowsOf(request).every(({ id }) => id === rows[1]?.id));
  expect(alone).toHaveLength(3);
});

test('never sends two states of a record in one request, and sends them in order', async () => {
  const first = lesson(STAFF.anna, { topic: 'Prima' });
  const second = lesson(STAFF.anna, { topic: 'Poi' });
  const { transport, requests } = exchangeWith(takeAll);
  await pushAll(transport, [first, second]);
  expect(requests.map((request) => rowsOf(request).map(({ topic }) => topic))).toEqual([['Prima'], ['Poi']]);
});

test('a row that the server keeps silent about is given back, not sent for ever', async () => {
  const { transport, requests } = exchangeWith((request) => {
    const answer = takeAll(request);
    return answer.kind === 'answer' ? { ...answer, answer: { ...answer.answer, push: {} } } : answer;
  });
  const [answer] = await pushAll(transport, lessons(1));
  expect(answer?.kind).toBe('unanswered');
  expect(requests).toHaveLength(3);
});

test('sends again at once what a server has left for the next request', async () => {
  const { transport, requests } = exchangeWith((request) => {
    const answer = takeAll(request);
    if (answer.kind !== 'answer') return answer;
    const { lessons: outcomes = [] } = answer.answer.push;
    return { ...answer, answer: { ...answer.answer, push: { lessons: outcomes.slice(0, 2) } } };
  });
  const answers = await pushAll(transport, lessons(10));
  expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 10 }, () => 'outcome'));
  expect(requests.map((request) => rowsOf(request).length)).toEqual([10, 8, 6, 4, 2]);
});

test('waits as long as the server asks, and then sends everything again', async () => {
  const busy: PostResult = { kind: 'failure', status: 503, failure: 'unavailable', retryAfter: 7 };
  const { transport, waits, onFailure } = exchangeWith((request, count) =>
    count === 1 ? busy : count === 2 ? { kind: 'unreachable' } : takeAll(request),
  );
  const answers = await pushAll(transport, lessons(2));
  expect(answers.map(({ kind }) => kind)).toEqual(['outcome', 'outcome']);
  expect(waits).toEqual([7, undefined]);
  expect(onFailure).toHaveBeenCalledTimes(2);
});

test('closing answers everybody who still waits', async () => {
  const { transport } = exchangeWith(() => ({ kind: 'unreachable' }));
  const pushed = pushAll(transport, lessons(2));
  const pulled = transport.pull('roster', { checkpoint: {}, limit: 10 });
  transport.close();
  expect((await pushed).map(({ kind }) => kind)).toEqual(['unanswered', 'unanswered']);
  expect(await pulled).toBeUndefined();
});

async function postTo(response: () => Response): Promise<PostResult> {
  const post = createPostSync({
    url: '/api/sync',
    opening: toOpeningId('opening'),
    fetch: () => Promise.resolve(response()),
    closed: new AbortController().signal,
  });
  return post({ protocol: 1, client: 'test', push: {}, pull: {} });
}

const BUSY = { kind: 'unavailable', message: 'Busy' };

test.each([
  ['the body', () => Response.json({ ...BUSY, retryAfter: 3 }, { status: 503 }), 3],
  ['the header', () => new Response('busy', { status: 429, headers: { 'retry-after': '5' } }), 5],
  [
    'the body before the header',
    () => Response.json({ ...BUSY, retryAfter: 3 }, { status: 503, headers: { 'retry-after': '5' } }),
    3,
  ],
  ['nowhere', () => new Response('', { status: 503 }), undefined],
  [
    'a header that is a date',
    () => new Response('', { status: 503, headers: { 'retry-after': 'Mon' } }),
    undefined,
  ],
  ['a negative number', () => Response.json({ ...BUSY, retryAfter: -1 }, { status: 503 }), undefined],
])('reads the time to wait from %s', async (_where, response, seconds) => {
  const result = await postTo(response);
  expect(result.kind === 'failure' ? result.retryAfter : 'no failure').toBe(seconds);
});

test('what was asked for while the answer came that the store was put back is not asked of the store of now', async () => {
  const { transport, requests } = exchangeWith((request, count) => {
    const taken = takeAll(request);
    if (count > 1 || taken.kind !== 'answer') return taken;
    void transport.pull('lessons', { checkpoint: {}, limit: 10 }).then((page) => pages.push(page));
    return { ...taken, answer: { ...taken.answer, restored: true } };
  });
  const pages: unknown[] = [];
  await transport.push('lessons', { assumed: null, next: lesson(STAFF.anna, {}) });
  await vi.waitFor(() => expect(pages).toEqual([undefined]));
  expect(requests).toHaveLength(1);
});
