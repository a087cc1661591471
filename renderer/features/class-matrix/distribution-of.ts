import type { TFunction } from 'i18next';
import { floor } from '../../../domain/grades/fraction.ts';
import { hasAverages, SCALE_LEVELS } from '../../../domain/grades/scales.ts';
import { QUARTERS, TENTHS } from '../../../domain/grades/notation.ts';
import { SUFFICIENT_TENTHS } from '../../../domain/grades/standing.ts';
import type { Format } from '../../i18n/format.ts';
import type { Bar } from '../../ui/charts/distribution-bars.tsx';
import type { CourseOfClass } from '../../views/grades/courses-of-class.ts';
import type { MatrixRow } from './view.ts';

const POINTS = Array.from(
  { length: TENTHS.highest - TENTHS.lowest + 1 },
  (_, index) => TENTHS.lowest + index,
);
const SUFFICIENT = SUFFICIENT_TENTHS / QUARTERS;

/**
 * How a class is spread in a subject: how many averages begin with each whole number, exact and not as they are shown; in a scale of words how many
 * pupils have each judgement as their latest.
 */
export function distributionOf(
  rows: readonly Pick<MatrixRow, 'cells'>[],
  { subject, scale }: CourseOfClass,
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'number'> },
): readonly Bar[] {
  const cells = rows.flatMap(({ cells: of }) => of.get(subject.id) ?? []);
  if (hasAverages(scale))
    return POINTS.map((point) => ({
      label: format.number(point),
      count: cells.filter(({ average }) => average && floor(average) === point).length,
      isLow: point < SUFFICIENT,
    }));
  return SCALE_LEVELS[scale].toReversed().map(({ code, isSufficient }) => ({
    label: t(`grade.level.${code}`),
    count: cells.filter(({ last }) => last?.value.level === code).length,
    isLow: !isSufficient,
  }));
}
