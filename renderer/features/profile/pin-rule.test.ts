import { expect, test } from 'vitest';
import { isPinAcceptable } from './pin-rule.ts';

test.each(['1111', '1234', '87654321', '2468', '123', '123456789', '12a4', ''])('%s is no PIN', (pin) => {
  expect(isPinAcceptable(pin)).toBe(false);
});

test.each(['1940', '20260', '80808080'])('%s is one', (pin) => {
  expect(isPinAcceptable(pin)).toBe(true);
});
