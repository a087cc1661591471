import type { FileToSave } from '../../domain/protocol/bridge/file-to-save.ts';
import type { InstalledSchool } from '../../domain/school-config.ts';
import { fail, type Result } from '../../domain/base/result.ts';
import type { KnownServers } from '../directory/known-servers.ts';
import type { DeviceSession } from '../device/device-session.ts';
import type { Recovery } from '../acts/recovery.ts';
import type { VerbHandlers } from './registrar.ts';

/** What the verbs are made of. */
export interface VerbParts {
  readonly school: InstalledSchool;
  readonly session: DeviceSession;
  readonly recover: Recovery;
  readonly servers: Pick<KnownServers, 'schools'>;
  readonly saveFile: (
    file: FileToSave,
  ) => Promise<Result<{ readonly saved: boolean }, { readonly kind: 'diskFull' | 'internal' }>>;
  readonly setLanguage: (language: 'it' | 'en') => void;
  readonly reportUnsent: (count: number) => void;
  readonly confirmClose: (unsent: number) => void;
}

/** The verbs of the bridge, each in a line or two: what they do is in the modules they call. */
export function createVerbHandlers(parts: VerbParts): VerbHandlers {
  const { session } = parts;
  return {
    installedSchool: () => parts.school,
    sessionState: session.state,
    deviceAccounts: session.deviceAccounts,
    signIn: session.signIn,
    answerStep: session.answerStep,
    cancelStep: () => {
      session.cancelStep();
      return null;
    },
    signInWays: async ({ school }) => await session.signInWays(school),
    startProvider: session.startProvider,
    reopenProvider: session.reopenProvider,
    finishProvider: async ({ code }) => await session.finishProvider(code),
    unlock: async ({ password, ...ref }) => await session.unlock(ref, password),
    unlockWithPin: async ({ pin }) => await session.unlockWithPin(pin),
    setPin: async ({ pin, password }) => await session.setPin(pin, password),
    hasPin: session.hasPin,
    switchAccount: async ({ password, ...ref }) => await session.switchAccount(ref, password),
    accountAct: session.accountAct,
    recover: parts.recover,
    handOver: async ({ password, code, opens, ...ref }) => await session.handOver(ref, password, code, opens),
    reachableSchools: parts.servers.schools,
    lock: () => session.lock('user'),
    unsentEntries: session.unsentOf,
    signOut: async ({ confirmed }) => await session.signOut(confirmed),
    removeAccount: async ({ confirmed, ...ref }) => await session.removeAccount(ref, confirmed),
    lostEntries: session.lostEntries,
    forgetLost: async ({ folder, confirmed }) => await session.forgetLost(folder, confirmed),
    localStoreKey: session.localStoreKey,
    journalAppend: async (entries, opening) =>
      (await session.journalOf(opening)?.append(entries)) ?? fail({ kind: 'locked' }),
    journalSettle: async (entries, opening) =>
      (await session.journalOf(opening)?.settle(entries)) ?? fail({ kind: 'locked' }),
    journalRefuse: async (refusals, opening) =>
      (await session.journalOf(opening)?.refuse(refusals)) ?? fail({ kind: 'locked' }),
    journalRead: async (opening) => (await session.journalOf(opening)?.read()) ?? fail({ kind: 'locked' }),
    reportUnsent: (count, opening) => {
      if (session.journalOf(opening) !== undefined) parts.reportUnsent(count);
      return null;
    },
    saveFile: parts.saveFile,
    setLanguage: (language) => {
      parts.setLanguage(language);
      return null;
    },
    confirmClose: ({ confirmed }) => {
      parts.confirmClose(confirmed);
      return null;
    },
  };
}
