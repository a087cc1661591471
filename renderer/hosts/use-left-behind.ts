import { useMemo } from 'react';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { useSession } from '../data/use-session.ts';

/** What is on this device of an account and does not leave by itself: then nobody says that all has arrived. */
export interface LeftBehind {
  /** Entries that nothing opens any more. */
  readonly lost: number;
  /** Entries that only an earlier password opens. */
  readonly setAside: number;
}

/** What is left behind of an account, as it was known when the accounts of this device were looked at last. */
export function useLeftBehind({ school, username }: AccountRef): LeftBehind {
  const accounts = useSession((state) => state.deviceAccounts);
  const losses = useSession((state) => state.lostEntries);
  return useMemo(() => {
    const ref = { school, username };
    const own = accounts.find(({ identity }) => isSameAccount(identity, ref));
    const lost = losses.find((one) => one.school === school && one.username === username);
    return { lost: lost?.entries ?? 0, setAside: own?.setAside ?? 0 };
  }, [accounts, losses, school, username]);
}
