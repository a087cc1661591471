import type { TFunction } from 'i18next';
import { USUAL_WEIGHT } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import { pointsOfRubric } from '../../../../domain/kinds/grade/as-entry.ts';
import { objectiveLevels } from '../../../../domain/kinds/grade/objective-levels.ts';
import { asColumnSays } from '../../../../domain/school/grading/assessed-column.ts';
import type { Format } from '../../../i18n/format.ts';
import { gradeText } from '../../../kinds/grade/grade-text.ts';
import type { CourseCell } from '../view/course-cell.ts';
import { markInWords, notCountedText } from '../../../views/grades/mark-words.ts';
import { signsOf, type CellTrouble } from './cell-signs.ts';

/** What facts are told with. */
export interface FactWords {
  readonly t: TFunction;
  readonly format: Format;
}

/** The grade of a cell in clear words (D22); undefined where there is none. */
export function valueInWords(
  { grade, isGiven, quarters }: CourseCell,
  assessment: Assessment,
  words: FactWords,
): string | undefined {
  if (!grade || !isGiven) return undefined;
  const { value, objectives } = grade;
  const [maximum, filled] = [assessment.test?.maximum, pointsOfRubric(assessment, value)];
  return markInWords(value, { quarters, objectives, maximum, filled }, words);
}

/**
 * All that is to be known of a cell beside its grade, each as a few words: the levels of objectives (D55), who was absent, what is not in the average and why
 * (D63), what the family does not see (D76), what was corrected or withdrawn (D78), and whose it is where a colleague has written it last.
 */
export function cellFacts(
  cell: CourseCell,
  assessment: Assessment,
  trouble: CellTrouble | undefined,
  words: FactWords,
): readonly string[] {
  const { t, format } = words;
  const { grade, notCounted, isAbsent, heldBack } = cell;
  const signs = new Set(signsOf(cell, trouble));
  const { weight } = asColumnSays(grade, assessment);
  const fact = (is: boolean, text: () => string) => (is ? [text()] : []);
  return [
    ...fact(signs.has('conflict'), () => t('classGrades.sign.conflict')),
    ...(trouble?.refused
      ? [
          t('classGrades.refusedAs', {
            value: gradeText(
              trouble.refused.value,
              { ...words, filled: pointsOfRubric(assessment, trouble.refused.value) },
              assessment.test?.maximum,
            ),
            reason: trouble.refused.reason,
          }),
        ]
      : []),
    ...(grade ? objectiveLevels(assessment, grade).map((one) => t('grade.levelOf', { ...one })) : []),
    ...fact(isAbsent, () => t('classGrades.absent')),
    ...fact(!isAbsent && grade?.absentOnDay === true, () => t('classGrades.absentThen')),
    ...(notCounted === undefined ? [] : [notCountedText(notCounted, t)]),
    ...fact(cell.isGiven && weight !== USUAL_WEIGHT && notCounted === undefined, () =>
      t('grade.weightOf', { weight: format.number(weight) }),
    ),
    ...(grade?.recovers && signs.has('recovery') ? [t(`grade.recovery.${grade.recovers.effect}`)] : []),
    ...fact(heldBack === 'hidden', () => t('grade.heldBack.hidden')),
    ...(heldBack !== undefined && heldBack !== 'hidden'
      ? [t('grade.heldBack.until', { day: format.shortDay(heldBack) })]
      : []),
    ...fact(signs.has('corrected'), () => t('grade.correctedBecause', { reason: grade?.value.reason ?? '' })),
    ...fact(signs.has('withdrawn'), () =>
      t('classGrades.withdrawnBecause', { reason: grade?.value.reason ?? '' }),
    ),
    ...(cell.writer
      ? [
          t(cell.isGiven ? 'classGrades.writtenBy' : 'classGrades.withdrawnBy', {
            name: cell.writer.surname,
          }),
        ]
      : []),
    ...fact(signs.has('comment'), () => t('classGrades.sign.comment')),
  ];
}
