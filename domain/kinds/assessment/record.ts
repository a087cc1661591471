import type { JsonSchema, Infer } from '../../base/schema.ts';
import { ASSESSMENT_TYPES } from '../../grades/assessment-types.ts';
import { RUBRIC_WAYS } from '../../grades/points/rubric.ts';
import { GRADE_SCALES } from '../../grades/scales.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';
import { groupCode } from '../group/record.ts';

const { quarters, points, percent } = field;

/** How a score becomes a grade: in a line from the lowest grade, or by pieces between corners (D53). */
export const conversionSchema = {
  type: 'object',
  properties: {
    way: { type: 'string', enum: ['linear', 'pieces'] },
    /** The grade of no points at all, in quarters; of `linear` alone. */
    lowest: quarters,
    /** The corners, of `pieces` alone. */
    points: {
      type: 'array',
      items: {
        type: 'object',
        properties: { percent, quarters },
        required: ['percent', 'quarters'],
        additionalProperties: false,
      },
      minItems: 2,
      maxItems: 20,
    },
  },
  required: ['way'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A test with points of its own; without a conversion its scores are no grades (D53). */
export const scoredTestSchema = {
  type: 'object',
  properties: { maximum: { ...points, minimum: 1 }, conversion: conversionSchema },
  required: ['maximum'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Griglia di valutazione: criteria with the points of their levels (D54). */
export const rubricSchema = {
  type: 'object',
  properties: {
    way: { type: 'string', enum: RUBRIC_WAYS },
    criteria: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: field.id,
          name: field.name,
          levels: {
            type: 'array',
            items: {
              type: 'object',
              properties: { name: field.name, points },
              required: ['name', 'points'],
              additionalProperties: false,
            },
            minItems: 2,
            maxItems: 12,
          },
        },
        required: ['id', 'name', 'levels'],
        additionalProperties: false,
      },
      minItems: 1,
      maxItems: 20,
    },
    conversion: conversionSchema,
  },
  required: ['way', 'criteria'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** How many columns a course may have in its year, those that were given up too: some hundreds more than anybody makes. */
export const MOST_COLUMNS = 500;

/** Prova or interrogazione: one column of the gradebook of a course (D47, D48). */
export const assessmentSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'assessment' },
    day: field.day,
    class: field.classId,
    subject: field.subjectId,
    /** The group of the class that is assessed; absent: whoever of the class has the subject. */
    group: groupCode,
    /** Whose column it is. */
    teacher: field.personId,
    type: { type: 'string', enum: ASSESSMENT_TYPES },
    /**
     * Which of its type and day it is, from 0 (D47). Two teachers who make one at once without a network give the same: both columns stay, and the
     * page tells them apart by whose they are.
     */
    serial: { type: 'integer', minimum: 0, maximum: 99, multipleOf: 1 },
    scale: { type: 'string', enum: GRADE_SCALES },
    /** Argomento of the test. */
    topic: field.shortText,
    /** What is said to all who were assessed. */
    comment: field.longText,
    /** From when on families could read it as it says: the server's word (D78). */
    commentFrom: field.instant,
    /** Whole percent; 0 is out of the average (D58). */
    weight: percent,
    /** Fa media. */
    counts: { type: 'boolean' },
    /** Whether families see it at all. */
    visible: { type: 'boolean' },
    /** The first day on which they do (D76). Absent: half an hour after it was written. */
    embargo: field.day,
    /** Since when it shows its grades as it does, where that was changed since it was made: the server's word (D78). */
    showsSince: field.instant,
    test: scoredTestSchema,
    rubric: rubricSchema,
    /** Objectives, abilities or competences that it is about; each grade may say a level of each (D55). */
    objectives: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: field.id, name: field.shortText },
        required: ['id', 'name'],
        additionalProperties: false,
      },
      maxItems: 30,
    },
    /** Why what families could see of its grades was changed last, and which entry said so (D78). */
    correction: {
      type: 'object',
      properties: { reason: field.shortText, entry: field.entryId },
      required: ['reason', 'entry'],
      additionalProperties: false,
    },
    /** Annullata: the column was made by mistake, or given up. Its grades count for nothing, and all of it stays in the history. */
    cancelled: {
      type: 'object',
      properties: { reason: field.shortText },
      required: ['reason'],
      additionalProperties: false,
    },
  },
  required: [
    ...envelopeRequired,
    'day',
    'class',
    'subject',
    'teacher',
    'type',
    'serial',
    'scale',
    'topic',
    'comment',
    'weight',
    'counts',
    'visible',
  ],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Prova or interrogazione: one that is heard of a single pupil is one with a single grade. */
export type Assessment = Infer<typeof assessmentSchema>;

/** Whether a record is a column of a gradebook. */
export function isAssessment(record: { readonly kind: string }): record is Assessment {
  return record.kind === 'assessment';
}
