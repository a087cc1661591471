import type { Screen } from '../../../tests/harness/screen.ts';

/** The grids of the tests: a class, and more than fits on any screen. */
export const screens: readonly Screen[] = [
  { name: 'grid-class', search: 'scenario=calm&grid=30x12', hash: '/grid-test' },
  { name: 'grid-large', search: 'scenario=calm&grid=200x60', hash: '/grid-test' },
];
