import { expect, test } from 'vitest';
import type { Instant } from '../../../../domain/base/ids.ts';
import type {
  PushOutcome,
  SyncAnswer,
  SyncRequest,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import { COLLECTION_NAMES } from '../../../../domain/record/collection-names.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { STAFF } from '../../../../sync-server/testing/test-school.ts';
import type { PostResult } from './post-sync.ts';
import { createTransport, type Transport } from './transport.ts';

const SECOND = 1_000;

interface Line {
  readonly transport: Transport;
  readonly requests: SyncRequest[];
}

/** A line on which each request takes some seconds, and is cut off after 15. */
function lineOf(secondsFor: (request: SyncRequest, count: number) => number): Line {
  const requests: SyncRequest[] = [];
  let clock = 0;
  const transport = createTransport(
    async (request) => {
      await Promise.resolve();
      requests.push(request);
      const seconds = secondsFor(request, requests.length);
      clock += Math.min(seconds, 15) * SECOND;
      return seconds < 15 ? takeAll(request) : { kind: 'failure', status: 503, failure: 'unavailable' };
    },
    {
      // A turn of the event loop, so that what never ends does not hold up the test.
      wait: () => new Promise((resolve) => setTimeout(resolve)),
      succeed: () => undefined,
      wake: () => undefined,
    },
    {
      onSyncing: () => undefined,
      onAnswer: () => undefined,
      onRestored: () => undefined,
      onFailure: () => undefined,
    },
    { client: 'test', deviceTime: () => clock, wordsFor: () => ({}), isPaused: () => false },
  );
  return { transport, requests };
}

/** The answer that takes every row and gives an empty page for every collection asked. */
function takeAll(request: SyncRequest): PostResult {
  const lessons = (request.push.lessons ?? []).map(({ next: { id, entry } }): PushOutcome => ({
    id,
    entry,
    outcome: 'unchanged',
  }));
  const page = { documents: [], checkpoint: {}, more: false, revoked: [] };
  const answer: SyncAnswer = {
    protocol: 1,
    serverTime: '2026-11-23T09:30:00.000Z' as Instant,
    updateRequired: false,
    push: { lessons },
    pull: Object.fromEntries(Object.keys(request.pull).map((name) => [name, page])),
  };
  return { kind: 'answer', answer };
}

async function pushLessons({ transport }: Line, count: number): Promise<readonly string[]> {
  const lessons = Array.from({ length: count }, (_, index) => lesson(STAFF.anna, { hour: index + 1 }));
  const answers = await Promise.all(
    lessons.map((next) => transport.push('lessons', { assumed: null, next })),
  );
  return answers.map(({ kind }) => kind);
}

const pageOf = (limit: number) => ({ checkpoint: {}, limit });
const rowsIn = ({ push }: SyncRequest) => push.lessons?.length ?? 0;
const pagesIn = ({ pull }: SyncRequest) => Object.values(pull);

test('a page that never comes through in time keeps no entry from leaving, and no other page from coming', async () => {
  const line = lineOf(({ pull }) => (pull.attendance ? 20 : 0.2));
  void line.transport.pull('attendance', pageOf(1_000));
  const roster = line.transport.pull('roster', pageOf(1_000));
  expect(new Set(await pushLessons(line, 10))).toEqual(new Set(['outcome']));
  expect(await roster).toBeDefined();
  expect(line.requests.length).toBeLessThan(10);
  line.transport.close();
});

test('entries that never come through in time keep no page from coming, and an entry no other from leaving', async () => {
  const stuck = lesson(STAFF.anna, { hour: 1 });
  const line = lineOf(({ push }) => (push.lessons?.some(({ next }) => next.id === stuck.id) ? 20 : 0.2));
  void line.transport.push('lessons', { assumed: null, next: stuck });
  const page = line.transport.pull('attendance', pageOf(1_000));
  const next = lesson(STAFF.anna, { day: '2026-11-20' as typeof stuck.day });
  expect((await line.transport.push('lessons', { assumed: null, next })).kind).toBe('outcome');
  expect(await page).toBeDefined();
  line.transport.close();
});

test('pages that do not come through in time are asked for fewer at a time, and then smaller', async () => {
  const documents = (request: SyncRequest) => pagesIn(request).reduce((sum, { limit }) => sum + limit, 0);
  const line = lineOf((request) => documents(request) / 30);
  const pages = await Promise.all(COLLECTION_NAMES.map((name) => line.transport.pull(name, pageOf(1_000))));
  expect(pages.every((page) => page !== undefined)).toBe(true);
  const counts = line.requests.map((request) => pagesIn(request).length);
  expect(counts.slice(0, 4)).toEqual([COLLECTION_NAMES.length, 3, 1, 1]);
  expect(line.requests.length).toBeLessThan(20);
});

test('what came through alone travels together again', async () => {
  const line = lineOf((_, count) => (count === 1 ? 20 : 0.2));
  const both = async () => {
    const page = line.transport.pull('attendance', pageOf(1_000));
    await pushLessons(line, 2);
    await page;
  };
  await both();
  await both();
  expect(rowsIn(line.requests.at(-1) as SyncRequest)).toBe(2);
  expect(pagesIn(line.requests.at(-1) as SyncRequest)).toHaveLength(1);
});

test('after a dead network a line from far away carries much at once again', async () => {
  const line = lineOf((_, count) => (count <= 11 ? 20 : 6));
  await pushLessons(line, 200);
  expect(line.requests.length - 11).toBeLessThanOrEqual(10);
});

test('what a narrow line does not take in time is seldom tried again', async () => {
  const line = lineOf((request) => 1 + rowsIn(request) / 3);
  await pushLessons(line, 400);
  const failed = line.requests.filter((request) => 1 + rowsIn(request) / 3 >= 15).length;
  expect(line.requests.length - failed).toBeLessThan(25);
  expect(failed).toBeLessThan(10);
});
