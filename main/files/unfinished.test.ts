import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createUnfinished } from './unfinished.ts';

function setUp() {
  const told: string[] = [];
  const unfinished = createUnfinished((event, error) => told.push(`${event}: ${String(error)}`));
  return { told, unfinished };
}

describe('unfinished work', () => {
  it('is over at once where there is none', async () => {
    await expect(setUp().unfinished.settled()).resolves.toBeUndefined();
  });

  it('is waited for with what is begun in its wake', async () => {
    const { unfinished } = setUp();
    const done: string[] = [];
    const later = async (name: string): Promise<void> => {
      await unfinished.keep(sleep(5));
      await sleep(5);
      done.push(name);
    };
    const first = async (): Promise<void> => {
      await later('first');
      unfinished.begin('second', later('second'));
    };
    unfinished.begin('first', first());
    await unfinished.settled();
    expect(done).toEqual(['first', 'second']);
  });

  it('tells the errors that nobody waits for, and leaves the others to their callers', async () => {
    const { unfinished, told } = setUp();
    unfinished.begin('notKept', Promise.reject(new Error('full')));
    await expect(unfinished.keep(Promise.reject(new Error('mine')))).rejects.toThrow('mine');
    await unfinished.settled();
    expect(told).toEqual(['notKept: Error: full']);
  });
});
