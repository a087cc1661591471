import type { TFunction } from 'i18next';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import type { Register } from '../../data/register.ts';
import type { Format } from '../../i18n/format.ts';
import type { SheetHead } from '../../ui/print/print-sheet.tsx';
import type { ClassMatrix } from './view.ts';

/** What is said at the head of all that the matrix gives to paper, also that the period is closed (D24). */
export function sheetHeadOf(
  { identity, now }: Pick<Register, 'identity' | 'now'>,
  { className, periods, period, isFrozen }: ClassMatrix,
  { t, format }: { readonly t: TFunction; readonly format: Format },
): SheetHead {
  return {
    heading: [t('classMatrix.label', { name: className }), periods[period]].join(' · '),
    line: [
      identity.schoolName,
      t('classMatrix.printedOn', { day: format.fullDay(dayOfInstant(now())) }),
      ...(isFrozen ? [t('classMatrix.printedClosed')] : []),
    ].join(' · '),
  };
}
