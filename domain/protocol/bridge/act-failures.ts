import type { Told } from '../failure-table.ts';

/** What a failed act on an account, step or recovery says; `reason` is a `FailureReason` or a `DeviceReason`. */
export interface ActFailure {
  readonly kind: Told['act'];
  readonly reason?: string;
  readonly waitSeconds?: number;
}

/** What only the device itself says of a sign-in or an unlocking. */
type OfTheDevice =
  /** Switching and PIN: the account's own password is needed. Unlocking: a sign-in is needed, the server asks for more than it. */
  | 'passwordNeeded'
  | 'noLocalData'
  | 'providerOff'
  /** Somebody else has signed in in the browser. */
  | 'otherAccount'
  | 'storage';

/**
 * Why signing in or unlocking did not succeed. `waitSeconds`: how long further tries are refused. `passwordExpired`: the office's password
 * has ended unused, and the office gives a new one; `passwordOff`: the school lets this account in by its provider alone; `noAccess`: the
 * password was right, and the school gives no access, any more or yet (S4).
 */
export interface SignInFailure {
  readonly kind: Told['signIn'] | Told['journey'] | OfTheDevice;
  readonly waitSeconds?: number;
}
