import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { toInstant } from '../../domain/base/ids.ts';
import type { SessionState } from '../../domain/protocol/bridge/session-state.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { createAccountKeys } from '../accounts/account-keys.ts';
import { createAccountStore } from '../accounts/account-store.ts';
import { createAttemptDelay } from '../accounts/attempt-delay.ts';
import { openDeviceFile } from '../accounts/device-file.ts';
import { moveEarlierAccounts } from '../accounts/earlier-accounts.ts';
import { WRAP_COST, type WrapCost } from '../accounts/key-wrapping.ts';
import { createPortfolioKeys } from '../accounts/portfolio-keys.ts';
import { createSignInNames } from '../accounts/sign-in-names.ts';
import { createSchoolDirectory, type SchoolDirectory } from '../directory/school-directory.ts';
import { createKnownServers, type KnownServers } from '../directory/known-servers.ts';
import { createUnfinished, type Unfinished } from '../files/unfinished.ts';
import type { Log } from '../log/log.ts';
import { createPinLock } from '../pin/pin-lock.ts';
import { createDeviceSession, type DeviceSession } from './device-session.ts';
import { createIdentityNews } from '../acts/identity-news.ts';
import { createKeychain, type SafeStoragePort } from '../keychain/keychain.ts';
import { createPendingSteps, type HeldSession } from '../entry/pending-sign-in.ts';
import { createRecovery, type Recovery } from '../acts/recovery.ts';
import { createSessionStore, type SessionStore } from '../session/session-store.ts';
import { createTokenBroker, type TokenBroker } from '../session/token-broker.ts';
import { createTokenVault } from '../session/token-vault.ts';
import { anySignal } from '../network/any-signal.ts';
import { createSessionTransport, type Fetch } from '../network/transport.ts';

/** The clocks and the dice of the app: the wall clock, and one that nobody can set back. */
export interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
  readonly random: () => number;
}

/** What the session is built from. */
export interface SessionBuild {
  readonly userData: string;
  readonly school: InstalledSchool;
  readonly answerWithin: number;
  readonly fetch: Fetch;
  readonly safeStorage: SafeStoragePort;
  /** Hands an address to the system's browser. */
  readonly openOutside: (url: string) => Promise<void>;
  readonly clocks: Clocks;
  readonly onChange: (state: SessionState) => void;
  readonly log: Log;
  /** Cost of a guess at a password; the product's unless a test wants it cheap. */
  readonly wrapCost?: WrapCost;
  /** Milliseconds in which a server can still be told things when the app closes; the product's unless a test has a server that hangs. */
  readonly lastWords?: number;
}

/** The session with the parts that others use. */
export interface BuiltSession {
  readonly device: DeviceSession;
  readonly broker: TokenBroker;
  readonly store: SessionStore;
  readonly directory: SchoolDirectory;
  readonly servers: KnownServers;
  readonly recover: Recovery;
  /** What is under way, of the session and of whoever else writes on this computer. */
  readonly unfinished: Unfinished;
  /** Locks, and waits for all that is under way: after it nothing is written any more. */
  close(): Promise<void>;
}

/** Long enough to end a session on its server, short enough for somebody who shuts the lid. */
const LAST_WORDS = 2_000;

/** Puts the session's parts together. */
export function buildSession(build: SessionBuild): BuiltSession {
  const { userData, school, answerWithin, clocks, log, wrapCost: cost = WRAP_COST } = build;
  const unfinished = createUnfinished(log.error);
  const line = new AbortController();
  const fetch = cutWith(build.fetch, line.signal);
  const root = join(userData, 'accounts');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  moveEarlierAccounts(root, join(userData, 'device.json'));
  const now = () => toInstant(clocks.wall());
  const keychain = createKeychain(build.safeStorage, process.platform);
  const accounts = createAccountStore(root);
  const portfolios = createPortfolioKeys(join(userData, 'portfolios'), cost);
  const directory = createSchoolDirectory({
    directory: school.directory,
    path: join(userData, 'schools.jws'),
    fetch,
    now: clocks.wall,
    answerWithin,
    unfinished,
    log,
  });
  const servers = createKnownServers(school, directory.list);
  const transport = createSessionTransport(fetch, answerWithin);
  const broker = createTokenBroker(
    createTokenVault(keychain, accounts.folder),
    transport,
    { now: clocks.steady, random: clocks.random },
    {
      onIdentity: (identity) => device.heardIdentity(identity),
      onBlocked: (ref) => device.heardBlocked(ref),
    },
    unfinished,
  );
  const store = createSessionStore(build.onChange);
  const endSession = ({ tokens, reachedBy }: HeldSession): void => {
    const server = servers.of({ school: reachedBy });
    if (server !== undefined) unfinished.begin('signOut', transport.signOut(server, tokens.refreshToken));
  };
  const pins = createPinLock({
    folder: accounts.folder,
    steady: clocks.steady,
    cost,
    onGone: store.endPin,
  });
  const keys = createAccountKeys({
    store: accounts,
    portfolios,
    keychain,
    now,
    report: (event, entries) => log.warn(event, { entries }),
    cost,
  });
  const deviceFile = openDeviceFile(join(userData, 'device.json'), unfinished);
  const entry = {
    accounts,
    keys,
    attempts: createAttemptDelay(clocks),
    broker,
    transport,
    session: store,
    servers,
    pins,
    device: () => ({ id: deviceFile.id(), name: hostname().slice(0, 100) }),
    unfinished,
    onError: log.error,
  };
  const device = createDeviceSession({
    ...entry,
    names: createSignInNames(join(userData, 'sign-in-names.json'), build.wrapCost),
    pending: createPendingSteps(clocks.steady, endSession),
    openOutside: build.openOutside,
    installed: school.school,
    deviceFile,
    portfolios,
    news: createIdentityNews(store, keys, accounts),
    now,
  });
  return {
    device,
    broker,
    store,
    directory,
    servers,
    recover: createRecovery(transport, servers, school.school),
    unfinished,
    close: async () => {
      directory.stop();
      device.lock('user');
      pins.wipe();
      const cut = setTimeout(() => line.abort(), build.lastWords ?? LAST_WORDS);
      await unfinished.settled();
      clearTimeout(cut);
    },
  };
}

/** Requests that end, at the latest, with a signal. */
function cutWith(fetch: Fetch, end: AbortSignal): Fetch {
  return async (url, init) =>
    await fetch(url, { ...init, signal: init.signal ? anySignal(init.signal, end) : end });
}
