import { toInstant, toPersonId } from '../../domain/base/ids.ts';
import { fail, ok } from '../../domain/base/result.ts';
import {
  toOpeningId,
  type Bridge,
  type BridgeEvents,
  type DeviceAccount,
  type SessionState,
  type SignInFailure,
} from '../../domain/protocol/bridge.ts';
import type { Identity } from '../../domain/protocol/session.ts';
import { staffIdentity } from '../../domain/testing/staff-identity.ts';
import { ME, school, SCHOOL } from './demo-class.ts';
import type { Scenario } from './scenario.ts';

const hoursAgo = (hours: number) => toInstant(Date.now() - hours * 3_600_000);

function identity(person: string, surname: string, givenName: string, roles: Identity['roles']): Identity {
  return staffIdentity({
    school: SCHOOL,
    schoolName: school.name,
    person: toPersonId(person),
    username: `${SCHOOL}.1000${surname.length}`,
    surname,
    givenName,
    roles,
  });
}

/** What each password of the harness brings about. */
const FAILURES: Readonly<Record<string, SignInFailure>> = {
  sbagliata: { kind: 'wrongCredentials' },
  troppe: { kind: 'tooManyAttempts', waitSeconds: 47 },
  lontana: { kind: 'serverUnreachable' },
  prima: { kind: 'noLocalData' },
  vecchia: { kind: 'outdatedClient' },
};

/** A bridge without a main process behind it. `emit` sends its events, as the shell would. */
export function createMemoryBridge(scenario: Scenario): Bridge & {
  emit<E extends keyof BridgeEvents>(event: E, payload: BridgeEvents[E]): void;
} {
  const teacher = identity(ME, 'Marchetti', 'Elena', ['teacher']);
  const office = identity('staff-office', 'Ferrarini', 'Loredana', ['office']);
  const me = scenario.role === 'office' ? office : teacher;
  const listeners = new Map<string, Set<(payload: never) => void>>();
  let accounts: readonly DeviceAccount[] = scenario.accounts
    ? [
        { identity: teacher, lastUsedAt: hoursAgo(1), unsent: 3 },
        {
          identity: identity(COLLEAGUE_ID, 'Bruni', 'Giancarlo', ['teacher']),
          lastUsedAt: hoursAgo(20),
          unsent: 0,
        },
        { identity: office, lastUsedAt: hoursAgo(70), unsent: 0 },
      ]
    : [];
  const openState = (): SessionState => ({
    kind: 'open',
    identity: me,
    connection: scenario.name === 'offline' ? 'offline' : 'online',
    remembered: scenario.remembered,
  });
  let state: SessionState =
    scenario.session === 'open'
      ? openState()
      : scenario.session === 'locked'
        ? { kind: 'locked', identity: me, reason: 'idle' }
        : { kind: 'signedOut' };
  const open = (password: string) => {
    const failure = FAILURES[password];
    if (failure) return fail(failure);
    state = openState();
    return ok(state);
  };
  const answer = async <T>(value: T) => await Promise.resolve(value);
  return {
    installedSchool: () => answer({ ...school, school: SCHOOL, server: 'http://127.0.0.1:1' }),
    sessionState: () => answer(state),
    deviceAccounts: () => answer(accounts),
    signIn: ({ password }) => answer(open(password)),
    unlock: ({ password }) => answer(open(password)),
    lock: () => answer((state = { kind: 'locked', identity: me, reason: 'user' })),
    signOut: () => answer((state = { kind: 'signedOut' })),
    removeAccount: ({ person }) => {
      accounts = accounts.filter((account) => account.identity.person !== person);
      return answer(ok(null));
    },
    localStoreKey: () =>
      answer(
        ok({
          databaseName: 'harness',
          key: new Uint8Array(32),
          opening: toOpeningId('harness'),
          account: me,
        }),
      ),
    journalAppend: () => answer(ok(null)),
    journalSettle: () => answer(ok(null)),
    journalRefuse: () => answer(ok(null)),
    journalRead: () => answer(ok([])),
    reportUnsent: () => answer(null),
    saveFile: () => answer(ok({ saved: true })),
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

const COLLEAGUE_ID = 'staff-bruni';
