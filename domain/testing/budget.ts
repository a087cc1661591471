import { inject } from 'vitest';

declare module 'vitest' {
  /** What the run tells its tests (`vitest.config.ts`). */
  interface ProvidedContext {
    /** How much more, or less, is tried than in a usual run. */
    readonly budget: number;
  }
}

/** How many examples a test tries: the usual number, scaled by the budget of the run, and never none. */
export function budgeted(usual: number): number {
  return Math.max(1, Math.round(usual * inject('budget')));
}
