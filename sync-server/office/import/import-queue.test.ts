import { expect, test } from 'vitest';
import { toSchoolId } from '../../../domain/base/ids.ts';
import { createImportQueue, type ImportQueue } from './import-queue.ts';

const A = toSchoolId('TEST0001');
const B = toSchoolId('TEST0002');
const C = toSchoolId('TEST0003');
const never = new AbortController().signal;

/** Work that the test ends, and the order in which pieces of work began. */
function bench(queue: ImportQueue = createImportQueue()) {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const enter = (school: typeof A, name: string, bytes = 1, signal = never) =>
    queue.enter(school, bytes, signal, async () => {
      began.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const end = async (name: string) => {
    ends.get(name)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { began, enter, end };
}

const settled = async (entered: ReturnType<ImportQueue['enter']>) =>
  'done' in entered ? await entered.done : entered.refused;

test('a school has one that runs and one that waits; a third is refused, and taken once the first has ended', async () => {
  const { began, enter, end } = bench();
  const first = enter(A, 'a1');
  enter(A, 'a2');
  expect(await settled(enter(A, 'a3'))).toBe('schoolBusy');
  await end('a1');
  expect(await settled(first)).toBe('a1');
  expect(enter(A, 'a4')).toHaveProperty('done');
  expect(began).toEqual(['a1', 'a2']);
});

test('schools have their turns in rotation', async () => {
  const { began, enter, end } = bench();
  for (const [school, name] of [
    [A, 'a1'],
    [A, 'a2'],
    [B, 'b1'],
    [C, 'c1'],
    [B, 'b2'],
  ] as const)
    enter(school, name);
  for (const name of ['a1', 'b1', 'a2', 'c1', 'b2']) await end(name);
  expect(began).toEqual(['a1', 'b1', 'a2', 'c1', 'b2']);
});

test('files beyond the bytes that memory is kept for are refused; the first one is taken whatever its size', async () => {
  const { enter, end } = bench(createImportQueue(10));
  enter(A, 'a1', 12);
  expect(await settled(enter(B, 'b1', 1))).toBe('full');
  await end('a1');
  enter(B, 'b2', 6);
  expect(await settled(enter(C, 'c1', 5))).toBe('full');
  expect(enter(C, 'c2', 4)).toHaveProperty('done');
});

test('whoever has gone leaves the queue at once, with their bytes', async () => {
  const { began, enter, end } = bench(createImportQueue(10));
  enter(A, 'a1', 1);
  const gone = new AbortController();
  const waiting = enter(B, 'b1', 9, gone.signal);
  gone.abort();
  await expect(settled(waiting)).rejects.toThrow(/abort/i);
  expect(enter(C, 'c1', 9)).toHaveProperty('done');
  await expect(settled(enter(B, 'b2', 0, gone.signal))).rejects.toThrow(/abort/i);
  await end('a1');
  expect(began).toEqual(['a1', 'c1']);
});

test('work that fails gives its place to the next', async () => {
  const queue = createImportQueue();
  const failing = queue.enter(A, 1, never, async () => await Promise.reject(new Error('no roster')));
  const next = queue.enter(B, 1, never, async () => await Promise.resolve('b1'));
  await expect(settled(failing)).rejects.toThrow('no roster');
  expect(await settled(next)).toBe('b1');
});
