import { expect, it } from 'vitest';
import { readClassName } from './class-names.ts';

it.each([
  ['ⅢA', { year: 3, section: 'A' }],
  ['Ⅳ B', { year: 4, section: 'B' }],
  ['ⅱ C', { year: 2, section: 'C' }],
  ['terza A', { year: 3, section: 'A' }],
  ['Terza  a', { year: 3, section: 'A' }],
])('a class whose year is a numeral of one sign, or a word: %s', (text, name) => {
  expect(readClassName(text)).toEqual(name);
});
