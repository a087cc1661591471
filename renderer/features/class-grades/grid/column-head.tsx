import { USUAL_WEIGHT } from '../../../../domain/grades/counted-grades.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import type { CourseColumn } from '../view/course-columns.ts';
import classes from '../class-grades.module.css';

/** A column without what it comes to. */
export type ColumnOfHead = Omit<CourseColumn, 'foot'>;

interface ColumnHeadProps {
  readonly column: ColumnOfHead;
  readonly name: string;
  readonly onOpen: () => void;
}

/** The head of an assessment: day, type and topic, and whose it is where a colleague made it; it opens the assessment. */
export function ColumnHead({ column: { assessment, author }, name, onOpen }: ColumnHeadProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { day, type, topic, weight, counts } = assessment;
  const more = [
    ...(author ? [author.surname] : []),
    ...(counts ? [] : [t('classGrades.notInAverage')]),
    ...(weight === USUAL_WEIGHT ? [] : [t('classGrades.percent', { weight: format.number(weight) })]),
  ];
  return (
    <button
      type="button"
      className={classes['open']}
      title={t('classGrades.openColumn', { name })}
      onClick={onOpen}
    >
      <span>{format.shortDay(day)}</span>
      <strong>{t(`classGrades.type.${type}`)}</strong>
      <span>{[topic, ...more].filter((part) => part !== '').join(' · ')}</span>
    </button>
  );
}
