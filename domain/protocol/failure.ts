import type { SchoolId } from '../base/ids.ts';
import { field } from '../record/fields.ts';

/** Kinds of failure that a server answers, a closed list, each with its HTTP status: the only place where the two meet. */
export const FAILURE_STATUS = {
  badRequest: 400,
  wrongCredentials: 401,
  passwordExpired: 403,
  accountBlocked: 403,
  // Not 401: the session is good, what was typed is not.
  wrongPassword: 422,
  wrongCode: 422,
  weakPassword: 422,
  notPossible: 409,
  notSignedIn: 401,
  tokenExpired: 401,
  forbidden: 403,
  tooLarge: 413,
  tooManyAttempts: 429,
  outdatedClient: 426,
  unavailable: 503,
  diskFull: 503,
  internal: 500,
} as const;

/** Kind of failure. */
export type FailureKind = keyof typeof FAILURE_STATUS;

/** All of them. */
export const FAILURE_KINDS = Object.keys(FAILURE_STATUS) as readonly FailureKind[];

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
