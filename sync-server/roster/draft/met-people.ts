import type { PersonId } from '../../../domain/base/ids.ts';
import type { Texts } from '../report/report-language.ts';

/** Where a person was met in this run, and what the row said. */
export type MetPeople = Map<PersonId, { readonly place: Texts; readonly text: string }>;
