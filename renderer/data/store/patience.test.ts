import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatience } from './patience.ts';

const silence = () => new Promise<never>(() => undefined);
const outcomes: string[] = [];
const told = (name: string) => [() => outcomes.push(name), () => outcomes.push(`not ${name}`)] as const;

beforeEach(() => {
  vi.useFakeTimers();
  outcomes.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('a person waits three seconds for a silent disk, then a quarter of one', async () => {
  const patience = createPatience();
  void patience.within('person', silence()).then(...told('first'));
  await vi.advanceTimersByTimeAsync(2_999);
  expect(outcomes).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(outcomes).toEqual(['not first']);
  void patience.within('person', silence()).then(...told('second'));
  await vi.advanceTimersByTimeAsync(250);
  expect(outcomes).toEqual(['not first', 'not second']);
});

test('work in the background may take half a minute', async () => {
  void createPatience()
    .within('background', silence())
    .then(...told('work'));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(outcomes).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(outcomes).toEqual(['not work']);
});

test('an answer, even a late one, gives the disk its usual time back', async () => {
  const patience = createPatience();
  let answer: (value: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => {
    answer = resolve;
  });
  void patience.within('person', late).then(...told('late'));
  await vi.advanceTimersByTimeAsync(3_000);
  answer('here I am');
  void patience.within('person', Promise.resolve()).then(...told('quick'));
  await vi.advanceTimersByTimeAsync(0);
  void patience.within('person', silence()).then(...told('usual'));
  await vi.advanceTimersByTimeAsync(2_999);
  expect(outcomes).toEqual(['not late', 'quick']);
});

test('what the disk says is handed on, a failure too', async () => {
  const patience = createPatience();
  await expect(patience.within('person', Promise.resolve(7))).resolves.toBe(7);
  await expect(patience.within('person', Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(vi.getTimerCount()).toBe(0);
});
