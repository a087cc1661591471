import { expect, test } from 'vitest';
import { areLate, sameChoice } from './late-choices.ts';

const MINUTE = 60_000;

test.each([
  [0, false],
  [14 * MINUTE, false],
  [14 * MINUTE + 1, true],
  [60 * MINUTE, true],
  [-1, true],
])('S19 choices of %d milliseconds ago are asked for anew: %s', (passed, late) => {
  expect(areLate(1_000_000, 1_000_000 + passed)).toBe(late);
});

const earlier = ['a••••@g••••.com', 'a••••@g••••.com', 'b••••@l••••.it'].map((masked, index) => ({
  choice: `old ${index}`,
  masked,
}));
const later = earlier.map(({ masked }, index) => ({ choice: `new ${index}`, masked }));

test('S19 the same address is chosen again among those that came later, by its place', () => {
  expect(earlier.map(({ choice }) => sameChoice(earlier, choice, later))).toEqual([
    'new 0',
    'new 1',
    'new 2',
  ]);
});

test('S19 nothing is chosen where the addresses are others by now', () => {
  expect(sameChoice(earlier, 'old 0', later.slice(1))).toBeUndefined();
  expect(sameChoice(earlier, 'old 0', [...later].reverse())).toBeUndefined();
  expect(sameChoice(earlier, 'none', later)).toBeUndefined();
});
