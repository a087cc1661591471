import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { fraction, mean, type Fraction } from '../../../../domain/grades/fraction.ts';
import { QUARTERS } from '../../../../domain/grades/notation.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import type { CourseOn } from './course-asked.ts';
import type { PupilGrades } from './course-rows.ts';

/** An assessment as a column of its course. */
export interface CourseColumn {
  readonly assessment: Assessment;
  /** Whose it is, where that is a colleague (D47). */
  readonly author: Person | undefined;
  /** I had the subject on its day: else its grades are a colleague’s. */
  readonly isMine: boolean;
  /** The mean of the numbers in it, exact; undefined where there is none. */
  readonly average: Fraction | undefined;
  /** How many pupils have something in it. */
  readonly given: number;
}

/** The assessments of a course as columns, over the cells of its pupils. */
export function courseColumns(
  facts: SchoolFacts,
  { schoolClass, subject }: CourseOn,
  assessments: readonly Assessment[],
  pupils: readonly PupilGrades[],
): readonly CourseColumn[] {
  return assessments.map((assessment) => {
    const { id, day, teacher } = assessment;
    const given = pupils.flatMap(({ cells }) => {
      const cell = cells.get(id);
      return cell?.isGiven === true ? [cell] : [];
    });
    const numbers = given.flatMap(({ quarters }) =>
      quarters === undefined ? [] : [fraction(quarters, QUARTERS)],
    );
    return {
      assessment,
      author: teacher === facts.me ? undefined : facts.person(teacher),
      isMine: facts.writeFacts(schoolClass, day).subjects.includes(subject),
      average: mean(numbers),
      given: given.length,
    };
  });
}
