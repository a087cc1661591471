import type { ClassId, LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Iscrizione of a pupil to a class, from a day to a day (D6): the class of a pupil depends on the date. */
export const enrolmentSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'enrolment' },
    pupil: field.personId,
    class: field.classId,
    from: field.day,
    /** Last day in the class; absent while it lasts. */
    to: field.day,
    sourceId: field.shortText,
  },
  required: [...envelopeRequired, 'pupil', 'class', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Iscrizione of a pupil to a class. */
export type Enrolment = Infer<typeof enrolmentSchema>;

/** Key of an enrolment: a pupil may come back to the same class later in the year. */
export function enrolmentId(pupil: PersonId, schoolClass: ClassId, from: LocalDate): string {
  return `${pupil}.${schoolClass}.${from}`;
}
