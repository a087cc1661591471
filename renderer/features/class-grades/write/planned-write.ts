import { absenceOfMark } from '../../../../domain/school/assessing/mark-of-absent.ts';
import { gradeId } from '../../../../domain/record/grade-key.ts';
import { seenIn, type GradeCell, type GradeChange } from '../../../kinds/grade/commands.ts';
import type { CellChange, StepWay } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { readMark, withMark, type MarkRules, type MarkWords } from '../../../views/grades/typed-mark.ts';
import { isSameSaid, saidBy, type Remembered, type Said } from './remembered.ts';

/** A cell of a grid that is to be written. */
export interface PlannedWrite {
  readonly at: CellChange;
  readonly cell: GradeCell;
  readonly change: GradeChange;
  readonly pupil: PupilGrades;
  /** The pupil was absent on the day, and it is not confirmed yet that there is a grade all the same (D49). */
  readonly asksAbsent: boolean;
}

/** Why a cell is not written: it is here no more, or somebody has changed since what a step would take back or do again. */
export type NotPlanned = 'gone' | 'changedSince';

/**
 * What a text in a cell is to write. What was entered is read, whatever the cell has said before under the same text; what is taken back or done again is what
 * stood there on that side of its step. It is written over what stands there now, and nothing that comes while something is asked.
 */
export function plannedWrite(
  at: CellChange,
  of: StepWay,
  course: CourseGrades,
  remembered: Remembered,
  words: Pick<MarkWords, 't'>,
): PlannedWrite | NotPlanned {
  const pupil = course.pupils.find(({ person }) => person.id === at.row);
  const assessment = course.columns.find(({ assessment: { id } }) => id === at.column)?.assessment;
  if (!pupil || !assessment) return 'gone';
  const cell = { assessment, pupil: pupil.person.id };
  const id = gradeId(assessment.id, cell.pupil);
  const { grade: known, isAbsent = false } = pupil.cells.get(assessment.id) ?? {};
  const stands = saidBy(known);
  const planned = { at, cell, pupil };
  const recalled = remembered.recall(of, id);
  if (recalled && !isSameSaid(stands, recalled.from)) return 'changedSince';
  const seen = seenIn(known);
  if (recalled) return { ...planned, asksAbsent: false, change: { ...changeTo(recalled.to, stands), seen } };
  const mark = readMark(at.next, rulesOf(course, assessment), words);
  if (!mark.ok) return 'gone';
  const value = at.next === '' ? {} : withMark(stands.value, mark.value);
  const { asks: asksAbsent, absentOnDay = false } = absenceOfMark(isAbsent, known, value);
  const after = { value, absentOnDay };
  remembered.note(of.step, id, { before: stands, after });
  return { ...planned, asksAbsent, change: { ...changeTo(after, stands), seen } };
}

/** By what a text is read in the column of an assessment. */
export function rulesOf(
  { policies }: Pick<CourseGrades, 'policies'>,
  assessment: GradeCell['assessment'],
): MarkRules {
  const { scale, test } = assessment;
  return { scale, ...(test ? { test } : {}), grading: policies };
}

function changeTo({ value, absentOnDay }: Said, stands: Said): GradeChange {
  return {
    value,
    ...(absentOnDay === stands.absentOnDay ? {} : { absentOnDay: absentOnDay ? true : undefined }),
  };
}
