import type { LocalDate } from '../../../domain/base/ids.ts';
import { timeToMinutes, weekdayOf } from '../../../domain/base/local-date.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { BellScheme } from '../../../domain/kinds/bell-scheme/record.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import type { TimetableEntry } from '../../../domain/kinds/timetable-entry/record.ts';
import { lessonDays } from '../../../domain/school/calendar.ts';
import { bellSchemeFor } from '../../../domain/school/timetable-day.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import { createAttendance } from './attendance.ts';
import type { HeldHour, HistorySource } from './history-source.ts';
import { createLessons } from './lessons.ts';

/** Lessons and attendance of the lesson days up to a day, that day included. */
export function inventHistory(
  source: HistorySource,
  until: LocalDate,
  stamp: Stamp,
  random: Random,
): readonly (Lesson | AttendanceDay)[] {
  const days = lessonDays(source.year, source.year.lessonsFrom, until);
  // Of a year that is over nothing is left to do.
  const recent = source.year.closedOn === undefined ? days.slice(-3) : [];
  const lessons = createLessons(source, recent, stamp, random);
  const attendance = createAttendance(source.pupils, stamp, random);
  const byClass = Map.groupBy(source.entries, (entry) => entry.class);
  const records: (Lesson | AttendanceDay)[] = [];
  for (const day of days) {
    for (const schoolClass of source.classes) {
      const hours = hoursHeld(source.bellSchemes, schoolClass, byClass.get(schoolClass.id) ?? [], day);
      if (hours.length === 0) continue;
      for (const hour of hours) {
        const lesson = lessons.sign(schoolClass, hour);
        if (lesson) records.push(lesson);
      }
      records.push(...attendance.ofDay(schoolClass.id, hours));
    }
  }
  return records;
}

function hoursHeld(
  schemes: readonly BellScheme[],
  schoolClass: SchoolClass,
  entries: readonly TimetableEntry[],
  day: LocalDate,
): readonly HeldHour[] {
  const scheme = bellSchemeFor(schemes, schoolClass, day);
  const weekday = weekdayOf(day);
  return entries
    .filter((entry) => entry.weekday === weekday && entry.validFrom <= day && day <= entry.validTo)
    .flatMap((entry) => {
      const bell = scheme?.hours.find((hour) => hour.hour === entry.hour);
      return bell ? [{ day, entry, bell, startMinutes: timeToMinutes(bell.start) }] : [];
    })
    .sort((a, b) => a.bell.hour - b.bell.hour);
}
