import type { TFunction } from 'i18next';
import { Link } from 'wouter';
import { isEmptyValue, saidIn } from '../../../domain/grades/said-value.ts';
import { gradeText } from '../../kinds/grade/grade-text.ts';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { standingLook } from '../../ui/grade-look/grade-look.ts';
import { missingTexts } from '../../views/grades/mark-words.ts';
import { averageText } from '../../views/grades/written-average.ts';
import type { PupilMark } from '../../views/grades/course-marks.ts';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import type { Grading } from '../../../domain/kinds/school/grading-policies.ts';
import { countMissing } from '../../../domain/grades/needed-grades.ts';
import { hasAverages } from '../../../domain/grades/scales.ts';
import { isBelow } from '../../../domain/grades/standing.ts';
import classes from './class-matrix.module.css';
import type { MatrixCell } from './view.ts';

interface MatrixWords {
  readonly t: TFunction;
  readonly format: Format;
}

interface CellProps {
  readonly cell: MatrixCell;
  readonly course: CourseOfClass;
  readonly grading: Grading;
  /** Where the marks are that it is made of. */
  readonly href: string;
}

/** What a pupil has in a subject: the average and of how many marks, or the latest judgement; it leads to the marks themselves. */
export function CellLink({ cell, course, grading, href }: CellProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const words = { t, format };
  const look = cell.standing && standingLook(cell.standing, grading.palette);
  const beside = besideText(cell, course, words);
  const short = shortText(cell, course, words);
  return (
    <Link href={href} className={classes['cell'] ?? ''} title={titleOf(cell, course, words)}>
      <span className={look}>{valueText(cell, course, grading, words)}</span>
      {hasAverages(course.scale) && isBelow(cell.standing) && (
        <Unseen>{t('classMatrix.isInsufficient')}</Unseen>
      )}
      {short !== undefined && <small aria-hidden="true">{short}</small>}
      {beside !== '' && (short === undefined ? <small>{beside}</small> : <Unseen>{beside}</Unseen>)}
    </Link>
  );
}

/** What is read aloud, and shown in other signs. */
export function Unseen({ children }: { readonly children: string }) {
  return <span className={classes['unseen']}> {children}</span>;
}

/** The average, or the latest judgement, as a text: for the screen and for paper. */
export function valueText(
  { average, last }: MatrixCell,
  { scale }: CourseOfClass,
  grading: Grading,
  words: MatrixWords,
): string {
  if (hasAverages(scale)) return averageText(average, grading, words);
  return last ? markAlone(last, words) : '–';
}

/** What a mark says, without what is said of it in sentences. */
function markAlone({ value, maximum, filled }: PupilMark, words: MatrixWords): string {
  const { t } = words;
  if (isEmptyValue(value)) return t('grade.inLevels');
  const { judgement: _judgement, ...said } = saidIn(value);
  return isEmptyValue(said) ? t('grade.inWords') : gradeText(said, { ...words, filled }, maximum);
}

/** What stands below it: how many marks there are, how often each judgement was given and the latest points (D66), how many are missing. */
function besideText(cell: MatrixCell, course: CourseOfClass, words: MatrixWords): string {
  const { count, levels, missing } = cell;
  const { t, format } = words;
  if (!hasAverages(course.scale))
    return [
      ...levels.map(({ level, count: often }) => {
        const sign = t(`grade.short.${level}`);
        return often === 1 ? sign : t('classMatrix.times', { often: format.number(often), level: sign });
      }),
      ...pointsBeside(cell, course, words),
    ].join(' · ');
  const lacking = countMissing(missing);
  const counted = t('classMatrix.count', { count });
  return lacking === 0 ? counted : `${counted} · ${t('classMatrix.lacking', { count: lacking })}`;
}

/** The latest points, where a judgement stands before them (D66), for the screen and for paper: of numbers they are in the average, or in none. */
export function pointsBeside(
  { points }: MatrixCell,
  { scale }: Pick<CourseOfClass, 'scale'>,
  words: MatrixWords,
): readonly string[] {
  return points && !hasAverages(scale) ? [markAlone(points, words)] : [];
}

/** The same in numbers, as narrow as an average: 3 −1 are three marks of four. Judgements have no other way to be said. */
function shortText(
  { count, missing }: MatrixCell,
  { scale }: CourseOfClass,
  { t, format }: MatrixWords,
): string | undefined {
  if (!hasAverages(scale)) return undefined;
  const lacking = countMissing(missing);
  const counted = format.number(count);
  return lacking === 0
    ? counted
    : t('classMatrix.countLacking', { counted, lacking: format.number(lacking) });
}

/** How many marks there are and what exactly is missing, and what is opened. */
function titleOf({ count, missing }: MatrixCell, { scale }: CourseOfClass, { t }: MatrixWords): string {
  return [
    ...(hasAverages(scale) ? [t('classMatrix.count', { count })] : []),
    ...missingTexts({ missing }, t),
    t('classMatrix.open'),
  ].join(' · ');
}
