import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Account, AccountTransaction, PlacedSession, Profile } from '../../storage/contract/accounts.ts';
import type { SignedIn } from './authenticate.ts';
import { requireSession } from './still-signed-in.ts';
import { noSuchAccount, ownProfile, ownProofNeeded } from './own-account.ts';
import type { IdentityContext } from './identity-context.ts';

/** What is done once a change of accounts stands. */
export interface AfterCommit {
  /** Sessions that have ended: their live connections are cut. */
  ended(sessions: readonly PlacedSession[]): void;
  /** Accounts of these usernames look different now: their devices ask again. */
  changed(usernames: readonly string[]): void;
}

/** Changes accounts in one transaction, and tells connections and post office once it stands. */
export async function changeAccounts<T>(
  {
    storage,
    onEnded,
    onAccountChanged,
    postOffice,
  }: Pick<IdentityContext, 'storage' | 'onEnded' | 'onAccountChanged' | 'postOffice'>,
  work: (transaction: AccountTransaction, after: AfterCommit) => Promise<T>,
): Promise<T> {
  const ended: PlacedSession[] = [];
  const changed = new Set<string>();
  const { value, living } = await storage.accounts.transaction(async (transaction) => {
    const after: AfterCommit = {
      ended: (sessions) => ended.push(...sessions),
      changed: (usernames) => usernames.forEach((username) => changed.add(username)),
    };
    const value = await work(transaction, after);
    const sessions = await transaction.sessionsOf([...changed]);
    return { value, living: sessions.filter(({ endReason }) => endReason === null) };
  });
  for (const { school, id } of ended) onEnded(school, id);
  if (living.length > 0) onAccountChanged(new Set(living.map(({ id }) => id)));
  postOffice.wake();
  return value;
}

/** An account and its profile, as they are in the transaction that changes them. */
export interface OwnAccount {
  readonly account: Account;
  readonly profile: Profile;
}

/**
 * Changes the account of somebody who is signed in. Whoever acts is looked at in the transaction that writes: the session lives, the
 * account is not blocked, and its profile has the password and the second factor of the one on which was decided (`seen`, where anything
 * was). What was blocked, reissued or joined while the act was prepared stays so.
 *
 * @throws RequestFailure `notSignedIn` when the session has ended; nothing is written
 */
export async function changeOwnAccount<T>(
  context: Parameters<typeof changeAccounts>[0],
  actor: SignedIn,
  seen: Profile | undefined,
  work: (transaction: AccountTransaction, after: AfterCommit, own: OwnAccount) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  return await changeAccounts(context, async (transaction, after) => {
    await requireSession(transaction, actor);
    const own = await ownProfile(transaction, actor.username);
    if (!own || own.account.state === 'blocked') return fail(noSuchAccount);
    if (seen && !isAsSeen(own.profile, seen)) return fail(ownProofNeeded);
    return await work(transaction, after, own);
  });
}

/** Whether what was decided on a profile still holds: it is the same, opened by the same password and second factor. */
export function isAsSeen(profile: Profile, seen: Profile): boolean {
  return (
    profile.id === seen.id &&
    profile.password.hash === seen.password.hash &&
    profile.secondFactor?.confirmedAt === seen.secondFactor?.confirmedAt
  );
}
