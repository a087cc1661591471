import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../../domain/kinds/grade/record.ts';
import type { GradeCell, GradeChange } from '../../../kinds/grade/commands.ts';
import type { CellChange } from '../../../ui/grid/model/cells.ts';
import type { CourseGrades } from '../view/course-grades.ts';
import type { PupilGrades } from '../view/course-rows.ts';
import { readMark, withMark, type MarkRules, type MarkWords } from '../../../views/grades/typed-mark.ts';
import type { Remembered } from './remembered.ts';

/** A cell of a grid that is to be written. */
export interface PlannedWrite {
  readonly at: CellChange;
  readonly cell: GradeCell;
  readonly change: GradeChange;
  readonly pupil: PupilGrades;
  /** The pupil was absent on the day, and it is not confirmed yet that there is a grade all the same (D49). */
  readonly asksAbsent: boolean;
}

/** What a text in a cell is to write; undefined where the cell is here no more. */
export function plannedWrite(
  at: CellChange,
  course: CourseGrades,
  remembered: Remembered,
  words: Pick<MarkWords, 't'>,
): PlannedWrite | undefined {
  const pupil = course.pupils.find(({ person }) => person.id === at.row);
  const assessment = course.columns.find(({ assessment: { id } }) => id === at.column)?.assessment;
  if (!pupil || !assessment) return undefined;
  const cell = { assessment, pupil: pupil.person.id };
  const current = pupil.cells.get(assessment.id);
  const known = current?.grade;
  if (known) remembered.note(known, at.old);
  const said = at.next === '' ? undefined : remembered.recall(gradeId(assessment.id, cell.pupil), at.next);
  const planned = { at, cell, pupil, asksAbsent: false };
  if (said) {
    const absentOnDay = said.absentOnDay ? true : undefined;
    return { ...planned, change: { value: said.value, ...absence(known, absentOnDay) } };
  }
  const mark = readMark(at.next, rulesOf(course, assessment), words);
  if (!mark.ok) return undefined;
  const value = at.next === '' ? {} : withMark(known?.value ?? {}, mark.value);
  // Absent, excused or not assessed: nothing of that wants a pupil to have been there.
  const wasThere = at.next !== '' && mark.value.event === undefined;
  const asksAbsent = wasThere && current?.isAbsent === true && known?.absentOnDay !== true;
  return {
    ...planned,
    asksAbsent,
    change: { value, ...absence(known, asksAbsent ? true : known?.absentOnDay) },
  };
}

/** By what a text is read in the column of an assessment. */
export function rulesOf(
  { policies }: Pick<CourseGrades, 'policies'>,
  assessment: GradeCell['assessment'],
): MarkRules {
  const { scale, test, rubric } = assessment;
  return {
    scale,
    ...(test ? { test } : {}),
    ...(rubric ? { rubric } : {}),
    grading: policies,
  };
}

function absence(
  known: Grade | undefined,
  absentOnDay: boolean | undefined,
): Pick<GradeChange, 'absentOnDay'> {
  return known?.absentOnDay === absentOnDay ? {} : { absentOnDay };
}
