import type { Screen } from '../../../tests/harness/screen.ts';

/** What waits for somebody. */
export const screens: readonly Screen[] = [
  { name: 'to-do', search: 'scenario=busy', hash: '/to-do' },
  { name: 'to-do-office', search: 'scenario=calm&role=office', hash: '/to-do' },
];
