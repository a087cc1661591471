import type { ClassId, LocalDate, PersonId, SubjectId } from '../base/ids.ts';
import { addDays, weekdayOf } from '../base/local-date.ts';
import type { BellHour, BellScheme } from '../kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../kinds/class/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import { isLessonDay } from './calendar.ts';

/** One lesson hour that the timetable foresees on a day. */
export interface PlannedHour extends BellHour {
  readonly day: LocalDate;
  readonly class: ClassId;
  readonly subject: SubjectId;
  readonly teachers: readonly PersonId[];
  readonly room?: string;
  /** The group of a parted class that has the hour; absent for the whole class (D204). */
  readonly group?: string;
}

/** What the timetable of a day is computed from. */
export interface TimetableSource {
  readonly year: SchoolYear;
  readonly bellSchemes: readonly BellScheme[];
  readonly entries: readonly TimetableEntry[];
}

/** The bell scheme that a class follows on a day; the most specific wins (site, then level, then general). */
export function bellSchemeFor(
  schemes: readonly BellScheme[],
  schoolClass: Pick<SchoolClass, 'level' | 'site'>,
  day: LocalDate,
): BellScheme | undefined {
  const weekday = weekdayOf(day);
  const fits = schemes.filter(
    (scheme) =>
      scheme.validFrom <= day &&
      day <= scheme.validTo &&
      scheme.weekdays.includes(weekday) &&
      (scheme.levels.length === 0 || scheme.levels.includes(schoolClass.level)) &&
      (scheme.site === undefined || scheme.site === schoolClass.site),
  );
  const rank = (scheme: BellScheme) =>
    (scheme.site === undefined ? 0 : 2) + (scheme.levels.length === 0 ? 0 : 1);
  return fits.toSorted((a, b) => rank(b) - rank(a) || b.validFrom.localeCompare(a.validFrom))[0];
}

/** The hours of one class on a day, in order; empty on a day without lessons. */
export function classHours(
  source: TimetableSource,
  schoolClass: SchoolClass,
  day: LocalDate,
): readonly PlannedHour[] {
  if (!isLessonDay(source.year, day)) return [];
  const scheme = bellSchemeFor(source.bellSchemes, schoolClass, day);
  if (!scheme) return [];
  const weekday = weekdayOf(day);
  const planned: PlannedHour[] = [];
  for (const entry of source.entries) {
    if (
      entry.class !== schoolClass.id ||
      entry.weekday !== weekday ||
      day < entry.validFrom ||
      day > entry.validTo
    )
      continue;
    const bell = scheme.hours.find((hour) => hour.hour === entry.hour);
    if (!bell) continue;
    const room = entry.room === undefined ? {} : { room: entry.room };
    planned.push({
      ...bell,
      ...room,
      ...(entry.group === undefined ? {} : { group: entry.group }),
      day,
      class: schoolClass.id,
      subject: entry.subject,
      teachers: entry.teachers,
    });
  }
  return planned.toSorted((a, b) => a.hour - b.hour);
}

/** The hours of one teacher on a day, in order of time. */
export function teacherHours(
  source: TimetableSource,
  classes: readonly SchoolClass[],
  teacher: PersonId,
  day: LocalDate,
): readonly PlannedHour[] {
  return classes
    .flatMap((schoolClass) => classHours(source, schoolClass, day))
    .filter((hour) => hour.teachers.includes(teacher))
    .toSorted((a, b) => a.start.localeCompare(b.start) || a.class.localeCompare(b.class));
}

/** Whether a teacher has the first hour of a class on a day, by the class's own cells; undefined where they have none for the day. */
export function isFirstTeacher(
  entries: readonly TimetableEntry[],
  day: LocalDate,
  teacher: PersonId,
): boolean | undefined {
  const weekday = weekdayOf(day);
  const own = entries.filter(
    (entry) => entry.weekday === weekday && entry.validFrom <= day && day <= entry.validTo,
  );
  const first = Math.min(...own.map(({ hour }) => hour));
  if (own.length === 0) return undefined;
  return own.some(({ hour, teachers }) => hour === first && teachers.includes(teacher));
}

/** What says on which days of the week a class comes to school. */
export interface WeekOfClass {
  readonly timetableOf: ReadonlyMap<ClassId, readonly TimetableEntry[]>;
  bellHours(schoolClass: ClassId, day: LocalDate): readonly BellHour[];
}

/**
 * Whether a class has lessons on such a day of the week, where the school has: by its timetable of that day, else by the bells, of which
 * only some days of its week have any (D84). Where neither says anything the days of the school are those of the class.
 */
export function classHasLessons(
  { timetableOf, bellHours }: WeekOfClass,
  schoolClass: ClassId,
  day: LocalDate,
): boolean {
  const weekday = weekdayOf(day);
  const cells = (timetableOf.get(schoolClass) ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= day && day <= validTo,
  );
  if (cells.length > 0) return cells.some((cell) => cell.weekday === weekday);
  if (bellHours(schoolClass, day).length > 0) return true;
  const others = [1, 2, 3, 4, 5, 6].map((other) => addDays(day, other - weekday));
  return others.every((other) => bellHours(schoolClass, other).length === 0);
}
