import type { LocalDate } from '../../../../domain/base/ids.ts';
import { timeToMinutes, weekdayOf } from '../../../../domain/base/local-date.ts';
import type { BellScheme } from '../../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { ClassMovement } from '../../../../domain/kinds/class-movement/record.ts';
import type { TimetableEntry } from '../../../../domain/kinds/timetable-entry/record.ts';
import { bellSchemeFor } from '../../../../domain/school/timetable-day.ts';
import type { HeldHour } from '../history-source.ts';

/** The hours of a class on a day by its timetable, in their order. */
export function plannedHours(
  schemes: readonly BellScheme[],
  schoolClass: SchoolClass,
  entries: readonly TimetableEntry[],
  day: LocalDate,
): readonly HeldHour[] {
  const scheme = bellSchemeFor(schemes, schoolClass, day);
  const weekday = weekdayOf(day);
  return entries
    .filter((entry) => entry.weekday === weekday && entry.validFrom <= day && day <= entry.validTo)
    .flatMap((entry): HeldHour[] => {
      const bell = scheme?.hours.find((hour) => hour.hour === entry.hour);
      return bell
        ? [{ day, entry, bell, startMinutes: timeToMinutes(bell.start), teachers: entry.teachers }]
        : [];
    })
    .sort((a, b) => a.bell.hour - b.bell.hour);
}

/** Those of the hours for which the class was there. */
export function hoursAttended(
  hours: readonly HeldHour[],
  movement: ClassMovement | undefined,
): readonly HeldHour[] {
  const { from, to } = movement?.expected ?? {};
  return hours.filter(
    ({ bell }) => (from === undefined || bell.start >= from) && (to === undefined || bell.end <= to),
  );
}
