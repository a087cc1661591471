import type { ClassId, LocalDate, PersonId } from '../base/ids.ts';
import { weekdayOf } from '../base/local-date.ts';
import type { BellHour } from '../kinds/bell-scheme/record.ts';
import type { TimetableEntry } from '../kinds/timetable-entry/record.ts';
import type { SchoolView } from '../school/school-view.ts';
import { foreseenAudience, religionGroupOf } from './pupils-of-lesson.ts';
import { religionSubjects } from './religion-subjects.ts';

/** A pupil's day in a class. */
export interface PupilOnDay {
  readonly class: ClassId;
  readonly day: LocalDate;
  readonly pupil: PersonId;
}

/** What says in which hours of a class a pupil is expected. */
export type OwnHoursView = Pick<
  SchoolView,
  'lessonHours' | 'timetableOf' | 'groupOn' | 'religionChoiceOn' | 'subjects' | 'assignmentsOf'
>;

/**
 * The hours of a class on a day in which one of its pupils is expected (D9, D94, D204): without those of other groups alone, and without the
 * hour of religion of who leaves it; who studies in that hour is at school. All of the class where whoever asks knows neither group nor choice.
 */
export function ownLessonHours(view: OwnHoursView, of: PupilOnDay): readonly BellHour[] {
  const { class: schoolClass, day, pupil } = of;
  const hours = view.lessonHours(schoolClass, day);
  const group = view.groupOn(pupil, schoolClass, day);
  const leaves = view.religionChoiceOn(pupil, schoolClass, day) === 'leaves';
  if (group === undefined && !leaves) return hours;
  const religion = religionSubjects(view);
  const weekday = weekdayOf(day);
  const cells = (view.timetableOf.get(schoolClass) ?? []).filter(
    (cell) => cell.weekday === weekday && cell.validFrom <= day && day <= cell.validTo,
  );
  const isOwn = ({ group: named, subject }: TimetableEntry) => {
    const audience = foreseenAudience(named ?? religionGroupOf(subject, religion), subject, religion);
    if (audience.kind === 'religion') return !leaves;
    return audience.kind === 'whole' || group === undefined || audience.group === group;
  };
  const own = hours.filter(({ hour }) => {
    const ofHour = cells.filter((cell) => cell.hour === hour);
    return ofHour.length === 0 || ofHour.some(isOwn);
  });
  return own.length > 0 ? own : hours;
}
