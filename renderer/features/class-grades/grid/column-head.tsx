import { useFormat } from '../../../i18n/format.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { columnFacts } from '../cells/column-words.ts';
import type { CourseColumn } from '../view/course-columns.ts';
import classes from '../class-grades.module.css';

/** A column without what it comes to. */
export type ColumnOfHead = Omit<CourseColumn, 'foot'>;

interface ColumnHeadProps {
  readonly column: ColumnOfHead;
  readonly name: string;
  readonly onOpen: () => void;
}

/**
 * The head of an assessment: day and type, how it counts where that is not as usual, whose it is where a colleague made it, and last the topic, which is cut
 * first; it opens the assessment.
 */
export function ColumnHead({ column: { assessment, author }, name, onOpen }: ColumnHeadProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { day, type, topic } = assessment;
  const facts = columnFacts(assessment, { t, format });
  const about = [...(author ? [author.surname] : []), ...(topic === '' ? [] : [topic])];
  // Both do not find room before a topic: how it counts stands above whose it is.
  const lines = facts.length > 0 && author ? [facts, about] : [[...facts, ...about]];
  return (
    <button
      type="button"
      className={classes['open']}
      title={t('classGrades.openColumn', { name })}
      onClick={onOpen}
    >
      <span>{format.shortDay(day)}</span>
      <strong>{t(`classGrades.type.${type}`)}</strong>
      {lines.map((line) => {
        const text = line.join(' · ');
        return <span key={text}>{text}</span>;
      })}
    </button>
  );
}
