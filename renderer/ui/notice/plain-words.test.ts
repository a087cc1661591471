import { expect, test } from 'vitest';
import { matchWords } from './plain-words.ts';

test.each([
  ['Özturk Łukasz', 'lukasz ozt'],
  ['D’Angelo Nicolò', 'dangelo'],
  ["D'Angelo Nicolò", 'nicolo angelo'],
  ['D’Angelo Nicolò', 'd angelo'],
  ['Àlvarez Gutiérrez María', 'maria alv'],
  ['Şahin Işık', 'isik'],
  ['Basile Antonio', 'antonio basile'],
  ['Basile Antonio', 'basile antonio'],
  ['Niccolò Conti', 'niccolo'],
  ['Rossi Anna G000123A Rossi Marco 1A prim.', 'rossi marco'],
  ['Rossi Anna G000123A Rossi Marco 1A prim.', 'marco 1a prim'],
  ['Rossi Anna G000123A', '123a'],
])('the name %s is found by "%s"', (name, typed) => {
  expect(matchWords(name, typed)).toBeDefined();
});

test.each([
  ['Rossi Maria', 'bianchi'],
  ['Rossi Maria', 'rossi bianchi'],
  ['Rossi Maria', 'ossi'],
])('the name %s is not found by "%s"', (name, typed) => {
  expect(matchWords(name, typed)).toBeUndefined();
});

test('the whole word comes before its beginning, and that before the inside of a code', () => {
  const order = [matchWords('Rossi Maria', 'rossi'), matchWords('Rossini Maria', 'rossi')];
  expect(order[0] ?? 9).toBeLessThan(order[1] ?? 0);
  expect(matchWords('123A Maria', '123a') ?? 9).toBeLessThan(matchWords('G000123A Maria', '123a') ?? 0);
});
