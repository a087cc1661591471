import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { toSchoolId } from '../../domain/base/ids.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import {
  createChangeStream,
  pauseAfter,
  type ChangeStream,
  type ChangeStreamParts,
} from './change-stream.ts';
import { createUnfinished } from '../files/unfinished.ts';
import type { TokenOutcome } from '../session/token-broker.ts';
import { answerJson, startServer, type Answer, type LocalServer } from '../testing/local-server.ts';

const A: AccountRef = { school: toSchoolId('MORE0001'), username: 'A' };
const B: AccountRef = { ...A, username: 'B' };

/** What the broker says, without the address of the test's server. */
type Outcome =
  Omit<Extract<TokenOutcome, { kind: 'token' }>, 'server'> | Exclude<TokenOutcome, { kind: 'token' }>;

/** How long the stream waits for an answer, and for a byte; short only where neither comes. */
type Patience = Pick<ChangeStreamParts, 'answerWithin' | 'silence'>;

interface Setting {
  readonly server: LocalServer;
  readonly stream: ChangeStream;
  readonly events: string[];
  /** The steady clock. */
  readonly steady: { now: number };
}

async function setUp(
  answer: Answer,
  outcomes: () => Outcome = () => ({ kind: 'token', token: 'access-1', account: A }),
  { answerWithin = 10_000, silence = 10_000 }: Partial<Patience> = {},
): Promise<Setting> {
  const server = await startServer(answer);
  const events: string[] = [];
  const steady = { now: 0 };
  const stream = createChangeStream({
    fetch,
    server: () => server.origin,
    broker: {
      accessToken: async () => await Promise.resolve({ ...outcomes(), server: server.origin }),
      expired: (token) => events.push(`expired ${token}`),
      renewNow: async (token) => await Promise.resolve(void events.push(`renewed ${token}`)),
      rejected: async (token) => {
        await Promise.resolve(events.push(`rejected ${token}`));
        return true;
      },
    },
    random: () => 0,
    steady: () => steady.now,
    answerWithin,
    silence,
    longestPause: 20,
    unfinished: createUnfinished(() => undefined),
    onReachable: (reachable) => events.push(reachable ? 'reachable' : 'unreachable'),
    onSignInNeeded: () => events.push('signInNeeded'),
    onChanged: (collections) => events.push(collections ? `changed ${collections.join()}` : 'changed'),
  });
  onTestFinished(stream.stop);
  return { server, stream, events, steady };
}

function openStream(response: ServerResponse): ServerResponse {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': here\n\n');
  return response;
}

const tick = 'data: {"collections":["lessons"]}\n\n';

