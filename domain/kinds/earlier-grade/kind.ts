import type { LocalDate } from '../../base/ids.ts';
import { bucketsOfMark } from '../../record/assessed-kind.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleAssessment, sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { earlierGradeId, gradeId } from '../../record/grade-key.ts';
import { earlierGradeSchema, type EarlierGrade } from './record.ts';
import { authorizeEarlierGrade } from './write-rights.ts';

/** Voto della classe precedente: the server's words, of which the new teacher says whether they count. */
export const earlierGradeKind = {
  kind: 'earlierGrade',
  collection: 'grades',
  schema: earlierGradeSchema,
  writers: ['server', 'device'],
  upgrades: [],
  buckets: bucketsOfMark,
  place: ({ day, class: schoolClass, pupil }) => ({ day, class: schoolClass, pupil }),
  fields: {
    day: { rule: 'server' },
    class: { rule: 'server' },
    subject: { rule: 'server' },
    scale: { rule: 'server' },
    pupil: { rule: 'server' },
    ofClass: { rule: 'server' },
    teacher: { rule: 'server' },
    grade: { rule: 'server' },
    type: { rule: 'server' },
    topic: { rule: 'server' },
    value: { rule: 'server' },
    quarters: { rule: 'server' },
    maximum: { rule: 'server' },
    comment: { rule: 'server' },
    visible: { rule: 'server' },
    embargo: { rule: 'server' },
    weight: { rule: 'server' },
    counts: { rule: 'server' },
    recovers: { rule: 'server' },
    objectives: { rule: 'server' },
    cancelled: { rule: 'server' },
    leftOut: { rule: 'laterWins' },
  },
  blank: () => null,
  saysNothing: ({ leftOut }) => leftOut !== true,
  authorize: authorizeEarlierGrade,
  whenBlocked: 'toOffice',
  withheld: [
    'topic',
    'value',
    'quarters',
    'maximum',
    'comment',
    'weight',
    'counts',
    'recovers',
    'objectives',
  ],
  hoursSaid: null,
  samples: [
    earlier({}),
    earlier({ value: { score: 3500 }, quarters: 29, maximum: 5000, leftOut: true }),
    earlier({ visible: false, embargo: '2026-12-01' as LocalDate }),
    earlier({ value: {}, cancelled: true }),
    earlier({ value: {}, objectives: [{ name: 'Frazioni', level: 'Base' }] }),
  ],
} as const satisfies Kind<EarlierGrade, WriteFacts>;

function earlier(changes: Partial<EarlierGrade>): EarlierGrade {
  const { day, class: schoolClass, otherClass, subject, pupil, colleague } = sampleValues;
  const grade = gradeId(sampleAssessment, pupil);
  return {
    ...sampleEnvelope,
    id: earlierGradeId(grade, schoolClass),
    kind: 'earlierGrade',
    day,
    class: schoolClass,
    subject,
    scale: 'tenths',
    pupil,
    ofClass: otherClass,
    teacher: colleague,
    grade,
    type: 'written',
    topic: 'Le frazioni',
    value: { quarters: 25 },
    quarters: 25,
    weight: 100,
    counts: true,
    ...changes,
  };
}
