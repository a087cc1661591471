import { classBucket, dayBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import { hoursOfClassFrom } from '../../record/said/hours-said.ts';
import { ofItsDay } from '../../school/limits/closed-period.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { authorizeLesson, standsIn } from './write-rights.ts';
import { lessonId, lessonSchema, type Lesson } from './record.ts';

/** Lezione: one per day, hour, class and group; each teacher's signature is a thing of its own, and the roll was called when the first one said so. */
export const lessonKind = {
  kind: 'lesson',
  collection: 'lessons',
  schema: lessonSchema,
  writers: ['device'],
  key: ({ day, hour, class: schoolClass, group }) => lessonId(day, hour, schoolClass, group),
  upgrades: [],
  buckets: (record) => [classBucket(record.class), dayBucket(record.day, record.class)],
  place: ({ day, class: schoolClass, hour }) => ({ day, class: schoolClass, hour }),
  fields: {
    day: { rule: 'fixed' },
    hour: { rule: 'fixed' },
    class: { rule: 'fixed' },
    group: { rule: 'fixed' },
    subject: { rule: 'laterWins' },
    signatures: { rule: 'keyedList', key: 'teacher', made: { by: 'teacher', at: 'signedAt' } },
    topic: { rule: 'laterWins' },
    activity: { rule: 'laterWins' },
    rollCall: { rule: 'firstWins', made: { by: 'by', at: 'at' } },
  },
  blank: ({ rollCall: _rollCall, subject: _subject, ...identity }) => ({
    ...identity,
    topic: '',
    activity: '',
    signatures: [],
  }),
  saysNothing: ({ signatures, topic, activity, rollCall }) =>
    signatures.length === 0 && topic === '' && activity === '' && rollCall === undefined,
  meetingCloses: ofItsDay,
  authorize: authorizeLesson,
  isConcerned: standsIn,
  whenBlocked: 'toOffice',
  hoursSaid: hoursOfClassFrom,
  samples: [
    lesson({}),
    lesson({
      activity: 'Esercizi alla lavagna',
      subject: sampleValues.subject,
      topic: 'Le equazioni',
      signatures: [
        {
          teacher: sampleValues.colleague,
          type: 'ordinary',
          subject: sampleValues.otherSubject,
          signedAt: sampleValues.later,
        },
      ],
      rollCall: { by: sampleValues.colleague, at: sampleValues.morning },
    }),
    lesson({
      activity: 'Lettura',
      subject: sampleValues.otherSubject,
      topic: 'Le frazioni',
      signatures: [
        {
          teacher: sampleValues.teacher,
          type: 'ordinary',
          subject: sampleValues.subject,
          signedAt: sampleValues.morning,
        },
      ],
      rollCall: { by: sampleValues.teacher, at: sampleValues.morning },
    }),
  ],
} as const satisfies Kind<Lesson, WriteFacts>;

function lesson(changes: Partial<Lesson>): Lesson {
  const { day, class: schoolClass } = sampleValues;
  return {
    ...sampleEnvelope,
    id: lessonId(day, 1, schoolClass),
    kind: 'lesson',
    day,
    hour: 1,
    class: schoolClass,
    signatures: [],
    topic: '',
    activity: '',
    ...changes,
  };
}
