import { bucketsOfColumn } from '../../record/assessed-kind.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleAssessment, sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { LocalDate } from '../../base/ids.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { assessmentSchema, type Assessment } from './record.ts';
import { assessmentFault, authorizeAssessment } from './write-rights.ts';

/** A column of a gradebook: whoever teaches the subject in the class reads it, whoever reads all grades of the class, and whoever supports a pupil there. */
export const assessmentKind = {
  kind: 'assessment',
  collection: 'grades',
  schema: assessmentSchema,
  writers: ['device'],
  upgrades: [],
  key: 'drawn',
  buckets: bucketsOfColumn,
  place: ({ day, class: schoolClass }) => ({ day, class: schoolClass }),
  fields: {
    day: { rule: 'laterWins' },
    class: { rule: 'fixed' },
    subject: { rule: 'fixed' },
    group: { rule: 'fixed' },
    teacher: { rule: 'fixed' },
    type: { rule: 'laterWins', tells: 'both' },
    serial: { rule: 'laterWins' },
    scale: { rule: 'fixed' },
    topic: { rule: 'laterWins' },
    comment: { rule: 'laterWins' },
    commentFrom: { rule: 'server' },
    weight: { rule: 'laterWins', tells: 'both' },
    counts: { rule: 'laterWins', tells: 'both' },
    visible: { rule: 'laterWins', tells: 'both' },
    embargo: { rule: 'laterWins', tells: 'both' },
    showsSince: { rule: 'server' },
    test: { rule: 'laterWins', tells: 'both' },
    rubric: { rule: 'laterWins', tells: 'both' },
    objectives: { rule: 'laterWins', tells: 'both' },
    correction: { rule: 'laterWins', why: ['reason', 'entry'] },
    cancelled: { rule: 'laterWins', tells: 'both' },
  },
  blank: () => null,
  contradiction: assessmentFault,
  reasonOf: ({ correction = {} }) => correction,
  authorize: authorizeAssessment,
  whenBlocked: 'toOffice',
  withheld: [
    'topic',
    'comment',
    'weight',
    'counts',
    'test',
    'rubric',
    'objectives',
    'correction',
    'cancelled',
  ],
  owesReason: [
    'day',
    'type',
    'comment',
    'weight',
    'counts',
    'visible',
    'embargo',
    'test',
    'rubric',
    'objectives',
    'cancelled',
  ],
  partOf: withoutWords,
  hoursSaid: null,
  samples: [
    assessment({}),
    assessment({
      day: '2026-11-24' as LocalDate,
      type: 'oral',
      serial: 1,
      topic: 'Le frazioni',
      comment: 'Si ripassa venerdì',
      weight: 50,
      counts: false,
      visible: false,
      embargo: '2026-12-01' as LocalDate,
      test: { maximum: 5000, conversion: { way: 'linear', lowest: 8 } },
      objectives: [{ id: 'fractions', name: 'Operare con le frazioni' }],
      correction: { reason: 'Punteggio sbagliato', entry: sampleEnvelope.entry },
      cancelled: { reason: 'Prova da rifare' },
    }),
    assessment({
      rubric: {
        way: 'sum',
        criteria: [
          {
            id: 'exposition',
            name: 'Esposizione',
            levels: [
              { name: 'Incerta', points: 100 },
              { name: 'Chiara', points: 500 },
            ],
          },
        ],
      },
    }),
  ],
} as const satisfies Kind<Assessment, WriteFacts>;

/**
 * A column without its comment and the reasons that were given in it: they may name a pupil whom the reader does not support. What it is about stays: topic,
 * objectives, criteria.
 */
function withoutWords({ correction: _reason, cancelled, ...column }: Assessment): Assessment {
  return { ...column, comment: '', ...(cancelled ? { cancelled: { reason: '' } } : {}) };
}

function assessment(changes: Partial<Assessment>): Assessment {
  return {
    ...sampleEnvelope,
    id: sampleAssessment,
    kind: 'assessment',
    day: sampleValues.day,
    class: sampleValues.class,
    subject: sampleValues.subject,
    teacher: sampleValues.teacher,
    type: 'written',
    serial: 0,
    scale: 'tenths',
    topic: 'Equazioni di primo grado',
    comment: '',
    weight: 100,
    counts: true,
    visible: true,
    ...changes,
  };
}
