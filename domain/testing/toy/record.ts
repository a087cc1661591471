import type { Infer, JsonSchema } from '../../base/schema.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** A kind that no school has: whatever the machinery does with it, it does with a kind that it has never heard of. */
export const toySchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'toy' },
    day: field.day,
    class: field.classId,
    /** Whose toy it is, where it is one pupil's: the family reads and writes it too. */
    pupil: field.personId,
    note: field.longText,
    stickers: {
      type: 'array',
      maxItems: 10,
      items: {
        type: 'object',
        properties: { colour: field.name, stuckBy: field.personId, stuckAt: field.instant },
        required: ['colour', 'stuckBy', 'stuckAt'],
        additionalProperties: false,
      },
    },
  },
  required: [...envelopeRequired, 'day', 'class', 'note', 'stickers'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** A kind that no school has. */
export type Toy = Infer<typeof toySchema>;
