import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { GridCells } from '../../../ui/grid/model/cells.ts';
import type { CellTrouble, GradeTroubles } from '../cells/cell-signs.ts';
import { edgeCells, FOOT, footCells } from '../cells/edge-cells.ts';
import { gridCell, type DrawnWith } from '../cells/grid-cell.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { keptParts } from '../../../views/grades/kept-parts.ts';

/** The rows of a course whose cells were made anew, by their names: those of which nothing has changed are not among them. */
export type CourseCells = (
  course: CourseGrades,
  troubles: GradeTroubles,
  drawn: DrawnWith,
) => ReadonlyMap<string, GridCells>;

/** Makes the cells of a course row by row: one mark makes the row of its pupil and the foot anew. */
export function createCourseCells(): CourseCells {
  const kept = keptParts<GridCells>();
  return (course, troubles, drawn) => {
    const made = new Map<string, GridCells>();
    const { scale, policies, columns, before } = course;
    const assessments = columns.map(({ assessment }) => assessment);
    for (const pupil of course.pupils) {
      const { id } = pupil.person;
      const own = assessments.map((assessment) => troubles.get(gradeId(assessment.id, id)));
      kept.of(id, [pupil, scale, policies, drawn, before.length, ...assessments, ...own], () => {
        const cells = { ...markCells(pupil, course, own, drawn), ...edgeCells(pupil, course, drawn) };
        made.set(id, cells);
        return cells;
      });
    }
    return made.set(FOOT, footCells(course, drawn));
  };
}

/** @param troubles in the order of the columns */
function markCells(
  { cells }: PupilGrades,
  { columns }: CourseGrades,
  troubles: readonly (CellTrouble | undefined)[],
  drawn: DrawnWith,
): GridCells {
  return Object.fromEntries(
    columns.flatMap(({ assessment }, index) => {
      const cell = cells.get(assessment.id);
      return cell ? [[assessment.id, gridCell(cell, assessment, troubles[index], drawn)]] : [];
    }),
  );
}
