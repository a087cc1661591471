import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../domain/base/result.ts';
import type { ActFailure, SignInFailure } from '../../domain/protocol/bridge/act-failures.ts';
import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';
import type { BridgeVerbs } from '../../domain/protocol/bridge/verbs/verbs.ts';
import type { DeviceAccount } from '../../domain/protocol/bridge/device-account.ts';
import type {
  SessionState,
  SignInProgress,
  SignInStepAnswer,
} from '../../domain/protocol/bridge/session-state.ts';
import type {
  LostEntries,
  RemovalFailure,
  UnsentCount,
} from '../../domain/protocol/bridge/unsent-entries.ts';
import type { AccountRef, Identity } from '../../domain/protocol/endpoints/session/session.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { createTurns } from '../../domain/base/turns.ts';
import { isSameAccount } from '../../domain/protocol/endpoints/session/same-account.ts';
import { pictureNameOf, storeNameOf } from './device-memory.ts';
import { openRegister, type OpenFailure, type Opening, type Surroundings } from './open-register.ts';
import type { Register } from './register.ts';
import { deleteStore } from './store/store-files.ts';

/** Refusals with which the main process may have marked an account as closed. */
const HEARD_OF_BLOCK: ReadonlySet<string> = new Set(['accountBlocked', 'otherAccount']);
/** Milliseconds that leaving waits for what is being written. */
const LONGEST_WAIT = 500;

type OpenSession = Extract<SessionState, { readonly kind: 'open' }>;
type Removal = Parameters<BridgeVerbs['removeAccount']>[0];
type Opened = Result<SessionState, SignInFailure>;

/** Who is signed in on this device, and the open register that belongs to the session. */
export interface Session {
  /** Undefined until the main process has answered for the first time. */
  readonly session: SessionState | undefined;
  readonly deviceAccounts: readonly DeviceAccount[];
  /** Entries of any account of this device that nothing opens any more. */
  readonly lostEntries: readonly LostEntries[];
  readonly installedSchool: InstalledSchool | undefined;
  /** Open while the session is; undefined while it is being opened. */
  readonly register: Register | undefined;
  /** Why the register could not be opened though the session is. */
  readonly openFailure: OpenFailure | undefined;
  /** Recovery codes of a second factor enrolled while signing in: shown once, before anything else. */
  readonly recoveryCodes: readonly string[] | undefined;
  signIn(credentials: Parameters<BridgeVerbs['signIn']>[0]): Promise<Result<SignInProgress, SignInFailure>>;
  answerStep(answer: SignInStepAnswer): Promise<Result<SignInProgress, SignInFailure | ActFailure>>;
  /** The code that the browser has shown at the end of a sign-in by a provider. */
  finishProvider(code: string): Promise<Result<SignInProgress, SignInFailure>>;
  unlock(request: Parameters<BridgeVerbs['unlock']>[0]): Promise<Opened>;
  unlockWithPin(pin: string): Promise<Opened>;
  /** Goes over to another account; of the one that is left nothing stays open. */
  switchAccount(request: Parameters<BridgeVerbs['switchAccount']>[0]): Promise<Opened>;
  /** The recovery codes have been kept by their owner. */
  forgetRecoveryCodes(): void;
  lock(): Promise<void>;
  /** Signs out; refused, with the number of now, where more waits than the person has been told of. */
  signOut(confirmed: number): Promise<Awaited<ReturnType<Bridge['signOut']>>>;
  /** Hands what waits of a blocked account to the office. */
  handOver(request: Parameters<BridgeVerbs['handOver']>[0]): Promise<ReturnType<BridgeVerbs['handOver']>>;
  removeAccount(request: Removal): Promise<ReturnType<BridgeVerbs['removeAccount']>>;
  /** What an account has here that has not arrived, with what is just being written. */
  unsentOf(account: AccountRef): Promise<UnsentCount>;
  forgetLost(request: Parameters<BridgeVerbs['forgetLost']>[0]): Promise<Result<null, RemovalFailure>>;
  /** Opens the register again after it failed to open; ends with its register or with the reason of now. */
  reopen(opening?: Opening): Promise<void>;
}

/**
 * The session of this page. The register is opened when the session opens and closed, with everything it holds in memory, as soon as
 * it locks or ends.
 */
