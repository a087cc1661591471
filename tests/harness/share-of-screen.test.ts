import { expect, test } from 'vitest';
import { shareOfScreen } from './share-of-screen.ts';
import { WINDOWS } from './windows.ts';

const SMALLEST = WINDOWS.at(-1);

test('a run looks at one theme and three windows of a screen, the smallest among them, and a commit always at the same', () => {
  const share = shareOfScreen('today', 'c1', false);
  expect(share.themes).toHaveLength(1);
  expect(share.windows).toHaveLength(3);
  expect(share.windows).toContain(SMALLEST);
  expect(shareOfScreen('today', 'c1', false)).toEqual(share);
});

test('the commits that follow look at the rest: both themes and every window come', () => {
  const shares = Array.from({ length: 40 }, (_, index) => shareOfScreen('today', `c${index}`, false));
  expect(new Set(shares.flatMap(({ themes }) => themes))).toEqual(new Set(['light', 'dark']));
  expect(new Set(shares.flatMap(({ windows }) => windows))).toEqual(new Set(WINDOWS));
});

test('whoever asks for more than a usual run gets all of it', () => {
  expect(shareOfScreen('today', 'c1', true)).toEqual({ themes: ['light', 'dark'], windows: WINDOWS });
});
