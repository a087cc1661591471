import type { HoursElsewhere } from '../kinds/hours-elsewhere/record.ts';

/** What others have declared of a pupil's hours, in half units. */
export interface DeclaredHours {
  /** Missed at the school from which the pupil came. */
  readonly otherSchool: number;
  /** Missed in hospital or home teaching, in placements and other activities. */
  readonly activities: number;
  /** Held at all of them; those that were missed, where the papers do not tell more. */
  readonly heldHalfUnits: number;
}

/** Adds what others have declared (D97). */
export function declaredHours(
  declared: readonly Pick<HoursElsewhere, 'source' | 'absentHalfUnits' | 'heldHalfUnits'>[],
): DeclaredHours {
  const sum = { otherSchool: 0, activities: 0, heldHalfUnits: 0 };
  for (const { source, absentHalfUnits, heldHalfUnits = absentHalfUnits } of declared) {
    sum[source === 'otherSchool' ? 'otherSchool' : 'activities'] += absentHalfUnits;
    sum.heldHalfUnits += heldHalfUnits;
  }
  return sum;
}
