import { foreseenSubject } from '../../../../domain/hours/foreseen-subject.ts';
import { lessonAudience } from '../../../../domain/hours/held-lessons.ts';
import { ownLessonHours } from '../../../../domain/hours/own-lesson-hours.ts';
import { foreseenAudience } from '../../../../domain/hours/pupils-of-lesson.ts';
import type { Lesson } from '../../../../domain/kinds/lesson/record.ts';
import type { ClassId, LocalDate, LocalTime, PersonId } from '../../../../domain/base/ids.ts';
import type { LessonHour } from '../../../../domain/school/lesson-hour.ts';
import type { PlannedHour } from '../../../../domain/school/timetable-day.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { OutByChoice } from './whereabouts.ts';

/** An hour of a class at a minute of it, or after it. */
interface HourOfClass {
  readonly schoolClass: ClassId;
  readonly day: LocalDate;
  readonly time: LocalTime;
  readonly bell: LessonHour | undefined;
  /** What the timetable gives the class on the day. */
  readonly planned: readonly PlannedHour[];
  /** What was signed or called in the hour. */
  readonly lessons: readonly Lesson[];
}

/**
 * Who is not at school because it is the religion hour and they have chosen to go out (D94, D108): until it ends, and after it where it was
 * their last. Known to whoever may read the choices; to others they are of the class, and are looked for.
 */
export function outByChoice(
  facts: SchoolFacts,
  of: HourOfClass,
): (pupil: PersonId) => OutByChoice | undefined {
  const { schoolClass, day, time, bell, planned } = of;
  if (!bell || time < bell.start || !isReligionHour(facts, of)) return () => undefined;
  return (pupil) => {
    if (facts.view.religionChoiceOn(pupil, schoolClass, day) !== 'leaves') return undefined;
    const hours = ownLessonHours(facts.view, { class: schoolClass, day, pupil });
    const own = planned.filter(({ hour }) => hour !== bell.hour && hours.some((one) => one.hour === hour));
    const next = own
      .map(({ start }) => start)
      .toSorted()
      .find((start) => start >= bell.end);
    if (time >= bell.end && next !== undefined) return undefined;
    const wasHere = own.some(({ start }) => start < bell.start);
    return wasHere || next === undefined ? { where: 'left' } : { where: 'expected', time: next };
  };
}

/** Whether nothing but religion and what stands beside it is taught in the hour, by the signatures, else by the timetable. */
function isReligionHour(facts: SchoolFacts, { bell, planned, lessons }: HourOfClass): boolean {
  const signed = lessons.filter(({ signatures }) => signatures.length > 0);
  const audiences =
    signed.length > 0
      ? signed.map((one) => lessonAudience(one, facts.religion, foreseenSubject(facts.view, facts.religion)))
      : planned.flatMap(({ hour, group, subject }) =>
          hour === bell?.hour ? [foreseenAudience(group, subject, facts.religion)] : [],
        );
  return audiences.length > 0 && audiences.every(({ kind }) => kind === 'religion');
}
