import type { Instant, LocalDate, LocalTime } from '../../base/ids.ts';
import { addDays, schoolDayAndTime } from '../../base/local-date.ts';
import type { SchoolPolicies } from '../../kinds/school/record.ts';

/** Until when on the day before a school is asked, where it has not said. */
const USUAL_DEADLINE = '16:00' as LocalTime;

/** Whether a late entry or an exit is asked for, or announced, by the hour of the day before that the school has set, boundary included (D90). */
export function isAskedInTime(
  asked: Instant,
  day: LocalDate,
  { permitUntil = USUAL_DEADLINE }: NonNullable<SchoolPolicies['justification']>,
): boolean {
  const moment = schoolDayAndTime(asked);
  const dayBefore = addDays(day, -1);
  return moment.day < dayBefore || (moment.day === dayBefore && moment.time <= permitUntil);
}
