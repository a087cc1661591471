import type { ActFailure, SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { TransportFailure } from './transport.ts';

/** Whether a failure says nothing about the password: then the device helps itself. */
export function isOutOfReach({ kind }: TransportFailure): boolean {
  return kind === 'unreachable' || kind === 'unavailable' || kind === 'internal' || kind === 'diskFull';
}

/** Answers that no repetition can better. A closed list: anything else, known or not, keeps the session. */
const PERMANENT: ReadonlySet<TransportFailure['kind']> = new Set([
  'notSignedIn',
  'tokenExpired',
  'forbidden',
  'wrongCredentials',
  'passwordExpired',
  'accountBlocked',
  // Passwords are off for this account: the provider is the way in.
  'notPossible',
]);

/** Whether a session ends with this answer to its renewal. */
export function isPermanent({ kind }: TransportFailure): boolean {
  return PERMANENT.has(kind);
}

/** What a failed sign-in says to the page. */
export function toSignInFailure({ kind, reason, retryAfter }: TransportFailure): SignInFailure {
  const waitSeconds = retryAfter === undefined ? {} : { waitSeconds: Math.ceil(retryAfter) };
  switch (kind) {
    case 'wrongCredentials':
      return { kind: reason === 'noAccess' ? 'noAccess' : kind, ...waitSeconds };
    case 'tooManyAttempts':
    case 'outdatedClient':
    case 'passwordExpired':
    case 'accountBlocked':
      return { kind, ...waitSeconds };
    case 'wrongPassword':
    case 'wrongCode':
      return { kind: 'wrongCredentials', ...waitSeconds };
    case 'unreachable':
    case 'unavailable':
    case 'diskFull':
      return { kind: 'serverUnreachable', ...waitSeconds };
    case 'notPossible':
      return { kind: reason === 'localPasswordOff' ? 'passwordOff' : 'internal' };
    case 'badRequest':
    case 'notSignedIn':
    case 'tokenExpired':
    case 'forbidden':
    case 'weakPassword':
    case 'tooLarge':
    case 'internal':
      return { kind: 'internal' };
  }
}

/** What a failed act, step or recovery says to the page. */
export function toActFailure({ kind, reason, retryAfter }: TransportFailure): ActFailure {
  const more = {
    ...(reason !== undefined && { reason }),
    ...(retryAfter !== undefined && { waitSeconds: Math.ceil(retryAfter) }),
  };
  switch (kind) {
    case 'wrongPassword':
    case 'wrongCode':
    case 'weakPassword':
    case 'notPossible':
    case 'tooManyAttempts':
    case 'notSignedIn':
      return { kind, ...more };
    case 'wrongCredentials':
      return { kind: 'wrongPassword', ...more };
    case 'tokenExpired':
    case 'passwordExpired':
      return { kind: 'expired', ...more };
    case 'accountBlocked':
      return { kind: 'notSignedIn', ...more };
    case 'unreachable':
    case 'unavailable':
    case 'diskFull':
      return { kind: 'serverUnreachable', ...more };
    case 'badRequest':
    case 'forbidden':
    case 'outdatedClient':
    case 'tooLarge':
    case 'internal':
      return { kind: 'internal' };
  }
}
