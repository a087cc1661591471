import { useTranslation } from 'react-i18next';
import type { HourMark } from '../../../domain/rules/hour-presence.ts';
import { useFormat } from '../../i18n/format.ts';
import { MarkLetter } from './mark-letter.tsx';
import { MARKS } from './marks.ts';
import classes from './roll-call.module.css';

interface RollCountsProps {
  readonly counts: Readonly<Record<HourMark, number>>;
  /** Nobody has called the roll of a day to come: nothing is known. */
  readonly known: boolean;
}

/** How many pupils stand how, live; at the same time the legend of the letters (no cryptic signs in a register). */
export function RollCounts({ counts, known }: RollCountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes['counts']} aria-label={t('classHour.roll.counts')}>
      {MARKS.map((mark) => (
        <li
          key={mark}
          data-zero={!known || counts[mark] === 0 || undefined}
          title={t(`common.mark.${mark}.name`)}
        >
          <MarkLetter mark={mark} />
          <strong>{known ? format.number(counts[mark]) : t('common.unknown')}</strong>{' '}
          <span className={classes['countWord']}>{t(`classHour.roll.${mark}`, { count: counts[mark] })}</span>
        </li>
      ))}
    </ul>
  );
}
