import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { AccountKeys } from '../accounts/account-keys.ts';
import { type AccountStore } from '../accounts/account-store.ts';
import { sharePortfolio } from '../accounts/portfolio-news.ts';
import type { SessionStore } from '../session/session-store.ts';

/** What the server says anew of who the open account is: after a merge made elsewhere its portfolio has another entry (S34). */
export interface IdentityNews {
  /** Takes note; {@link apply} makes it true here. */
  hear(identity: Identity): void;
  /** Writes down what was heard and tells the page. Not for concurrent callers. */
  apply(): Promise<void>;
}

/** Creates the listener. */
export function createIdentityNews(
  session: SessionStore,
  keys: Pick<AccountKeys, 'rename'>,
  store: AccountStore,
): IdentityNews {
  let heard: Identity | undefined;
  return {
    hear: (identity) => {
      heard = identity;
    },
    apply: async () => {
      const current = session.account();
      const next = heard;
      heard = undefined;
      if (current === undefined || next === undefined || !isSameAccount(current.identity, next)) return;
      if (JSON.stringify(current.identity) === JSON.stringify(next)) return;
      const renamed = await keys.rename(current, next);
      await sharePortfolio(store, renamed);
      // Locked while it was written down: the next unlock reads it.
      if (session.account()?.opening !== current.opening) return;
      session.enter(renamed);
      if (renamed.portfolio === undefined) current.portfolio?.key.fill(0);
    },
  };
}
