import { fail, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type {
  Account,
  AccountReader,
  AccountTransaction,
  PlacedSession,
  Profile,
} from '../../storage/contract/accounts.ts';
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

/** Who is told of what a change of accounts has brought about. */
type Told = Pick<IdentityContext, 'onEnded' | 'onAccountChanged' | 'postOffice'>;

/** What a transaction leaves to be told: noted while it runs, looked up at its end, told once it stands. */
interface Aftermath {
  readonly after: AfterCommit;
  /** Looks up the living sessions of the accounts that have changed: the last thing that a transaction does. */
  conclude(reader: AccountReader): Promise<void>;
  tell(): void;
}

/** Nothing has been noted yet. */
export function createAftermath({ onEnded, onAccountChanged, postOffice }: Told): Aftermath {
  const ended: PlacedSession[] = [];
  const changed = new Set<string>();
  const living = new Set<string>();
  return {
    after: {
      ended: (sessions) => ended.push(...sessions),
      changed: (usernames) => usernames.forEach((username) => changed.add(username)),
    },
    async conclude(reader) {
      for (const { id, endReason } of await reader.sessionsOf([...changed]))
        if (endReason === null) living.add(id);
    },
    tell() {
      for (const { school, id } of ended) onEnded(school, id);
      if (living.size > 0) onAccountChanged(living);
      postOffice.wake();
    },
  };
}

/** Changes accounts in one transaction, and tells connections and post office once it stands. */
export async function changeAccounts<T>(
  context: Told & Pick<IdentityContext, 'storage'>,
  work: (transaction: AccountTransaction, after: AfterCommit) => Promise<T>,
): Promise<T> {
  const { value, aftermath } = await context.storage.accounts.transaction(async (transaction) => {
    const own = createAftermath(context);
    const result = await work(transaction, own.after);
    await own.conclude(transaction);
    return { value: result, aftermath: own };
  });
  aftermath.tell();
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
