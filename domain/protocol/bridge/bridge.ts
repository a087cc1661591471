import type { EntryId, Instant } from '../../base/ids.ts';
import type { Result } from '../../base/result.ts';
import type { CollectionName } from '../../record/collection-names.ts';
import type { Refusal } from '../../access/refusal.ts';
import type { InstalledSchool } from '../../school-config.ts';
import type {
  AccountAct,
  AccountActAnswer,
  RecoveryAnswer,
  RecoveryRequest,
} from '../endpoints/account/account.ts';
import type { ActFailure, SignInFailure } from './act-failures.ts';
import type { DeviceAccount } from './device-account.ts';
import type { FileToSave } from './file-to-save.ts';
import type { JournalEntry, JournalFailure, LocalStoreKey, OpeningId } from './journal.ts';
import type { SessionState, SignInProgress, SignInStepAnswer } from './session-state.ts';
import type { LostEntries, RemovalFailure, UnsentCount } from './unsent-entries.ts';
import type { ReachableSchool } from '../school-list.ts';
import type { AccountRef, ProviderRequest, SignInWays } from '../endpoints/session/session.ts';

/** The verbs of the page, request and answer: the whole of what the renderer can ask of the main process. */
export interface BridgeVerbs {
  installedSchool(): InstalledSchool;
  sessionState(): SessionState;
  deviceAccounts(): readonly DeviceAccount[];
  /** Signs in at the server; where the server cannot be reached and the account has data here, unlocks it with the same password. */
  signIn(credentials: {
    /** A username or a confirmed e-mail address. */
    readonly username: string;
    readonly password: string;
    /** A school of the directory; the installed one when absent. */
    readonly school?: string;
  }): Result<SignInProgress, SignInFailure>;
  /** Goes on with the sign-in that is not complete. */
  answerStep(answer: SignInStepAnswer): Result<SignInProgress, SignInFailure | ActFailure>;
  /** Forgets the sign-in that is not complete. */
  cancelStep(): null;
  /** How people sign in at a school beside the password, where that can be asked. */
  signInWays(request: { readonly school: string }): Result<SignInWays, SignInFailure>;
  /** Opens the system's browser for a journey to a provider; secret and address stay in the main process (docs/adr/0010). */
  startProvider(request: ProviderRequest): Result<{ readonly opened: boolean }, SignInFailure>;
  reopenProvider(): Result<{ readonly opened: boolean }, SignInFailure>;
  /** The code that the browser has shown, as typed; {@link BridgeVerbs.cancelStep} gives it up. */
  finishProvider(request: { readonly code: string }): Result<SignInProgress, SignInFailure>;
  /** Unlocks an account of this device: against the server's session where possible, else with the password alone. */
  unlock(request: AccountRef & { readonly password: string }): Result<SessionState, SignInFailure>;
  /** Unlocks the account that was open last with its PIN. */
  unlockWithPin(request: { readonly pin: string }): Result<SessionState, SignInFailure>;
  /** Sets the PIN of the open account on this device, or removes it (null). */
  setPin(request: { readonly pin: string | null; readonly password: string }): Result<null, ActFailure>;
  hasPin(): boolean;
  /** Goes over to another account of the portfolio or of this device; with a password where `passwordNeeded` was answered. */
  switchAccount(request: AccountRef & { readonly password?: string }): Result<SessionState, SignInFailure>;
  /** An act that carries a password; the local data is sealed anew with what it changes. */
  accountAct(act: AccountAct): Result<AccountActAnswer, ActFailure>;
  /** Asks for a new password; the answer is the same for names that exist and that do not. */
  recover(request: RecoveryRequest & { readonly school?: string }): Result<RecoveryAnswer, ActFailure>;
  /** Hands what waits of a blocked account to the office (docs/adr/0009); `code` consents, `opens` opens it where the password does not. */
  handOver(
    request: AccountRef & { readonly password: string; readonly code?: string; readonly opens?: string },
  ): Result<{ readonly entries: number }, ActFailure>;
  reachableSchools(): readonly ReachableSchool[];
  lock(): SessionState;
  /** What an account has here that has not arrived: asked anew whenever it is shown. */
  unsentEntries(account: AccountRef): UnsentCount;
  /** Ends the session here and on the server; local data stays, encrypted. Refused where more waits than the person was told of. */
  signOut(request: { readonly confirmed: number }): Result<SessionState, RemovalFailure>;
  /** Wipes an account from this device. Refused where it would lose more entries than the person has agreed to. */
  removeAccount(request: AccountRef & { readonly confirmed: number }): Result<null, RemovalFailure>;
  /** Entries of any account of this device that nothing opens any more. */
  lostEntries(): readonly LostEntries[];
  /** Removes them for good: those of the open account, or of one whose key is gone. */
  forgetLost(request: { readonly folder: string; readonly confirmed: number }): Result<null, RemovalFailure>;
  localStoreKey(): Result<LocalStoreKey, { readonly kind: 'locked' }>;
  /** Like every verb of the journal, answers `locked` unless the opening is the one that lasts. */
  journalAppend(entries: readonly JournalEntry[], opening: OpeningId): Result<null, JournalFailure>;
  /** Forgets entries that the server has taken, or that the user has settled. */
  journalSettle(entries: readonly EntryId[], opening: OpeningId): Result<null, JournalFailure>;
  journalRefuse(
    refusals: readonly {
      readonly entry: EntryId;
      readonly refusal: Refusal & { readonly refusedAt: Instant };
    }[],
    opening: OpeningId,
  ): Result<null, JournalFailure>;
  journalRead(opening: OpeningId): Result<readonly JournalEntry[], JournalFailure>;
  /** Tells how many entries wait, so that closing the window can warn; the count of an opening that has ended changes nothing. */
  reportUnsent(count: number, opening: OpeningId): null;
  saveFile(file: FileToSave): Result<{ readonly saved: boolean }, { readonly kind: 'diskFull' | 'internal' }>;
  /** Language of the native dialogs and of the window's title. */
  setLanguage(language: 'it' | 'en'): null;
  /** The user confirmed closing though so many entries wait (they stay in the journal); asked again where there are more by now. */
  confirmClose(request: { readonly confirmed: number }): null;
}

