import type { Kind } from '../../record/kind.ts';
import { kindOfActs } from '../../school/acts/kind-of-acts.ts';
import { bucketsOfPupil } from '../../record/pupil-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isWholeAct } from './act-fault.ts';
import { justificationId, justificationSchema, type Justification, type JustificationAct } from './record.ts';
import { authorizeJustification } from './write-rights.ts';

/** Giustificazione of a pupil's day: what was done about it, from which the state is computed (ADR 32). */
export const justificationKind = {
  ...kindOfActs<Justification>(isWholeAct),
  kind: 'justification',
  collection: 'attendance',
  schema: justificationSchema,
  key: ({ day, pupil }) => justificationId(day, pupil),
  buckets: bucketsOfPupil,
  fields: {
    day: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    class: { rule: 'server' },
    otherClasses: { rule: 'server' },
    acts: { rule: 'keyedList', key: 'id', made: { by: 'by', at: 'at' } },
  },
  // What is announced for a day to come is a justification too, and the school takes it when the period is open again.
  meetingCloses: (record) => ({ ...ofItsDay(record), whileRunning: true }),
  authorize: authorizeJustification,
  hoursSaid: null,
  samples: [
    record({}),
    record({
      acts: [
        act({
          id: 'written',
          act: 'justify',
          by: sampleValues.teacher,
          at: sampleValues.morning,
          reason: 'health',
          origin: 'paper',
        }),
      ],
    }),
    record({
      otherClasses: [sampleValues.otherClass],
      acts: [
        act({
          id: 'announced',
          act: 'announce',
          by: sampleValues.colleague,
          at: sampleValues.later,
          reason: 'family',
        }),
      ],
    }),
  ],
} as const satisfies Kind<Justification, WriteFacts>;

function act(changes: Omit<JustificationAct, 'item'>): JustificationAct {
  return { item: 'absence', ...changes };
}

function record(changes: Partial<Justification>): Justification {
  return {
    ...sampleEnvelope,
    id: justificationId(sampleValues.day, sampleValues.pupil),
    kind: 'justification',
    day: sampleValues.day,
    class: sampleValues.class,
    pupil: sampleValues.pupil,
    acts: [],
    ...changes,
  };
}
