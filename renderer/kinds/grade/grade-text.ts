import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import { isEmptyValue } from '../../../domain/grades/said-value.ts';
import { isGrade, writeGrade } from '../../../domain/grades/notation.ts';
import type { ScorePoints } from '../../../domain/grades/points/rubric.ts';
import { JUDGEMENT_CODES } from '../../../domain/grades/scales.ts';
import { pointsText } from '../assessed/points.ts';
import { objectsOf, textOf, type Unchecked, type Words } from '../words.ts';
import { rubricText, type Criteria } from './level-texts.ts';

interface Telling extends Pick<Words, 't' | 'format'> {
  /** What a filled rubric comes to, where that is known and its levels are not told. */
  readonly filled?: ScorePoints | undefined;
  /** The criteria of a rubric, where its levels are told one by one, and not only how many they are. */
  readonly criteria?: Criteria;
}

/**
 * What a grade says, in clear words (D22): the number as schools write it, level, event, score, judgement, and why it was changed. Whoever asks may have a
 * value that nobody has checked.
 *
 * @param maximum the points of the whole test, in hundredths, where they are known
 */
export function gradeText(value: Unchecked, words: Telling, maximum?: number): string {
  const { t } = words;
  const [judgement, reason] = [textOf(value['judgement']), textOf(value['reason'])];
  const main = mainText(value, words, maximum);
  const said = [
    ...(main === undefined ? [] : [main]),
    ...(judgement === undefined ? [] : [t('grade.judgement', { judgement })]),
  ];
  const text =
    main !== undefined && judgement !== undefined
      ? t('grade.beside', { value: main, judgement })
      : (said[0] ?? t('grade.cancelled'));
  return reason === undefined ? text : t('grade.because', { value: text, reason });
}

/**
 * The same of a whole cell: of one without a value that there are levels of objectives, a result by themselves (D45, D55).
 *
 * @param levels of how many objectives it says one
 */
export function resultText(value: Unchecked, levels: number, words: Telling, maximum?: number): string {
  return levels > 0 && isEmptyValue(value)
    ? words.t('grade.levelsOf', { count: levels })
    : gradeText(value, words, maximum);
}

function mainText(
  value: Unchecked,
  { t, format, criteria, filled }: Telling,
  maximum: number | undefined,
): string | undefined {
  const { quarters, score } = value;
  const number = isGrade(quarters) ? writeGrade(quarters) : undefined;
  const event = EVENT_GRADES.find((each) => each === value['event']);
  if (event !== undefined) {
    const told = t(`grade.event.${event}`);
    return number === undefined ? told : t('grade.counted', { event: told, number });
  }
  if (number !== undefined) return number;
  const level = JUDGEMENT_CODES.find((each) => each === value['level']);
  if (level !== undefined) return t(`grade.level.${level}`);
  if (typeof score === 'number') {
    return maximum === undefined
      ? t('grade.score', { score: pointsText(score, { format }) })
      : t('grade.scoreOf', scoreTexts({ score, maximum }, { format }));
  }
  const levels = objectsOf(value['rubric']);
  if (levels.length === 0) return undefined;
  if (criteria) return rubricText(levels, criteria, { t, format });
  return filled
    ? t('grade.rubricOf', scoreTexts(filled, { format }))
    : t('grade.rubric', { count: levels.length });
}

function scoreTexts({ score, maximum }: ScorePoints, words: Pick<Words, 'format'>) {
  return { score: pointsText(score, words), maximum: pointsText(maximum, words) };
}
