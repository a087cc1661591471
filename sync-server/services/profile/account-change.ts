import type { AccountTransaction, PlacedSession } from '../../storage/accounts.ts';
import type { IdentityContext } from '../session/session-context.ts';

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
