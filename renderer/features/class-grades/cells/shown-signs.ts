import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { keptParts } from '../../../views/grades/kept-parts.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { signsOf, troublesOfRow, type CellSign, type CellTrouble, type GradeTroubles } from './cell-signs.ts';

/** What the legend explains where it is to be seen: the signs beside grades, the two shades, and the look of what was recovered. */
export type ShownSign = CellSign | 'shade' | 'away' | 'recovered';

/** Looks through a course for what its cells show; after a mark through the row of its pupil alone. */
export function createShownSigns(): (
  course: CourseGrades,
  troubles: GradeTroubles,
) => ReadonlySet<ShownSign> {
  const ofRow = keptParts(rowSigns);
  return ({ pupils, columns }, troubles) => {
    const assessments = columns.map(({ assessment }) => assessment);
    const rows = pupils.map((pupil) => {
      const { id } = pupil.person;
      return ofRow(id, { pupil, assessments, troubles: troublesOfRow(troubles, id, assessments) });
    });
    return new Set(rows.flatMap((signs) => [...signs]));
  };
}

interface RowParts {
  readonly pupil: PupilGrades;
  readonly assessments: readonly Assessment[];
  /** In the order of the assessments; empty where there are none. */
  readonly troubles: readonly (CellTrouble | undefined)[];
}

function rowSigns({ pupil, assessments, troubles }: RowParts): ReadonlySet<ShownSign> {
  return new Set(
    assessments.flatMap(({ id }, index): readonly ShownSign[] => {
      const cell = pupil.cells.get(id);
      if (!cell) return [];
      return [
        ...signsOf(cell, troubles[index]),
        ...(cell.isAbsent ? (['shade'] as const) : []),
        ...(cell.away === undefined ? [] : (['away'] as const)),
        ...(cell.notCounted === 'recovered' ? (['recovered'] as const) : []),
      ];
    }),
  );
}
