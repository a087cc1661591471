import { expect, test } from 'vitest';
import { standingOfLevel } from './grade-look.ts';

test('D64, D68 in a scale of words the colours follow what it calls sufficient', () => {
  expect(standingOfLevel('primary', 'sufficient')).toBe('sufficient');
  expect(standingOfLevel('primary', 'notSufficient')).toBe('nearly');
  expect(standingOfLevel('religion', 'excellent')).toBe('sufficient');
  expect(standingOfLevel('religion', 'mediocre')).toBe('nearly');
  expect(standingOfLevel('religion', 'insufficient')).toBe('low');
});
