import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import type { NotCountedReason } from '../../../../domain/grades/counted-grades.ts';
import type { Quarters } from '../../../../domain/grades/notation.ts';
import { standingOfGrade, type Standing } from '../../../../domain/grades/standing.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { numberOfGrade } from '../../../../domain/kinds/grade/as-entry.ts';
import { isEmptyValue } from '../../../../domain/grades/said-value.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';

/** What stands in one cell of a course: a pupil in an assessment. */
export interface CourseCell {
  /** As it is recorded; undefined where nothing ever was. */
  readonly grade: Grade | undefined;
  /** Whether there is something: a grade that was cancelled says nothing. */
  readonly isGiven: boolean;
  /** The number that it comes to, in quarters (D53, D54). */
  readonly quarters: Quarters | undefined;
  /** Why it is not in the average (D63); undefined where it is, and where there are none. */
  readonly notCounted: NotCountedReason | undefined;
  /** How its number stands to what is sufficient (D64); undefined where it has none and none is missing. */
  readonly standing: Standing | undefined;
  /** Absent on the day of the assessment (D49). */
  readonly isAbsent: boolean;
  /** In the class on the day of the assessment; else nothing is assessed (D48). */
  readonly isThere: boolean;
  /** Whether families never see it, or from which day on: undefined where nothing holds it back (D76). */
  readonly heldBack: 'hidden' | LocalDate | undefined;
}

/** What a cell is made of. */
export interface CellParts {
  readonly assessment: Assessment;
  readonly grade: Grade | undefined;
  readonly pupil: PersonId;
  readonly notCounted: NotCountedReason | undefined;
  readonly isAbsent: boolean;
  readonly isThere: boolean;
  /** The days before which the school shows nothing of it. */
  readonly embargoes: readonly LocalDate[];
  readonly today: LocalDate;
}

/** A cell of a course. */
export function courseCell(parts: CellParts): CourseCell {
  const { assessment, grade, isAbsent, isThere } = parts;
  const isGiven = grade !== undefined && !isEmptyValue(grade.value);
  const quarters = isGiven ? numberOfGrade(assessment, grade.value) : undefined;
  // Of words there is no average in which they could be missing.
  const notCounted = isGiven && assessment.scale === 'tenths' ? parts.notCounted : undefined;
  return {
    grade,
    isGiven,
    quarters,
    notCounted,
    standing: notCounted ? 'notCounted' : quarters === undefined ? undefined : standingOfGrade(quarters),
    isAbsent,
    isThere,
    heldBack: isGiven ? heldBackOf(parts) : undefined,
  };
}

function heldBackOf({ assessment, grade, embargoes, today }: CellParts): CourseCell['heldBack'] {
  if (!(grade?.visible ?? assessment.visible)) return 'hidden';
  const own = grade?.embargo ?? assessment.embargo;
  const days = [...(own === undefined ? [] : [own]), ...embargoes].filter((day) => day > today);
  return days.toSorted().at(-1);
}
