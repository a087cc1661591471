import { refuse, type Refusal } from '../../access/refusal.ts';
import { equalJson } from '../../base/canonical-json.ts';
import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import { areCollectors, hasTooManyActs } from '../../record/acts.ts';
import { inClassOfPupil, placeOfPupil, type OfPupil } from '../../record/pupil-kind.ts';

/** One thing that somebody did about a record, which is never taken out of it again. */
interface Act {
  readonly id: string;
  readonly by: PersonId;
  readonly collector?: string;
}

/** A record of what was done about the day of one pupil. */
interface OfActs extends OfPupil {
  readonly acts: readonly Act[];
}

/**
 * What the kinds have in common that are made of acts about a pupil’s day (ADR 32): devices add to them and take nothing out again, and where
 * they stand is computed. `isWhole` says whether an act says all that it has to say, and nothing that it cannot.
 */
export function kindOfActs<R extends OfActs>(isWhole: (act: R['acts'][number]) => boolean) {
  return {
    writers: ['device'],
    upgrades: [],
    place: placeOfPupil,
    blank: (record: R): R => ({ ...record, acts: [] }),
    contradiction: ({ acts }: R) =>
      acts.every(isWhole) ? undefined : ({ reason: 'invalid', path: 'acts' } as const),
    saysNothing: ({ acts }: R) => acts.length === 0,
    inClass: inClassOfPupil<R>,
    whenBlocked: 'toOffice',
  } as const;
}

/** What a version adds to the acts that stood, and whether it leaves those as they were. */
export function addedActs<A extends Act>(
  before: readonly A[],
  after: readonly A[],
): { readonly added: readonly A[]; readonly isKept: boolean } {
  return {
    added: after.filter((act) => !before.some((other) => equalJson(act, other))),
    isKept: before.every((act) => after.some((other) => equalJson(act, other))),
  };
}

interface ActsWrite<A extends Act> {
  readonly actor: { readonly person: PersonId };
  readonly next: { readonly day: LocalDate; readonly acts: readonly A[] };
  readonly facts: { readonly mayCollect?: (delegate: string, on: LocalDate) => boolean };
}

/** What is wrong with acts that somebody adds, whoever may do what: too many, of nobody who may collect, not whole. */
export function actsFault<A extends Act>(
  { actor, next, facts }: ActsWrite<A>,
  added: readonly A[],
  isWhole: (act: A) => boolean,
): Result<never, Refusal> | undefined {
  if (hasTooManyActs(actor, next.acts, added)) return refuse('tooManyActs', 'acts');
  if (!areCollectors(added, next, facts)) return refuse('notDelegate', 'acts');
  const isEachOne = new Set(next.acts.map(({ id }) => id)).size === next.acts.length;
  return added.every(isWhole) && isEachOne ? undefined : refuse('invalid', 'acts');
}
