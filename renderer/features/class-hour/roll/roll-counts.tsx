import { useTranslation } from 'react-i18next';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import { useFormat } from '../../../i18n/format.ts';
import { MarkLetter } from '../marks/mark-letter.tsx';
import { MARKS } from '../marks/marks.ts';
import classes from './roll-call.module.css';
import { isPresumed, type RollStanding } from '../pupil/roll-standing.ts';

interface RollCountsProps {
  readonly counts: Readonly<Record<HourMark, number>>;
  readonly standing: RollStanding;
}

/**
 * How many pupils stand how, live; at the same time the legend of the letters (no cryptic signs in a register). Before the roll is called only marks are
 * counted: that nobody is absent, and that the others are present, nobody has written.
 */
export function RollCounts({ counts, standing }: RollCountsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isKnown = (mark: HourMark) => {
    if (standing === 'called') return true;
    return mark === 'present' ? standing === 'toCall' : counts[mark] > 0;
  };
  return (
    <ul className={classes['counts']} aria-label={t('classHour.roll.counts')}>
      {MARKS.map((mark) => {
        const presumed = isPresumed(mark, standing);
        const word =
          presumed && standing === 'toCall'
            ? t('classHour.roll.toConfirm')
            : t(`classHour.roll.${mark}`, { count: counts[mark] });
        return (
          <li
            key={mark}
            data-zero={!isKnown(mark) || counts[mark] === 0 || undefined}
            title={presumed ? word : t(`common.mark.${mark}.name`)}
          >
            <MarkLetter mark={mark} presumed={presumed} />
            <strong>{isKnown(mark) ? format.number(counts[mark]) : t('common.unknown')}</strong>{' '}
            <span className={classes['countWord']}>{word}</span>
          </li>
        );
      })}
    </ul>
  );
}
