import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Where a substitution comes from: the office has assigned it, or the teacher has signed the hour as such. */
export const SUBSTITUTION_ORIGINS = ['office', 'signature'] as const;

/** Sostituzione: one teacher stands in for a colleague in one hour of a class (D209). */
export const substitutionSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'substitution' },
    day: field.day,
    hour: field.hour,
    class: field.classId,
    /** Who stands in. */
    teacher: field.personId,
    /** Who is away, where that is known. */
    replaces: field.personId,
    origin: { type: 'string', enum: SUBSTITUTION_ORIGINS },
    /** The hour that the office has assigned was signed: whoever stood in knows it after the day too, when the lesson has left the device (D209). */
    signed: { const: true },
    /** It does not take place: the signature was withdrawn, or the office has thought again. */
    cancelled: { const: true },
  },
  required: [...envelopeRequired, 'day', 'hour', 'class', 'teacher', 'origin'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Sostituzione. */
export type Substitution = Infer<typeof substitutionSchema>;

/** Key of a substitution: one teacher stands in once in an hour of a class. */
export function substitutionId(
  day: LocalDate,
  hour: number,
  schoolClass: ClassId,
  teacher: PersonId,
): string {
  return [day, hour, schoolClass, teacher].join('.');
}
