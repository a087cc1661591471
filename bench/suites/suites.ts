import type { Suite } from '../harness/suite.ts';

/** Every group of figures, in the order in which they are measured. */
export const suites: readonly Suite[] = [];
