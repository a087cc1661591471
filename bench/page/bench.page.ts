import type { Round } from '../harness/suite.ts';
import { measureCatchUp } from './catch-up.ts';
import { measureFirstSync } from './first-sync.ts';
import { measureLocalStores } from './local-stores.ts';
import { measurePages } from './pages.ts';

/** Everything that the harness can ask of the page. */
const tasks = { measureLocalStores, measureFirstSync, measureCatchUp, measurePages } satisfies Record<
  string,
  (task: never) => Promise<Round>
>;

/** The page's tasks by name. */
export type PageTasks = typeof tasks;

Object.assign(globalThis, { campanellaBench: tasks });
