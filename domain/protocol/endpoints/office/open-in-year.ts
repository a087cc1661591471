import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

const count = { type: 'integer', minimum: 0 } as const;

/** How many hours, and the first of them: the way to where it can be looked at. */
const openHoursSchema = {
  type: 'object',
  properties: { count, day: field.day, hour: { type: 'integer', minimum: 1 } },
  required: ['count'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What is open in a school year, class by class: those with nothing open are left out. No pupil is named. */
export const openInYearSchema = {
  type: 'object',
  properties: {
    classes: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          class: field.classId,
          unsigned: openHoursSchema,
          notCalled: openHoursSchema,
          unjustified: count,
          /** Entries that devices of blocked accounts have handed over, and nobody has decided on. */
          held: count,
        },
        required: ['class', 'unsigned', 'notCalled', 'unjustified', 'held'],
        additionalProperties: false,
      },
    },
  },
  required: ['classes'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What is open in a school year. */
export type OpenInYear = Infer<typeof openInYearSchema>;
