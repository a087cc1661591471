import { weekdayOf } from '../base/local-date.ts';
import type { SchoolView } from '../school/school-view.ts';
import type { ForeseenSubject, ReligionSubjects } from './held-lessons.ts';
import { religionGroupOf } from './pupils-of-lesson.ts';

/** What the timetable foresees for lessons: the subject of the cell of the lesson's own group, or of the one that the whole class has. */
export function foreseenSubject(
  { timetableOf }: Pick<SchoolView, 'timetableOf'>,
  religion: ReligionSubjects,
): ForeseenSubject {
  return ({ day, hour, class: schoolClass, group }) => {
    const weekday = weekdayOf(day);
    return (timetableOf.get(schoolClass) ?? []).find(
      (cell) =>
        cell.weekday === weekday &&
        cell.hour === hour &&
        cell.validFrom <= day &&
        day <= cell.validTo &&
        (cell.group ?? religionGroupOf(cell.subject, religion)) === group,
    )?.subject;
  };
}
