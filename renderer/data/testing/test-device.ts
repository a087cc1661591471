import { toInstant } from '../../../domain/base/ids.ts';
import { fail, ok } from '../../../domain/base/result.ts';
import {
  MOST_APPENDED,
  toOpeningId,
  type JournalEntry,
  type JournalFailure,
  type OpeningId,
} from '../../../domain/protocol/bridge/journal.ts';
import type { Bridge, BridgeEvent, BridgeEvents } from '../../../domain/protocol/bridge/bridge.ts';
import type { SessionState } from '../../../domain/protocol/bridge/session-state.ts';
import type { Identity } from '../../../domain/protocol/endpoints/session/session.ts';
import { createTemporaryMemory, type DeviceMemory } from '../device-memory.ts';
import type { Surroundings } from '../open-register.ts';

/** A device without an Electron: the main process's side of the bridge, with a journal in memory that outlives a page. */
export interface TestDevice extends Surroundings {
  readonly memory: DeviceMemory;
  readonly journal: Map<string, JournalEntry>;
  /** Set, the journal fails with it. */
  journalFailure: JournalFailure | undefined;
  session: SessionState;
  emit<E extends BridgeEvent>(event: E, payload: BridgeEvents[E]): void;
}

let devices = 0;

/** A device of one member of staff; `fetch` leads to a server. */
export function createTestDevice(
  identity: Identity,
  options: Pick<Surroundings, 'fetch'> & Partial<Surroundings>,
): TestDevice {
  devices += 1;
  const databaseName = `test-${devices}-${Math.floor(Math.random() * 1e9)}`;
  const key = crypto.getRandomValues(new Uint8Array(32));
  const listeners = new Map<BridgeEvent, Set<(payload: never) => void>>();
  const journal = new Map<string, JournalEntry>();
  let opening = toOpeningId(crypto.randomUUID());
  const open: SessionState = { kind: 'open', identity, connection: 'online', remembered: true };

  async function onJournal<T>(asked: OpeningId, change: () => T) {
    await Promise.resolve();
    if (asked !== opening) return fail({ kind: 'locked' } as const);
    return device.journalFailure ? fail(device.journalFailure) : ok(change());
  }

  async function enter(): Promise<SessionState> {
    if (device.session.kind !== 'open') opening = toOpeningId(crypto.randomUUID());
    return setSession(open);
  }

  async function setSession(session: SessionState): Promise<SessionState> {
    await Promise.resolve();
    device.session = session;
    return session;
  }

  const bridge: Bridge = {
    installedSchool: async () =>
      Promise.resolve({
        school: identity.school,
        name: 'Scuola di prova',
        city: 'Modena',
        server: 'http://127.0.0.1',
        phone: '',
        email: '',
        address: '',
      }),
    sessionState: async () => Promise.resolve(device.session),
    deviceAccounts: async () =>
      Promise.resolve([{ identity, lastUsedAt: toInstant(0), unsent: journal.size }]),
    signIn: async () => ok({ state: await enter() }),
    answerStep: async () => ok({ state: await enter() }),
    cancelStep: async () => Promise.resolve(null),
    signInWays: async () => Promise.resolve(ok({ provider: null })),
    startProvider: async () => Promise.resolve(ok({ opened: true })),
    reopenProvider: async () => Promise.resolve(ok({ opened: true })),
    finishProvider: async () => ok({ state: await enter() }),
    unlock: async () => ok(await enter()),
    unlockWithPin: async () => ok(await enter()),
    setPin: async () => Promise.resolve(ok(null)),
    hasPin: async () => Promise.resolve(false),
    switchAccount: async () => ok(await enter()),
    accountAct: async () => Promise.resolve(ok({ outcome: 'done' })),
    recover: async () => Promise.resolve(ok({ choices: [] })),
    handOver: async () => Promise.resolve(ok({ entries: journal.size })),
    reachableSchools: async () => Promise.resolve([]),
    lock: async () => setSession({ kind: 'locked', identity, reason: 'user', pin: false }),
    unsentEntries: async () => Promise.resolve({ unsent: journal.size, lost: 0 }),
    signOut: async ({ confirmed }) =>
      journal.size > confirmed
        ? fail({ kind: 'unsentEntries', unsent: journal.size })
        : ok(await setSession({ kind: 'signedOut' })),
    removeAccount: async ({ confirmed }) =>
      Promise.resolve(
        journal.size > confirmed ? fail({ kind: 'unsentEntries', unsent: journal.size }) : ok(null),
      ),
    lostEntries: async () => Promise.resolve([]),
    forgetLost: async () => Promise.resolve(ok(null)),
    localStoreKey: async () =>
      Promise.resolve(
        device.session.kind === 'open'
          ? // A copy, as what crosses between processes is: the page overwrites its own.
            ok({ opening, account: identity, databaseName, key: key.slice() })
          : fail({ kind: 'locked' }),
      ),
    journalAppend: async (entries, asked) => {
      // As the main process does with what its schema does not allow.
      if (entries.length > MOST_APPENDED) return fail({ kind: 'internal' });
      return await onJournal(asked, () => {
        for (const entry of entries) journal.set(entry.entry, structuredClone(entry));
        return null;
      });
    },
    journalSettle: async (entries, asked) =>
      onJournal(asked, () => {
        for (const entry of entries) journal.delete(entry);
        return null;
      }),
    journalRefuse: async (refusals, asked) =>
      onJournal(asked, () => {
        for (const { entry, refusal } of refusals) {
          const known = journal.get(entry);
          if (known) journal.set(entry, { ...known, refusal });
        }
        return null;
      }),
    journalRead: async (asked) => onJournal(asked, () => [...journal.values()]),
    reportUnsent: async () => Promise.resolve(null),
    saveFile: async () => Promise.resolve(ok({ saved: true })),
    setLanguage: async () => Promise.resolve(null),
    confirmClose: async () => Promise.resolve(null),
    on(event, listener) {
      const own = listeners.get(event) ?? new Set();
      listeners.set(event, own.add(listener));
      return () => own.delete(listener);
    },
  };

  const device: TestDevice = {
    bridge,
    journal,
    journalFailure: undefined,
    session: open,
    memory: createTemporaryMemory(),
    syncUrl: 'http://server/api/sync',
    random: Math.random,
    deviceTime: Date.now,
    emit(event, payload) {
      // Listeners were registered for this event with its payload.
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
    ...options,
  };
  return device;
}
