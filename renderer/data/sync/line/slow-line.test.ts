import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, createServer as createLine, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toEntryId, type Instant } from '../../../../domain/base/ids.ts';
import { toOpeningId } from '../../../../domain/protocol/bridge/journal.ts';
import type {
  HeldEntry,
  PushOutcome,
  SyncAnswer,
  SyncRequest,
} from '../../../../domain/protocol/endpoints/register/sync.ts';
import { lesson } from '../../../../sync-server/testing/test-records.ts';
import { CLASS_A, STAFF, TODAY } from '../../../../sync-server/testing/test-school.ts';
import { createBackOff } from './back-off.ts';
import { createPostSync } from './post-sync.ts';
import { createTransport, type Transport } from './transport.ts';

/** After so many milliseconds without an answer a request is given up. */
const PATIENCE = 1_000;
/** By the device's clock that is as long as the main process waits. */
const DEVICE_CLOCK = 15_000 / PATIENCE;
/** A third of what is sent here comes through in time. */
const SLOW = 40_000;
const ROWS = 120;

let bytesPerSecond: number;
/** How many rows came with each request, and how many versions each asked about, as far as it arrived. */
let arrived: { readonly rows: number; readonly held: number }[];
let servers: Server[];
let transport: Transport;
beforeEach(async () => {
  bytesPerSecond = SLOW;
  arrived = [];
  servers = [];
  const url = `http://127.0.0.1:${await slowLineTo(await startServer())}/api/sync`;
  transport = createTransport(
    createPostSync({
      url,
      opening: toOpeningId('opening'),
      fetch: patiently,
      closed: new AbortController().signal,
    }),
    createBackOff(() => 0),
    {
      onSyncing: () => undefined,
      onAnswer: () => undefined,
      onRestored: () => undefined,
      onFailure: () => undefined,
    },
    {
      client: 'test',
      deviceTime: () => performance.now() * DEVICE_CLOCK,
      wordsFor: () => ({}),
      isPaused: () => false,
    },
  );
});
afterEach(async () => {
  transport.close();
  for (const server of servers) await new Promise((resolve) => server.close(resolve));
});

/** Answers as the main process does when no answer has come in time. */
const patiently: typeof fetch = async (url, init) => {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return Response.json({ kind: 'unavailable', message: 'The server cannot be reached' }, { status: 503 });
  }
};

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A server that takes every row, and lacks every version that it is asked about. */
async function startServer(): Promise<number> {
  return await listen(createServer((request, response) => void answer(request, response)));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { push, held = [] } = await readBody(request);
  const rows = push.lessons ?? [];
  arrived.push({ rows: rows.length, held: held.length });
  const lessons = rows.map(({ next: { id, entry } }): PushOutcome => ({ id, entry, outcome: 'unchanged' }));
  const taken: SyncAnswer = {
    protocol: 1,
    serverTime: '2026-11-23T09:30:00.000Z' as Instant,
    updateRequired: false,
    push: { lessons },
    pull: {},
    missing: held.map(({ entry }) => entry),
  };
  response.end(JSON.stringify(taken));
}

/** Never ends for a body that was cut off. */
async function readBody(request: IncomingMessage): Promise<SyncRequest> {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  await new Promise((resolve) => request.on('end', resolve));
  const body = Buffer.concat(pieces);
  const text = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  // Written by the transport under test.
  return JSON.parse(text.toString('utf8')) as SyncRequest;
}

/** A line that lets so many bytes a second through to the server, and nothing of what was given up. */
async function slowLineTo(port: number): Promise<number> {
  const line = createLine((near) => {
    const far = connect(port, '127.0.0.1');
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    far.pipe(near);
    void carry(near, far);
  });
  return await listen(line);
}

async function carry(near: Socket, far: Socket): Promise<void> {
  const pieces = near.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const piece of pieces) {
      await sleep((piece.length / bytesPerSecond) * 1_000);
      far.write(piece);
    }
  } catch {
    // Given up by the device.
  }
}

/** What no compression makes smaller. */
function noise(bytes: number): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString('base64');
}

async function pushLessons(): Promise<readonly string[]> {
  const lessons = Array.from({ length: ROWS }, (_, index) =>
    lesson(STAFF.anna, { hour: index + 1, topic: noise(750) }),
  );
  const answers = await Promise.all(
    lessons.map((next) => transport.push('lessons', { assumed: null, next })),
  );
  return answers.map(({ kind }) => kind);
}

test('what does not come through a slow line in time is sent in smaller parts, and in larger ones on a quick line again', async () => {
  expect(new Set(await pushLessons())).toEqual(new Set(['outcome']));
  expect(Math.max(...arrived.map(({ rows }) => rows))).toBeLessThanOrEqual(ROWS / 2);
  bytesPerSecond = 10_000_000;
  while (!arrived.some(({ rows }) => rows === ROWS)) await pushLessons();
});

test('what is asked about comes through a slow line in parts, and is answered as one', async () => {
  bytesPerSecond = SLOW / 4;
  const held = Array.from({ length: 400 }, (_, index): HeldEntry => {
    const entry = toEntryId(crypto.randomUUID());
    const { id, author, recordedAt } = lesson(STAFF.anna, { hour: index + 1 });
    return { kind: 'lesson', id, entry, author, class: CLASS_A, day: TODAY, recordedAt };
  });
  const missing = await transport.ask(held);
  expect(missing).toEqual(held.map(({ entry }) => entry));
  expect(arrived.length).toBeGreaterThan(1);
});
