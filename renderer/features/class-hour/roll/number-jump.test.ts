import { expect, test } from 'vitest';
import { createNumberJump } from './number-jump.ts';

test('joins digits typed quickly into one number', () => {
  const jump = createNumberJump(() => 0);
  expect(jump.type('1', 28)).toBe(1);
  expect(jump.type('2', 28)).toBe(12);
});

test('begins again when the joined number is nobody', () => {
  const jump = createNumberJump(() => 0);
  expect(jump.type('7', 28)).toBe(7);
  expect(jump.type('4', 28)).toBe(4);
  expect(jump.type('0', 28)).toBeUndefined();
});

test('begins again after a pause and after a reset', () => {
  let now = 0;
  const jump = createNumberJump(() => now);
  jump.type('1', 28);
  now = 2000;
  expect(jump.type('2', 28)).toBe(2);
  jump.reset();
  expect(jump.type('1', 28)).toBe(1);
});
