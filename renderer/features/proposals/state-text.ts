import type { TFunction } from 'i18next';
import { fraction } from '../../../domain/grades/fraction.ts';
import { listName } from '../../../domain/kinds/person/record.ts';
import type { Format } from '../../i18n/format.ts';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { hasMoved } from '../../../domain/kinds/proposal/from-average.ts';
import { averageText, writtenAverage } from '../../views/grades/written-average.ts';
import type { CourseProposals, ProposalRow } from './view.ts';

/** Where all that was proposed for a pupil stands, for whoever reads it: of several each with its author. */
export function readStateText(
  { others, prefill, average }: ProposalRow,
  of: Parameters<typeof stateText>[1],
  words: Parameters<typeof stateText>[2],
): string {
  const states = others.map(({ proposed: own, person }) => {
    const state = stateText(
      { own, ...(prefill ? { prefill } : {}), ...(average ? { average } : {}) },
      of,
      words,
    );
    const name = person ? listName(person) : words.t('common.somebody');
    return others.length === 1 ? state : words.t('proposals.byColleague', { name, value: state });
  });
  return states.length === 0 ? words.t('proposals.none') : states.join('; ');
}

/**
 * Where a proposal stands: not confirmed yet, the average’s, the teacher’s own, and whether the average is another one than the author saw (D73). What they saw is
 * their word; what the marks come to is reckoned here.
 */
export function stateText(
  row: Pick<ProposalRow, 'own' | 'prefill' | 'average'>,
  {
    grading,
    closed,
    scale,
  }: Pick<CourseProposals, 'grading'> & {
    readonly closed: CourseProposals['closed'] | undefined;
    readonly scale: GradeScale;
  },
  { t, format }: { readonly t: TFunction; readonly format: Pick<Format, 'number'> },
): string {
  const { own, prefill, average } = row;
  if (!own) {
    if (closed !== undefined || prefill === undefined) return t('proposals.none');
    return t('proposals.toConfirm');
  }
  const origin = t(own.origin === 'average' ? 'proposals.ofAverage' : 'proposals.ofTeacher');
  if (!own.average) return origin;
  const then = fraction(own.average.numerator, own.average.denominator);
  const shownThen = writtenAverage(then, grading, format);
  if (!hasMoved(row, scale)) return t('proposals.withAverage', { origin, average: shownThen });
  const now = averageText(average, grading, { t, format });
  return t('proposals.changedSince', { origin, before: shownThen, now });
}
