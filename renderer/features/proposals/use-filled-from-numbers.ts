import { useCallback, useMemo, useState } from 'react';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { filledFromNumbers, type CourseProposals } from './view.ts';

/** Proposals of religion, and whether they are filled in from numbers. */
interface FilledFromNumbers {
  readonly shown: CourseProposals;
  /** Of how many pupils without a proposal there are numbers. */
  readonly numbers: number;
  readonly isFilled: boolean;
  readonly toggle: () => void;
}

/** Fills in the judgements of religion from numbers while their teacher wants it (D71): no setting keeps it, and each course begins without. */
export function useFilledFromNumbers(
  found: CourseProposals,
  announce: (text: string) => void,
): FilledFromNumbers {
  const { t } = useScaleTexts();
  const [isWanted, setWanted] = useState(false);
  const { closed, rows } = found;
  const isFilled = isWanted && closed === undefined;
  const numbers =
    closed === undefined ? rows.filter(({ own, numbers }) => own === undefined && numbers).length : 0;
  const shown = useMemo(
    () => (isFilled ? { ...found, rows: filledFromNumbers(found.rows) } : found),
    [found, isFilled],
  );
  const toggle = useCallback(() => {
    setWanted(!isFilled);
    announce(isFilled ? t('proposals.unfilled') : t('proposals.filled', { count: numbers }));
  }, [isFilled, announce, numbers, t]);
  return { shown, numbers, isFilled, toggle };
}
