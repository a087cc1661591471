import type { TFunction } from 'i18next';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import { EVENT_GRADES } from '../../../domain/grades/events.ts';
import {
  DEFAULT_GRADE_RULES,
  readGrade,
  writeGrade,
  type GradeFault,
  type GradeRules,
  type Quarters,
} from '../../../domain/grades/notation.ts';
import type { ScorePoints } from '../../../domain/grades/points/rubric.ts';
import { hasAverages, SCALE_LEVELS, takesPoints } from '../../../domain/grades/scales.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { GradeValue } from '../../../domain/kinds/grade/record.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import type { Format } from '../../i18n/format.ts';
import { pointsText, readPoints } from '../../kinds/assessed/points.ts';
import { choicesText, readWord, type MarkWord } from './typed-word.ts';

/** What is typed in a cell: the whole value but for what is written in sentences. */
export type Mark = Omit<GradeValue, 'judgement' | 'reason'>;

/** By what a typed mark is read: the scale and the points of its column, and what the school gives. */
export interface MarkRules extends Pick<Assessment, 'scale' | 'test'> {
  readonly grading: GradingPolicies | undefined;
}

/** The words of the language that is on the screen. */
export interface MarkWords {
  readonly t: TFunction;
  readonly format: Pick<Format, 'number'>;
}

/** Why what was typed is no mark of its column. */
export interface MarkFault {
  readonly reason:
    | GradeFault
    | 'points'
    | 'notALevel'
    | 'several'
    | 'notAScore'
    | 'aboveMaximum'
    | 'otherMaximum'
    | 'notCounted';
  readonly text: string;
  /** What it may have meant, where that is several things. */
  readonly choices?: readonly MarkWord[];
}

/**
 * Reads what is typed in a cell: a grade as teachers write it (D50), points where the test has some (D53), a judgement where the scale is of words (D25,
 * D27), which has no mark in numbers (D66), an event by its word, its beginning, its initials or its abbreviation (D52). Nothing typed is an empty value. What is none of them is refused with its reason (D46).
 */
export function readMark(
  text: string,
  rules: MarkRules,
  { t }: Pick<MarkWords, 't'>,
): Result<Mark, MarkFault> {
  const typed = text.trim();
  if (typed === '') return ok({});
  const refuse = (reason: MarkFault['reason']) => fail<MarkFault>({ reason, text: typed });
  const counted = /^(\p{L}[\p{L} ]*?)\s*=?\s*(\d\S*)$/u.exec(typed);
  const levels = SCALE_LEVELS[rules.scale].map(({ code }) => code);
  const word = readWord(counted?.[1] ?? typed, [...levels, ...EVENT_GRADES], t);
  if (word.length > 1) return fail({ reason: 'several', text: typed, choices: word });
  const [meant] = word;
  const event = EVENT_GRADES.find((each) => each === meant);
  if (counted && event === 'unprepared' && hasAverages(rules.scale)) {
    const quarters = readGrade(counted[2] ?? '');
    const isSo = quarters.ok && quarters.value === rules.grading?.unpreparedCounts;
    return isSo ? ok({ event, quarters: quarters.value }) : refuse('notCounted');
  }
  if (!counted && event) return ok({ event });
  const level = levels.find((code) => code === meant);
  if (!counted && level) return ok({ level });
  if (rules.test) return readScore(typed, rules.test.maximum);
  if (!hasAverages(rules.scale)) return refuse('notALevel');
  if (POINTS.test(typed)) return refuse('points');
  const grade = readGrade(typed, gradeRulesOf(rules.grading));
  return grade.ok ? ok({ quarters: grade.value }) : refuse(grade.failure);
}

/** Which grades a school has its teachers give, as its policies say it. */
export function gradeRulesOf(grading: GradingPolicies | undefined): GradeRules {
  return { ...DEFAULT_GRADE_RULES, ...grading };
}

/** The sign of points that are copied: `6/7 p.` */
const SIGN = ' p.';
/** Points of so many, with their sign. */
const POINTS = /^[\d.,]+\s*\/\s*[\d.,]+\s*p\.?$/iu;

