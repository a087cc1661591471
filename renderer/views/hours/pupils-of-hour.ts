import type { PersonId } from '../../../domain/base/ids.ts';
import { foreseenSubject } from '../../../domain/hours/foreseen-subject.ts';
import { lessonAudience } from '../../../domain/hours/held-lessons.ts';
import { foreseenAudience, pupilsOfLesson } from '../../../domain/hours/pupils-of-lesson.ts';
import type { BellHour } from '../../../domain/kinds/bell-scheme/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { isOnRoll } from '../../../domain/school/class-membership.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { lessonGroup, plannedForMe } from '../../data/school/planned-for-me.ts';
import type { SchoolFacts } from '../../data/school/school-facts.ts';

/** The pupils on the roll of an hour: those of the class then, or of the part of it whose lesson it is (D94, D204). */
export function pupilsOfHour(
  facts: SchoolFacts,
  place: HourPlace,
  bell: Pick<BellHour, 'start' | 'end'>,
  lesson: Lesson | undefined,
): readonly PersonId[] {
  const { day, schoolClass } = place;
  const enrolled = new Set(
    facts
      .enrolmentsOf(schoolClass)
      .flatMap((enrolment) => (isOnRoll(enrolment, day, bell) ? [enrolment.pupil] : [])),
  );
  const audience =
    lesson && lesson.signatures.length > 0
      ? lessonAudience(lesson, facts.religion, foreseenSubject(facts.view, facts.religion))
      : foreseenAudience(lessonGroup(facts, place), plannedForMe(facts, place)?.subject, facts.religion);
  return pupilsOfLesson(facts.view, { class: schoolClass, day }, audience, [...enrolled]);
}
