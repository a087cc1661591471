/** Entries on this device that nothing opens any more: their file or their key is damaged. */
export interface LostEntries {
  /** Names the place on this device, for the verb `forgetLost`. */
  readonly folder: string;
  /** At least so many. */
  readonly entries: number;
  /** Whose they are, where that can still be told. */
  readonly school?: string;
  readonly username?: string;
}

/** What is on this device of an account and not at the school. */
export interface UnsentCount {
  /** Entries that wait to be sent. */
  readonly unsent: number;
  /** Entries, at least, that nothing opens any more. */
  readonly lost: number;
}

/** Why an account was not left or removed; `unsent` is the number of now, of which the person has to be told. */
export interface RemovalFailure {
  readonly kind: 'unsentEntries' | 'notFound' | 'internal';
  readonly unsent: number;
}
