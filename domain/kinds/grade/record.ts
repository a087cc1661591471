import type { Infer, JsonSchema } from '../../base/schema.ts';
import { RECOVERY_EFFECTS } from '../../grades/counted-grades.ts';
import { EVENT_GRADES } from '../../grades/events.ts';
import { GRADE_SCALES, JUDGEMENT_CODES } from '../../grades/scales.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/**
 * What a grade says: one of number, level, score, filled rubric or event, and a judgement in words beside it or alone (D45). One value, so that the halves
 * of two people's corrections never make a third.
 */
export const gradeValueSchema = {
  type: 'object',
  properties: {
    /** In quarters of a point: 25 is 6+ (D21). */
    quarters: field.quarters,
    level: { type: 'string', enum: JUDGEMENT_CODES },
    /** Points of a test, in hundredths (D53). */
    score: field.points,
    /** The chosen level of each criterion of a rubric (D54). */
    rubric: {
      type: 'array',
      items: {
        type: 'object',
        properties: { criterion: field.id, level: { type: 'integer', minimum: 0, maximum: 11 } },
        required: ['criterion', 'level'],
        additionalProperties: false,
      },
      maxItems: 20,
    },
    event: { type: 'string', enum: EVENT_GRADES },
    /** Giudizio, for the family. */
    judgement: field.longText,
    /** Why it was changed or cancelled last; asked for once the family could see it (D78). */
    reason: field.shortText,
    /** The entry that gave the reason: it is the reason of that change alone. */
    reasonEntry: field.entryId,
  },
  required: [],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Voto: what one pupil got in one assessment. */
export const gradeSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'grade' },
    /** That of the assessment, whose word holds: the server moves all grades of one that is moved. */
    day: field.day,
    class: field.classId,
    subject: field.subjectId,
    scale: { type: 'string', enum: GRADE_SCALES },
    assessment: field.id,
    pupil: field.personId,
    /** Without anything said the grade is cancelled, and its history stays (D45). */
    value: gradeValueSchema,
    /** What is said to this family alone. */
    comment: field.longText,
    /** What the teachers of the course note for themselves, and whoever reads its grades with them: it is on no page and no paper of a family. */
    privateComment: field.longText,
    /** Where it differs from the assessment: the weight, whether it is in the average, whether families see it, and from which day. */
    weight: field.percent,
    counts: { type: 'boolean' },
    visible: { type: 'boolean' },
    embargo: field.day,
    /** Voto di recupero: in which assessment the pupil got the grade that it recovers, of the same subject and period, also in the class before, and with which effect (D56, D81). */
    recovers: {
      type: 'object',
      properties: { assessment: field.id, effect: { type: 'string', enum: RECOVERY_EFFECTS } },
      required: ['assessment', 'effect'],
      additionalProperties: false,
    },
    /** The level of each objective of the assessment (D55). */
    objectives: {
      type: 'array',
      items: {
        type: 'object',
        properties: { objective: field.id, level: field.name },
        required: ['objective', 'level'],
        additionalProperties: false,
      },
      maxItems: 30,
    },
    /** Assente in data: the pupil was absent on the day, and the teacher has confirmed the grade all the same (D49). */
    absentOnDay: { type: 'boolean' },
    /** From when on its family could read its comment as it says: the server's word (D78). */
    commentFrom: field.instant,
    /** Since when its family could see a grade here, whatever was changed afterwards: the server's word (D78). */
    seenFrom: field.instant,
  },
  required: [...envelopeRequired, 'day', 'class', 'subject', 'scale', 'assessment', 'pupil', 'value'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Voto. */
export type Grade = Infer<typeof gradeSchema>;
/** What a grade says. */
export type GradeValue = Infer<typeof gradeValueSchema>;

/** What a grade says, without why it was changed last. */
export type SaidValue = Omit<GradeValue, 'reason' | 'reasonEntry'>;
