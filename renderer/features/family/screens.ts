import type { Screen } from '../../../tests/harness/screen.ts';

/** The family’s page. */
export const screens: readonly Screen[] = [
  { name: 'family', search: 'role=parent' },
  { name: 'family-student', search: 'role=student&scenario=offline' },
  { name: 'family-unplanned', search: 'role=parent&scenario=unplanned' },
  { name: 'family-no-class', search: 'role=parent&scenario=empty' },
];
