import { expect, test } from 'vitest';
import { firstNamed } from './first-named.ts';

const named = (typed: string) => firstNamed(['3BS', '13B', '3B', '1A · Via Verdi'], typed, (name) => name);

test('a class that is called as it was typed comes before those that begin so, and these before the others', () => {
  expect(named('3b ')).toBe('3B');
  expect(named('3BS')).toBe('3BS');
  expect(named('3')).toBe('3BS');
  expect(named('verdi')).toBe('1A · Via Verdi');
});

test('nothing typed, and what no class is called, names none', () => {
  expect(named('  ')).toBeUndefined();
  expect(named('5F')).toBeUndefined();
});
