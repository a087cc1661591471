import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import { convert, isConversion, toConversion } from '../../../../domain/grades/points/conversion.ts';
import { fraction } from '../../../../domain/grades/fraction.ts';
import {
  readGrade,
  writeGrade,
  type ChosenSteps,
  type Quarters,
} from '../../../../domain/grades/notation.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';

/** How a score becomes a grade, as it is kept with its test; undefined where it becomes none (D53). */
export type KeptConversion = NonNullable<Assessment['test']>['conversion'];

/** No grade at all, in a line from the lowest one, or by pieces between corners. */
export const CONVERSION_WAYS = ['none', 'linear', 'pieces'] as const;

/** A corner as it is typed: from so many percent on, such a grade. */
export interface CornerDraft {
  readonly percent: string;
  readonly grade: string;
}

/** A conversion as chosen and typed so far. */
export interface ConversionDraft {
  readonly way: (typeof CONVERSION_WAYS)[number];
  /** The grade of no points at all. */
  readonly lowest: string;
  readonly corners: readonly CornerDraft[];
}

/** What schools commonly do: 2 for an empty sheet, and 6 for three fifths. */
const USUAL: ConversionDraft = {
  way: 'linear',
  lowest: '2',
  corners: [
    { percent: '0', grade: '2' },
    { percent: '60', grade: '6' },
    { percent: '100', grade: '10' },
  ],
};

/** What is wrong with a conversion. */
export type ConversionFault = 'notAGrade' | 'notPercents' | 'notRising';

/** The draft of a new test, or of one that is known. */
export function conversionDraft(known?: { readonly conversion: KeptConversion }): ConversionDraft {
  if (!known) return USUAL;
  const { conversion } = known;
  if (!conversion) return { ...USUAL, way: 'none' };
  const { way, lowest, points } = conversion;
  return {
    way,
    lowest: lowest === undefined ? USUAL.lowest : writeGrade(lowest),
    corners:
      points?.map(({ percent, quarters }) => ({ percent: String(percent), grade: writeGrade(quarters) })) ??
      USUAL.corners,
  };
}

/** What a draft says; its corners go from none to all of the points, and never down (D53). */
export function readConversion(draft: ConversionDraft): Result<KeptConversion, ConversionFault> {
  if (draft.way === 'none') return ok(undefined);
  if (draft.way === 'linear') {
    const lowest = readGrade(draft.lowest);
    return lowest.ok ? ok({ way: 'linear', lowest: lowest.value }) : fail('notAGrade');
  }
  const points: { percent: number; quarters: Quarters }[] = [];
  for (const { percent, grade } of draft.corners) {
    const quarters = readGrade(grade);
    if (!quarters.ok) return fail('notAGrade');
    if (!/^\s*\d{1,3}\s*$/.test(percent) || Number(percent) > 100) return fail('notPercents');
    points.push({ percent: Number(percent), quarters: quarters.value });
  }
  const conversion = { way: 'pieces', points } as const;
  return isConversion(toConversion(conversion)) ? ok(conversion) : fail('notRising');
}

/** A row of the table that shows what a conversion makes of scores. */
export interface PreviewRow {
  readonly percent: number;
  /** In hundredths. */
  readonly points: number;
  readonly quarters: Quarters;
}

const TENTH_OF_ALL = 10;

/**
 * What a conversion makes of each tenth of the points, of the grades that the school gives (D51).
 *
 * @param maximum in hundredths, above zero
 */
export function previewRows(
  conversion: NonNullable<KeptConversion>,
  maximum: number,
  chosen: ChosenSteps,
): readonly PreviewRow[] {
  const kept = toConversion(conversion);
  return Array.from({ length: TENTH_OF_ALL + 1 }, (_, index) => {
    const percent = 100 - index * TENTH_OF_ALL;
    const points = Math.round((maximum * percent) / 100);
    return { percent, points, quarters: convert(fraction(points, maximum), kept, chosen) };
  });
}
