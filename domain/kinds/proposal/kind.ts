import { bucketsOfAssessed } from '../../record/assessed-kind.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { earlierProposalId, proposalDay, proposalId, proposalSchema, type Proposal } from './record.ts';
import { authorizeProposal, isEmptyProposal, proposalFault } from './write-rights.ts';

/** Proposta di voto: read with the grades that it stands on. */
export const proposalKind = {
  kind: 'proposal',
  collection: 'grades',
  schema: proposalSchema,
  writers: ['device'],
  key: ({ ofClass, ...of }) =>
    ofClass === undefined ? proposalId(of) : earlierProposalId({ ...of, ofClass }),
  upgrades: [],
  buckets: bucketsOfAssessed,
  place: ({ day, class: schoolClass, pupil }) => ({ day, class: schoolClass, pupil }),
  fields: {
    day: { rule: 'fixed' },
    class: { rule: 'fixed' },
    subject: { rule: 'fixed' },
    // That of its subject, of which the office may say another thing in the midst of the year.
    scale: { rule: 'laterWins' },
    period: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    teacher: { rule: 'fixed' },
    ofClass: { rule: 'fixed' },
    proposed: { rule: 'laterWins' },
  },
  blank: (record) => ({ ...record, scale: 'tenths', proposed: {} }),
  saysNothing: (record) => isEmptyProposal(record),
  contradiction: proposalFault,
  authorize: authorizeProposal,
  whenBlocked: 'toOffice',
  withheld: ['proposed'],
  hoursSaid: null,
  samples: [
    proposal({ grade: 8, origin: 'average', average: { numerator: 38, denominator: 5 } }),
    proposal({ notClassified: true, origin: 'own' }),
    proposal({}),
    { ...proposal({ level: 'good', origin: 'own' }), scale: 'religion' },
    { ...proposal({ level: 'good', origin: 'own' }), scale: 'primary' },
    earlier({ grade: 7, origin: 'own' }),
  ],
} as const satisfies Kind<Proposal, WriteFacts>;

function proposal(proposed: Proposal['proposed']): Proposal {
  const { class: schoolClass, subject, pupil, teacher } = sampleValues;
  const of = { class: schoolClass, subject, period: 0, pupil, teacher };
  return {
    ...sampleEnvelope,
    ...of,
    id: proposalId(of),
    kind: 'proposal',
    day: proposalDay(2026),
    scale: 'tenths',
    proposed,
  };
}

function earlier(proposed: Proposal['proposed']): Proposal {
  const record = proposal(proposed);
  const of = { ...record, ofClass: sampleValues.otherClass };
  return { ...of, id: earlierProposalId(of) };
}
