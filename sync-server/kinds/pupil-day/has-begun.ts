import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';

/** Whether an enrolment has begun by a day in its school year; one that was taken back never begins. */
export function hasBegun({ from, to }: Pick<Enrolment, 'from' | 'to'>, today: LocalDate): boolean {
  return from <= today && (to === undefined || to >= from) && startYearOf(from) === startYearOf(today);
}
