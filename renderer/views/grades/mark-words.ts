import type { TFunction } from 'i18next';
import type { NotCountedReason } from '../../../domain/grades/counted-grades.ts';
import { writeGrade, type Quarters } from '../../../domain/grades/notation.ts';
import type { ScorePoints } from '../../../domain/grades/points/rubric.ts';
import { saidIn } from '../../../domain/grades/said-value.ts';
import type { GradeValue } from '../../../domain/kinds/grade/record.ts';
import type { Format } from '../../i18n/format.ts';
import { resultText } from '../../kinds/grade/grade-text.ts';
import { isOfPoints, type PeriodMarks } from './course-marks.ts';

/** What sentences about marks are made with. */
interface WordsOfMarks {
  readonly t: TFunction;
  readonly format: Format;
}

/** What is known of a mark beside its value. */
interface MarkFacts {
  /** The number that it comes to. */
  readonly quarters?: Quarters | undefined;
  /** Points of the whole test, in hundredths, of a score. */
  readonly maximum?: number | undefined;
  /** What a filled rubric comes to. */
  readonly filled?: ScorePoints | undefined;
  /** The objectives of which it says a level. */
  readonly objectives?: readonly unknown[] | undefined;
}

/** What a mark says, of points or a rubric with the number that they come to: `35/50, voto 7½` (D53, D54). */
export function markInWords(value: GradeValue, facts: MarkFacts, words: WordsOfMarks): string {
  const { quarters, maximum, filled, objectives = [] } = facts;
  const text = resultText(saidIn(value), objectives.length, { ...words, filled }, maximum);
  const isReckoned = quarters !== undefined && value.quarters === undefined;
  return isReckoned ? words.t('grade.comesTo', { value: text, grade: writeGrade(quarters) }) : text;
}

/** Why a mark is not in the average (D63). */
export function notCountedText(reason: NotCountedReason, t: TFunction): string {
  return t(`grade.notCounted.${reason}`);
}

/** How often each judgement was given, the best first (D66). */
export function levelTexts({ levels }: Pick<PeriodMarks, 'levels'>, words: WordsOfMarks): readonly string[] {
  const { t, format } = words;
  return levels.map(({ level, count }) =>
    t('grade.levelTimes', { count, number: format.number(count), level: t(`grade.level.${level}`) }),
  );
}

/** How many marks are of points, which are no judgements (D66); nothing where none is. */
export function pointsTexts({ marks }: Pick<PeriodMarks, 'marks'>, words: WordsOfMarks): readonly string[] {
  const { t, format } = words;
  const count = marks.filter(isOfPoints).length;
  return count === 0 ? [] : [t('grade.pointsTimes', { count, number: format.number(count) })];
}

/** How often something else than a number was written (D52). */
export function eventTexts({ events }: Pick<PeriodMarks, 'events'>, words: WordsOfMarks): readonly string[] {
  const { t, format } = words;
  return events.map(({ event, count }) =>
    t(`grade.eventTimes.${event}`, { count, number: format.number(count) }),
  );
}

/** What is missing of the number of grades that the school wants, type by type: manca 1 orale (D65). */
export function missingTexts({ missing }: Pick<PeriodMarks, 'missing'>, t: TFunction): readonly string[] {
  return missing.map((one) => missingText(one, t));
}

/** The same of one type. */
export function missingText({ type, count }: PeriodMarks['missing'][number], t: TFunction): string {
  return t('grade.missing', { count, what: t(`grade.missingOf.${type}`, { count }) });
}
