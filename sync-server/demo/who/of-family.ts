import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';

/** A guardian with one of the children. */
export interface GuardianOfPupil {
  readonly guardian: PersonId;
  readonly pupil: PersonId;
}

/** The guardians among the people of a school, once for each child. */
export function guardiansOfPupils(records: readonly RegisterRecord[]): readonly GuardianOfPupil[] {
  return records.flatMap((record) =>
    record.kind === 'personalData'
      ? record.children.map(({ pupil }) => ({ guardian: record.person, pupil }))
      : [],
  );
}