export function createSessionStore(surroundings: Surroundings): StoreApi<Session> {
  const { bridge, memory } = surroundings;
  /** Openings and closings one after the other: a lock during an opening closes what was opened. */
  const inTurn = createTurns();

  const store = createStore<Session>()((set, get) => {
    async function enter(session: SessionState): Promise<void> {
      const { register } = get();
      const left = register && !isOpenFor(session, register.identity) ? register : undefined;
      const gone = session.kind === 'open' ? {} : { recoveryCodes: undefined };
      set(left ? { session, register: undefined, ...gone } : { session, ...gone });
      await inTurn(() => follow(session, left));
    }

    async function follow(session: SessionState, left: Register | undefined): Promise<void> {
      await left?.status.close();
      if (get().register && session.kind === 'open') return;
      set({ openFailure: undefined });
      if (isCurrent(session)) await open(session.identity);
      await lookAgain();
    }

    /** Whether a session that was entered is open and has not been left meanwhile. */
    function isCurrent(session: SessionState): session is OpenSession {
      const { session: current } = get();
      return session.kind === 'open' && current !== undefined && isOpenFor(current, session.identity);
    }

    async function open(identity: Identity, opening?: Opening): Promise<void> {
      const opened = await openRegister(identity, surroundings, opening);
      const { session } = get();
      // Locked while it was being opened: nothing of it may be seen.
      if (!session || !isOpenFor(session, identity)) {
        if (opened.ok) await opened.value.status.close();
        return;
      }
      set(opened.ok ? { register: opened.value, openFailure: undefined } : { openFailure: opened.failure });
      if (!opened.ok && opened.failure.kind === 'locked') await asItIsNow(identity);
    }

    /** A lock that was heard of before the answer that opened is newer than that answer. */
    async function asItIsNow(identity: Identity): Promise<void> {
      const now = await bridge.sessionState();
      // Its turn comes after this one.
      if (!isOpenFor(now, identity)) void enter(now);
    }

    async function enterWith(answer: Opened): Promise<Opened> {
      if (answer.ok) await enter(answer.value);
      return answer;
    }

    /** Enters as soon as the sign-in is complete; a step that is missing is the caller's to ask for, and so is showing what comes with it. */
    async function progress<F>(answer: Result<SignInProgress, F>): Promise<Result<SignInProgress, F>> {
      if (!answer.ok) return answer;
      const { state, recoveryCodes } = answer.value;
      if (state.kind === 'step') return answer;
      if (recoveryCodes) set({ recoveryCodes });
      await enter(state);
      return answer;
    }

    /** What this device has of its accounts, and what of it cannot be read any more. */
    async function lookAgain(): Promise<void> {
      const [deviceAccounts, lostEntries] = await Promise.all([
        bridge.deviceAccounts(),
        bridge.lostEntries(),
      ]);
      set({ deviceAccounts, lostEntries });
    }

    /** A refusal may be the first that this device hears of an account that the office has closed. */
    async function noting<T, F extends { readonly kind: string }>(
      answer: Result<T, F>,
    ): Promise<Result<T, F>> {
      if (!answer.ok && HEARD_OF_BLOCK.has(answer.failure.kind)) await lookAgain();
      return answer;
    }

    bridge.on('sessionChanged', (session) => void enter(session));
    void Promise.all([bridge.installedSchool(), bridge.sessionState(), lookAgain()]).then(
      ([installedSchool, session]) => {
        set({ installedSchool });
        // What was heard while the answers were on their way is newer than they are.
        return get().session ? undefined : enter(session);
      },
    );

    return {
      session: undefined,
      deviceAccounts: [],
      lostEntries: [],
      installedSchool: undefined,
      register: undefined,
      openFailure: undefined,
      recoveryCodes: undefined,
      async signIn(credentials) {
        await written(get().register);
        return noting(await progress(await bridge.signIn(credentials)));
      },
      async answerStep(answer) {
        await written(get().register);
        return noting(await progress(await bridge.answerStep(answer)));
      },
      async finishProvider(code) {
        await written(get().register);
        return noting(await progress(await bridge.finishProvider({ code })));
      },
      async unlock(request) {
        await written(get().register);
        const answer = await noting(await enterWith(await bridge.unlock(request)));
        // An earlier password typed into the open account brings back what was set aside.
        if (answer.ok) await lookAgain();
        return answer;
      },
      async unlockWithPin(pin) {
        return enterWith(await bridge.unlockWithPin({ pin }));
      },
      async switchAccount(request) {
        await written(get().register);
        return noting(await enterWith(await bridge.switchAccount(request)));
      },
      forgetRecoveryCodes: () => set({ recoveryCodes: undefined }),
      async lock() {
        await written(get().register);
        await enter(await bridge.lock());
      },
      async signOut(confirmed) {
        await written(get().register);
        const left = await bridge.signOut({ confirmed });
        if (left.ok) await enter(left.value);
        return left;
      },
      async unsentOf({ school, username }) {
        await written(get().register);
        return bridge.unsentEntries({ school, username });
      },
      async removeAccount(request) {
        await written(get().register);
        const removed = await bridge.removeAccount(request);
        if (!removed.ok) {
          await lookAgain();
          return removed;
        }
        const name = memory.get(storeNameOf(request));
        memory.delete(pictureNameOf(request));
        if (name !== undefined) await deleteStore(name).catch(() => undefined);
        await lookAgain();
        return removed;
      },
      async forgetLost(request) {
        const forgotten = await bridge.forgetLost(request);
        await lookAgain();
        return forgotten;
      },
      async handOver(request) {
        const handed = await bridge.handOver(request);
        await lookAgain();
        return handed;
      },
      async reopen(opening) {
        const { session } = get();
        if (!session) return;
        await inTurn(async () => {
          if (!get().register && isCurrent(session)) await open(session.identity, opening);
        });
      },
    };
  });
  return store;
}

/** What was given before leaving is written down first, as long as that takes no time that anybody notices. */
async function written(register: Register | undefined): Promise<void> {
  if (!register) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  await Promise.race([register.status.settled(), tooLong]);
  clearTimeout(timer);
}

function isOpenFor(session: SessionState, account: AccountRef): boolean {
  return session.kind === 'open' && isSameAccount(session.identity, account);
}
