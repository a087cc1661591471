import { excusesOver } from '../../../../domain/grades/events.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { GridCell, GridCells } from '../../../ui/grid/model/cells.ts';
import { troublesOfRow, type CellTrouble, type GradeTroubles } from '../cells/cell-signs.ts';
import { edgeCells, FOOT, footCells, type EdgeRules } from '../cells/edge-cells.ts';
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
  const cellsOf = keptParts(rowCells);
  const shown = new Map<string, GridCells>();
  return (course, troubles, drawn) => {
    const made = new Map<string, GridCells>();
    const { scale, policies, columns } = course;
    const assessments = columns.map(({ assessment }) => assessment);
    for (const pupil of course.pupils) {
      const { id } = pupil.person;
      const own = troublesOfRow(troubles, id, assessments);
      const cells = cellsOf(id, { pupil, scale, policies, assessments, troubles: own, drawn });
      if (shown.get(id) !== cells) made.set(id, cells);
      shown.set(id, cells);
    }
    return made.set(FOOT, footCells(course, drawn));
  };
}

/** What the cells of a row are made of. */
interface RowParts extends EdgeRules {
  readonly pupil: PupilGrades;
  readonly assessments: readonly Assessment[];
  /** In the order of the assessments; empty where there are none. */
  readonly troubles: readonly (CellTrouble | undefined)[];
  readonly drawn: DrawnWith;
}

function rowCells({ pupil, assessments, troubles, drawn, ...rules }: RowParts): GridCells {
  const over = excusesOver(pupil.standing.events, rules.policies.excuses);
  // Each excuse of somebody who has too many says so to whoever enters it (D52).
  const warning = over && { warning: drawn.words.t('classGrades.excusesOver', { count: over.allowed }) };
  const marks = assessments.flatMap((assessment, index): [string, GridCell][] => {
    const cell = pupil.cells.get(assessment.id);
    if (!cell) return [];
    const isExcuse = cell.isGiven && cell.grade?.value.event === 'excused';
    return [
      [
        assessment.id,
        { ...gridCell(cell, assessment, troubles[index], drawn), ...(isExcuse ? warning : undefined) },
      ],
    ];
  });
  return { ...Object.fromEntries(marks), ...edgeCells(pupil, rules, drawn) };
}
