import type { Infer, JsonSchema } from '../base/schema.ts';
import { COLLECTION_NAMES } from '../records/collections.ts';
import { field } from '../records/fields.ts';
import { signInRequestSchema } from './session.ts';

/** Entries that one request may carry at most. */
export const HAND_OVER_LIMIT = 200;

const record = { type: 'object' } as const satisfies JsonSchema;

/**
 * Main process to server, `POST /session/hand-over`: unsent entries of a blocked account, for the office to look at (docs/adr/0009). The
 * password is the person's consent. Asked again with the same entries it answers the same.
 */
export const handOverRequestSchema = {
  type: 'object',
  properties: {
    ...signInRequestSchema.properties,
    entries: {
      type: 'array',
      minItems: 1,
      maxItems: HAND_OVER_LIMIT,
      items: {
        type: 'object',
        properties: {
          entry: field.entryId,
          collection: { type: 'string', enum: COLLECTION_NAMES },
          record,
          assumed: { anyOf: [{ type: 'null' }, record] },
        },
        required: ['entry', 'collection', 'record', 'assumed'],
        additionalProperties: false,
      },
    },
  },
  required: ['username', 'password', 'device', 'entries'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Unsent entries of a blocked account. */
export type HandOverRequest = Infer<typeof handOverRequestSchema>;

/** The entries that are durably put aside: the device forgets these and no others. */
export const handOverAnswerSchema = {
  type: 'object',
  properties: { taken: { type: 'array', items: field.entryId, maxItems: HAND_OVER_LIMIT } },
  required: ['taken'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** The entries that are durably put aside. */
export type HandOverAnswer = Infer<typeof handOverAnswerSchema>;
