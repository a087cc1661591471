import { must } from '../../../domain/base/assert.ts';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SchoolClass } from '../../../domain/kinds/class/record.ts';
import { isLessonDay, lessonDays } from '../../../domain/school/calendar.ts';
import { bellSchemeFor } from '../../../domain/school/timetable-day.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Random } from '../random.ts';
import type { OfficeStamp } from '../stamp.ts';
import { inventJustifications } from './acts/justifications.ts';
import { inventToday } from './acts/of-today.ts';
import { createPermits } from './acts/permits.ts';
import { createAttendance } from './days/attendance.ts';
import { createAway } from './days/away.ts';
import { createCover } from './days/cover.ts';
import { hoursAttended, plannedHours } from './days/held-hours.ts';
import type { HeldHour, HistorySource } from './history-source.ts';
import { inventGrades } from './grades/school-year.ts';
import { createLessons } from './lessons.ts';
import { createSupport } from './support.ts';

/** What happened on the lesson days of a year before today, and what is known of today beforehand. */
export function inventHistory(
  source: HistorySource,
  stamp: OfficeStamp,
  random: (label: string) => Random,
): readonly RegisterRecord[] {
  const { year, today } = source;
  const days = lessonDays(year, source.since ?? year.lessonsFrom, addDays(today, -1));
  // Of a year that is over nothing is left to do.
  const recent = year.closedOn === undefined ? days.slice(-3) : [];
  const lessons = createLessons(source, recent, stamp, random('lessons'));
  const lessonsBeside = createLessons(source, recent, stamp, random('lessons beside'));
  const support = createSupport(source, stamp, random('support'));
  const away = createAway(source, stamp, random('away'));
  const cover = createCover(source, stamp, random('cover'));
  const attendance = createAttendance(source, away, stamp, random('attendance'));
  const permits = createPermits(source, stamp, random('permits'));
  const byClass = Map.groupBy(source.entries, (entry) => entry.class);
  const besideIn = Map.groupBy(source.beside, (entry) => entry.class);
  const hoursOf = (schoolClass: SchoolClass, day: LocalDate) =>
    plannedHours(source.bellSchemes, schoolClass, byClass.get(schoolClass.id) ?? [], day);
  const classes = new Map(source.classes.map((one) => [one.id, one]));
  const bells = (id: ClassId, day: LocalDate) => {
    const schoolClass = classes.get(id);
    return (schoolClass && bellSchemeFor(source.bellSchemes, schoolClass, day)?.hours) ?? [];
  };

  const records: RegisterRecord[] = [];
  const marked: AttendanceDay[] = [];
  const firstHours = new Map<string, HeldHour>();
  for (const day of days) {
    for (const schoolClass of source.classes) {
      const planned = hoursOf(schoolClass, day);
      away.send(schoolClass, planned);
      const movement = away.movementOf(schoolClass, planned);
      const attended = hoursAttended(planned, movement);
      const beside = hoursAttended(
        plannedHours(source.bellSchemes, schoolClass, besideIn.get(schoolClass.id) ?? [], day),
        movement,
      );
      const hours = cover.covered(attended);
      const [first] = hours;
      if (!first) continue;
      firstHours.set(`${schoolClass.id} ${day}`, first);
      const signed = [
        ...hours.flatMap((hour) => lessons.sign(schoolClass, hour) ?? []),
        ...beside.flatMap((hour) => lessonsBeside.sign(schoolClass, hour) ?? []),
      ];
      const marks = attendance.ofDay(schoolClass.id, hours, beside);
      records.push(...signed, ...signed.flatMap((lesson) => support.of(schoolClass, lesson, marks)));
      marked.push(...marks);
    }
  }
  const granted = marked.flatMap((one) => permits.behind(one, bells(one.class, one.day)));
  const justified = inventJustifications(
    source,
    {
      days,
      attendance: marked,
      permits: granted,
      bellsOf: bells,
      firstHour: (id, day) => {
        const hour = firstHours.get(`${id} ${day}`);
        return hour && { teacher: must(hour.teachers[0], 'who held the hour'), minute: hour.startMinutes };
      },
    },
    stamp,
    random('justifications'),
  );
  const shown = source.showcase === undefined ? undefined : classes.get(source.showcase);
  const next = shown && nextLessonDay(source, today);
  // The office assigns the hours of today before it begins.
  if (source.withToday && isLessonDay(year, today))
    for (const schoolClass of source.classes) cover.covered(hoursOf(schoolClass, today));
  const ofToday =
    shown && source.withToday
      ? inventToday(
          source,
          {
            hours: isLessonDay(year, today) ? hoursOf(shown, today) : [],
            next: next === undefined ? [] : hoursOf(shown, next),
          },
          stamp,
          random('today'),
        )
      : [];
  const assessed = inventGrades(source, { days, attendance: marked }, stamp, random('grades'));
  return [
    ...records,
    ...assessed,
    ...cover.records,
    ...away.records,
    ...marked,
    ...granted,
    ...justified,
    ...ofToday,
  ];
}

function nextLessonDay({ year }: HistorySource, today: LocalDate): LocalDate | undefined {
  return lessonDays(year, addDays(today, 1), addDays(today, 21))[0];
}
