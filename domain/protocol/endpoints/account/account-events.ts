import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';

/** Operations that one answer holds at most: fewer are the last ones. */
export const EVENTS_SHOWN = 100;

/** `GET /api/office/accounts/events?username=&below=`: the register of operations, newest first. */
export const accountEventsSchema = {
  type: 'object',
  properties: {
    events: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          number: { type: 'integer' },
          at: field.instant,
          username: field.shortText,
          /** Who acted; absent for the server itself and for somebody who is not signed in. */
          by: field.shortText,
          act: field.shortText,
          details: { type: 'object', additionalProperties: true },
        },
        required: ['number', 'at', 'username', 'act', 'details'],
        additionalProperties: false,
      },
    },
  },
  required: ['events'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The register of operations. */
export type AccountEvents = Infer<typeof accountEventsSchema>;
