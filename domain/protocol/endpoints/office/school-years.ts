import type { JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

const shown = {
  /** Calendar year in which the school year begins: 2026 for 2026/27. */
  startYear: { type: 'integer', minimum: 2000, maximum: 2100 },
  /** The version of the year that was on the screen: nobody closes or opens one that has changed since. */
  seen: field.entryId,
} as const;

/** `POST /api/office/years/close`. */
export const closeYearSchema = {
  type: 'object',
  properties: shown,
  required: ['startYear', 'seen'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** `POST /api/office/years/reopen`: with why, which stands in the register of operations. */
export const reopenYearSchema = {
  type: 'object',
  properties: { ...shown, reason: { type: 'string', pattern: '\\S', minLength: 1, maxLength: 200 } },
  required: ['startYear', 'seen', 'reason'],
  additionalProperties: false,
} as const satisfies JsonSchema;
