import type { TFunction } from 'i18next';
import type { PupilStanding } from '../../../domain/grades/pupil-standing.ts';

/** What is missing of the number of grades that the school wants: manca 1 orale (D65). */
export function lackText({ type, count }: PupilStanding['missing'][number], t: TFunction): string {
  return t('classMatrix.lacks', { count, type: t(`classMatrix.type.${type}`, { count }) });
}
