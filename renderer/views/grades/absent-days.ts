import { groupBy } from '../../../domain/base/group-by.ts';
import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../domain/base/ids.ts';
import { hoursOfDay } from '../../../domain/kinds/attendance-day/attendance-mode.ts';
import { isAbsentAllDay, pupilInHour } from '../../../domain/kinds/attendance-day/pupil-in-hour.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** Who was absent when: in the hours of the course on a day, or all day where the timetable gives it none (D49). */
export type AbsentDays = ReadonlyMap<LocalDate, ReadonlySet<PersonId>>;

/**
 * Who was absent from a course on which of some days.
 *
 * @param days the attendance of the class
 * @param asked the days of its assessments: of no other one is anything reckoned
 */
export function absentDays(
  facts: SchoolFacts,
  { schoolClass, subject }: { readonly schoolClass: ClassId; readonly subject: SubjectId },
  days: readonly AttendanceDay[],
  asked: ReadonlySet<LocalDate>,
): AbsentDays {
  const byDay = groupBy(
    days.filter(({ day }) => asked.has(day)),
    ({ day }) => day,
  );
  return new Map(
    [...byDay].map(([day, ofPupils]) => {
      const ofDay = hoursOfDay(day, facts.writeFacts(schoolClass, day));
      const hours = new Set(
        facts.plannedHours(schoolClass, day).flatMap((one) => (one.subject === subject ? [one.hour] : [])),
      );
      const own = ofDay.bells.filter(({ hour }) => hours.has(hour));
      const isAbsent = ({ events }: AttendanceDay) =>
        own.length === 0
          ? isAbsentAllDay(events, ofDay)
          : own.every((bell) => pupilInHour(events, ofDay, bell).mark === 'absent');
      return [day, new Set(ofPupils.filter(isAbsent).map(({ pupil }) => pupil))];
    }),
  );
}
