import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import type { SchoolSnapshot } from '../../school/school-snapshots.ts';

type Pupils = ReadonlyMap<ClassId, readonly PersonId[]>;

/** A snapshot never changes: who was ever in which class is looked for once. */
const everIn = new WeakMap<object, Pupils>();

/** The keys of all grades that a column can have: one for each pupil who is or was in its class. */
export function gradeIdsOf(
  snapshot: Pick<SchoolSnapshot, 'enrolmentsOf'>,
  { id, class: schoolClass }: Pick<Assessment, 'id' | 'class'>,
): readonly string[] {
  const known = everIn.get(snapshot) ?? pupilsByClass(snapshot);
  everIn.set(snapshot, known);
  return (known.get(schoolClass) ?? []).map((pupil) => gradeId(id, pupil));
}

function pupilsByClass({ enrolmentsOf }: Pick<SchoolSnapshot, 'enrolmentsOf'>): Pupils {
  const pupils = new Map<ClassId, PersonId[]>();
  for (const [pupil, enrolments] of enrolmentsOf)
    for (const schoolClass of new Set(enrolments.map((one) => one.class)))
      pupils.set(schoolClass, [...(pupils.get(schoolClass) ?? []), pupil]);
  return pupils;
}
