import { bucketsOfPupil } from '../../record/pupil-kind.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { supportTopicId, supportTopicSchema, type SupportTopic } from './record.ts';
import { authorizeSupportTopic } from './write-rights.ts';

/** Argomento di sostegno: the teachers of the class read it, and the family of that pupil; no other family does, and nobody who stands in. */
export const supportTopicKind = {
  kind: 'supportTopic',
  collection: 'lessons',
  schema: supportTopicSchema,
  writers: ['device'],
  key: ({ day, hour, pupil, teacher }) => supportTopicId(day, hour, pupil, teacher),
  upgrades: [],
  buckets: bucketsOfPupil,
  place: ({ day, class: schoolClass, hour, pupil }) => ({ day, class: schoolClass, hour, pupil }),
  fields: {
    day: { rule: 'fixed' },
    hour: { rule: 'fixed' },
    class: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    teacher: { rule: 'fixed' },
    topic: { rule: 'laterWins' },
  },
  blank: (record) => ({ ...record, topic: '' }),
  saysNothing: ({ topic }) => topic === '',
  meetingCloses: ofItsDay,
  authorize: authorizeSupportTopic,
  whenBlocked: 'toOffice',
  hoursSaid: null,
  samples: [supportTopic('Lettura guidata'), supportTopic('Schede sulle frazioni')],
} as const satisfies Kind<SupportTopic, WriteFacts>;

function supportTopic(topic: string): SupportTopic {
  const { day, class: schoolClass, pupil, teacher } = sampleValues;
  return {
    ...sampleEnvelope,
    id: supportTopicId(day, 1, pupil, teacher),
    kind: 'supportTopic',
    day,
    hour: 1,
    class: schoolClass,
    pupil,
    teacher,
    topic,
  };
}
