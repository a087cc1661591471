/** What a computer holds of an account whose password for this computer is asked for, after a sign-in by a provider. */
export interface LocalDataHere {
  readonly hasData: boolean;
  /** Entries that the server has not acknowledged, and that the password of this computer opens. */
  readonly unsent: number;
  /** Entries that an earlier password alone opens: they stay where they are. */
  readonly setAside: number;
  /** Whether these move over to a new password; without a keychain only the old one opens them. */
  readonly unsentMoves: boolean;
  /** Words that those who know the person would try first. */
  readonly personal: readonly string[];
}

/** The password that opens the data of this computer, or a new one for it. The server sees neither. */
export interface LocalPasswordAnswer {
  readonly kind: 'localPassword' | 'newLocalPassword';
  readonly password: string;
}
