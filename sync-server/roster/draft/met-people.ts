import type { PersonId } from '../../../domain/base/ids.ts';

/** Where a person was met in this run, and what the row said. */
export type MetPeople = Map<PersonId, { readonly place: string; readonly text: string }>;
