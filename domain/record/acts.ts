import type { LocalDate, PersonId } from '../base/ids.ts';

/** One thing that somebody did about a record, which is never taken out of it again. */
interface Act {
  readonly by: PersonId;
  /** Who collects the pupil, from the list of those who may (D91). */
  readonly collector?: string;
}

/** How often one person may write on one record of acts: more is no use of it, and leaves no room for the others. */
export const MOST_ACTS_OF_ONE = 30;
/**
 * How many acts a record holds. More than those of all who may write on a day, each on several devices that do not know of each other:
 * what was taken in one by one is never too long when it is brought together.
 */
export const MOST_ACTS = 1000;

/** Whether somebody writes on a record more often than one person may; what others have written there leaves everybody their own number. */
export function hasTooManyActs(
  { person }: { readonly person: PersonId },
  acts: readonly Act[],
  added: readonly Act[],
): boolean {
  return added.length > 0 && acts.filter(({ by }) => by === person).length > MOST_ACTS_OF_ONE;
}

/** Whether whoever is to collect a pupil may do so on the day (D91); where nobody can say, nothing is said against it. */
export function areCollectors(
  added: readonly Act[],
  { day }: { readonly day: LocalDate },
  { mayCollect }: { readonly mayCollect?: (delegate: string, on: LocalDate) => boolean },
): boolean {
  return added.every(({ collector }) => collector === undefined || mayCollect?.(collector, day) !== false);
}
