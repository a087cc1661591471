import { RosterMoved } from '../roster-store.ts';
import { RosterRefusal } from './refusal.ts';

/** How a run on the command line ended without an import: what to say, and the exit code. */
export interface FailedRun {
  readonly refusal: RosterRefusal;
  readonly exitCode: 2 | 3;
}

/** The end of a run for a failure that its user can do something about; undefined for faults of the program. */
export function failedRun(error: unknown): FailedRun | undefined {
  if (error instanceof RosterRefusal) return { refusal: error, exitCode: 2 };
  // A code of its own: a script may simply try again.
  if (error instanceof RosterMoved) return { refusal: new RosterRefusal('rosterMoved'), exitCode: 3 };
  return undefined;
}
