import { convert, toConversion } from '../../grades/points/conversion.ts';
import type { GradeEntry } from '../../grades/counted-grades.ts';
import { fraction, over, roundHalfUp } from '../../grades/fraction.ts';
import type { ChosenSteps, Quarters } from '../../grades/notation.ts';
import { rubricScore, type RubricScore, type ScorePoints } from '../../grades/points/rubric.ts';
import { asColumnSays } from '../../school/grading/assessed-column.ts';
import type { Assessment } from '../assessment/record.ts';
import { isEmptyCell } from '../../grades/said-value.ts';
import type { Grade, GradeValue } from './record.ts';
import { gradeId } from '../../record/grade-key.ts';

/** What of an assessment makes a number of what a grade says. */
type Scored = Pick<Assessment, 'test' | 'rubric'>;

/**
 * The number that a grade comes to, in quarters: as it was given, or what its score or rubric is converted to (D53, D54). Undefined where it is none: of a
 * score above a maximum that was lowered meanwhile, and of a rubric without points, too.
 *
 * @param chosen which grades the school gives: what is reckoned is one of them, what was given stays (D51)
 */
export function numberOfGrade(
  { test, rubric }: Scored,
  value: GradeValue,
  chosen: ChosenSteps,
): Quarters | undefined {
  if (value.quarters !== undefined) return value.quarters;
  if (value.score !== undefined && test?.conversion && value.score <= test.maximum)
    return convert(fraction(value.score, test.maximum), toConversion(test.conversion), chosen);
  const filled = rubric?.conversion && scoreOfRubric({ rubric }, value);
  return filled && rubric?.conversion && filled.maximum.numerator > 0n
    ? convert(over(filled.score, filled.maximum), toConversion(rubric.conversion), chosen)
    : undefined;
}

/** What the rubric of a grade comes to (D54); undefined until each criterion has its level. */
function scoreOfRubric(
  { rubric }: Pick<Scored, 'rubric'>,
  { rubric: chosen }: GradeValue,
): RubricScore | undefined {
  if (!rubric || !chosen) return undefined;
  const criteria = rubric.criteria.map(({ id, levels }) => ({
    id,
    levels: levels.map(({ points }) => points),
  }));
  return rubricScore(criteria, rubric.way, new Map(chosen.map(({ criterion, level }) => [criterion, level])));
}

/** The same as a score is kept and shown, half up: `14/20` (D53, D54). */
export function pointsOfRubric(column: Pick<Scored, 'rubric'>, value: GradeValue): ScorePoints | undefined {
  const filled = scoreOfRubric(column, value);
  return filled && { score: roundHalfUp(filled.score), maximum: roundHalfUp(filled.maximum) };
}

/** A grade as averages ask for it, with what its assessment says and it does not say otherwise; a number that is reckoned is one that the school gives (D51). */
export function toGradeEntry(assessment: Assessment, grade: Grade, chosen: ChosenSteps): GradeEntry {
  const { value, recovers, pupil } = grade;
  const quarters = numberOfGrade(assessment, value, chosen);
  const { weight, counts } = asColumnSays(grade, assessment);
  return {
    id: grade.id,
    type: assessment.type,
    quarters,
    event: value.event,
    isRawScore: quarters === undefined && (value.score !== undefined || value.rubric !== undefined),
    isWithdrawn: assessment.cancelled !== undefined || isEmptyCell(grade),
    weight,
    counts,
    recovers: recovers && { grade: gradeId(recovers.assessment, pupil), effect: recovers.effect },
  };
}
