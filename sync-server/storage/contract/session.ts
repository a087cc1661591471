import type { PersonId } from '../../../domain/base/ids.ts';
import type { AccountKind } from '../../../domain/people/username.ts';

/**
 * Something that was proved, of whom and when (milliseconds since the epoch). A password and a second factor are those of one profile. A
 * provider's word is about one person: `whom` holds digests of the fiscal code and of the address that it named. A link of a mail is
 * worth what its address is: the confirmed one of a profile, or one that a school's record has for the person of an account.
 */
export type Proof =
  | {
      readonly by: 'password' | 'officePassword' | 'secondFactor';
      readonly profile: string;
      readonly at: number;
    }
  | {
      readonly by: 'provider';
      /** As the provider is called, for the register of operations. */
      readonly name: string;
      readonly whom: readonly string[];
      /** Whether more than a password was shown there. */
      readonly isStrong: boolean;
      readonly at: number;
    }
  | { readonly by: 'confirmedAddress'; readonly profile: string; readonly at: number }
  | { readonly by: 'recordAddress'; readonly username: string; readonly at: number };

/** A sign-in on one device and all refresh tokens that followed from it. */
export interface Session {
  readonly id: string;
  readonly username: string;
  readonly person: PersonId;
  readonly kind: AccountKind;
  /** The child of a family's account. */
  readonly pupil?: PersonId;
  readonly deviceId: string;
  readonly deviceName: string;
  /** What was proved when it was opened, and since: nothing else counts for another account (docs/adr/0013). */
  readonly proofs: readonly Proof[];
  readonly createdAt: number;
  readonly lastUsedAt: number;
  /** Why it ended; null while it is alive. */
  readonly endReason: EndReason | null;
}

/**
 * Why a session ended: by its owner on the device, by a copied token, by age, by a new password, by its owner from elsewhere, by the
 * office.
 */
export type EndReason = 'signedOut' | 'reuse' | 'expired' | 'passwordChanged' | 'remote' | 'blocked';

/** A refresh token, of which only the hash is kept. */
export interface RefreshToken {
  readonly hash: string;
  readonly session: string;
  readonly issuedAt: number;
  /** When it was exchanged for its successor; null for the newest one. */
  readonly usedAt: number | null;
  /** With the token itself gives its successor, so that an answer lost on the line can be given again. */
  readonly salt: string;
}
