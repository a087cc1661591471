import type { TFunction } from 'i18next';
import { shownAverage } from '../../../domain/grades/averages.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import type { Format } from '../../i18n/format.ts';

/**
 * An average as a language writes it, rounded this once (D57); "n.d." where there is none (D58).
 *
 * @param decimals as the school has set them, 1 or 2; absent: 2
 */
export function averageText(
  exact: Fraction | undefined,
  decimals: number | undefined,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'number'> },
): string {
  if (!exact) return t('classGrades.noAverage');
  const sign = format.number(0.5).replaceAll(/\d/g, '');
  return shownAverage(exact, decimals === 1 ? 1 : 2).replace('.', sign);
}
