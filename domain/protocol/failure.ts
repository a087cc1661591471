import type { SchoolId } from '../base/ids.ts';
import { field } from '../record/fields.ts';
import { checkSchema } from '../base/check-schema.ts';
import type { FailureReason } from './failure-reasons.ts';
import { FAILURES, type FailureKind } from './failure-table.ts';

/** All kinds of failure. */
const FAILURE_KINDS = Object.keys(FAILURES) as readonly FailureKind[];

/** Body of every answer that is not a success. `message` is English and for logs; devices translate the kind. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** Says more where a kind has several reasons. */
  readonly reason?: FailureReason;
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

/** A failure as a device reads it: of a newer server its reason may be one that the device does not know. */
export interface ReadFailure extends Omit<Failure, 'message' | 'reason' | 'incident'> {
  readonly reason?: string;
}

/** The failure that an answer's JSON is; undefined where it is none of ours (that of a captive portal, say, or of a gateway). */
export function readFailure(value: unknown): ReadFailure | undefined {
  if (!checkSchema(failureSchema, value, 'lenient')) return undefined;
  const { kind, reason, account, retryAfter } = value;
  return {
    kind,
    ...(reason !== undefined && { reason }),
    ...(account !== undefined && { account }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
