import type { Screen } from './screen.ts';

/** The family's page. */
export const FAMILY_SCREENS: readonly Screen[] = [
  { name: 'family', search: 'role=parent' },
  { name: 'family-student', search: 'role=student&scenario=offline' },
  { name: 'family-unplanned', search: 'role=parent&scenario=unplanned' },
  { name: 'family-no-class', search: 'role=parent&scenario=empty' },
];
