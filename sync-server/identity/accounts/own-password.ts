import type { AccountTransaction, Profile } from '../../storage/contract/accounts.ts';
import type { IdentityContext } from './identity-context.ts';
import type { AfterCommit } from './account-change.ts';

/** A password that its owner has chosen. */
export interface OwnPassword {
  readonly profile: Profile;
  readonly hash: string;
  /** The username that acts, absent when a link does. */
  readonly by?: string;
  /** The session that acts goes on; all others of the profile end (S20). */
  readonly session?: string;
}

/**
 * Puts an owner's password in the place of the one before, which is worth nothing from now on (S23): accounts that were only issued
 * become activated, sessions end, links and messages that would set a password are void. Answers the profile as saved.
 */
export async function setOwnPassword(
  { now, links, postOffice }: Pick<IdentityContext, 'now' | 'links' | 'postOffice'>,
  transaction: AccountTransaction,
  after: AfterCommit,
  { profile, hash, by, session }: OwnPassword,
): Promise<Profile> {
  const at = now();
  const changed: Profile = { ...profile, password: { hash, origin: 'owner', setAt: at } };
  await transaction.saveProfile(changed);
  const accounts = await transaction.accountsOfProfile(profile.id);
  for (const account of accounts) {
    await postOffice.cancel(transaction, account.username, ['activate', 'resetPassword', 'reminder']);
    if (account.state !== 'issued') continue;
    await transaction.saveAccount({ ...account, state: 'activated', activatedAt: at });
    const { school, username } = account;
    await transaction.addEvent({ at, school, username, ...byOf(by), act: 'activated', details: {} });
  }
  await links.close(transaction, profile.id, ['activate', 'resetPassword']);
  const usernames = accounts.map(({ username }) => username);
  after.ended(await transaction.endSessions(usernames, 'passwordChanged', session));
  return changed;
}

/** The member of an event that says who acted, where somebody is signed in. */
export function byOf(by: string | undefined): { by?: string } {
  return by === undefined ? {} : { by };
}
