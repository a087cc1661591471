import { groupBy } from '../base/group-by.ts';
import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import { addDays, weekdayOf } from '../base/local-date.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { WeeklyHours } from './annual-hours.ts';
import type { ReligionSubjects } from './held-lessons.ts';

const DAYS_OF_WEEK = 7;

/** What the weekly hours of a pupil are looked up in. */
export interface WeeklySource {
  readonly view: Pick<SchoolView, 'timetableOf' | 'groupOn'>;
  readonly bellHours: SchoolView['bellHours'];
  readonly religion: ReligionSubjects;
  /** The days of lessons of the school year. */
  readonly year: Pick<SchoolYear, 'lessonsFrom' | 'lessonsTo'>;
}

/**
 * The weekly hours of a pupil's course as the timetable of a class gives them (D96): the hours of the whole class, and of a split one those
 * of the pupil's own group on a day. An hour counts once, however many groups share it.
 *
 * They are a value of the year: the hours that most of its weeks have, so that neither a week in which lessons begin or end, nor the
 * provisional timetable of the first days, makes another year of it. Undefined where no week has a timetable.
 */
export function weeklyHours(
  { view, bellHours, religion, year }: WeeklySource,
  pupil: PersonId,
  schoolClass: ClassId,
  day: LocalDate,
): WeeklyHours | undefined {
  const group = view.groupOn(pupil, schoolClass, day);
  const isOfReligion = ({ subject }: TimetableEntry) =>
    Object.values(religion).some((subjects) => subjects.includes(subject));
  const own = (view.timetableOf.get(schoolClass) ?? []).filter(
    (cell) => isOfReligion(cell) || cell.group === undefined || cell.group === group,
  );
  const byWeekday = groupBy(own, ({ weekday }) => weekday);
  const weekFrom = (monday: LocalDate): WeeklyHours => {
    const week = { course: 0, religion: 0 };
    for (let weekday = 1; weekday <= DAYS_OF_WEEK; weekday += 1) {
      const date = addDays(monday, weekday - 1);
      if (date < year.lessonsFrom || date > year.lessonsTo) continue;
      const bells = bellHours(schoolClass, date);
      const cells = (byWeekday.get(weekday) ?? []).filter(
        ({ validFrom, validTo }) => validFrom <= date && date <= validTo,
      );
      for (const [hour, ofHour] of groupBy(cells, (cell) => cell.hour)) {
        const halfUnits = bells.find((bell) => bell.hour === hour)?.halfUnits ?? 0;
        week.course += halfUnits;
        if (ofHour.every(isOfReligion)) week.religion += halfUnits;
      }
    }
    return week;
  };
  const weeks: WeeklyHours[] = [];
  const first = addDays(year.lessonsFrom, 1 - weekdayOf(year.lessonsFrom));
  for (let monday = first; monday <= year.lessonsTo; monday = addDays(monday, DAYS_OF_WEEK)) {
    const week = weekFrom(monday);
    if (week.course > 0) weeks.push(week);
  }
  return mostFrequent(weeks);
}

/** Of as many weeks of two kinds, the one that has more hours. */
function mostFrequent(weeks: readonly WeeklyHours[]): WeeklyHours | undefined {
  const alike = groupBy(weeks, ({ course, religion }) => `${course} ${religion}`);
  return [...alike.values()].toSorted(
    (a, b) => b.length - a.length || (b[0]?.course ?? 0) - (a[0]?.course ?? 0),
  )[0]?.[0];
}
