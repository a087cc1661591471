import type { ActFailure, SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import { failureRow, type Told } from '../../domain/protocol/failure-table.ts';
import type { TransportFailure } from './transport.ts';

/** Whether a failure says nothing about the password: then the device helps itself. */
export function isOutOfReach({ kind }: TransportFailure): boolean {
  return failureRow(kind).helpsItself;
}

/** Whether a session ends with this answer to its renewal. */
export function endsSession({ kind }: TransportFailure): boolean {
  return failureRow(kind).endsSession;
}

/** What a failed sign-in says to the page. */
export function toSignInFailure(failure: TransportFailure): SignInFailure {
  return told('signIn', failure);
}

/** What a failed journey to a provider says to the page. */
export function toJourneyFailure(failure: TransportFailure): SignInFailure {
  return told('journey', failure);
}

/** What a failed act, step or recovery says to the page. */
export function toActFailure({ kind: answered, reason, retryAfter }: TransportFailure): ActFailure {
  const kind = failureRow(answered).act;
  if (kind === 'internal') return { kind };
  return { kind, ...(reason !== undefined && { reason }), ...waiting(retryAfter) };
}

function told(
  at: 'signIn' | 'journey',
  failure: TransportFailure,
): SignInFailure & { readonly kind: Told[typeof at] } {
  const row = failureRow(failure.kind);
  const { reason } = failure;
  const known = reason !== undefined && row.forReason && Object.hasOwn(row.forReason, reason);
  const kind = (known ? row.forReason?.[reason] : undefined) ?? row[at];
  return kind === 'internal' ? { kind } : { kind, ...waiting(failure.retryAfter) };
}

function waiting(seconds: number | undefined): { readonly waitSeconds?: number } {
  return seconds === undefined ? {} : { waitSeconds: Math.ceil(seconds) };
}
