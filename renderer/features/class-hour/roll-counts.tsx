import { useTranslation } from 'react-i18next';
import type { HourMark } from '../../../domain/rules/hour-presence.ts';
import { useFormat } from '../../i18n/format.ts';
import { MarkLetter } from './mark-letter.tsx';
import { MARKS } from './marks.ts';
import classes from './roll-call.module.css';

/** How many pupils stand how, live; at the same time the legend of the letters (no cryptic signs in a register). */
export function RollCounts({ counts }: { readonly counts: Readonly<Record<HourMark, number>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes['counts']} aria-label={t('classHour.roll.counts')}>
      {MARKS.map((mark) => (
        <li key={mark} data-zero={counts[mark] === 0 || undefined}>
          <MarkLetter mark={mark} />
          <strong>{format.number(counts[mark])}</strong>{' '}
          {t(`classHour.roll.${mark}`, { count: counts[mark] })}
        </li>
      ))}
    </ul>
  );
}
