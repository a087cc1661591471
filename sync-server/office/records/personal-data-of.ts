import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PersonalData } from '../../../domain/kinds/personal-data/record.ts';

/** The personal data among the records of a school, by person. */
export function personalDataOf(records: readonly RegisterRecord[]): ReadonlyMap<PersonId, PersonalData> {
  return new Map(
    records.flatMap((record) => (record.kind === 'personalData' ? [[record.person, record] as const] : [])),
  );
}
