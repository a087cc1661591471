import type { Infer, JsonSchema } from '../../base/schema.ts';
import { substitutionSchema } from '../../kinds/substitution/record.ts';
import { field } from '../../record/fields.ts';

const { day, hour, class: ofClass, teacher, replaces } = substitutionSchema.properties;

/** An hour that the school gives to somebody who stands in there (D209); for whom, where that is known. */
export const assignedSchema = {
  type: 'object',
  properties: { day, hour, class: ofClass, teacher, replaces },
  required: ['day', 'hour', 'class', 'teacher'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** An hour that is given to somebody. */
export type Assigned = Infer<typeof assignedSchema>;

/** The hours that one act gives away: all of them, or none (D208). */
export const assignedHoursSchema = {
  type: 'object',
  properties: { hours: { type: 'array', items: assignedSchema, minItems: 1, maxItems: 40 } },
  required: ['hours'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** An hour that is given to nobody any more, in the version that was shown. */
export const unassignedSchema = {
  type: 'object',
  properties: { id: field.id, seen: field.entryId },
  required: ['id', 'seen'],
  additionalProperties: false,
} as const satisfies JsonSchema;
