import { withDecimalSign } from '../../i18n/decimal-sign.ts';
import type { Format } from '../../i18n/format.ts';

/** Points are kept in hundredths, so that half points are whole numbers (D53). */
const HUNDREDTHS = 100;

/** Points with the decimals that they have, in the signs of the language: 35, 35,5. As they are typed: digits are not grouped. */
export function pointsText(
  hundredths: number,
  { format }: { readonly format: Pick<Format, 'number'> },
): string {
  return withDecimalSign(String(hundredths / HUNDREDTHS), format);
}

/** Points as they are typed, in hundredths; undefined where it is no number of points with two decimals at most. */
export function readPoints(text: string): number | undefined {
  const read = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(text.trim());
  if (!read) return undefined;
  const [, whole = '', decimals = ''] = read;
  return Number(whole) * HUNDREDTHS + Number(decimals.padEnd(2, '0'));
}
