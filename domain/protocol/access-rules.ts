import type { Infer, JsonSchema } from '../base/schema.ts';
import { STAFF_ROLES } from '../records/person.ts';

/** `GET` and `POST /api/office/accounts/rules`: what the office decides on access, a part of the school's policies. */
export const accessRulesSchema = {
  type: 'object',
  properties: {
    /** Roles that need a second factor. */
    secondFactorRoles: {
      type: 'array',
      items: { type: 'string', enum: STAFF_ROLES },
      uniqueItems: true,
      maxItems: 4,
    },
    /** Which pupils have accounts of their own (S4). */
    studentAccess: { type: 'string', enum: ['off', 'secondaryOnly'] },
  },
  required: ['secondFactorRoles', 'studentAccess'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What the office decides on access. */
export type AccessRules = Infer<typeof accessRulesSchema>;
