import type { ClassId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import type { SchoolYear } from '../../../domain/kinds/school-year/record.ts';
import { closedPeriodsOf, isClosedByMeeting, ofItsDay } from '../../../domain/school/limits/closed-period.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** Which days of a pupil, or of the class where none is named, are closed for the term meeting (D104): of a pupil that of the class in which they are assessed. */
export function closedDays(
  facts: Pick<SchoolFacts, 'enrolmentsOfPupil'>,
  schoolClass: ClassId,
  year: SchoolYear | null,
  now: Instant,
): (day: LocalDate, pupil?: PersonId) => boolean {
  // The usual case.
  if (year?.frozen === undefined) return () => false;
  return (day, pupil) => {
    const closedPeriods = () =>
      closedPeriodsOf(year, schoolClass, pupil === undefined ? [] : facts.enrolmentsOfPupil(pupil));
    return isClosedByMeeting(ofItsDay({ day }), { closedPeriods }, now);
  };
}
