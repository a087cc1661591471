import { APPOINTMENT_ROLES } from '../../../access/appointment-role.ts';
import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** An appointment that is in force, as an identity says it. */
export const appointedSchema = {
  type: 'object',
  properties: {
    role: { type: 'string', enum: APPOINTMENT_ROLES },
    class: field.classId,
    site: field.shortText,
  },
  required: ['role'],
  additionalProperties: false,
} as const satisfies JsonSchema;
