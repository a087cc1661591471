import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { PersonId } from '../../../domain/base/ids.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { Roster } from '../draft/roster.ts';
import { RosterRefusal } from '../report/refusal.ts';

/** So many who move are no pupil's own affair. */
const FEWEST = 2;

/** Watches for a list of another school year than the import takes it for. */
export interface YearWatch {
  /** A pupil of the list, before the enrolment in the list's class. */
  readonly sees: (pupil: PersonId, into: SchoolClass) => void;
  /** @throws RosterRefusal where most pupils would be in another year of course than they are */
  readonly settle: () => void;
}

/**
 * Sees that a list is of another school year although nothing says so: within a year a pupil may change the section, and hardly ever the
 * year of course. The list of the new year that comes in July, and last year's that comes in October, move everybody. Who has named
 * the year of the import has decided.
 */
export function createYearWatch(
  file: string,
  { draft, enrolments, startYear, isYearGiven }: Roster,
): YearWatch {
  let known = 0;
  const moves: string[] = [];
  return {
    sees(pupil, into) {
      const classes = enrolments
        .ofPupil(pupil)
        .filter((enrolment) => holdsOn(enrolment, draft.today))
        .flatMap((enrolment) => draft.get('class', enrolment.class) ?? []);
      const before = classes.find((one) => one.startYear === startYear && one.level === into.level);
      if (!before) return;
      known += 1;
      if (before.year > 0 && into.year > 0 && before.year !== into.year)
        moves.push(`${className(before)} → ${className(into)}`);
    },
    settle() {
      if (isYearGiven || moves.length < FEWEST || moves.length * 2 <= known) return;
      throw new RosterRefusal('yearUnclear', file, [...new Set(moves)].slice(0, 3).join(', '));
    },
  };
}