/** The events that the main process sends to the page. */
export interface BridgeEvents {
  /** The session changed: signed out elsewhere, locked on idle, connection lost or back. */
  readonly sessionChanged: SessionState;
  /** The server has something new in these collections; where none are named (the line came back), pull all. */
  readonly serverChanged: { readonly collections?: readonly CollectionName[] };
  /** The user asked to close while entries wait: the page shows the warning. */
  readonly closeRequested: { readonly unsent: number };
}

/** Name of a bridge verb. */
export type BridgeVerb = keyof BridgeVerbs;
/** Name of a bridge event. */
export type BridgeEvent = keyof BridgeEvents;

/** The approved surface: preload exposes exactly these, and a test compares. */
export const BRIDGE_VERBS = [
  'installedSchool',
  'sessionState',
  'deviceAccounts',
  'signIn',
  'answerStep',
  'cancelStep',
  'signInWays',
  'startProvider',
  'reopenProvider',
  'finishProvider',
  'unlock',
  'unlockWithPin',
  'setPin',
  'hasPin',
  'switchAccount',
  'accountAct',
  'recover',
  'handOver',
  'reachableSchools',
  'lock',
  'unsentEntries',
  'signOut',
  'removeAccount',
  'lostEntries',
  'forgetLost',
  'localStoreKey',
  'journalAppend',
  'journalSettle',
  'journalRefuse',
  'journalRead',
  'reportUnsent',
  'saveFile',
  'setLanguage',
  'confirmClose',
] as const satisfies readonly BridgeVerb[];

/** The approved events. */
export const BRIDGE_EVENTS = [
  'sessionChanged',
  'serverChanged',
  'closeRequested',
] as const satisfies readonly BridgeEvent[];

/** What preload puts on `window.campanella`: the verbs as promises, and `on`, which returns its own unsubscribe. */
export type Bridge = {
  readonly [V in BridgeVerb]: (...args: Parameters<BridgeVerbs[V]>) => Promise<ReturnType<BridgeVerbs[V]>>;
} & {
  readonly on: <E extends BridgeEvent>(event: E, listener: (payload: BridgeEvents[E]) => void) => () => void;
};
