import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { startYearOfClass } from '../../../domain/kinds/class/record.ts';
import { lastDayOfYear } from '../../../domain/school/class-of-pupil.ts';

/** Whether an enrolment or an assignment lasts until the year of its class ends. */
export function lastsAllYear({
  class: id,
  to,
}: {
  readonly class: ClassId;
  readonly to?: LocalDate;
}): boolean {
  const startYear = startYearOfClass(id);
  return to === undefined || (startYear !== undefined && to === lastDayOfYear(startYear));
}
