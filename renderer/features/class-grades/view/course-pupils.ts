import type { ClassId, LocalDate, PersonId, SubjectId } from '../../../../domain/base/ids.ts';
import { foreseenAudience, pupilsOfLesson } from '../../../../domain/hours/pupils-of-lesson.ts';
import type { Enrolment } from '../../../../domain/kinds/enrolment/record.ts';
import { compareByName, type Person } from '../../../../domain/kinds/person/record.ts';
import type { Period } from '../../../../domain/kinds/school-year/record.ts';
import { holdsOn, overlaps } from '../../../../domain/school/validity.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';

/** A pupil of a course. */
export interface CoursePupil {
  readonly person: Person;
  /** As the roll of the day counts them; none of whoever is in the class no more. */
  readonly number: number | undefined;
  /** Whether the pupil is, or was, in the class on a day: else nothing is assessed there (D48). */
  readonly isThereOn: (day: LocalDate) => boolean;
}

/** One subject of a class, as it is looked at on a day. */
export interface CourseOn {
  readonly schoolClass: ClassId;
  readonly subject: SubjectId;
  readonly day: LocalDate;
}

/**
 * The pupils of a course in the order of the roll: those who are in the class on the day and have the subject (D94, D204), and among them whoever was in
 * it in the period and has something there.
 *
 * @param assessed who has something in the course
 */
export function coursePupils(
  facts: SchoolFacts,
  of: CourseOn,
  period: Period,
  assessed: ReadonlySet<PersonId>,
): readonly CoursePupil[] {
  const { schoolClass, day } = of;
  const enrolments = facts.enrolmentsOf(schoolClass);
  const ofPupil = new Map<PersonId, readonly Enrolment[]>();
  for (const one of enrolments) ofPupil.set(one.pupil, [...(ofPupil.get(one.pupil) ?? []), one]);
  const isThereOn = (pupil: PersonId) => (on: LocalDate) =>
    ofPupil.get(pupil)?.some((one) => holdsOn(one, on)) === true;
  const present = [...ofPupil.keys()].filter((pupil) => isThereOn(pupil)(day));
  const numbers = new Map(
    present
      .flatMap((pupil) => facts.person(pupil) ?? [])
      .toSorted(compareByName)
      .map(({ id }, index) => [id, index + 1]),
  );
  const taking = pupilsOfLesson(facts.view, { class: schoolClass, day }, audienceOf(facts, of), present);
  const earlier = enrolments
    .filter((one) => overlaps(one, period) && assessed.has(one.pupil))
    .map(({ pupil }) => pupil);
  return [...new Set([...taking, ...earlier])]
    .flatMap((pupil) => facts.person(pupil) ?? [])
    .toSorted(compareByName)
    .map((person) => ({ person, number: numbers.get(person.id), isThereOn: isThereOn(person.id) }));
}

/** Whom I teach there: a group of the class where all that I have of the subject is in it (D204). */
function audienceOf(facts: SchoolFacts, { schoolClass, subject, day }: CourseOn) {
  const mine = facts.myAssignments(schoolClass, day).filter((one) => one.subject === subject);
  const [group, ...others] = new Set(mine.map((one) => one.group));
  return foreseenAudience(others.length === 0 ? group : undefined, subject, facts.religion);
}
