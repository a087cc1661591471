import { expect, test } from 'vitest';
import { actsAsPressed } from './as-pressed.ts';

/** Acts that end when they are told to, and what has begun and ended, in order. */
function written() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const act = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise<void>((resolve) => ends.set(name, resolve));
    log.push(`${name} ends`);
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { log, act, end };
}

test('an undo waits for the mark that is still being written, and that one’s step is the last', async () => {
  const acts = actsAsPressed();
  const { act, end } = written();
  const steps: string[] = [];
  const mark = (pupil: string) => acts.together(async () => (await act(pupil)(), steps.push(pupil)));
  void mark('Rossi');
  await end('Rossi');
  void mark('Verdi');
  const undone = acts.alone(() => Promise.resolve(steps.pop()));
  await end('Verdi');
  expect(await undone).toBe('Verdi');
  expect(steps).toEqual(['Rossi']);
});

test('marks are written beside each other, and those pressed after an undo begin after it', async () => {
  const acts = actsAsPressed();
  const { log, act, end } = written();
  void acts.together(act('first'));
  void acts.together(act('second'));
  void acts.alone(act('undo'));
  void acts.alone(act('confirmation'));
  void acts.together(act('third'));
  expect(log).toEqual(['first begins', 'second begins']);
  for (const name of ['second', 'first', 'undo', 'confirmation', 'third']) await end(name);
  const order = ['second', 'first', 'undo', 'confirmation', 'third'];
  expect(log.filter((line) => line.endsWith('ends'))).toEqual(order.map((name) => `${name} ends`));
  for (const [before, after] of [
    ['first ends', 'undo begins'],
    ['undo ends', 'confirmation begins'],
    ['confirmation ends', 'third begins'],
  ] as const)
    expect(log.indexOf(before), before).toBe(log.indexOf(after) - 1);
});

test('an act that fails tells who asked, and holds nobody back', async () => {
  const acts = actsAsPressed();
  const failing = acts.together(() => Promise.reject(new Error('the disk is full')));
  const next = acts.alone(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await next).toBe('done');
  expect(await acts.together(() => Promise.resolve('and on'))).toBe('and on');
});
