import type { Screen } from '../../../tests/harness/screen.ts';

/** The synchronisation page. */
export const screens: readonly Screen[] = [
  { name: 'sync-lost', search: 'scenario=calm&lost=8', hash: '/sync' },
  { name: 'sync-empty', search: 'scenario=calm', hash: '/sync' },
  { name: 'sync-busy', search: 'scenario=busy', hash: '/sync' },
  { name: 'sync-one', search: 'scenario=offline&waiting=1', hash: '/sync' },
  { name: 'sync-many', search: 'scenario=offline&waiting=25', hash: '/sync' },
  { name: 'sync-flood', search: 'scenario=offline&waiting=300', hash: '/sync' },
  { name: 'sync-trouble', search: 'scenario=trouble&remembered=no', hash: '/sync' },
  { name: 'sync-restored', search: 'scenario=restored', hash: '/sync' },
];
