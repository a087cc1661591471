import { shownAverage } from '../../../domain/grades/averages.ts';
import type { Fraction } from '../../../domain/grades/fraction.ts';
import type { GradingPolicies } from '../../../domain/kinds/school/grading-policies.ts';
import type { Format } from '../../i18n/format.ts';

/** As the schema of the policies says it where a school has not chosen (D57). */
const USUAL_DECIMALS = 2;

/** An average as the school shows it, rounded this once, in the signs of the language: 7,50 (D57). */
export function averageText(
  exact: Fraction,
  grading: Pick<GradingPolicies, 'decimals'> | undefined,
  format: Pick<Format, 'number'>,
): string {
  const decimal = format.number(0.5).replaceAll(/\d/g, '');
  return shownAverage(exact, grading?.decimals === 1 ? 1 : USUAL_DECIMALS).replace('.', decimal);
}
