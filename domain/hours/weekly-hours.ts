import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import { addDays, weekdayOf } from '../base/local-date.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { WeeklyHours } from './annual-hours.ts';
import type { ReligionSubjects } from './held-lessons.ts';

const DAYS_OF_WEEK = 7;

/**
 * The weekly hours of a pupil's course as the timetable of a class gives them on a day (D96): the hours of the whole class, and of a split
 * one those of the pupil's own group. An hour counts once, however many groups share it. Undefined where there is no timetable.
 */
export function weeklyHours(
  view: SchoolView,
  pupil: PersonId,
  schoolClass: ClassId,
  day: LocalDate,
  religion: ReligionSubjects,
): WeeklyHours | undefined {
  const cells = (view.timetableOf.get(schoolClass) ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= day && day <= validTo,
  );
  if (cells.length === 0) return undefined;
  const group = view.groupOn(pupil, schoolClass, day);
  const isOfReligion = ({ subject }: TimetableEntry) =>
    Object.values(religion).some((subjects) => subjects.includes(subject));
  const own = cells.filter((cell) => isOfReligion(cell) || cell.group === undefined || cell.group === group);
  const monday = addDays(day, 1 - weekdayOf(day));
  const week = { course: 0, religion: 0 };
  for (let weekday = 1; weekday <= DAYS_OF_WEEK; weekday += 1) {
    const bells = view.bellHours(schoolClass, addDays(monday, weekday - 1));
    const byHour = groupBy(
      own.filter((cell) => cell.weekday === weekday),
      ({ hour }) => hour,
    );
    for (const [hour, ofHour] of byHour) {
      const halfUnits = bells.find((bell) => bell.hour === hour)?.halfUnits ?? 0;
      week.course += halfUnits;
      if (ofHour.every(isOfReligion)) week.religion += halfUnits;
    }
  }
  return { ...week, extra: 0 };
}
