import { toInstant } from '../../../domain/base/ids.ts';
import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { JournalEntry } from '../../../domain/protocol/bridge/journal.ts';
import type { ActFailure, SignInFailure } from '../../../domain/protocol/bridge/act-failures.ts';
import type { Bridge, BridgeEvents } from '../../../domain/protocol/bridge/bridge.ts';
import type { DeviceAccount } from '../../../domain/protocol/bridge/device-account.ts';
import type {
  PendingSignIn,
  SessionState,
  SignInProgress,
} from '../../../domain/protocol/bridge/session-state.ts';
import type {
  AccountAct,
  AccountActAnswer,
  RecoveryAnswer,
} from '../../../domain/protocol/endpoints/account/account.ts';
import type { AccountRef, Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { school, SCHOOL } from '../school/demo-class.ts';
import {
  OFFICE,
  OTHER_TEACHER,
  parentIdentity,
  PORTFOLIO,
  PRINCIPAL,
  STUDENT,
  TEACHER,
} from '../school/identities.ts';
import { createJournals } from './journal.ts';
import { memoryProvider } from './provider.ts';
import type { Scenario } from '../scenario.ts';
import { noteOpening } from './synchronised.ts';
import { answerOfSystemDialog } from './system-dialog.ts';

const hoursAgo = (hours: number) => toInstant(Date.now() - hours * 3_600_000);

/** What each password of the harness brings about. */
const FAILURES: Readonly<Record<string, SignInFailure & ActFailure>> = {
  sbagliata: { kind: 'wrongCredentials' } as never,
  troppe: { kind: 'tooManyAttempts', waitSeconds: 47 },
  lontana: { kind: 'serverUnreachable' },
  prima: { kind: 'noLocalData' } as never,
  vecchia: { kind: 'outdatedClient' } as never,
  scaduta: { kind: 'passwordExpired' } as never,
  spenta: { kind: 'passwordOff' } as never,
};
/** Passwords after which a step is asked. */
const STEPS: Readonly<Record<string, PendingSignIn['step']>> = {
  codice: 'secondFactor',
  attiva: 'enrolSecondFactor',
  nuova: 'newPassword',
};
const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const ENROLMENT = {
  secret: SECRET,
  uri: `otpauth://totp/Campanella:MORE0001.10009?secret=${SECRET}&issuer=Campanella`,
};
/** Recovery codes of the harness. */
export const RECOVERY_CODES = Array.from({ length: 8 }, (_, n) => `${1043 + n * 977}-K${7 + n}QX`);

const identityOf: Readonly<Record<Scenario['role'], Identity>> = {
  teacher: TEACHER,
  office: OFFICE,
  principal: PRINCIPAL,
  parent: parentIdentity(PORTFOLIO[0]),
  student: STUDENT,
};

/** A bridge that the harness can speak through, as the shell would. */
export interface MemoryBridge extends Bridge {
  emit<E extends keyof BridgeEvents>(event: E, payload: BridgeEvents[E]): void;
}

/** A bridge without a main process behind it: the account of the scenario has written these entries, and they have not arrived. */
export function createMemoryBridge(scenario: Scenario, written: readonly JournalEntry[]): MemoryBridge {
  let me = identityOf[scenario.role];
  let pin = scenario.pin;
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let isForgotten = false;
  let more = 0;
  const lostOf = (username: string) => (username === me.username && !isForgotten ? scenario.lost : 0);
  const journals = createJournals(me.username, written);
  // Every load of the page is a device of its own.
  const device = crypto.randomUUID();
  const waitingOf = (username: string) => journals.sizeOf(username) + more;
  /** What waits when an act is asked for: in a scenario that grows, more than was told. */
  const grown = (username: string) => {
    if (scenario.grows && more === 0) more = 2;
    return waitingOf(username);
  };
  let accounts: readonly Omit<DeviceAccount, 'unsent'>[] = scenario.accounts
    ? [
        {
          identity: me,
          lastUsedAt: hoursAgo(1),
          ...(scenario.byProvider && { byProvider: true, setAside: scenario.keychain ? 0 : 2 }),
          ...(scenario.blocked && { blocked: true, ...(!scenario.keychain && { setAside: 2 }) }),
        },
        { identity: me === TEACHER ? OTHER_TEACHER : TEACHER, lastUsedAt: hoursAgo(20) },
        ...(me === OFFICE ? [] : [{ identity: OFFICE, lastUsedAt: hoursAgo(70) }]),
      ]
    : [];
  const openState = (): SessionState => ({
    kind: 'open',
    identity: me,
    connection: scenario.ended ? 'signInNeeded' : scenario.name === 'offline' ? 'offline' : 'online',
    remembered: scenario.remembered,
    ...(scenario.byProvider && { byProvider: true as const }),
  });
  const lockedState = (reason: 'idle' | 'user' | 'blocked'): SessionState => ({
    kind: 'locked',
    identity: me,
    reason,
    pin: pin && reason !== 'blocked',
  });
  let state: SessionState =
    scenario.session === 'open'
      ? openState()
      : scenario.session === 'locked'
        ? lockedState(scenario.blocked ? 'blocked' : 'idle')
        : { kind: 'signedOut' };

  const open = (password: string): Result<SessionState, SignInFailure> => {
    const failure = FAILURES[password];
    if (failure) return fail(failure);
    state = openState();
    return ok(state);
  };
  const progress = (password: string): Result<SignInProgress, SignInFailure> => {
    const step = STEPS[password];
    if (step)
      return ok({
        state: {
          kind: 'step',
          step,
          username: me.username,
          ...(step === 'enrolSecondFactor' ? { enrolment: ENROLMENT } : {}),
        },
      });
    const opened = open(password);
    return opened.ok ? ok({ state: opened.value }) : opened;
  };
  const answer = async <T>(value: T) => await Promise.resolve(value);
  const find = ({ school: ofSchool, username }: AccountRef): Identity | undefined =>
    accounts.find(({ identity }) => identity.username === username && identity.school === ofSchool)
      ?.identity ?? portfolioIdentity(username);
  const isBlocked = (username: string) =>
    accounts.some(({ identity, blocked }) => blocked && identity.username === username);
  const portfolioIdentity = (username: string) => {
    const found = PORTFOLIO.find((account) => account.username === username);
    return found && parentIdentity(found);
  };

  return {
    installedSchool: () => answer({ ...school, school: SCHOOL, server: 'http://127.0.0.1:1' }),
    sessionState: () => answer(state),
    deviceAccounts: () =>
      answer(accounts.map((each) => ({ ...each, unsent: journals.sizeOf(each.identity.username) }))),
    signIn: ({ password }) => answer(progress(password)),
    answerStep: (given) => {
      if (given.kind === 'localPassword') {
        if (given.password === 'sbagliata')
          return answer(fail({ kind: 'wrongPassword', reason: 'ofThisComputer' }));
      } else if (given.kind === 'newPassword' || given.kind === 'newLocalPassword') {
        const reason = refusalOf(given.password);
        if (reason !== undefined) return answer(fail({ kind: 'weakPassword', reason }));
      } else if (given.kind === 'enrolCode' && scenario.byProvider) {
        const { username } = me;
        const here = { hasData: false, unsent: 0, setAside: 0, unsentMoves: true, personal: [] };
        const step: PendingSignIn = { kind: 'step', step: 'localPassword', username, here };
        return answer(ok({ state: step, recoveryCodes: RECOVERY_CODES }));
      } else if ('code' in given && given.code === '000000') return answer(fail({ kind: 'wrongCode' }));
      state = openState();
      return answer(ok({ state, ...(given.kind === 'enrolCode' ? { recoveryCodes: RECOVERY_CODES } : {}) }));
    },
    cancelStep: () => answer(null),
    ...memoryProvider(
      scenario,
      () => me,
      () => {
        accounts = accounts.map((each) => (each.identity === me ? { ...each, blocked: true } : each));
      },
    ),
    unlock: ({ password, username }) =>
      answer(isBlocked(username) ? fail({ kind: 'accountBlocked' }) : open(password)),
    unlockWithPin: ({ pin: given }) =>
      answer(given === '0000' ? fail({ kind: 'wrongCredentials' }) : open('')),
    setPin: ({ pin: wanted, password }) => {
      if (password === 'sbagliata') return answer(fail({ kind: 'wrongPassword' }));
      pin = wanted !== null;
      return answer(ok(null));
    },
    hasPin: () => answer(pin),
    switchAccount: ({ password, ...account }) => {
      const found = find(account);
      const isOwn = me.portfolio.some(({ username }) => username === account.username);
      if (!isOwn && password === undefined) return answer(fail({ kind: 'passwordNeeded' }));
      const failure = FAILURES[password ?? ''];
      if (failure || !found) return answer(fail(failure ?? { kind: 'internal' }));
      me = found;
      if (!accounts.some(({ identity }) => identity.username === me.username))
        accounts = [...accounts, { identity: me, lastUsedAt: hoursAgo(0) }];
      state = openState();
      return answer(ok(state));
    },
    accountAct: (act): Promise<Result<AccountActAnswer, ActFailure>> => {
      const password = 'password' in act ? act.password : 'current' in act ? act.current : act.newPassword;
      if (password === 'sbagliata') return answer(fail({ kind: 'wrongPassword' }));
      if (act.kind === 'linkEmail') {
        if (act.address.startsWith('altro'))
          return answer(fail({ kind: 'notPossible', reason: 'otherGuardian' }));
        if (act.address.startsWith('mia')) return answer(ok({ outcome: 'portfolioPasswordNeeded' }));
        if (act.newPassword === undefined) return answer(ok({ outcome: 'newPasswordNeeded' }));
      }
      const reason = refusalOf(act.kind === 'changePassword' ? act.next : newPasswordOf(act));
      if (reason !== undefined) return answer(fail({ kind: 'weakPassword', reason }));
      return answer(ok({ outcome: 'done' }));
    },
    recover: (request): Promise<Result<RecoveryAnswer, ActFailure>> => {
      if (scenario.name === 'offline') return answer(fail({ kind: 'serverUnreachable' }));
      const none = request.kind !== 'addresses' || request.name.startsWith('S');
      const masked = ['c••••@p••••.example', 'c••••@l••••.example', 'c••••@p••••.example'];
      return answer(
        ok({ choices: none ? [] : masked.map((each, n) => ({ choice: `choice-${n}`, masked: each })) }),
      );
    },
    handOver: ({ password, code, username }) => {
      if (password === 'sbagliata') return answer(fail({ kind: 'wrongPassword' }));
      if (code?.startsWith('AAAA')) return answer(fail({ kind: 'wrongCode' }));
      const entries = journals.sizeOf(username);
      journals.empty(username);
      return answer(ok({ entries }));
    },
    reachableSchools: () =>
      answer(
        [
          { school: SCHOOL, name: school.name, city: school.city },
          { school: 'MORE0002', name: 'Liceo «Maria Montessori»', city: 'Modena' },
        ].slice(0, scenario.schools ? 2 : 1),
      ),
    lock: () => answer((state = lockedState('user'))),
    unsentEntries: ({ username }) => answer({ unsent: waitingOf(username), lost: lostOf(username) }),
    signOut: ({ confirmed }) => {
      const unsent = grown(me.username);
      if (unsent > confirmed) return answer(fail({ kind: 'unsentEntries', unsent }));
      return answer(ok((state = { kind: 'signedOut' })));
    },
    removeAccount: ({ username, confirmed }) => {
      const unsent = grown(username) + lostOf(username);
      if (unsent > confirmed) return answer(fail({ kind: 'unsentEntries', unsent }));
      accounts = accounts.filter((account) => account.identity.username !== username);
      if (username === me.username) state = { kind: 'signedOut' };
      return answer(ok(null));
    },
    lostEntries: () => {
      const { school, username } = me;
      const lost = lostOf(username);
      return answer(lost === 0 ? [] : [{ folder: 'lost', entries: lost, school, username }]);
    },
    forgetLost: () => {
      isForgotten = true;
      return answer(ok(null));
    },
    localStoreKey: () => {
      if (state.kind !== 'open') return answer(fail({ kind: 'locked' }));
      noteOpening();
      const { username } = me;
      const databaseName = `harness-${device}-${username}`;
      const opening = journals.openingOf(username);
      return answer(ok({ databaseName, key: new Uint8Array(32), opening, account: me }));
    },
    ...journals.verbs,
    reportUnsent: () => answer(null),
    saveFile: async () => ok({ saved: scenario.asksWhere ? await answerOfSystemDialog() : true }),
    setLanguage: () => answer(null),
    confirmClose: () => answer(null),
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => void all.delete(listener);
    },
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
  };
}

function newPasswordOf(act: AccountAct): string {
  return (act.kind === 'linkEmail' ? act.newPassword : undefined) ?? '';
}

/** Why the school refuses a password: what it has against it is in its first word. */
function refusalOf(password: string): string | undefined {
  if (password.startsWith('password')) return 'tooCommon';
  return password.startsWith('di prima') ? 'sameAsBefore' : undefined;
}
