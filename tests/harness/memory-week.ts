import type { LocalDate } from '../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../domain/base/local-date.ts';
import { noLessonReason } from '../../domain/school/calendar.ts';
import type { FamilyWeek } from '../../renderer/data/views/week-of-child.ts';
import { classes, plannedHours, schoolYear, staff, subjects } from './school/demo-class.ts';
import type { Scenario } from './scenario.ts';

const [first] = classes;

/** The week of a pupil of the first class. */
export function memoryWeek(day: LocalDate, { name }: Pick<Scenario, 'name'>): FamilyWeek {
  const monday = addDays(day, 1 - weekdayOf(day));
  return {
    monday,
    ...(name === 'empty' ? {} : { schoolClass: first }),
    ...(name === 'unplanned' ? { missing: 'timetable' } : {}),
    days: Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((each) => {
      const noLesson = noLessonReason(schoolYear, each);
      const hours = plannedHours(each).filter((planned) => planned.class === first.id);
      return {
        day: each,
        ...(noLesson ? { noLesson } : {}),
        hours: (noLesson ? [] : hours.toSorted((a, b) => a.hour - b.hour)).map((planned) => ({
          planned,
          subject: subjects.find(({ id }) => id === planned.subject)?.name ?? '',
          teachers: staff.filter(({ id }) => planned.teachers.includes(id)),
        })),
      };
    }),
  };
}
