import { groupBy } from '../../../../domain/base/group-by.ts';
import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { Fraction } from '../../../../domain/grades/fraction.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { Proposal, Proposed } from '../../../../domain/kinds/proposal/record.ts';
import { isEmptyProposal } from '../../../../domain/kinds/proposal/write-rights.ts';
import type { SchoolYear } from '../../../../domain/kinds/school-year/record.ts';
import { heldBackOf } from '../../../../domain/school/grading/shown-to-family.ts';
import type { AbsentDays } from '../../../views/grades/absent-days.ts';
import type { CourseRules, PeriodMarks } from '../../../views/grades/course-marks.ts';
import { keptFacts, keptParts } from '../../../views/grades/kept-parts.ts';
import type { MarkRecords } from '../../../views/grades/mark-records.ts';
import { createMarksOfPupils } from '../../../views/grades/marks-of-pupils.ts';
import type { CourseAsked } from './course-asked.ts';
import { courseCell, type CourseCell } from './course-cell.ts';
import type { AssessedIn, CoursePupil } from './course-pupils.ts';

/** How a pupil stood in a period that is over: the average, and what was proposed of it (D60, D73). */
export interface EarlierPeriod {
  readonly average: Fraction | undefined;
  readonly proposed: Proposed | undefined;
}

/** A pupil’s row of a course: the same object until something of it changes. */
export interface PupilGrades extends CoursePupil {
  /** By the identifiers of the assessments. */
  readonly cells: ReadonlyMap<string, CourseCell>;
  /** All marks of the period, also those that were brought along (D81), and what they come to. */
  readonly standing: PeriodMarks;
  /** The periods before, in their order. */
  readonly before: readonly EarlierPeriod[];
}

/** What rows are made of. */
interface RowsOf {
  readonly asked: CourseAsked;
  readonly rules: CourseRules & { readonly year: SchoolYear };
  /** Of the whole year. */
  readonly recorded: MarkRecords;
  readonly proposals: readonly Proposal[];
  /** Who wrote a grade last, where that is a colleague. */
  readonly writerOf: (grade: Grade) => Person | undefined;
  /** The assessments of the period that stand. */
  readonly columns: readonly Assessment[];
  readonly pupils: readonly CoursePupil[];
  readonly assessedIn: AssessedIn;
  readonly absent: AbsentDays;
  readonly today: LocalDate;
}

/** Makes the rows of a course, and keeps those of which nothing has changed. */
export function createCourseRows(): (of: RowsOf) => readonly PupilGrades[] {
  const marksOf = createMarksOfPupils();
  const cellOf = keptParts(courseCell);
  const earlierOf = keptFacts<EarlierPeriod>();
  const rowOf = keptFacts<PupilGrades>();

  return ({ asked, rules, recorded, proposals, writerOf, columns, pupils, assessedIn, absent, today }) => {
    const periodsOf = marksOf(recorded);
    const gradeOf = new Map(recorded.grades.map((grade) => [grade.id, grade]));
    const proposedOf = proposedIn(proposals);
    const heads = columns.map((assessment) => ({
      assessment,
      assessed: assessedIn(assessment),
    }));

    return pupils.flatMap((pupil) => {
      const { id } = pupil.person;
      const periods = periodsOf(id, asked.subject, rules);
      const standing = periods[asked.period];
      if (!standing) return [];
      const marks = new Map(standing.marks.map((mark) => [mark.id, mark]));
      const own = heads.map(({ assessment, assessed }): [string, CourseCell] => {
        const grade = gradeOf.get(gradeId(assessment.id, id));
        const mark = grade && marks.get(grade.id);
        const cell = cellOf(`${assessment.id}.${id}`, {
          grade,
          writer: grade && writerOf(grade),
          mark,
          isAbsent: absent.get(assessment.day)?.has(id) === true,
          away: assessed.why(id),
          heldBack: mark && heldBackOf(mark.shownFrom, today),
        });
        return [assessment.id, cell];
      });
      const before = periods
        .slice(0, asked.period)
        .map(({ average }, index) =>
          earlierOf(`${index}.${id}`, { average, proposed: proposedOf(id, index) }),
        );
      return rowOf(id, { ...pupil, cells: new Map(own), standing, before });
    });
  };
}

/** What was proposed of each pupil in each period; of several teachers nothing is said here (D75). */
function proposedIn(
  proposals: readonly Proposal[],
): (pupil: PersonId, period: number) => Proposed | undefined {
  const said = proposals.filter((one) => !isEmptyProposal(one));
  const byPlace = groupBy(said, ({ pupil, period }) => `${period}.${pupil}`);
  return (pupil, period) => {
    const [one, ...others] = byPlace.get(`${period}.${pupil}`) ?? [];
    return others.length === 0 ? one?.proposed : undefined;
  };
}
