import { type LocalDate } from '../../base/ids.ts';
import { bucketsOfMark } from '../../record/assessed-kind.ts';
import type { Kind } from '../../record/kind.ts';
import { sampleAssessment, sampleEnvelope, sampleValues } from '../../record/sample-values.ts';
import type { WriteFacts } from '../../school/write-facts.ts';
import { isEmptyCell } from '../../grades/said-value.ts';
import { gradeSchema, type Grade } from './record.ts';
import { earlierGradeId, gradeId } from '../../record/grade-key.ts';
import { stillSeen } from './still-seen.ts';
import { authorizeGrade, gradeFault, reasonOfGrade } from './write-rights.ts';

/** Voto: whoever teaches the subject in the class reads it, whoever reads all grades of the class, and whoever supports the pupil; what its family reads is not this record. */
export const gradeKind = {
  kind: 'grade',
  collection: 'grades',
  schema: gradeSchema,
  writers: ['device'],
  upgrades: [],
  key: ({ assessment, pupil }) => gradeId(assessment, pupil),
  buckets: bucketsOfMark,
  place: ({ day, class: schoolClass, pupil }) => ({ day, class: schoolClass, pupil }),
  fields: {
    day: { rule: 'server' },
    class: { rule: 'fixed' },
    subject: { rule: 'fixed' },
    scale: { rule: 'fixed' },
    assessment: { rule: 'fixed' },
    pupil: { rule: 'fixed' },
    value: { rule: 'laterWins', tells: 'both', why: ['reason', 'reasonEntry'] },
    comment: { rule: 'laterWins' },
    privateComment: { rule: 'laterWins' },
    weight: { rule: 'laterWins', tells: 'both' },
    counts: { rule: 'laterWins', tells: 'both' },
    visible: { rule: 'laterWins', tells: 'both' },
    embargo: { rule: 'laterWins', tells: 'both' },
    recovers: { rule: 'laterWins', tells: 'both' },
    objectives: { rule: 'laterWins', tells: 'both' },
    absentOnDay: { rule: 'laterWins' },
    commentFrom: { rule: 'server' },
    seenFrom: { rule: 'server' },
  },
  blank: ({ id, school, author, entry, recordedAt, kind, day, ...of }) => ({
    id,
    school,
    author,
    entry,
    recordedAt,
    kind,
    day,
    class: of.class,
    subject: of.subject,
    scale: of.scale,
    assessment: of.assessment,
    pupil: of.pupil,
    value: {},
  }),
  saysNothing: (record) =>
    isEmptyCell(record) && record.comment === undefined && record.privateComment === undefined,
  contradiction: gradeFault,
  standsOn: ({ assessment }) => assessment,
  comesAfter: (grade) => [grade.assessment, ...recoveredBy(grade)],
  sentAgain: stillSeen,
  reasonOf: reasonOfGrade,
  authorize: authorizeGrade,
  whenBlocked: 'toOffice',
  withheld: ['value', 'comment', 'privateComment', 'weight', 'counts', 'recovers', 'objectives'],
  owesReason: ['value', 'comment', 'weight', 'counts', 'visible', 'embargo', 'recovers', 'objectives'],
  hoursSaid: null,
  samples: [
    grade({ value: { quarters: 25 } }),
    grade({
      value: { event: 'unprepared', reason: 'Scambio di alunni' },
      comment: 'Da recuperare',
      privateComment: 'Ne parlo al colloquio',
      weight: 50,
      counts: false,
      visible: false,
      embargo: '2026-12-01' as LocalDate,
      recovers: { assessment: 'first', effect: 'replaces' },
      objectives: [{ objective: 'fractions', level: 'Base' }],
      absentOnDay: true,
    }),
    grade({
      value: { score: 3500, judgement: 'Preciso' },
      comment: 'Bene',
      privateComment: 'Da sentire ancora',
      weight: 100,
      counts: true,
      visible: true,
      embargo: '2026-12-02' as LocalDate,
      recovers: { assessment: 'first', effect: 'better' },
      objectives: [],
      absentOnDay: false,
    }),
  ],
} as const satisfies Kind<Grade, WriteFacts>;

/** What a recovery is judged by: the column of what it recovers, and the keys under which that may stand, its own and that of the copy that was brought along (D81). */
function recoveredBy({ recovers, pupil, class: schoolClass }: Grade): readonly string[] {
  if (!recovers) return [];
  const recovered = gradeId(recovers.assessment, pupil);
  return [recovers.assessment, recovered, earlierGradeId(recovered, schoolClass)];
}

function grade(changes: Pick<Grade, 'value'> & Partial<Grade>): Grade {
  const { day, class: schoolClass, subject, pupil } = sampleValues;
  return {
    ...sampleEnvelope,
    id: gradeId(sampleAssessment, pupil),
    kind: 'grade',
    day,
    class: schoolClass,
    subject,
    scale: 'tenths',
    assessment: sampleAssessment,
    pupil,
    ...changes,
  };
}
