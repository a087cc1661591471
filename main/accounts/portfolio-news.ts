import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { OpenAccount } from './open-account.ts';
import { type AccountStore } from './account-store.ts';

/**
 * Tells the other accounts of a portfolio on this device which accounts are in it now, so that each offers the same ones without the
 * server: one that has joined is one switch away, one that has left is not.
 */
export async function sharePortfolio(
  store: AccountStore,
  { identity, portfolio }: OpenAccount,
): Promise<void> {
  if (portfolio === undefined) return;
  const list = JSON.stringify(identity.portfolio);
  for (const other of await store.list()) {
    const isMember = other.shared?.key === portfolio.id && other.identity.profile === identity.profile;
    if (!isMember || isSameAccount(other.identity, identity)) continue;
    if (JSON.stringify(other.identity.portfolio) === list) continue;
    await store.save({ ...other, identity: { ...other.identity, portfolio: identity.portfolio } });
  }
}
