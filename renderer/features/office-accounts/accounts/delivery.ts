import type { Instant } from '../../../../domain/base/ids.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';

/** How the credentials that are valid now have travelled; of a letter, when. */
export type Delivery =
  | { readonly kind: 'none' | 'queued' | 'sent' | 'failed' | 'printed' | 'linkEnded' }
  | { readonly kind: 'letter'; readonly at: Instant };

/**
 * Tells of the credentials with which somebody can come in now: what a new password, the end of a password or of a link has voided was not
 * delivered. Undefined once they have been used, and for a blocked account to which nothing went: there is nothing to hand over.
 */
export function deliveryOf(account: OfficeAccount, now: Instant): Delivery | undefined {
  const { state, activatedAt, letterPrintedAt, passwordExpiresAt } = account;
  if (state === 'activated' || activatedAt !== undefined) return undefined;
  const hasEnded = passwordExpiresAt !== undefined && passwordExpiresAt <= now;
  const letter = hasEnded ? undefined : letterPrintedAt;
  const mail = mailOf(account, now);
  // The later one tells more: whoever printed a letter after a message that failed has helped already.
  if (mail && (letter === undefined || (account.mailedAt ?? '') > letter))
    if (mail !== 'linkEnded' || letter === undefined) return { kind: mail };
  if (letter !== undefined) return { kind: 'letter', at: letter };
  return state === 'blocked' ? undefined : { kind: 'none' };
}

function mailOf(
  { mail, mailLinkUntil }: OfficeAccount,
  now: Instant,
): Exclude<Delivery['kind'], 'none' | 'letter'> | undefined {
  // A cancelled message has delivered nothing.
  if (mail === undefined || mail === 'cancelled') return undefined;
  const hasEnded = mail !== 'failed' && mailLinkUntil !== undefined && mailLinkUntil <= now;
  return hasEnded ? 'linkEnded' : mail;
}
