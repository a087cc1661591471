import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toOpeningId } from '../../../../domain/protocol/bridge/journal.ts';
import { createPostSync, type PostResult } from './post-sync.ts';

const ANSWER = JSON.stringify({
  protocol: 1,
  serverTime: '2026-11-23T09:30:00.000Z',
  updateRequired: false,
  push: {},
  pull: { lessons: { documents: [{ topic: 'Àlgebra' }], checkpoint: {}, more: false, revoked: [] } },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What comes of an answer whose pieces arrive one after the other, so many seconds apart; then the line is silent, or ends. */
async function answered(pieces: readonly Uint8Array[], seconds: number, ends = true): Promise<PostResult> {
  const fetch = async (_url: unknown, init?: RequestInit) => {
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
        for (const piece of pieces) {
          await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
          if (init?.signal?.aborted) return;
          controller.enqueue(piece);
        }
        if (ends) controller.close();
      },
    });
    return new Response(body);
  };
  const post = createPostSync({
    url: '/api/sync',
    opening: toOpeningId('opening'),
    fetch,
    closed: new AbortController().signal,
  });
  const result = post({ protocol: 1, client: 'test', push: {}, pull: {} });
  await vi.advanceTimersByTimeAsync(600_000);
  return await result;
}

/** A text in so many pieces, which part letters of two bytes too. */
function piecesOf(text: string, count: number): readonly Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const size = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, index) => bytes.slice(index * size, (index + 1) * size));
}

test('an answer that takes minutes on a slow line arrives, as long as something comes', async () => {
  const result = await answered(piecesOf(ANSWER, 40), 6);
  expect(result).toMatchObject({
    kind: 'answer',
    answer: { pull: { lessons: { documents: [{ topic: 'Àlgebra' }] } } },
  });
});

test.each([
  ['before it says anything', 0],
  ['in the middle', 20],
])('a line that falls silent %s is given up', async (_when, count) => {
  expect(await answered(piecesOf(ANSWER, 40).slice(0, count), 1, false)).toEqual({ kind: 'unreachable' });
});
