import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Autorizzazione permanente to come late or to leave early on given weekdays, as for pupils who come by bus (D91). */
export const standingAuthorisationSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'standingAuthorisation' },
    pupil: field.personId,
    class: field.classId,
    item: { type: 'string', enum: ['late', 'exit'] },
    /** How many minutes after the first bell, or before the last one, boundary included. */
    minutes: { type: 'integer', minimum: 1, maximum: 120 },
    weekdays: { type: 'array', items: field.weekday, minItems: 1, maxItems: 7, uniqueItems: true },
    from: field.day,
    to: field.day,
    /** Why, in the school's words. */
    reason: field.shortText,
  },
  required: [...envelopeRequired, 'pupil', 'class', 'item', 'minutes', 'weekdays', 'from', 'to', 'reason'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Autorizzazione permanente. */
export type StandingAuthorisation = Infer<typeof standingAuthorisationSchema>;
