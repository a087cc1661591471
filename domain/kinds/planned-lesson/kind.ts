import { classBucket, dayBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { plannedLessonId, plannedLessonSchema, type PlannedLesson } from './record.ts';
import { authorizePlannedLesson } from './write-rights.ts';

/** Argomento previsto: the teachers of the class read it, and whoever stands in on the day, who has to know what was meant to be done. */
export const plannedLessonKind = {
  kind: 'plannedLesson',
  collection: 'lessons',
  schema: plannedLessonSchema,
  writers: ['device'],
  key: ({ day, hour, class: schoolClass, teacher }) => plannedLessonId(day, hour, schoolClass, teacher),
  upgrades: [],
  buckets: (record) => [classBucket(record.class), dayBucket(record.day, record.class)],
  place: ({ day, class: schoolClass, hour }) => ({ day, class: schoolClass, hour }),
  fields: {
    day: { rule: 'fixed' },
    hour: { rule: 'fixed' },
    class: { rule: 'fixed' },
    teacher: { rule: 'fixed' },
    subject: { rule: 'laterWins' },
    topic: { rule: 'laterWins' },
    activity: { rule: 'laterWins' },
  },
  blank: ({ subject: _subject, ...identity }) => ({ ...identity, topic: '', activity: '' }),
  saysNothing: ({ topic, activity }) => topic === '' && activity === '',
  authorize: authorizePlannedLesson,
  whenBlocked: 'toOffice',
  hoursSaid: null,
  samples: [
    plan({ topic: 'Le equazioni', activity: 'Esercizi', subject: sampleValues.subject }),
    plan({ topic: 'Le frazioni', activity: 'Lettura', subject: sampleValues.otherSubject }),
  ],
} as const satisfies Kind<PlannedLesson, WriteFacts>;

function plan(texts: Pick<PlannedLesson, 'topic' | 'activity' | 'subject'>): PlannedLesson {
  const { day, class: schoolClass, teacher } = sampleValues;
  return {
    ...sampleEnvelope,
    id: plannedLessonId(day, 1, schoolClass, teacher),
    kind: 'plannedLesson',
    day,
    hour: 1,
    class: schoolClass,
    teacher,
    ...texts,
  };
}
