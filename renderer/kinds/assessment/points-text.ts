import { isGrade, writeGrade } from '../../../domain/grades/notation.ts';
import { RUBRIC_WAYS } from '../../../domain/grades/points/rubric.ts';
import { levelText } from '../assessed/column-texts.ts';
import { pointsText } from '../assessed/points.ts';
import { objectsOf, textOf, type Unchecked, type Words } from '../words.ts';

type Telling = Pick<Words, 't' | 'format'>;

/** The points of a test, and what they become (D53); whoever asks may have something that nobody has checked. */
export function testText({ maximum, conversion }: Unchecked, words: Telling): string {
  const { t } = words;
  if (typeof maximum !== 'number') return t('assessment.noPoints');
  const points = t('assessment.points', { number: pointsText(maximum, words) });
  return [points, ...conversionTexts(conversion, words)].join(', ');
}

/** The criteria of a rubric with the points of their levels, how they come together, and what they become (D54). */
export function rubricOfText({ way, criteria, conversion }: Unchecked, words: Telling): string {
  const { t } = words;
  const told = objectsOf(criteria).map(({ name, levels }) =>
    t('assessment.criterion', {
      name: textOf(name) ?? '',
      levels: objectsOf(levels)
        .map((level) => levelText(level, words))
        .join(', '),
    }),
  );
  if (told.length === 0) return t('assessment.noRubric');
  const known = RUBRIC_WAYS.find((each) => each === way);
  const becomes = [...(known ? [t(`assessment.way.${known}`)] : []), ...conversionTexts(conversion, words)];
  return [...told, becomes.join(', ')].join('; ');
}

/** How points become a grade (D53). */
function conversionTexts(conversion: unknown, { t, format }: Telling): readonly string[] {
  const [{ way, lowest, points } = {}] = objectsOf([conversion]);
  const gradeOf = (quarters: unknown) => (isGrade(quarters) ? writeGrade(quarters) : '');
  if (way === 'linear') return [t('assessment.linear', { lowest: gradeOf(lowest) })];
  if (way !== 'pieces') return [t('assessment.noGrade')];
  const corners = objectsOf(points).map(({ percent, quarters }) =>
    t('assessment.corner', {
      percent: typeof percent === 'number' ? format.number(percent) : '',
      grade: gradeOf(quarters),
    }),
  );
  return [t('assessment.pieces', { corners: corners.join(', ') })];
}
