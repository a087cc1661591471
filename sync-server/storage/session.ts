import type { PersonId } from '../../domain/base/ids.ts';
import type { AccountKind } from '../../domain/rules/username.ts';

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
  /** Whether a provider of digital identities vouched for the person when the sign-in began. */
  readonly isVouched: boolean;
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
