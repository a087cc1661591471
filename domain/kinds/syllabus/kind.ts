import { classBucket } from '../../access/bucket.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { syllabusDay, syllabusId, syllabusSchema, type Syllabus, type SyllabusItem } from './record.ts';
import { authorizeSyllabus } from './write-rights.ts';

/** Programma of one course: read by the teachers of the class; each of its topics is a thing of its own. */
export const syllabusKind = {
  kind: 'syllabus',
  collection: 'lessons',
  schema: syllabusSchema,
  writers: ['device'],
  key: ({ class: schoolClass, subject }) => syllabusId(schoolClass, subject),
  upgrades: [],
  buckets: (record) => [classBucket(record.class)],
  place: ({ day, class: schoolClass }) => ({ day, class: schoolClass }),
  fields: {
    day: { rule: 'fixed' },
    class: { rule: 'fixed' },
    subject: { rule: 'fixed' },
    topics: { rule: 'keyedList', key: 'id', made: { by: 'by', at: 'at' } },
  },
  blank: (record) => ({ ...record, topics: [] }),
  saysNothing: ({ topics }) => topics.length === 0,
  authorize: authorizeSyllabus,
  whenBlocked: 'toOffice',
  hoursSaid: null,
  samples: [
    syllabus([]),
    syllabus([
      { id: 'one', position: 0, topic: 'Le frazioni', by: sampleValues.teacher, at: sampleValues.morning },
    ]),
    syllabus([
      {
        id: 'two',
        position: 1,
        unit: 'Algebra',
        topic: 'Le equazioni',
        doneOn: sampleValues.day,
        by: sampleValues.colleague,
        at: sampleValues.later,
      },
    ]),
  ],
} as const satisfies Kind<Syllabus, WriteFacts>;

function syllabus(topics: readonly SyllabusItem[]): Syllabus {
  return {
    ...sampleEnvelope,
    id: syllabusId(sampleValues.class, sampleValues.subject),
    kind: 'syllabus',
    day: syllabusDay(2026),
    class: sampleValues.class,
    subject: sampleValues.subject,
    topics: [...topics],
  };
}
