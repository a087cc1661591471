import type { Infer, JsonSchema } from '../../../base/schema.ts';

/** The records of a week of a class of a school year that is over, as whoever asks may copy from them. */
export const pastWeekSchema = {
  type: 'object',
  properties: {
    records: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
  required: ['records'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The records of a week. */
export type PastWeekAnswer = Infer<typeof pastWeekSchema>;
