import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** Delegato: who may collect a minor beside the parents, from a day to a day (D91). */
export const delegateSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'delegate' },
    pupil: field.personId,
    /** The class whose teachers hand the pupil over. */
    class: field.classId,
    name: field.name,
    /** The document by which the person is recognised. */
    document: field.shortText,
    from: field.day,
    /** Last day; absent while it lasts. */
    to: field.day,
  },
  required: [...envelopeRequired, 'pupil', 'class', 'name', 'document', 'from'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Delegato. */
export type Delegate = Infer<typeof delegateSchema>;
