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
import { keptFacts, keptParts, type KeptParts } from '../../../views/grades/kept-parts.ts';
import type { MarkRecords } from '../../../views/grades/mark-records.ts';
import { createMarksOfPupils } from '../../../views/grades/marks-of-pupils.ts';
import type { CourseAsked } from './course-asked.ts';
import { courseCell, type CourseCell } from './course-cell.ts';
import type { AssessedIn, AssessedPupils, CoursePupil } from './course-pupils.ts';

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
  const cellsOf = createRowCells();
  const earlierOf = keptFacts<EarlierPeriod>();
  const rowOf = keptFacts<PupilGrades>();

  return ({ asked, rules, recorded, proposals, writerOf, columns, pupils, assessedIn, absent, today }) => {
    const periodsOf = marksOf(recorded);
    const gradesOf = groupBy(recorded.grades, ({ pupil }) => pupil);
    const proposedOf = proposedIn(proposals);
    const common = { columns, assessed: columns.map(assessedIn), writerOf, absent, today };

    return pupils.flatMap((pupil) => {
      const { id } = pupil.person;
      const periods = periodsOf(id, asked.subject, rules);
      const standing = periods[asked.period];
      if (!standing) return [];
      const cells = cellsOf(id, { ...common, pupil: id, standing, grades: gradesOf.get(id) ?? [] });
      const before = periods
        .slice(0, asked.period)
        .map(({ average }, index) =>
          earlierOf(`${index}.${id}`, { average, proposed: proposedOf(id, index) }),
        );
      return rowOf(id, { ...pupil, cells, standing, before });
    });
  };
}

/** What the cells of a pupil are made of. */
interface CellsOf extends Pick<RowsOf, 'columns' | 'writerOf' | 'absent' | 'today'> {
  readonly pupil: PersonId;
  readonly standing: PeriodMarks;
  /** Of the pupil, of the whole year. */
  readonly grades: readonly Grade[];
  /** Who is assessed in the columns, in their order. */
  readonly assessed: readonly AssessedPupils[];
}

/** Makes the cells of pupils: those of a row are looked through only where something of it has changed, and each stays the same object until something of it does. */
function createRowCells(): KeptParts<CellsOf, ReadonlyMap<string, CourseCell>> {
  const cellOf = keptParts(courseCell);
  return keptParts(({ pupil, standing, grades, columns, assessed, writerOf, absent, today }: CellsOf) => {
    const gradeOf = new Map(grades.map((grade) => [grade.id, grade]));
    const marks = new Map(standing.marks.map((mark) => [mark.id, mark]));
    return new Map(
      columns.map((assessment, index): [string, CourseCell] => {
        const grade = gradeOf.get(gradeId(assessment.id, pupil));
        const mark = grade && marks.get(grade.id);
        const cell = cellOf(`${assessment.id}.${pupil}`, {
          grade,
          writer: grade && writerOf(grade),
          mark,
          isAbsent: absent.get(assessment.day)?.has(pupil) === true,
          away: assessed[index]?.why(pupil),
          heldBack: mark && heldBackOf(mark.shownFrom, today),
        });
        return [assessment.id, cell];
      }),
    );
  });
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
