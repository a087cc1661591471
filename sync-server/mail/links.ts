import { randomBytes } from 'node:crypto';
import { digestOf } from '../secrets/digest.ts';
import { notedBefore } from '../base/clock.ts';
import type { AccountReader, AccountTransaction, Link, LinkPurpose } from '../storage/contract/accounts.ts';

/** Three days to the millisecond (S17, S26). */
export const LINK_LIFETIME_MS = 72 * 3_600_000;

const SECRET_BYTES = 32;
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/** For whom a link is made. */
export interface LinkTarget {
  readonly purpose: LinkPurpose;
  readonly profile: string;
  /** The account that it was asked for. */
  readonly username: string;
  /** Where it is mailed to. */
  readonly address: string;
}

/** What a secret from a mail is worth; a link that was replaced by a newer one is closed like one that was used. */
export type FoundLink =
  | { readonly state: 'open'; readonly link: Link }
  | { readonly state: 'expired' | 'closed'; readonly link: Link }
  | { readonly state: 'unknown' };

/** Makes the links of mails, and says what they are worth. */
export interface Links {
  /** A fresh link's address; it closes older links of the same purpose and profile. */
  issue(transaction: AccountTransaction, target: LinkTarget): Promise<string>;
  find(reader: AccountReader, secret: string): Promise<FoundLink>;
  /** Closes the open links of a profile, those of some purposes or all: used, withdrawn, or overtaken. */
  close(transaction: AccountTransaction, profile: string, purposes?: readonly LinkPurpose[]): Promise<void>;
}

/** Links below the server's configured address, never below one that a request names: that would mail secrets to whoever asks. */
export function createLinks(publicUrl: () => string, now: () => number): Links {
  const close: Links['close'] = async (transaction, profile, purposes) => {
    for (const link of await transaction.linksOfProfile(profile)) {
      if (link.closedAt !== undefined || (purposes && !purposes.includes(link.purpose))) continue;
      await transaction.saveLink({ ...link, closedAt: now() });
    }
  };
  return {
    close,
    async issue(transaction, target) {
      await close(transaction, target.profile, [target.purpose]);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const createdAt = now();
      const expiresAt = createdAt + LINK_LIFETIME_MS;
      await transaction.saveLink({ ...target, hash: digestOf(secret), createdAt, expiresAt });
      return `${publicUrl().replace(/\/+$/, '')}/link/${secret}`;
    },
    async find(reader, secret) {
      const link = SECRET.test(secret) ? await reader.link(digestOf(secret)) : undefined;
      if (!link) return { state: 'unknown' };
      if (link.closedAt !== undefined) return { state: 'closed', link };
      return { state: now() <= link.expiresAt ? 'open' : 'expired', link };
    },
  };
}

/**
 * Dates links from the future back to now, their lifetime with them: they were made by a clock that has been set back since, and mails
 * are counted by them. To be called before counting, or nobody could ask for a mail until the clock has caught up.
 */
export async function dateBackLinks(
  transaction: AccountTransaction,
  profile: string,
  now: number,
): Promise<void> {
  for (const link of await transaction.linksOfProfile(profile)) {
    const createdAt = notedBefore(link.createdAt, now);
    if (createdAt === link.createdAt) continue;
    const expiresAt = createdAt + (link.expiresAt - link.createdAt);
    await transaction.saveLink({ ...link, createdAt, expiresAt });
  }
}
