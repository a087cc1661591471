import type { PersonId } from '../../../domain/base/ids.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import type { NewVersion, SchoolReader } from '../../storage/contract/storage.ts';
import { earlierGradesAfter } from './earlier-grades.ts';
import { earlierProposalsAfter } from './earlier-proposals.ts';
import { createMarksOfClass } from './marks-of-class.ts';
import type { Change } from './reach.ts';

/** Kinds of records of which something taken along says something. */
const SAYING = ['enrolment', 'grade', 'assessment', 'proposal', 'school', 'schoolYear'] as const;

/**
 * What these records change of what pupils have taken along from a class that they have left (D60, D81): their grades, and what was proposed for them in the
 * periods before. Nothing else costs more than a look.
 */
export async function marksTakenAlong(
  reader: SchoolReader,
  { school, now, snapshot: known }: Change,
  written: readonly RegisterRecord[],
): Promise<readonly NewVersion[]> {
  const kinds = new Set(written.map(({ kind }) => kind));
  if (!SAYING.some((kind) => kinds.has(kind))) return [];
  const snapshot = known ?? (await createSchoolSnapshots().at(school, reader));
  const around = {
    school,
    now,
    snapshot,
    entering: enteringIn(written),
    marksOf: createMarksOfClass(reader),
  };
  return [
    ...(await earlierGradesAfter(reader, around, written)),
    ...(await earlierProposalsAfter(reader, around, written)),
  ];
}

function enteringIn(written: readonly RegisterRecord[]): ReadonlySet<PersonId> {
  return new Set(written.flatMap((one) => (one.kind === 'enrolment' ? [one.pupil] : [])));
}
