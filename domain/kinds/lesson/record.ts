import type { ClassId, LocalDate } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** In what capacity a teacher signs: the hour's own subject, co-teaching, support, or substitution (D17). */
export const SIGNATURE_TYPES = ['ordinary', 'coTeaching', 'support', 'substitution'] as const;

/** How many other classes one lesson has at most: six classes together are more than a teacher has before them (D17). */
export const MAX_JOINED_CLASSES = 5;

/** Firma of one teacher on a lesson; each teacher signs a lesson at most once (D16). */
export const signatureSchema = {
  type: 'object',
  properties: {
    teacher: field.personId,
    type: { type: 'string', enum: SIGNATURE_TYPES },
    subject: field.subjectId,
    /** Whose hour it was, of a substitution, where that is known: printed with the signature (D209). */
    replaces: field.personId,
    /** The other classes that this teacher taught in the same lesson: classes joined for the hour (D17, D205). */
    joinedWith: {
      type: 'array',
      items: field.classId,
      minItems: 1,
      maxItems: MAX_JOINED_CLASSES,
      uniqueItems: true,
    },
    /** When the teacher pressed "sign", on the device's corrected clock. */
    signedAt: field.instant,
  },
  required: ['teacher', 'type', 'signedAt'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Lezione: one hour of a class (and group) on a day, with signatures, topic and the mark that the roll was called (D16). */
export const lessonSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'lesson' },
    day: field.day,
    hour: field.hour,
    class: field.classId,
    /** Group of a split class; absent for the whole class. */
    group: { type: 'string', minLength: 1, maxLength: 20 },
    subject: field.subjectId,
    signatures: { type: 'array', items: signatureSchema, maxItems: 10 },
    /** Argomento. */
    topic: field.longText,
    /** Attività svolta. */
    activity: field.longText,
    /** Who confirmed the roll call of this hour, and when; pupils without an attendance record of the day are present. */
    rollCall: {
      type: 'object',
      properties: { by: field.personId, at: field.instant },
      required: ['by', 'at'],
      additionalProperties: false,
    },
  },
  required: [...envelopeRequired, 'day', 'hour', 'class', 'signatures', 'topic', 'activity'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Lezione. */
export type Lesson = Infer<typeof lessonSchema>;
/** Firma of one teacher. */
export type Signature = Infer<typeof signatureSchema>;

/** Key of a lesson: unique per date, hour, class and group, so that two teachers offline collide visibly (D16). */
export function lessonId(day: LocalDate, hour: number, schoolClass: ClassId, group?: string): string {
  return [day, hour, schoolClass, ...(group ? [group] : [])].join('.');
}
