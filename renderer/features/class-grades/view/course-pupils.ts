import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { pupilsOfColumn } from '../../../../domain/hours/taking/pupils-taking.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { compareByName, type Person } from '../../../../domain/kinds/person/record.ts';
import type { Period } from '../../../../domain/kinds/school-year/record.ts';
import { overlaps } from '../../../../domain/school/validity.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { NotAssessed } from '../../../../domain/school/assessing/why-not-moved.ts';
import { pupilsOfCourse } from '../../../views/grades/courses-of-class.ts';
import { keptParts } from '../../../views/grades/kept-parts.ts';
import { classListOn, pupilsOn } from '../../../views/grades/pupils-of-class.ts';
import type { CourseOn } from './course-asked.ts';

/** A pupil of a course. */
export interface CoursePupil {
  readonly person: Person;
  /** As the roll of the day counts them; none of whoever is not in the class on it. */
  readonly number: number | undefined;
  /** The day on which they come into the class, of those who are not in it yet; absent: they are in it, or have left it. */
  readonly entersOn?: LocalDate;
}

/** Who is assessed in a column: of whom else something stands there, it is only read. */
export type AssessedIn = (assessment: Pick<Assessment, 'day' | 'group'>) => AssessedPupils;

/** Of each pupil why they are not assessed; undefined of those who are. */
export interface AssessedPupils {
  readonly why: (pupil: PersonId) => NotAssessed | undefined;
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
  const list = classListOn(facts, of).map(({ id }) => id);
  const numbers = new Map(list.map((id, index) => [id, index + 1]));
  const taking = pupilsOfCourse(facts, of, of.subject, list);
  const earlier = facts
    .enrolmentsOf(of.schoolClass)
    .filter((one) => overlaps(one, period) && assessed.has(one.pupil))
    .map(({ pupil }) => pupil);
  return [...new Set([...taking, ...earlier])]
    .flatMap((pupil) => facts.person(pupil) ?? [])
    .toSorted(compareByName)
    .map((person) => {
      const number = numbers.get(person.id);
      const entersOn = number === undefined ? entryAfter(facts, of, person.id) : undefined;
      return { person, number, ...(entersOn === undefined ? {} : { entersOn }) };
    });
}

/** The first day after the one that is looked at on which a pupil comes into the class; undefined where they do not come any more. */
function entryAfter(
  facts: SchoolFacts,
  { schoolClass, day }: CourseOn,
  pupil: PersonId,
): LocalDate | undefined {
  const later = facts.enrolmentsOf(schoolClass).filter((one) => one.pupil === pupil && one.from > day);
  return later.map(({ from }) => from).toSorted()[0];
}

/**
 * Who is assessed in the columns of a course: of those who are in the class on the day of one (D48) the pupils of its group, or where it is of none those who
 * have the subject (D94, D204). Columns of one day and group are of the same pupils, found once.
 */
export function createAssessedIn(): (facts: SchoolFacts, of: CourseOn) => AssessedIn {
  const kept = keptParts(assessedPupils);
  return (facts, { schoolClass, subject }) =>
    ({ day, group }) =>
      kept(`${day}.${group ?? ''}`, { facts, schoolClass, subject, day, group });
}

interface ColumnParts extends CourseOn {
  readonly facts: SchoolFacts;
  readonly group: Assessment['group'];
}

function assessedPupils({ facts, schoolClass, subject, day, group }: ColumnParts): AssessedPupils {
  const there = pupilsOn(facts, { schoolClass, day });
  const inClass = new Set(there);
  const column = { class: schoolClass, subject, ...(group === undefined ? {} : { group }) };
  const taking = pupilsOfColumn(facts.view, column, there, day);
  return {
    why: (pupil) => (taking.has(pupil) ? undefined : inClass.has(pupil) ? 'otherGroup' : 'notEnrolled'),
  };
}
