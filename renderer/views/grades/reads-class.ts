import type { ClassId, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import { staffActor } from '../../../domain/school/who/staff-actor.ts';
import type { Register } from '../../data/register.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** Whose grades somebody reads of a class. */
export interface GradesRead {
  /** Those of every subject (F.5). */
  readonly all: boolean;
  /** Those of every subject, of the pupils whom they support alone (F.5). */
  readonly supported: ReadonlySet<PersonId>;
  /** Those of religion, which tell who attends it (D27). */
  readonly religion: boolean;
}

/** Which grades of a class the server gives to whoever looks, by the same rule as the server’s: pages say nothing of others. */
export function gradesReadOf(
  facts: SchoolFacts,
  { school, person, roles }: Pick<Register['identity'], 'school' | 'person' | 'roles'>,
  schoolClass: ClassId,
  day: LocalDate,
): GradesRead {
  const assignments = (facts.view.assignmentsOf.get(person) ?? []).filter((one) => holdsOn(one, day));
  const actor = staffActor(facts.view, { school, person, roles, assignments }, day);
  const all = actor.classesOfGrades?.includes(schoolClass) ?? false;
  const supported = new Set(
    (actor.supported ?? []).flatMap((one) =>
      one.class === schoolClass && one.pupil !== undefined ? [one.pupil] : [],
    ),
  );
  return { all, supported, religion: all && (actor.classesOfReligion?.includes(schoolClass) ?? false) };
}
