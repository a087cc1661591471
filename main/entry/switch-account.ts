import { fail, ok } from '../../domain/base/result.ts';
import type { AccountRef, SessionTokens } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Account } from '../accounts/account-file.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import type { Portfolio } from '../accounts/portfolio-keys.ts';
import { locate } from '../directory/known-servers.ts';
import type { Admission, Entered, EntryParts } from './admission.ts';
import { isOutOfReach, toSignInFailure } from '../network/server-failures.ts';
import { SHORT_WAIT, type UnlockParts } from './unlock.ts';
import type { TransportFailure } from '../network/transport.ts';

/** What going over to another account works with. */
export interface SwitchParts extends EntryParts, Pick<UnlockParts, 'noteBlocked'> {
  readonly admission: Admission;
  /** The way in by password, for accounts of another profile. */
  readonly enterByPassword: (ref: AccountRef, password: string) => Promise<Entered>;
}

/** Goes over from the open account to another one (S33). Not for concurrent callers. */
export type SwitchAccount = (ref: AccountRef, password: string | undefined) => Promise<Entered>;

/**
 * Creates the switch. With the server, it opens a session of the other account; without it, the portfolio's key opens what is on this
 * device. Accounts of another profile need their own password.
 */
export function createSwitchAccount(parts: SwitchParts): SwitchAccount {
  const { accounts, keys, broker, transport, session, servers, admission } = parts;

  /** The open portfolio, where the account belongs to it by the last word of their server. */
  function portfolioOf({ identity, portfolio }: OpenAccount, ref: AccountRef): Portfolio | undefined {
    return identity.portfolio.some((one) => isSameAccount(one, ref)) ? portfolio : undefined;
  }

  async function askServer(
    current: OpenAccount,
    ref: AccountRef,
    within: number | undefined,
  ): Promise<SessionTokens | TransportFailure> {
    const server = servers.of(locate(current));
    if (server === undefined) return { kind: 'unreachable' };
    const answer = await broker.lend(
      async (refreshToken) =>
        await transport.switchTo(server, { refreshToken, username: ref.username }, within),
    );
    if (answer === undefined) return { kind: 'unreachable' };
    return answer.ok ? answer.value : answer.failure;
  }

  async function enterByServer(
    tokens: SessionTokens,
    current: OpenAccount,
    ref: AccountRef,
    portfolio: Portfolio,
  ): Promise<Entered> {
    const { identity } = tokens;
    if (isSameAccount(identity, ref) && identity.profile === portfolio.profile)
      return await admission.admit(
        tokens,
        { portfolio, ...(current.byProvider && { isLocal: true }) },
        current.via ?? current.identity.school,
      );
    await transport.signOut(portfolio.server, tokens.refreshToken);
    return fail({ kind: 'passwordNeeded' });
  }

  async function enterHere(account: Account, portfolio: Portfolio): Promise<Entered> {
    if (account.blockedAt !== undefined) return fail({ kind: 'accountBlocked' });
    const opened = await keys.unlockShared(account, portfolio);
    if (opened === undefined) return fail({ kind: 'passwordNeeded' });
    return await admission.enterLocally(account, opened, undefined);
  }

  function isKnownOffline(): boolean {
    const state = session.state();
    return state.kind === 'open' && state.connection === 'offline';
  }

  return async (ref, password) => {
    if (password !== undefined) return await parts.enterByPassword(ref, password);
    const current = session.account();
    if (current === undefined) return fail({ kind: 'passwordNeeded' });
    if (isSameAccount(current.identity, ref)) return ok(session.state());
    const account = await accounts.find(ref);
    const portfolio = portfolioOf(current, ref);
    if (portfolio === undefined) return fail({ kind: 'passwordNeeded' });
    // Nobody waits for a line that is known to be down.
    if (account?.shared !== undefined && isKnownOffline()) return await enterHere(account, portfolio);
    const asked = await askServer(current, ref, account === undefined ? undefined : SHORT_WAIT);
    if ('accessToken' in asked) return await enterByServer(asked, current, ref, portfolio);
    switch (asked.kind) {
      case 'forbidden':
      case 'wrongCredentials':
        // It has left the profile.
        return fail({ kind: 'passwordNeeded' });
      case 'notSignedIn':
      case 'tokenExpired':
        return account === undefined ? fail({ kind: 'passwordNeeded' }) : await enterHere(account, portfolio);
      default:
        if (!isOutOfReach(asked)) {
          const server = servers.of(locate(current));
          if (server !== undefined) await parts.noteBlocked(asked, server, ref);
          return fail(toSignInFailure(asked));
        }
        return account === undefined
          ? fail({ kind: 'serverUnreachable' })
          : await enterHere(account, portfolio);
    }
  };
}
