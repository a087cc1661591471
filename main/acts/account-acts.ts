import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { AccountAct, AccountActAnswer } from '../../domain/protocol/endpoints/account/account.ts';
import type { ActFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import { sharePortfolio } from '../accounts/portfolio-news.ts';
import type { SignInNames } from '../accounts/sign-in-names.ts';
import { locate } from '../directory/known-servers.ts';
import type { EntryParts } from '../entry/admission.ts';
import type { IdentityNews } from './identity-news.ts';
import { toActFailure } from '../network/server-failures.ts';
import type { TokenOutcome } from '../session/token-broker.ts';

/** What acts on an account work with. */
export interface ActParts extends Pick<
  EntryParts,
  'accounts' | 'keys' | 'broker' | 'transport' | 'session' | 'servers' | 'pins' | 'onError'
> {
  readonly news: IdentityNews;
  readonly names: SignInNames;
  /** The server has said that the office has closed the account. */
  readonly block: (account: AccountRef) => Promise<void>;
}

/** Sends an act of the open account to its server, and seals the local data anew with what it changes. Not for concurrent callers. */
export type PerformAct = (act: AccountAct) => Promise<Result<AccountActAnswer, ActFailure>>;

type Token = Extract<TokenOutcome, { kind: 'token' }>;

/** Creates the acts. */
export function createAccountActs(parts: ActParts): PerformAct {
  const { accounts, keys, broker, transport, session, servers, pins, news, names } = parts;

  async function tokenOf(account: OpenAccount): Promise<Token | ActFailure> {
    const outcome = await broker.accessToken();
    if (outcome.kind === 'unreachable') return { kind: 'serverUnreachable' };
    if (outcome.kind === 'signInNeeded') {
      session.setSignInNeeded(true);
      return { kind: 'notSignedIn' };
    }
    return isSameAccount(outcome.account, account.identity) ? outcome : { kind: 'notSignedIn' };
  }

  async function send(act: AccountAct, account: OpenAccount): Promise<Result<AccountActAnswer, ActFailure>> {
    for (const isLast of [false, true]) {
      const token = await tokenOf(account);
      if (token.kind !== 'token') return fail(token);
      const answer = await transport.act(token.server, token.token, act);
      if (answer.ok) return answer;
      const { kind } = answer.failure;
      if (kind === 'tokenExpired' && !isLast) {
        broker.expired(token.token);
        continue;
      }
      if (kind === 'accountBlocked') await parts.block(account.identity);
      if (kind === 'notSignedIn') {
        await broker.rejected(token.token);
        session.setSignInNeeded(true);
      }
      return fail(toActFailure(answer.failure));
    }
    return fail({ kind: 'internal' });
  }

  /** What the server says of the account after the act: a merge has given it another profile. */
  async function renewIdentity(): Promise<void> {
    const outcome = await broker.accessToken();
    if (outcome.kind === 'token') broker.expired(outcome.token);
    await broker.accessToken();
    await news.apply();
  }

  /** Seals the account and its portfolio under the password that counts now. */
  async function reseal(password: string): Promise<void> {
    const current = session.account();
    const server = current && servers.of(locate(current));
    if (current === undefined || server === undefined) return;
    const { identity, via } = current;
    const recognised = { identity, server, ...(via !== undefined && { via }) };
    const opened = await keys.admit(recognised, { password }, current);
    // Locked meanwhile: what was sealed is on the disk, and what is in memory has gone.
    if (session.account()?.opening !== current.opening) return;
    session.enter(opened);
    await pins.opened(opened);
    await sharePortfolio(accounts, opened);
  }

  /** The address of a merge is confirmed already: it opens this account without the server too. */
  async function rememberName(act: AccountAct, account: OpenAccount): Promise<void> {
    const server = servers.of(locate(account));
    if (act.kind === 'mergeProfile' && server !== undefined)
      await names.remember(server, act.address, account.identity);
  }

  return async (act) => {
    const current = session.account();
    if (current === undefined) return fail({ kind: 'notSignedIn' });
    const answer = await send(act, current);
    if (!answer.ok || answer.value.outcome !== 'done') return answer;
    try {
      await renewIdentity();
      const password = newPassword(act);
      // The password of this computer goes on where it is not the server's; with a merge the portfolio's counts here too.
      const isApart = current.byProvider === true && act.kind !== 'mergeProfile';
      if (password !== undefined && !isApart) await reseal(password);
      await rememberName(act, current);
    } catch (error) {
      // It is done on the server; here the old password opens until the next sign-in.
      parts.onError('notSealedAnew', error);
    }
    return ok(answer.value);
  };
}

/** The password that opens the account from now on, where the act changes it. */
function newPassword(act: AccountAct): string | undefined {
  switch (act.kind) {
    case 'changePassword':
      return act.next;
    case 'linkEmail':
      return act.newPassword;
    case 'mergeProfile':
      return act.password;
    case 'removeEmail':
    case 'disableSecondFactor':
    case 'separateAccount':
      return undefined;
  }
}
