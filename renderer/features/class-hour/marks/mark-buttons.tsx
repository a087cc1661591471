import { useTranslation } from 'react-i18next';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import classes from './mark-buttons.module.css';
import { MARKS } from './marks.ts';

interface MarkButtonsProps {
  readonly name: string;
  /** Undefined where nobody has written one. */
  readonly mark: HourMark | undefined;
  /** What the confirmation of the roll will say of whoever has none. */
  readonly presumed: 'present' | 'absent';
  readonly disabled: boolean;
  readonly onMark: (mark: HourMark) => void;
}

/** The five marks of a pupil for mouse and touch. The keyboard marks from the row itself, so these are not tab stops. */
export function MarkButtons({ name, mark, presumed, disabled, onMark }: MarkButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes['group']} role="group" aria-label={t('classHour.roll.marksOf', { name })}>
      {MARKS.map((each) => (
        <button
          key={each}
          type="button"
          className={classes['button']}
          data-mark={each}
          // Drawn, not written: the text of the row stays that of the pupil.
          data-letter={t(`common.mark.${each}.letter`)}
          data-presumed={(mark === undefined && each === presumed && !disabled) || undefined}
          aria-pressed={each === mark}
          aria-label={`${t(`common.mark.${each}.letter`)}, ${t(`common.mark.${each}.name`)}`}
          title={t(`common.mark.${each}.name`)}
          tabIndex={-1}
          disabled={disabled}
          // The focus stays in the row, where the keys work.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(each)}
        />
      ))}
    </div>
  );
}
