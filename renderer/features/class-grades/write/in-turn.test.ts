import { expect, test } from 'vitest';
import { createInTurn } from './in-turn.ts';

test('writes of one cell wait for each other, also for one that failed; those of others begin at once', async () => {
  const inTurn = createInTurn();
  const begun: string[] = [];
  const ends = new Map<string, (isDone: boolean) => void>();
  const write = (name: string, cells: readonly string[]) =>
    inTurn(cells, () => {
      begun.push(name);
      return new Promise<void>((resolve, reject) => {
        ends.set(name, (isDone) => (isDone ? resolve() : reject(new Error(name))));
      });
    });
  const first = write('first', ['a', 'b']);
  const second = write('second', ['b', 'c']);
  const third = write('third', ['d']);
  expect(begun).toEqual(['first', 'third']);
  ends.get('first')?.(false);
  await expect(first).rejects.toThrow('first');
  await expect.poll(() => begun).toEqual(['first', 'third', 'second']);
  const fourth = write('fourth', ['a']);
  expect(begun.at(-1)).toBe('fourth');
  for (const name of ['second', 'third', 'fourth']) ends.get(name)?.(true);
  await Promise.all([second, third, fourth]);
});
