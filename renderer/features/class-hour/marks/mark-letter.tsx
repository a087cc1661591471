import { useTranslation } from 'react-i18next';
import type { HourMark } from '../../../../domain/kinds/attendance-day/hour-presence.ts';
import classes from './mark-letter.module.css';

interface MarkLetterProps {
  readonly mark: HourMark;
  readonly title?: string;
  /** Stands for those whom nobody has marked. */
  readonly presumed?: boolean;
}

/** A mark as letter on its colour. Decorative: its meaning stands in words beside it or in the row's name. */
export function MarkLetter({ mark, title, presumed = false }: MarkLetterProps) {
  const { t } = useTranslation();
  return (
    <span
      className={classes['letter']}
      data-mark={presumed ? 'presumed' : mark}
      data-letter={t(`common.mark.${mark}.letter`)}
      title={title}
      aria-hidden="true"
    />
  );
}