describe('change stream', () => {
  it('tells of a change, and once of what it may have missed when it connects', async () => {
    let line: ServerResponse | undefined;
    const { stream, events, server } = await setUp((_request, response) => {
      line = openStream(response);
    });
    stream.start(A);
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['reachable', 'changed']));
    line?.write(tick.slice(0, 11));
    line?.write(tick.slice(11));
    line?.write('data: rubbish\n\nevent: other\ndata: {"collections":["roster","ofTomorrow"]}\n\n');
    line?.write('data: {"collections":[]}\n\ndata: {"collections":["ofTomorrow"]}\n\n');
    line?.write(tick);
    await vi.waitFor(() =>
      expect(events).toEqual([
        'reachable',
        'changed',
        'changed lessons',
        'changed roster',
        'changed lessons',
      ]),
    );
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      url: '/api/changes',
      headers: { authorization: 'Bearer access-1', accept: 'text/event-stream' },
    });
  });

  it('connects again and tells the page to pull when the line was cut', async () => {
    const { stream, events } = await setUp((_request, response) => {
      openStream(response);
      setTimeout(() => response.destroy(), 30);
    });
    stream.start(A);
    await vi.waitFor(() =>
      expect(events.filter((event) => event === 'changed').length).toBeGreaterThanOrEqual(3),
    );
    expect(events).not.toContain('unreachable');
  });

  it('notices a half-open line: no byte within the silence', async () => {
    let connections = 0;
    const { stream, events } = await setUp(
      (_request, response) => {
        connections += 1;
        openStream(response);
        if (connections > 1) setInterval(() => response.write(': beat\n\n'), 50).unref();
      },
      undefined,
      { silence: 1_000 },
    );
    stream.start(A);
    await vi.waitFor(() =>
      expect(events).toEqual(['reachable', 'changed', 'unreachable', 'reachable', 'changed']),
    );
    // Longer than the silence, which the beats interrupt.
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    expect(connections).toBe(2);
  });

  it('keeps trying while the server is gone, hangs or answers nonsense, and comes back by itself', async () => {
    let state: 'hang' | 'html' | 'error' | 'good' = 'hang';
    const { stream, events } = await setUp(
      (_request, response) => {
        if (state === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Wi-Fi</h1>');
        if (state === 'error') answerJson(response, 503, { kind: 'unavailable', message: '' });
        if (state === 'good') openStream(response);
      },
      undefined,
      { answerWithin: 300 },
    );
    stream.start(A);
    for (const next of ['html', 'error', 'good'] as const) {
      await vi.waitFor(() => expect(events).toContain('unreachable'));
      events.length = 0;
      state = next;
    }
    await vi.waitFor(() => expect(events).toContain('reachable'));
    expect(events.at(-1)).toMatch(/^changed/);
  });

  it('renews an expired token and goes on', async () => {
    let number = 1;
    const { stream, events } = await setUp(
      (request, response) => {
        if (request.headers.authorization === 'Bearer access-1')
          answerJson(response, 401, { kind: 'tokenExpired', message: '' });
        else openStream(response);
        number = 2;
      },
      () => ({ kind: 'token', token: `access-${number}`, account: A }),
    );
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['expired access-1', 'reachable', 'changed']));
  });

  it('renews the session when the account itself has changed, and tells the page to pull (S34)', async () => {
    let line: ServerResponse | undefined;
    const { stream, events } = await setUp((_request, response) => {
      line = openStream(response);
    });
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['reachable', 'changed']));
    line?.write('data: {"collections":[],"account":true}\n\n');
    await vi.waitFor(() => expect(events.slice(2)).toEqual(['renewed access-1', 'changed']));
  });

  it('renews the session after an interruption too, in which nobody could tell, but not time and again (S34)', async () => {
    let line: ServerResponse | undefined;
    const { stream, events, steady } = await setUp((_request, response) => {
      line = openStream(response);
    });
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['reachable', 'changed']));
    steady.now = 20_000;
    line?.destroy();
    await vi.waitFor(() => expect(events.slice(2)).toEqual(['reachable', 'changed']));
    steady.now = 60_000;
    line?.destroy();
    await vi.waitFor(() => expect(events.slice(4)).toEqual(['reachable', 'changed', 'renewed access-1']));
    // Due in a moment: a line that goes before then takes it along, the next one brings it.
    steady.now = 119_950;
    line?.destroy();
    await vi.waitFor(() => expect(events.slice(7)).toEqual(['reachable', 'changed', 'renewed access-1']));
    steady.now = 179_800;
    line?.destroy();
    await vi.waitFor(() => expect(events.slice(10)).toEqual(['reachable', 'changed']));
    stream.stop();
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    expect(events).toHaveLength(12);
  });

  it('stops when the server does not know the session, and starts anew after a sign-in', async () => {
    let known = false;
    const { stream, events, server } = await setUp((_request, response) => {
      if (known) openStream(response);
      else answerJson(response, 401, { kind: 'notSignedIn', message: '' });
    });
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['rejected access-1', 'signInNeeded', 'reachable']));
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    expect(server.requests).toHaveLength(1);
    known = true;
    stream.start(A);
    await vi.waitFor(() => expect(events.at(-1)).toMatch(/^changed/));
  });

  it('without a session only finds out whether the server can be reached', async () => {
    const { stream, events, server } = await setUp(
      (_request, response) => answerJson(response, 401, { kind: 'notSignedIn', message: '' }),
      () => ({ kind: 'signInNeeded' }),
    );
    stream.start(A);
    await vi.waitFor(() => expect(events).toEqual(['signInNeeded', 'reachable']));
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('lets go of the line when it is stopped, and drops a suspect one', async () => {
    let open = 0;
    const { stream, events } = await setUp((_request, response) => {
      open += 1;
      openStream(response).on('close', () => {
        open -= 1;
      });
      setInterval(() => response.write(': beat\n\n'), 50).unref();
    });
    stream.start(A);
    await vi.waitFor(() => expect(events).toHaveLength(2));
    stream.suspect();
    await vi.waitFor(() => expect(events).toHaveLength(4));
    await vi.waitFor(() => expect(open).toBe(1));
    stream.stop();
    await vi.waitFor(() => expect(open).toBe(0));
  });

  it('leaves the connection of one account for that of the next', async () => {
    const lines: string[] = [];
    let token = 'access-1';
    let account = A;
    const { stream, server, events } = await setUp(
      (request, response) => {
        const bearer = String(request.headers.authorization);
        lines.push(`open ${bearer}`);
        openStream(response).on('close', () => lines.push(`closed ${bearer}`));
      },
      () => ({ kind: 'token', token, account }),
    );
    stream.start(A);
    await vi.waitFor(() => expect(events).toHaveLength(2));
    stream.start(B);
    // The session of the account before is still the one at hand: it serves nobody else.
    await vi.waitFor(() => expect(lines).toEqual(['open Bearer access-1', 'closed Bearer access-1']));
    [token, account] = ['access-2', B];
    await vi.waitFor(() => expect(lines.at(-1)).toBe('open Bearer access-2'));
    expect(server.requests).toHaveLength(2);
  });

  it('spreads its attempts over up to two minutes, the first ones within two seconds', () => {
    const pauses = (random: number): readonly number[] =>
      Array.from({ length: 10 }, (_, failures) =>
        pauseAfter(failures, { random: () => random, longestPause: 120_000 }),
      );
    expect(pauses(0)).toEqual(Array.from({ length: 10 }, () => 500));
    expect(pauses(1)).toEqual([2_000, 2_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 120_000, 120_000]);
  });
});
