import type { ClassId, LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { weekdayOf } from '../../../../domain/base/local-date.ts';
import type { SchoolSnapshot } from '../../school-directory.ts';

/** The hours of a class that the timetable gives to a teacher on a day, also those in co-teaching. */
export function plannedHoursOf(
  snapshot: Pick<SchoolSnapshot, 'timetableOf'>,
  teacher: PersonId,
  schoolClass: ClassId,
  day: LocalDate,
): readonly number[] {
  const weekday = weekdayOf(day);
  return (snapshot.timetableOf.get(schoolClass) ?? [])
    .filter(
      (entry) =>
        entry.weekday === weekday &&
        entry.validFrom <= day &&
        day <= entry.validTo &&
        entry.teachers.includes(teacher),
    )
    .map(({ hour }) => hour);
}
