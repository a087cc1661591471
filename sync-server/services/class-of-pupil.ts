import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import type { SchoolClass } from '../../domain/records/class.ts';
import { enrolmentToday } from '../../domain/rules/class-of-pupil.ts';
import type { SchoolSnapshot } from './school-directory.ts';

/** The class of a pupil today, or the one that begins next (S4, D6): what page, letters, header and student access follow. */
export function classOfPupil(
  snapshot: Pick<SchoolSnapshot, 'enrolmentsOf' | 'classes'>,
  pupil: PersonId,
  today: LocalDate,
): SchoolClass | undefined {
  const enrolment = enrolmentToday(snapshot.enrolmentsOf.get(pupil) ?? [], today, (startYear) =>
    [...snapshot.classes.values()].some((one) => one.startYear === startYear),
  );
  return enrolment && snapshot.classes.get(enrolment.class);
}
