import type { SchoolId } from '../base/ids.ts';
import { field } from '../record/fields.ts';

/** Kinds of failure that a server answers, a closed list: status codes are derived from them in one file of the server. */
export const FAILURE_KINDS = [
  'badRequest',
  'wrongCredentials',
  'passwordExpired',
  'accountBlocked',
  'wrongPassword',
  'wrongCode',
  'weakPassword',
  'notPossible',
  'notSignedIn',
  'tokenExpired',
  'forbidden',
  'tooLarge',
  'tooManyAttempts',
  'outdatedClient',
  'unavailable',
  'diskFull',
  'internal',
] as const;

/** Kind of failure. */
export type FailureKind = (typeof FAILURE_KINDS)[number];

/** Body of every answer that is not a success. `message` is English and for logs; devices translate the kind. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** Says more where a kind has several reasons: `weakPassword`, `notPossible`. */
  readonly reason?: string;
  /** Of `accountBlocked`: which one, told to whoever has proved that it is theirs. */
  readonly account?: { readonly school: SchoolId; readonly username: string };
  /** Seconds after which a repetition makes sense. */
  readonly retryAfter?: number;
  /** Finds the full error in the server's log. */
  readonly incident?: string;
}

/** JSON Schema of a failure body. */
export const failureSchema = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: FAILURE_KINDS },
    message: { type: 'string' },
    reason: { type: 'string' },
    account: {
      type: 'object',
      properties: { school: field.schoolId, username: { type: 'string' } },
      required: ['school', 'username'],
    },
    retryAfter: { type: 'number' },
    incident: { type: 'string' },
  },
  required: ['kind', 'message'],
} as const;
