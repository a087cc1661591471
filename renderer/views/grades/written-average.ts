import type { TFunction } from 'i18next';
import { shownAverage } from '../../../domain/grades/averages.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import { DEFAULT_GRADING, type GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import { withDecimalSign } from '../../i18n/decimal-sign.ts';
import type { Format } from '../../i18n/format.ts';

/** An average as the school shows it, rounded this once, in the signs of the language: 7,50 (D57). */
export function writtenAverage(
  exact: Fraction,
  grading: Pick<GradingPolicies, 'decimals'> | undefined,
  format: Pick<Format, 'number'>,
): string {
  return withDecimalSign(shownAverage(exact, grading?.decimals === 1 ? 1 : DEFAULT_GRADING.decimals), format);
}

/** The same, also where nothing counts: then there is none (D58). */
export function averageText(
  exact: Fraction | undefined,
  grading: Pick<GradingPolicies, 'decimals'> | undefined,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'number'> },
): string {
  return exact ? writtenAverage(exact, grading, format) : t('grade.noAverage');
}
