import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type {
  LostEntries,
  RemovalFailure,
  UnsentCount,
} from '../../domain/protocol/bridge/unsent-entries.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { folderName } from '../accounts/account-store.ts';
import type { DeviceFile } from '../accounts/device-file.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import type { PortfolioKeys } from '../accounts/portfolio-keys.ts';
import type { SignInNames } from '../accounts/sign-in-names.ts';
import { locate } from '../directory/known-servers.ts';
import type { EntryParts } from '../entry/admission.ts';
import type { PendingSteps } from '../entry/pending-sign-in.ts';

/** What leaving an account works with. */
export interface LeavingParts extends Omit<EntryParts, 'isInterrupted' | 'keys' | 'device'> {
  readonly deviceFile: DeviceFile;
  readonly portfolios: PortfolioKeys;
  readonly names: SignInNames;
  readonly pending: PendingSteps;
  /** Overwrites the keys of an account that was left. */
  readonly wipe: (left: OpenAccount) => void;
}

/**
 * The ways out of an account. Each that costs something takes the number that the person has seen, and is refused with today's number
 * where there is more to lose by now (S35). Not for concurrent callers.
 */
export interface Leaving {
  /** Ends the session of an account that is not open, as far as its server can be reached. */
  endOther(ref: AccountRef): Promise<void>;
  /** Signs out; what waits stays here, encrypted. */
  leave(confirmed: number): Promise<Result<SessionState, RemovalFailure>>;
  remove(ref: AccountRef, confirmed: number): Promise<Result<null, RemovalFailure>>;
  /** How many entries of an account wait here, and how many are lost; of the open one by its journal. */
  unsentOf(ref: AccountRef): Promise<UnsentCount>;
  losses(): Promise<readonly LostEntries[]>;
  /** Forgets what nothing opens: of the open account, or of one whose key is gone. */
  forgetLost(folder: string, confirmed: number): Promise<Result<null, RemovalFailure>>;
}

/** Creates the ways out. */
export function createLeaving(parts: LeavingParts): Leaving {
  const { accounts, attempts, broker, transport, session, deviceFile, pins, pending, names, unfinished } =
    parts;

  async function serverOf(ref: AccountRef): Promise<string | undefined> {
    const account = await accounts.find(ref);
    return account && parts.servers.of(locate(account));
  }

  /** By what names its token, not by the token: that can be read while the account is open alone. */
  async function endOther(ref: AccountRef): Promise<void> {
    const server = await serverOf(ref);
    const ending = await broker.discard(ref);
    if (server !== undefined && ending !== undefined)
      unfinished.begin('signOut', transport.signOut(server, ending));
  }

  async function unsentOf(ref: AccountRef): Promise<UnsentCount> {
    // What is open has a note of what it has lost, and a file whose last frames count.
    return { unsent: await accounts.unsent(ref), lost: await accounts.lost(ref) };
  }

  async function signOut(): Promise<void> {
    const state = session.state();
    const account = session.account();
    session.clear();
    pins.wipe();
    pending.forget();
    await account?.journal.close();
    if (account !== undefined) parts.wipe(account);
    const ended = await broker.end();
    // The server is told as far as it can be reached; nobody waits for it.
    if (ended?.server !== undefined)
      unfinished.begin('signOut', transport.signOut(ended.server, ended.refreshToken));
    if (state.kind === 'locked') await endOther(state.identity);
    broker.pause();
    await deviceFile.choose(undefined);
  }

  async function leave(confirmed: number): Promise<Result<SessionState, RemovalFailure>> {
    const unsent = session.account()?.journal.unsent() ?? 0;
    if (unsent > confirmed) return fail({ kind: 'unsentEntries', unsent });
    await signOut();
    return ok(session.state());
  }

  /** All that is gone with an account: what waits, and what might be saved by somebody who knows how. */
  async function atStake(ref: AccountRef): Promise<number> {
    const { unsent, lost } = await unsentOf(ref);
    return unsent + lost;
  }

  async function remove(ref: AccountRef, confirmed: number): Promise<Result<null, RemovalFailure>> {
    const before = await atStake(ref);
    if ((await accounts.find(ref)) === undefined && before === 0)
      return fail({ kind: 'notFound', unsent: 0 });
    if (before > confirmed) return fail({ kind: 'unsentEntries', unsent: before });
    const state = session.state();
    const chosen = state.kind !== 'signedOut' && isSameAccount(state.identity, ref);
    if (chosen) await signOut();
    else await endOther(ref);
    // Written while it was being closed: it is in the journal, and nobody has been asked about it.
    const unsent = await atStake(ref);
    if (unsent > confirmed) return fail({ kind: 'unsentEntries', unsent });
    try {
      await accounts.remove(ref);
      await attempts.succeed(accounts.folder(ref));
      await names.forget(ref);
      await parts.portfolios.keepOnly(await accounts.portfolioKeys());
    } catch (error) {
      parts.onError('accountNotRemoved', error);
      return fail({ kind: 'internal', unsent });
    }
    return ok(null);
  }

  async function forgetLost(folder: string, confirmed: number): Promise<Result<null, RemovalFailure>> {
    const open = session.account();
    const own = open !== undefined && folderName(open.identity) === folder ? open.journal : undefined;
    const now = (await accounts.losses()).find((one) => one.folder === folder)?.entries ?? 0;
    if (now === 0) return fail({ kind: 'notFound', unsent: 0 });
    if (now !== confirmed) return fail({ kind: 'unsentEntries', unsent: now });
    try {
      await accounts.forgetLost(folder, own);
      return ok(null);
    } catch (error) {
      parts.onError('lossNotForgotten', error);
      return fail({ kind: 'internal', unsent: now });
    }
  }

  return { endOther, leave, remove, unsentOf, losses: accounts.losses, forgetLost };
}
