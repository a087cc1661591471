import { expect, test } from 'vitest';
import { inCausalOrder } from './causal-order.ts';
import type { Instant } from '../base/ids.ts';

const done = (id: string, second: number, answers?: string) => ({
  id,
  at: `2026-11-17T09:00:0${second}.000Z` as Instant,
  ...(answers === undefined ? {} : { answers }),
});
const order = (...all: ReturnType<typeof done>[]) =>
  inCausalOrder(all)
    .map(({ id }) => id)
    .join('');

test('comes by the time, and of one moment by the name', () => {
  expect(order(done('c', 1), done('b', 2), done('a', 2))).toBe('cab');
});

test('an answer comes after what it answers, though its clock was behind', () => {
  expect(order(done('b', 5), done('a', 3, 'b'), done('c', 4))).toBe('cba');
  expect(order(done('b', 5), done('a', 5, 'b'))).toBe('ba');
  expect(order(done('a', 1, 'b'), done('b', 1, 'c'), done('c', 6))).toBe('cba');
});

test('an answer to what is not there comes by its time, and a circle has an end', () => {
  expect(order(done('a', 3, 'x'), done('b', 2))).toBe('ba');
  expect(order(done('a', 3, 'b'), done('b', 2, 'a'))).toBe('ab');
});
