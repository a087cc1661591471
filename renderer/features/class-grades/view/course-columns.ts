import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { fraction, mean, type Fraction } from '../../../../domain/grades/fraction.ts';
import { QUARTERS } from '../../../../domain/grades/notation.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { SchoolFacts } from '../../../data/school/school-facts.ts';
import { keptFacts, keptParts } from '../../../views/grades/kept-parts.ts';
import type { CourseOn } from './course-asked.ts';
import type { CourseCell } from './course-cell.ts';
import type { PupilGrades } from './course-rows.ts';

/** An assessment as a column of its course. */
export interface CourseColumn {
  readonly assessment: Assessment;
  /** Whose it is, where that is a colleague (D47). */
  readonly author: Person | undefined;
  /** I had the subject on its day: else its grades are a colleague’s. */
  readonly isMine: boolean;
  /** What stands below it. */
  readonly foot: ColumnFoot;
}

/** An assessment that was given up: it is read, and stands in no grid. */
export type WithdrawnColumn = Pick<CourseColumn, 'assessment' | 'author'>;

/** What a column comes to, of those who are on the roll: as in the matrix, nobody who has left counts. */
interface ColumnFoot {
  /** The mean of the numbers, exact; undefined where there is none. */
  readonly average: Fraction | undefined;
  /** How many pupils have something in it. */
  readonly given: number;
  /** How many might have: whoever was in the class on its day, and in its group (D48, D204), or has something all the same. */
  readonly asked: number;
}

/** The assessments of a course as columns, over the cells of its pupils. */
type CourseColumns = (
  facts: SchoolFacts,
  course: CourseOn,
  assessments: readonly Assessment[],
  pupils: readonly PupilGrades[],
) => readonly CourseColumn[];

/** Makes the columns of a course: a mark reckons the foot of its own anew, and leaves the others the same objects. */
export function createCourseColumns(): CourseColumns {
  const footOf = keptParts(columnFoot);
  const columnOf = keptFacts<CourseColumn>();
  return (facts, course, assessments, pupils) => {
    const onRoll = pupils.filter(isOnRoll);
    return assessments.map((assessment) => {
      const { id, day } = assessment;
      return columnOf(id, {
        assessment,
        author: authorOf(facts, assessment),
        isMine: facts.hasCourse(course, day),
        foot: footOf(id, { cells: onRoll.flatMap(({ cells }) => cells.get(id) ?? []) }),
      });
    });
  };
}

/** The assessments of a period that were given up, as columns that nobody has a cell in. */
export function withdrawnColumns(
  facts: SchoolFacts,
  assessments: readonly Assessment[],
): readonly WithdrawnColumn[] {
  const withdrawn = assessments.filter(({ cancelled }) => cancelled !== undefined);
  return withdrawn.map((assessment) => ({ assessment, author: authorOf(facts, assessment) }));
}

/** Whose an assessment is, where that is a colleague. */
function authorOf(facts: SchoolFacts, { teacher }: Assessment): Person | undefined {
  return teacher === facts.me ? undefined : facts.person(teacher);
}

/** Whether a pupil of a course is in the class on the day that it is looked at. */
export function isOnRoll({ number }: PupilGrades): boolean {
  return number !== undefined;
}

function columnFoot({ cells }: { readonly cells: readonly CourseCell[] }): ColumnFoot {
  const given = cells.filter(({ isGiven }) => isGiven);
  const numbers = given.flatMap(({ quarters }) =>
    quarters === undefined ? [] : [fraction(quarters, QUARTERS)],
  );
  const asked = cells.filter(({ isGiven, away }) => isGiven || away === undefined);
  return { average: mean(numbers), given: given.length, asked: asked.length };
}
