import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Substitution } from '../../kinds/substitution/record.ts';

/** An hour in which somebody stands in, and for whom, where that is known. */
export type StoodIn = Pick<
  Substitution,
  'class' | 'day' | 'hour' | 'teacher' | 'replaces' | 'origin' | 'signed'
>;

/** Who stands in for whom. */
export interface StandIns {
  /** The hours in which a teacher stands in on a day, those that were cancelled left out. */
  substitutionsOn(teacher: PersonId, day: LocalDate): readonly StoodIn[];
  /** The days on which the school has put a teacher into an hour that they have not signed yet. */
  unsignedSubstitutionDays(teacher: PersonId): readonly LocalDate[];
  /** The hours of a teacher on a day that a colleague takes in their place, by name: they wait for nobody's second signature. */
  hoursTaken(teacher: PersonId, day: LocalDate): readonly StoodIn[];
  /** The hours of a class in which a teacher stands in on a day. */
  hoursStoodIn(teacher: PersonId, schoolClass: ClassId, day: LocalDate): readonly number[];
}

/** Indexes the substitutions of a school. */
export function createStandIns(substitution: readonly Substitution[]): StandIns {
  const standing = substitution.filter(({ cancelled }) => cancelled !== true);
  const byTeacher = groupBy(standing, ({ teacher }) => teacher);
  const byReplaced = groupBy(
    standing.filter(({ replaces }) => replaces !== undefined),
    ({ replaces }) => replaces,
  );
  const all: StandIns = {
    hoursTaken: (teacher, day) => (byReplaced.get(teacher) ?? []).filter((one) => one.day === day),
    unsignedSubstitutionDays: (teacher) =>
      [
        ...new Set(
          (byTeacher.get(teacher) ?? [])
            .filter(({ origin, signed }) => origin === 'office' && signed !== true)
            .map(({ day }) => day),
        ),
      ].toSorted(),
    substitutionsOn: (teacher, day) => (byTeacher.get(teacher) ?? []).filter((one) => one.day === day),
    hoursStoodIn: (teacher, schoolClass, day) =>
      all
        .substitutionsOn(teacher, day)
        .filter((one) => one.class === schoolClass)
        .map(({ hour }) => hour),
  };
  return all;
}

/**
 * Whom a teacher replaces in an hour: as it was said, else the teacher whom the timetable has there alone. Which of several is away,
 * it does not tell (D209).
 */
export function replacedIn(
  teacher: PersonId,
  said: Pick<StoodIn, 'replaces'> | undefined,
  planned: readonly PersonId[] = [],
): PersonId | undefined {
  const [first, ...others] = planned;
  const replaced = said?.replaces ?? (others.length === 0 ? first : undefined);
  return replaced === teacher ? undefined : replaced;
}
