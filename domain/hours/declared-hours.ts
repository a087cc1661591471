import type { LocalDate } from '../base/ids.ts';
import type { HoursElsewhere, HoursElsewhereSource } from '../kinds/hours-elsewhere/record.ts';

/** What others have declared of a pupil's hours, in half units. */
export interface DeclaredHours {
  /** Missed at the school from which the pupil came. */
  readonly otherSchool: number;
  /** Missed in hospital or home teaching, in placements and other activities. */
  readonly activities: number;
  /** Held in the place of lessons of the class; those that were missed, where the papers do not tell more. */
  readonly heldHalfUnits: number;
}

/** Who teaches a pupil in the place of the class: the school of before, and the one in hospital or at home. */
const IN_PLACE_OF_CLASS: readonly HoursElsewhereSource[] = ['otherSchool', 'careSchool'];

/**
 * Adds what others have declared (D97). The hours of a placement or of another activity are held beside the lessons of the class, which go on and are counted: a second
 * time they would make the year look further on than it is, and its pace slower (D96, D101).
 */
export function declaredHours(
  declared: readonly Pick<HoursElsewhere, 'source' | 'absentHalfUnits' | 'heldHalfUnits'>[],
): DeclaredHours {
  const sum = { otherSchool: 0, activities: 0, heldHalfUnits: 0 };
  for (const { source, absentHalfUnits, heldHalfUnits = absentHalfUnits } of declared) {
    sum[source === 'otherSchool' ? 'otherSchool' : 'activities'] += absentHalfUnits;
    if (IN_PLACE_OF_CLASS.includes(source)) sum.heldHalfUnits += heldHalfUnits;
  }
  return sum;
}

/**
 * Whether a school in hospital or at home has a pupil on a day, and declares what was held and missed of it: then nothing of the class is held or missed as well (D97),
 * and nothing is to be justified. All else that is declared only adds: who is in a placement instead of a lesson is out of class by their own record (D98), and who is
 * absent from class on one of its days is absent.
 */
export function isTaughtElsewhere(
  declared: readonly Pick<HoursElsewhere, 'source' | 'from' | 'to'>[],
  day: LocalDate,
): boolean {
  return declared.some(({ source, from, to }) => source === 'careSchool' && from <= day && day <= to);
}
