import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { toInstant } from '../../domain/base/ids.ts';
import type { SessionState } from '../../domain/protocol/bridge.ts';
import { createAccountKeys } from '../accounts/account-keys.ts';
import { createAccountStore } from '../accounts/account-store.ts';
import { createAttemptDelay } from '../accounts/attempt-delay.ts';
import { openDeviceFile } from '../accounts/device-file.ts';
import type { WrapCost } from '../accounts/key-wrapping.ts';
import type { Log } from '../log.ts';
import { createDeviceSession, type DeviceSession } from './device-session.ts';
import { createKeychain, type SafeStoragePort } from './keychain.ts';
import { createSessionStore, type SessionStore } from './session-store.ts';
import { createTokenBroker, type TokenBroker } from './token-broker.ts';
import { createTokenVault } from './token-vault.ts';
import { createSessionTransport, type Fetch } from './transport.ts';

/** The clocks and the dice of the app: the wall clock, and one that nobody can set back. */
export interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
  readonly random: () => number;
}

/** What the session is built from. */
export interface SessionBuild {
  readonly userData: string;
  readonly server: string;
  readonly answerWithin: number;
  readonly fetch: Fetch;
  readonly safeStorage: SafeStoragePort;
  readonly clocks: Clocks;
  readonly onChange: (state: SessionState) => void;
  readonly log: Log;
  /** Cost of a guess at a password; the product's unless a test wants it cheap. */
  readonly wrapCost?: WrapCost;
}

/** Puts the session's parts together. */
export function buildSession(build: SessionBuild): {
  readonly device: DeviceSession;
  readonly broker: TokenBroker;
  readonly store: SessionStore;
} {
  const { userData, clocks, log } = build;
  const root = join(userData, 'accounts');
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const keychain = createKeychain(build.safeStorage, process.platform);
  const accounts = createAccountStore(root);
  const transport = createSessionTransport(build.fetch, build.server, build.answerWithin);
  const broker = createTokenBroker(createTokenVault(keychain, accounts.folder), transport, {
    now: clocks.steady,
    random: clocks.random,
  });
  const store = createSessionStore(build.onChange);
  const deviceFile = openDeviceFile(join(userData, 'device.json'));
  const device = createDeviceSession({
    accounts,
    keys: createAccountKeys({
      store: accounts,
      keychain,
      now: () => toInstant(clocks.wall()),
      report: (event, entries) => log.warn(event, { entries }),
      ...(build.wrapCost !== undefined && { cost: build.wrapCost }),
    }),
    attempts: createAttemptDelay(clocks),
    broker,
    transport,
    session: store,
    deviceFile,
    device: () => ({ id: deviceFile.id(), name: hostname().slice(0, 100) }),
    onError: (event, error) => log.error(event, error),
  });
  return { device, broker, store };
}
