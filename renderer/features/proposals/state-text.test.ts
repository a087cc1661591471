import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { fraction } from '../../../domain/grades/fraction.ts';
import { proposalKind } from '../../../domain/kinds/proposal/kind.ts';
import type { GradeScale } from '../../../domain/grades/scales.ts';
import { DEFAULT_GRADING } from '../../../domain/kinds/school/grading-policies.ts';
import { grade } from '../../kinds/grade/words.ts';
import { readStateText, stateText } from './state-text.ts';
import type { ProposalRow } from './view.ts';
import { it } from './texts.it.ts';

const [sampleProposal] = proposalKind.samples;
const i18n = createInstance();
await i18n.init({ lng: 'it', resources: { it: { translation: { ...grade.texts.it, ...it } } } });
const words = {
  t: i18n.t,
  format: { number: (value: number) => new Intl.NumberFormat('it').format(value) },
};
const own = { grade: 8, origin: 'average', average: { numerator: 38, denominator: 5 } } as const;
const said = (average: ReturnType<typeof fraction> | undefined, scale: GradeScale = 'tenths') =>
  stateText(
    average ? { own, average, prefill: { grade: 8 } } : { own },
    { grading: DEFAULT_GRADING, closed: undefined, scale },
    words,
  );

test('D73: the average beside a proposal is what its author saw, and what the marks come to now stands beside it', () => {
  expect(said(fraction(76, 10))).toBe('confermata dalla media (7,60)');
  expect(said(fraction(7))).toBe('confermata dalla media; la media era 7,60, ora è 7,00');
});

test('D58, D73: also where the marks come to nothing any more', () => {
  expect(said(undefined)).toBe('confermata dalla media; la media era 7,60, ora è n.d.');
});

test('D71: a judgement that was confirmed from numbers is told with their average, though nobody asks for them now', () => {
  expect(said(undefined, 'religion')).toBe('confermata dalla media (7,60)');
});

test('D73: whoever reads the proposals of others is told how each stands, and "no proposal" of those alone for whom there is none', () => {
  const of = { grading: DEFAULT_GRADING, closed: 'notMine', scale: 'tenths' } as const;
  const read = (others: ProposalRow['others']) =>
    readStateText(
      { others, average: fraction(7), prefill: { grade: 8 } } as unknown as ProposalRow,
      of,
      words,
    );
  const teacher = sampleProposal.teacher;
  expect(read([])).toBe('nessuna proposta');
  expect(read([{ teacher, proposed: own }])).toBe('confermata dalla media; la media era 7,60, ora è 7,00');
  expect(read([{ teacher, proposed: { grade: 9, origin: 'own' } }])).toBe('scelta dal docente');
});
