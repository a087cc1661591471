/** What a failed act on an account, step or recovery says; `reason` is a `PasswordFault` or `NotPossibleReason`. */
export interface ActFailure {
  readonly kind:
    | 'wrongPassword'
    | 'wrongCode'
    | 'weakPassword'
    | 'notPossible'
    | 'tooManyAttempts'
    | 'expired'
    | 'notSignedIn'
    | 'serverUnreachable'
    | 'internal';
  readonly reason?: string;
  readonly waitSeconds?: number;
}

/** Why signing in or unlocking did not succeed. `waitSeconds`: how long further tries are refused. */
export interface SignInFailure {
  readonly kind:
    | 'wrongCredentials'
    /** Switching and PIN: the account's own password is needed. Unlocking: a sign-in is needed, the server asks for more than it. */
    | 'passwordNeeded'
    /** The office's password has ended unused: the office gives a new one. */
    | 'passwordExpired'
    | 'tooManyAttempts'
    | 'serverUnreachable'
    | 'noLocalData'
    | 'outdatedClient'
    | 'accountBlocked'
    /** The school lets this account in by its provider alone. */
    | 'passwordOff'
    /** The password was right, and the school gives no access, any more or yet (S4). */
    | 'noAccess'
    | 'providerOff'
    | 'wrongBrowserCode'
    /** Somebody else has signed in in the browser. */
    | 'otherAccount'
    | 'expired'
    | 'storage'
    | 'internal';
  readonly waitSeconds?: number;
}
