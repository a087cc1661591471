import type { Screen } from '../../../../tests/harness/screen.ts';

const SEARCH = 'scenario=support';

/** What is done with pupils who have support. */
export const screens: readonly Screen[] = [
  { name: 'class-support', search: SEARCH, hash: '/day/2026-11-23/2026.LS.1A/2' },
  { name: 'class-support-topics', search: SEARCH, hash: '/class/2026.LS.1A/topics/2026-11-23/2' },
];
