import { expect, test } from 'vitest';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { proposalDay, proposalId, type Proposal } from './record.ts';
import { proposalFault } from './write-rights.ts';

const { class: schoolClass, subject, pupil, teacher } = sampleValues;
const of = { class: schoolClass, subject, period: 0, pupil, teacher };
const record = (scale: Proposal['scale'], proposed: Proposal['proposed']): Proposal => ({
  ...sampleEnvelope,
  ...of,
  id: proposalId(of),
  kind: 'proposal',
  day: proposalDay(2026),
  scale,
  proposed,
});
const average = { numerator: 38, denominator: 5 };

test('D66, D71, D73: an average stands beside a number, or a judgement of religion, and is no more than ten', () => {
  const fault = { reason: 'invalid', path: 'proposed' };
  expect(proposalFault(record('tenths', { grade: 8, origin: 'average', average }))).toBeUndefined();
  expect(proposalFault(record('religion', { level: 'good', origin: 'average', average }))).toBeUndefined();
  expect(proposalFault(record('primary', { level: 'good', origin: 'own', average }))).toEqual(fault);
  const high = { numerator: 51, denominator: 5 };
  expect(proposalFault(record('tenths', { grade: 8, origin: 'own', average: high }))).toEqual(fault);
});
