import type { NotCountedReason } from '../../../../domain/grades/counted-grades.ts';
import type { Quarters } from '../../../../domain/grades/notation.ts';
import type { Standing } from '../../../../domain/grades/standing.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { Person } from '../../../../domain/kinds/person/record.ts';
import type { PupilMark } from '../../../views/grades/course-marks.ts';
import type { NotAssessed } from '../../../../domain/school/assessing/why-not-moved.ts';
import type { HeldBack } from '../../../../domain/school/grading/shown-to-family.ts';

/** What stands in one cell of a course: a pupil in an assessment. */
export interface CourseCell {
  /** As it is recorded; undefined where nothing ever was. */
  readonly grade: Grade | undefined;
  /** Who has written it last, where that is a colleague. */
  readonly writer: Person | undefined;
  /** Whether there is something: a grade that was cancelled says nothing. */
  readonly isGiven: boolean;
  /** The number that it comes to, in quarters (D53, D54). */
  readonly quarters: Quarters | undefined;
  /** Why it is not in the average (D63); undefined where it is, and where there are none. */
  readonly notCounted: NotCountedReason | undefined;
  /** How its number, or its judgement, stands to what is sufficient (D64, D68); undefined where it has neither. */
  readonly standing: Standing | undefined;
  /** Absent on the day of the assessment (D49). */
  readonly isAbsent: boolean;
  /** Why nothing is assessed: on the day of the assessment not in the class, or not in the group that is assessed (D48, D204); undefined where it is. */
  readonly away: NotAssessed | undefined;
  /** Whether families never see it, or from which day on: undefined where nothing holds it back (D76). */
  readonly heldBack: HeldBack | undefined;
}

/** What a cell is made of. */
interface CellParts {
  readonly grade: Grade | undefined;
  readonly writer: Person | undefined;
  /** The grade among the marks of its pupil, which say what it comes to; none of one that says nothing. */
  readonly mark: PupilMark | undefined;
  readonly isAbsent: boolean;
  readonly away: NotAssessed | undefined;
  readonly heldBack: HeldBack | undefined;
}

/** A cell of a course. */
export function courseCell({ grade, writer, mark, isAbsent, away, heldBack }: CellParts): CourseCell {
  return {
    grade,
    writer,
    isGiven: mark !== undefined,
    quarters: mark?.quarters,
    notCounted: mark?.notCounted,
    standing: mark?.standing,
    isAbsent,
    away,
    heldBack,
  };
}
