import type { LocalDate } from '../../../domain/base/ids.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** What the school has not given to the register yet, without which there are no hours to show on any day. */
export type MissingPlan = 'calendar' | 'classes' | 'bells' | 'timetable';

type Plan = Pick<SchoolFacts, 'school' | 'yearOn' | 'hasBells' | 'hasTimetable'>;

/**
 * What the school has not given to the register yet, so that these classes have no hours on any day. Undefined where all is there: then a
 * day without hours is one that the timetable leaves free, and a page may say so.
 */
export function missingPlan(
  { school, yearOn, hasBells, hasTimetable }: Plan,
  classes: readonly Pick<SchoolClass, 'id'>[],
  day: LocalDate,
): MissingPlan | undefined {
  // Before the school itself has arrived nobody knows what it has.
  if (!school) return undefined;
  if (!yearOn(day)) return 'calendar';
  if (classes.length === 0) return 'classes';
  if (classes.some(({ id }) => hasTimetable(id))) return undefined;
  return hasBells ? 'timetable' : 'bells';
}
