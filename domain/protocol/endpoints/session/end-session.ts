import type { Infer, JsonSchema } from '../../../base/schema.ts';
import { field } from '../../../record/fields.ts';
import { refreshRequestSchema } from './session.ts';

/**
 * Main process to server, `POST /session/sign-out`: by the refresh token or, since version 3, by its hash (SHA-256, base64url). The hash
 * is no token: a locked register has nothing else at hand, and it ends the session without being able to go on with it.
 */
export const endSessionRequestSchema = {
  anyOf: [
    refreshRequestSchema,
    {
      type: 'object',
      properties: { school: field.schoolId, tokenHash: { type: 'string', minLength: 43, maxLength: 43 } },
      required: ['school', 'tokenHash'],
      additionalProperties: false,
    },
  ],
} as const satisfies JsonSchema;

/** Main process to server: end a session. */
export type EndSessionRequest = Infer<typeof endSessionRequestSchema>;
