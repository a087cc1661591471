import type { Infer, JsonSchema } from '../../base/schema.ts';
import { assessmentSchema } from '../assessment/record.ts';
import { gradeSchema } from '../grade/record.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

const { day, subject, scale, pupil, value, comment, weight, counts, visible, embargo } =
  gradeSchema.properties;
const { teacher, type, topic } = assessmentSchema.properties;

/**
 * Voto della classe precedente: a grade that a pupil got in a class before going over into this one in the same school year, for whoever has the pupil in the
 * same subject now (D81). The server copies it, and keeps the copy as the grade becomes; whether it counts here is the new teacher's to say.
 */
export const earlierGradeSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'earlierGrade' },
    day,
    /** The class in which the pupil is now. */
    class: field.classId,
    subject,
    scale,
    pupil,
    /** The class in which the grade was given, whose column it is in, and under which key it stands there. */
    ofClass: field.classId,
    teacher,
    grade: field.id,
    type,
    topic,
    value,
    /** The number that it comes to, in quarters, also of a score or a rubric; absent where it is none. */
    quarters: { ...value.properties.quarters },
    /** The points of its whole test, in hundredths, of a score. */
    maximum: { ...assessmentSchema.properties.test.properties.maximum },
    comment,
    /** Whether its family never sees it, and from which day on it does, where its teacher has said so (D76). */
    visible: { ...visible },
    embargo,
    /** As its own teacher has it. */
    weight: { ...weight },
    counts: { ...counts },
    /** The grade, of the same pupil, that it recovers. */
    recovers: {
      type: 'object',
      properties: { grade: field.id, effect: gradeSchema.properties.recovers.properties.effect },
      required: ['grade', 'effect'],
      additionalProperties: false,
    },
    /** The level of each objective of its assessment (D55), by the name that it has there. */
    objectives: {
      type: 'array',
      items: {
        type: 'object',
        properties: { name: field.shortText, level: field.name },
        required: ['name', 'level'],
        additionalProperties: false,
      },
      maxItems: 30,
    },
    /** The grade was cancelled, or its whole assessment. */
    cancelled: { const: true },
    /** Whether the new teacher leaves it out of the average, or wants it in it. Absent: it counts as it did (D81). */
    leftOut: { type: 'boolean' },
  },
  required: [
    ...envelopeRequired,
    'day',
    'class',
    'subject',
    'scale',
    'pupil',
    'ofClass',
    'teacher',
    'grade',
    'type',
    'topic',
    'value',
    'weight',
    'counts',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Voto della classe precedente. */
export type EarlierGrade = Infer<typeof earlierGradeSchema>;

/** What is left of a copy where nothing is known of its grade: that there was one, and whether it was left out. */
export function emptiedCopy({
  quarters: _number,
  maximum: _points,
  comment: _comment,
  recovers: _recovers,
  objectives: _levels,
  visible: _visible,
  embargo: _until,
  ...copy
}: EarlierGrade): EarlierGrade {
  return { ...copy, value: {}, topic: '', cancelled: true };
}