/**
 * What is copied of a cell in place of its text, where that would be read as something else. Points have their sign, `6/7 p.`: without it a column of marks would read six points of seven
 * as a mark between 6 and 7 (D50), which nobody gave, and a spreadsheet as the sixth of July. With it points come back as such in a column of the same points (D53), and everywhere else
 * are refused with the reason. Minus is its word (D52): a dash by itself is nothing in tables. Undefined for all else: that is copied as it stands.
 */
export function copiedMark(
  text: string,
  { event, score, rubric }: GradeValue,
  { t }: Pick<MarkWords, 't'>,
): string | undefined {
  if (event === 'participationMinus') return t(`grade.event.${event}`);
  const points = `${text}${SIGN}`;
  return (score !== undefined || rubric !== undefined) && POINTS.test(points) ? points : undefined;
}

/** What is known of a value beside it: the points of its column, those of its rubric, and the number that it comes to. */
interface MarkOf {
  readonly test?: { readonly maximum: number } | undefined;
  readonly number?: Quarters | undefined;
  /** What its filled rubric comes to. */
  readonly filled?: ScorePoints | undefined;
}

/**
 * A value as it stands in its cell, so that it is read again as the same; a filled rubric alone shows what it comes to, in points where it is no mark. Empty where nothing but sentences is
 * said.
 */
export function markText(value: GradeValue, of: MarkOf, words: MarkWords): string {
  const { event, quarters, level, score, rubric } = value;
  const { t } = words;
  if (event !== undefined) {
    const short = t(`grade.short.${event}`);
    return quarters === undefined ? short : `${short} ${writeGrade(quarters)}`;
  }
  if (level !== undefined) return t(`grade.level.${level}`);
  if (score !== undefined)
    return of.test ? scoreText({ score, maximum: of.test.maximum }, words) : pointsText(score, words);
  const number = rubric === undefined ? quarters : of.number;
  if (number !== undefined) return writeGrade(number);
  if (rubric === undefined) return '';
  return of.filled ? scoreText(of.filled, words) : t('grade.rubric', { count: rubric.length });
}

function scoreText({ score, maximum }: ScorePoints, words: MarkWords): string {
  return `${pointsText(score, words)}/${pointsText(maximum, words)}`;
}

/** Why it was refused, as a sentence; of a scale of words with what may be written, and of a number with where points are (D66). */
export function markFaultText(
  fault: MarkFault,
  { scale, test, grading }: MarkRules,
  words: MarkWords,
): string {
  const { t } = words;
  const { reason, text, choices = [] } = fault;
  const rules = gradeRulesOf(grading);
  const isNumber = reason === 'notALevel' && takesPoints(scale) && /^\d/.test(text);
  return t(`grade.fault.${isNumber ? 'pointsElsewhere' : reason}`, {
    text,
    levels: SCALE_LEVELS[scale].map(({ code }) => t(`grade.level.${code}`)).join(', '),
    number: text.replace(/^\D*/, ''),
    steps: t(`grade.steps.${rules.step}`),
    lowest: writeGrade(rules.lowest),
    maximum: pointsText(test?.maximum ?? 0, words),
    choices: choicesText(choices, t),
  });
}

/** The new value of a cell in which a mark was typed: what is said of it in sentences stays. */
export function withMark({ judgement }: GradeValue, mark: Mark): Omit<GradeValue, 'reason'> {
  return { ...mark, ...(judgement === undefined ? {} : { judgement }) };
}

function readScore(text: string, maximum: number): Result<Mark, MarkFault> {
  const [typed = '', of, ...more] = text.replace(/\s*p\.?$/iu, '').split('/');
  const score = readPoints(typed);
  if (score === undefined || more.length > 0) return fail({ reason: 'notAScore', text });
  if (of !== undefined && readPoints(of) !== maximum) return fail({ reason: 'otherMaximum', text });
  return score > maximum ? fail({ reason: 'aboveMaximum', text }) : ok({ score });
}
