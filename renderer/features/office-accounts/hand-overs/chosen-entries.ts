import {
  HAND_OVER_LIMIT,
  type OfficeHandOvers,
} from '../../../../domain/protocol/endpoints/session/hand-over.ts';

/** The chosen entries that one decision is about, and those that stay chosen because one request cannot carry them. */
export interface ChosenEntries {
  readonly now: readonly string[];
  readonly later: readonly string[];
}

/** Of what was chosen, what still waits, in the order in which it stands: a colleague may have decided meanwhile. */
export function chosenEntries(
  entries: readonly Pick<OfficeHandOvers['entries'][number], 'id' | 'state'>[],
  chosen: ReadonlySet<string>,
): ChosenEntries {
  const ids = entries.filter(({ id, state }) => state === 'waiting' && chosen.has(id)).map(({ id }) => id);
  return { now: ids.slice(0, HAND_OVER_LIMIT), later: ids.slice(HAND_OVER_LIMIT) };
}
