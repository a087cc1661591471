import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPullTurns, LARGE_PULLS, type PullTurns, type Turn, type TurnLimits } from './pull-turns.ts';

const open = new AbortController().signal;
const limits = (changes: Partial<TurnLimits> = {}): TurnLimits => ({
  reading: 1,
  heldBytes: 100,
  perSession: 2,
  waitingPerSession: 3,
  waiting: 5,
  longestWaitMs: 60_000,
  ...changes,
});

/** Asks for a turn; `turn` is there once it was given, `refused` once it was not. */
function ask(turns: PullTurns, name: string, signal = open) {
  const [school = '', session = ''] = name.split('/');
  const asked: { turn?: Turn; refused?: number | undefined } = {};
  const wait = async () => {
    const outcome = await turns.enter({ school, session: `${school}/${session}` }, signal);
    if ('kind' in outcome) asked.refused = outcome.retryAfter ?? 0;
    else asked.turn = outcome;
  };
  const done = wait();
  return Object.assign(asked, { done });
}

const settled = async () => {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
};

function finish({ turn }: { readonly turn?: Turn }, bytes = 0): void {
  turn?.packed(bytes);
  turn?.leave();
}

describe('turns', () => {
  test('are given to so many at once; the next one follows when an answer is packed', async () => {
    const turns = createPullTurns(limits());
    const [first, second] = [ask(turns, 'A/1'), ask(turns, 'A/2')];
    await settled();
    expect([first.turn !== undefined, second.turn !== undefined]).toEqual([true, false]);
    first.turn?.packed(40);
    await settled();
    expect(second.turn).toBeDefined();
    expect(turns.figures()).toEqual({ reading: 1, waiting: 0, heldBytes: 40 });
  });

  test('wait for bytes that nobody takes, and go on when they have left', async () => {
    const turns = createPullTurns(limits({ reading: 5, perSession: 5 }));
    const first = ask(turns, 'A/1');
    await settled();
    first.turn?.packed(100);
    const second = ask(turns, 'A/2');
    await settled();
    expect(second.turn).toBeUndefined();
    first.turn?.leave();
    await settled();
    expect(second.turn).toBeDefined();
  });

  test('go to schools and sessions in rotation, whoever asked most', async () => {
    const turns = createPullTurns(limits({ waiting: 50, waitingPerSession: 10 }));
    const running = ask(turns, 'B/0');
    await settled();
    const names = ['A/1', 'A/1', 'A/1', 'A/1', 'A/2', 'C/9', 'C/9'];
    const order: string[] = [];
    const asked = names.map(async (name) => {
      const one = ask(turns, name);
      await one.done;
      order.push(name);
      finish(one);
    });
    finish(running);
    await Promise.all(asked);
    expect(order).toEqual(['A/1', 'C/9', 'A/2', 'C/9', 'A/1', 'A/1', 'A/1']);
  });

  test('of one session are few, however much room there is', async () => {
    const turns = createPullTurns(limits({ reading: 9 }));
    const own = [1, 2, 3].map(() => ask(turns, 'A/1'));
    const other = ask(turns, 'A/2');
    await settled();
    expect([...own, other].map(({ turn }) => turn !== undefined)).toEqual([true, true, false, true]);
    own[0]?.turn?.packed(1);
    await settled();
    expect(own[2]?.turn).toBeUndefined();
    own[0]?.turn?.leave();
    await settled();
    expect(own[2]?.turn).toBeDefined();
  });
});

describe('whoever waits', () => {
  test('in too great a number is sent away, and told when to come back: of one session, and of all', async () => {
    const turns = createPullTurns(limits());
    ask(turns, 'A/1');
    const own = [1, 2, 3, 4].map(() => ask(turns, 'A/1'));
    const others = [2, 3, 4].map((number) => ask(turns, `A/${number}`));
    await settled();
    expect(own.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined, expect.any(Number)]);
    expect(own[3]?.refused).toBeGreaterThanOrEqual(2);
    expect(others.map(({ refused }) => refused !== undefined)).toEqual([false, false, true]);
    expect(turns.figures().waiting).toBe(5);
  });

  test('and is gone gets no turn, and leaves nothing behind', async () => {
    const turns = createPullTurns(limits());
    const first = ask(turns, 'A/1');
    const gone = new AbortController();
    const [left, stays] = [ask(turns, 'A/2', gone.signal), ask(turns, 'A/3')];
    await settled();
    gone.abort();
    finish(first);
    await settled();
    expect([left.turn, left.refused !== undefined]).toEqual([undefined, true]);
    expect(stays.turn).toBeDefined();
    finish(stays);
    const late = ask(turns, 'A/4', gone.signal);
    await late.done;
    expect(late.turn).toBeUndefined();
    expect(turns.figures()).toEqual({ reading: 0, waiting: 0, heldBytes: 0 });
  });

  test('whose connection goes while it is read counts until that has ended', async () => {
    const turns = createPullTurns(limits());
    const [first, second] = [ask(turns, 'A/1'), ask(turns, 'A/2')];
    await settled();
    first.turn?.leave();
    await settled();
    expect(second.turn).toBeUndefined();
    first.turn?.packed(90);
    await settled();
    expect(second.turn).toBeDefined();
    expect(turns.figures()).toEqual({ reading: 1, waiting: 0, heldBytes: 0 });
  });
});

describe('with a clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('nobody waits longer than a device waits for its answer', async () => {
    const turns = createPullTurns(limits({ longestWaitMs: LARGE_PULLS.longestWaitMs }));
    ask(turns, 'A/1');
    const second = ask(turns, 'A/2');
    vi.advanceTimersByTime(LARGE_PULLS.longestWaitMs - 1);
    await Promise.resolve();
    expect(second.refused).toBeUndefined();
    vi.advanceTimersByTime(1);
    await second.done;
    expect(second.refused).toBeGreaterThanOrEqual(2);
    expect(turns.figures().waiting).toBe(0);
  });
});
