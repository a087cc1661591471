import type { Screen } from '../../../tests/harness/screen.ts';

/** The page of the tests. */
export const screens: readonly Screen[] = [{ name: 'toy', search: 'scenario=calm', hash: '/toy' }];
