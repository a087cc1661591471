import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { DeviceAccount } from '../../domain/protocol/bridge/device-account.ts';
import type { LocalStoreKey, OpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type { RemovalFailure } from '../../domain/protocol/bridge/unsent-entries.ts';
import type { TransportFailure } from '../network/transport.ts';
import type { AccountRef, Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { withoutDataKeys, type Account } from '../accounts/account-file.ts';
import type { OpenAccount } from '../accounts/open-account.ts';
import type { DeviceFile } from '../accounts/device-file.ts';
import type { PortfolioKeys } from '../accounts/portfolio-keys.ts';
import { locate } from '../directory/known-servers.ts';
import { createTurns, type Turns } from '../../domain/base/turns.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import type { Journal } from '../journal/journal.ts';
import { createAccountActs, type PerformAct } from '../acts/account-acts.ts';
import { createAdmission, type Entered } from '../entry/admission.ts';
import { createCompletion } from '../entry/complete-sign-in.ts';
import { createHandOver, type HandOver } from '../acts/hand-over.ts';
import type { IdentityNews } from '../acts/identity-news.ts';
import { createLeaving, type Leaving } from '../acts/leaving.ts';
import { createProviderEntry, type ProviderEntry, type ProviderEntryParts } from '../entry/provider-entry.ts';
import type { LockReason } from '../session/session-store.ts';
import { createSignIn, type SignIn, type SignInParts } from '../entry/sign-in.ts';
import { createSwitchAccount, type SwitchAccount } from '../entry/switch-account.ts';
import { createPinEntry, type PinEntry } from '../entry/unlock-by-pin.ts';

/** The session of this device as the bridge's verbs see it. */
export interface DeviceSession extends SignIn, ProviderEntry, PinEntry {
  /** Shows the account chosen last as locked, or nobody. */
  start(): Promise<void>;
  state(): SessionState;
  deviceAccounts(): Promise<readonly DeviceAccount[]>;
  cancelStep(): void;
  hasPin(): boolean;
  readonly switchAccount: SwitchAccount;
  readonly accountAct: PerformAct;
  readonly handOver: HandOver;
  /** The server has said anew who the open account is. */
  heardIdentity(identity: Identity): void;
  /** The office has closed an account: it ends here, and what is unsent waits for the hand-over. */
  heardBlocked(ref: AccountRef): void;
  /** Forgets the keys at once. */
  lock(reason: LockReason): SessionState;
  /** Signs out; `confirmed` is how many waiting entries the person has been told of. */
  signOut(confirmed: number): Promise<Result<SessionState, RemovalFailure>>;
  /** Wipes an account from this device; `confirmed` is how many entries the person has agreed to lose. */
  removeAccount(ref: AccountRef, confirmed: number): Promise<Result<null, RemovalFailure>>;
  readonly unsentOf: Leaving['unsentOf'];
  readonly lostEntries: Leaving['losses'];
  readonly forgetLost: Leaving['forgetLost'];
  localStoreKey(): Result<LocalStoreKey, { readonly kind: 'locked' }>;
  /** The journal of the open account. */
  journal(): Journal | undefined;
  /** The journal of an opening, while it lasts: a late write never goes to the next account. */
  journalOf(opening: OpeningId): Journal | undefined;
}

/** What {@link createDeviceSession} depends on. */
export interface DeviceSessionParts extends Omit<
  SignInParts & ProviderEntryParts,
  'block' | 'noteBlocked' | 'admission' | 'completion' | 'isInterrupted'
> {
  readonly deviceFile: DeviceFile;
  readonly portfolios: PortfolioKeys;
  readonly news: IdentityNews;
  readonly now: () => Account['lastUsedAt'];
}

/** Creates the session; whatever changes the account goes one after another. */
export function createDeviceSession(parts: DeviceSessionParts): DeviceSession {
  const { accounts, broker, session, deviceFile, pins, pending, news, unfinished } = parts;
  let locks = 0;
  /** How often the register had been locked when the way in that is under way was asked for. */
  let locksWhenAsked = 0;
  const entry = { ...parts, isInterrupted: () => locks !== locksWhenAsked };
  const admission = createAdmission(entry);
  const completion = createCompletion({ ...entry, admission });
  const ways = createSignIn({ ...entry, admission, completion, block, noteBlocked });
  const provider = createProviderEntry({ ...entry, admission, completion, noteBlocked });
  const pinEntry = createPinEntry({ ...entry, admission });
  const act = createAccountActs({ ...parts, block });
  const handOver = createHandOver(parts);
  const leaving = createLeaving({ ...parts, wipe });
  const switchTo = createSwitchAccount({ ...entry, admission, enterByPassword, noteBlocked });
  const inOrder = createTurns();
  const serial: Turns = async (work) => await unfinished.keep(inOrder(work));
  let closing: Promise<void> = Promise.resolve();

  function lock(reason: LockReason): SessionState {
    locks += 1;
    pending.forget();
    const account = session.account();
    // A computer that sleeps may be carried away: then only the password opens.
    if (reason === 'suspended') pins.wipe();
    if (account === undefined) {
      if (!pins.works()) session.endPin();
      return session.state();
    }
    const pin = (reason === 'idle' || reason === 'user') && pins.keep(account);
    session.lock(account.identity, reason, pin);
    broker.pause();
    const closed = account.journal.close().catch((error: unknown) => parts.onError('journalClose', error));
    closing = closed;
    // After a sign-in that is under way: it may be sealing this very key under a new password.
    const wiped = serial(async () => {
      await closed;
      wipe(account);
    });
    unfinished.begin('keysNotWiped', wiped);
    return session.state();
  }

  /** Overwrites the keys of an account that was left, unless a sign-in or the next account of the portfolio goes on with them. */
  function wipe(left: OpenAccount): void {
    const current = session.account();
    if (current?.databaseKey !== left.databaseKey) left.databaseKey.fill(0);
    if (current?.portfolio?.key !== left.portfolio?.key) left.portfolio?.key.fill(0);
  }

  async function enterBy<T extends Result<unknown, unknown>>(way: () => Promise<T>): Promise<T> {
    const asked = locks;
    return await serial(async () => {
      // A write may still be under way in the journal that the lock is closing.
      await closing;
      locksWhenAsked = asked;
      const before = session.account();
      const result = await way();
      // Left for another account, without a lock in between.
      if (before !== undefined) wipe(before);
      const state = session.state();
      if (result.ok && state.kind === 'open') await deviceFile.choose(state.identity);
      return result;
    });
  }

  async function enterByPassword(ref: AccountRef, password: string): Promise<Entered> {
    if ((await accounts.find(ref)) !== undefined) return await ways.unlock(ref, password);
    const entered = await ways.signIn({ username: ref.username, password, school: ref.school });
    if (!entered.ok) return entered;
    if (entered.value.state.kind !== 'step') return ok(entered.value.state);
    // The server asks for more than the password: that is for the sign-in page.
    pending.forget();
    return fail({ kind: 'noLocalData' });
  }

  async function serverOf(ref: AccountRef): Promise<string | undefined> {
    const account = await accounts.find(ref);
    return account && parts.servers.of(locate(account));
  }

  async function block(ref: AccountRef): Promise<void> {
    const account = await accounts.find(ref);
    if (account !== undefined) {
      // Without its keys, the file opens no data whatever is taken out of it: only what waits can be handed over.
      const left = withoutDataKeys(account, await accounts.unsent(ref));
      await accounts.save({ ...left, blockedAt: account.blockedAt ?? parts.now() });
    }
    const state = session.state();
    if (state.kind === 'signedOut' || !isSameAccount(state.identity, ref)) return;
    lock('blocked');
    pins.wipe();
    session.lock(state.identity, 'blocked', false);
    await leaving.endOther(state.identity);
  }

  /** Only for an account of that very server: none speaks for those of another. */
  async function noteBlocked({ kind, account }: TransportFailure, server: string, asked?: AccountRef) {
    const ref = account ?? asked;
    if (kind === 'accountBlocked' && ref !== undefined && (await serverOf(ref)) === server) await block(ref);
  }

  return {
    start: async () => {
      const current = deviceFile.current();
      const account = current === undefined ? undefined : await accounts.find(current);
      if (account === undefined) return;
      session.lock(account.identity, account.blockedAt === undefined ? 'start' : 'blocked', false);
    },
    state: session.state,
    deviceAccounts: async () =>
      await Promise.all(
        (await accounts.list()).map(async ({ identity, lastUsedAt, enteredBy, blockedAt }) => {
          const setAside = await accounts.unsentAside(identity);
          return {
            identity,
            lastUsedAt,
            unsent: await accounts.unsent(identity),
            ...(setAside > 0 && { setAside }),
            ...(enteredBy !== undefined && { byProvider: true as const }),
            ...(blockedAt !== undefined && { blocked: true as const }),
          };
        }),
      ),
    signIn: async (credentials) => await enterBy(async () => await ways.signIn(credentials)),
    answerStep: async (answer) => await enterBy(async () => await ways.answerStep(answer)),
    cancelStep: pending.forget,
    signInWays: provider.signInWays,
    startProvider: async (request) => await enterBy(async () => await provider.startProvider(request)),
    reopenProvider: provider.reopenProvider,
    finishProvider: async (code) => await enterBy(async () => await provider.finishProvider(code)),
    unlock: async (ref, password) => await enterBy(async () => await ways.unlock(ref, password)),
    unlockWithPin: async (pin) => await enterBy(async () => await pinEntry.unlockWithPin(pin)),
    setPin: async (pin, password) => await serial(async () => await pinEntry.setPin(pin, password)),
    hasPin: () => {
      const account = session.account();
      return account === undefined ? pins.works() : pins.has(account);
    },
    switchAccount: async (ref, password) => await enterBy(async () => await switchTo(ref, password)),
    accountAct: async (request) => await serial(async () => await act(request)),
    handOver: async (...given) => await serial(async () => await handOver(...given)),
    heardIdentity: (identity) => {
      news.hear(identity);
      unfinished.begin('identityNotKept', serial(news.apply));
    },
    heardBlocked: (ref) =>
      unfinished.begin(
        'notBlocked',
        serial(async () => await block(ref)),
      ),
    lock,
    signOut: async (confirmed) => await serial(async () => await leaving.leave(confirmed)),
    removeAccount: async (ref, confirmed) => await serial(async () => await leaving.remove(ref, confirmed)),
    unsentOf: leaving.unsentOf,
    lostEntries: leaving.losses,
    forgetLost: async (...given) => await serial(async () => await leaving.forgetLost(...given)),
    localStoreKey: () => {
      const account = session.account();
      if (account === undefined) return fail({ kind: 'locked' });
      const { identity, opening, databaseName } = account;
      return ok({
        opening,
        account: { school: identity.school, username: identity.username },
        databaseName,
        key: new Uint8Array(account.databaseKey),
      });
    },
    journal: () => session.account()?.journal,
    journalOf: (opening) => {
      const account = session.account();
      return account?.opening === opening ? account.journal : undefined;
    },
  };
}
