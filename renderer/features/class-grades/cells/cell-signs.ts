import type { PersonId } from '../../../../domain/base/ids.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { GradeValue } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import type { CourseCell } from '../view/course-cell.ts';

/** What is said of a grade by a sign beside it; each has its words in the legend, and at the cell. */
export const CELL_SIGNS = {
  conflict: '⚠',
  refused: '✕',
  corrected: '✎',
  withdrawn: '⌫',
  recovery: '↺',
  heldBack: '◌',
  hidden: '⊘',
  comment: '❝',
} as const;

/** One of them. */
export type CellSign = keyof typeof CELL_SIGNS;

/** What happened to an entry of a cell that its writer has not settled. */
export interface CellTrouble {
  readonly isConflict: boolean;
  /** What the school did not take, and why, as a sentence. */
  readonly refused: { readonly value: GradeValue; readonly reason: string } | undefined;
}

/** What stands in the way of entries, by the keys of the grades. */
export type GradeTroubles = ReadonlyMap<string, CellTrouble>;

const NO_TROUBLES: readonly (CellTrouble | undefined)[] = [];

/** What stands in the way of a pupil’s entries, in the order of the assessments; the same empty list where nothing does. */
export function troublesOfRow(
  troubles: GradeTroubles,
  pupil: PersonId,
  assessments: readonly Pick<Assessment, 'id'>[],
): readonly (CellTrouble | undefined)[] {
  if (troubles.size === 0) return NO_TROUBLES;
  const own = assessments.map(({ id }) => troubles.get(gradeId(id, pupil)));
  return own.some((trouble) => trouble !== undefined) ? own : NO_TROUBLES;
}

/** The signs of a cell, the most urgent first. */
export function signsOf(cell: CourseCell, trouble: CellTrouble | undefined): readonly CellSign[] {
  const { grade, isGiven, heldBack } = cell;
  const has: Readonly<Record<CellSign, boolean>> = {
    conflict: trouble?.isConflict === true,
    refused: trouble?.refused !== undefined,
    corrected: isGiven && grade?.value.reason !== undefined,
    withdrawn: !isGiven && grade?.value.reason !== undefined,
    recovery: isGiven && grade?.recovers !== undefined,
    heldBack: heldBack !== undefined && heldBack !== 'hidden',
    hidden: heldBack === 'hidden',
    comment: [grade?.comment, grade?.privateComment, grade?.value.judgement].some(
      (text) => text !== undefined && text !== '',
    ),
  };
  return (Object.keys(CELL_SIGNS) as CellSign[]).filter((sign) => has[sign]);
}
