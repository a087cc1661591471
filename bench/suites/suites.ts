import type { Suite } from '../harness/suite.ts';
import { catchUp } from './catch-up.ts';
import { firstSync } from './first-sync.ts';
import { rosterImport } from './import.ts';
import { gradebook } from './gradebook.ts';
import { localStore } from './local-store.ts';
import { pages } from './pages.ts';
import { server } from './server.ts';

/** Every group of figures, in the order in which they are measured. */
export const suites: readonly Suite[] = [
  localStore,
  firstSync,
  catchUp,
  pages,
  gradebook,
  server,
  rosterImport,
];
