import { dayBucket } from '../../access/bucket.ts';
import type { LocalTime } from '../../base/ids.ts';
import type { Kind } from '../../record/kind.ts';
import { kindOfActs } from '../../school/acts/kind-of-acts.ts';
import { bucketsOfPupil } from '../../record/pupil-kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { permitId, permitSchema, type Permit } from './record.ts';
import { authorizePermit, isWholePermitAct } from './write-rights.ts';

const request = { act: 'ask', time: '10:00' as LocalTime, reason: 'health' } as const;

/** Permesso to come later, or to leave earlier, on one day. */
export const permitKind = {
  ...kindOfActs<Permit>(isWholePermitAct),
  kind: 'permit',
  collection: 'attendance',
  schema: permitSchema,
  key: ({ day, pupil, move }) => permitId(day, pupil, move),
  // Whoever stands in on the day lets the pupil in, or go (D90, D209).
  buckets: (record) => [
    ...bucketsOfPupil(record),
    ...[record.class, ...(record.otherClasses ?? [])].map((id) => dayBucket(record.day, id)),
  ],
  fields: {
    day: { rule: 'fixed' },
    move: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    class: { rule: 'server' },
    otherClasses: { rule: 'server' },
    acts: { rule: 'keyedList', key: 'id', made: { by: 'by', at: 'at' } },
  },
  meetingCloses: ofItsDay,
  authorize: authorizePermit,
  hoursSaid: null,
  samples: [
    permit([]),
    permit([{ ...request, id: 'one', by: sampleValues.teacher, at: sampleValues.morning }]),
    permit([{ ...request, id: 'two', by: sampleValues.colleague, at: sampleValues.later }]),
  ],
} as const satisfies Kind<Permit, WriteFacts>;

function permit(acts: Permit['acts']): Permit {
  return {
    ...sampleEnvelope,
    id: permitId(sampleValues.day, sampleValues.pupil, 'entry'),
    kind: 'permit',
    day: sampleValues.day,
    move: 'entry',
    class: sampleValues.class,
    pupil: sampleValues.pupil,
    acts,
  };
}
