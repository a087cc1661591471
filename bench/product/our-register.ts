import { filter, firstValueFrom } from 'rxjs';
import { toOpeningId } from '../../domain/protocol/bridge/journal.ts';
import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';
import type { Identity } from '../../domain/protocol/endpoints/session/session.ts';
import { ok } from '../../domain/base/result.ts';
import { staffIdentity } from '../../domain/testing/staff-identity.ts';
import { createTemporaryMemory } from '../../renderer/data/device-memory.ts';
import { openRegister, type Surroundings } from '../../renderer/data/open-register.ts';
import type { Register } from '../../renderer/data/register.ts';
import { deleteStore } from '../../renderer/data/store/store-files.ts';
import { SCHOOL, SERVER_START, TODAY, type BenchTeacher } from '../school/bench-school.ts';
import { type TeacherDay, teacherDay } from '../../renderer/views/hours/teacher-day.ts';
import { connectJournal } from './journal-bridge.ts';

/** The register of a teacher, open in the page as the application opens it. */
export interface OpenRegister {
  readonly register: Register;
  /** Closes it and opens what is on the disk again, without a line: nothing that was read before is in memory. */
  startAgain(): Promise<OpenRegister>;
  /** Closes it and takes its data from the disk. */
  remove(): Promise<void>;
}

/** Opens the whole data layer: encrypted store, journal, synchronisation. The name stands for the account on this device. */
export async function openOurRegister(
  name: string,
  teacher: BenchTeacher,
  fetchOnline: typeof globalThis.fetch,
): Promise<OpenRegister> {
  const offset = Date.parse(SERVER_START) - Date.now();
  const identity = identityOf(teacher);
  const surroundings: Omit<Surroundings, 'fetch'> = {
    bridge: await createBridge(name, identity),
    memory: createTemporaryMemory(),
    syncUrl: '/api/sync',
    random: Math.random,
    deviceTime: () => Date.now() + offset,
  };
  const opened = async (line: typeof globalThis.fetch): Promise<OpenRegister> => {
    const result = await openRegister(identity, { ...surroundings, fetch: line });
    if (!result.ok) throw new Error(`The register was not opened: ${result.failure.kind}`);
    const register = result.value;
    return {
      register,
      async startAgain() {
        await register.status.close();
        return await opened(() => Promise.reject(new TypeError('No network')));
      },
      async remove() {
        await register.status.close();
        await deleteStore(name);
      },
    };
  };
  return await opened(fetchOnline);
}

/** Resolves when a teacher could begin to work: today's hours are there, and the pupils of their classes. */
export async function untilUsable(register: Register): Promise<void> {
  const isUsable = ({ hours }: TeacherDay) => hours.length > 0 && hours.every(({ enrolled }) => enrolled > 0);
  await firstValueFrom(teacherDay(register, TODAY).pipe(filter(isUsable)));
}

function identityOf({ person, username }: BenchTeacher): Identity {
  return staffIdentity({
    school: SCHOOL,
    schoolName: 'Liceo di prova',
    person,
    username,
    surname: 'Cognome',
    givenName: 'Nome',
    roles: ['teacher'],
  });
}

/** What the data layer asks of the main process: a key, the journal, a session that is open, and events that never come. */
async function createBridge(databaseName: string, identity: Identity): Promise<Bridge> {
  const notAsked = () => Promise.reject(new Error('Not part of a benchmark'));
  const key = crypto.getRandomValues(new Uint8Array(32));
  return {
    ...(await connectJournal(databaseName)),
    localStoreKey: () =>
      Promise.resolve(
        ok({ databaseName, key: key.slice(), opening: toOpeningId(databaseName), account: identity }),
      ),
    on: () => () => undefined,
    installedSchool: notAsked,
    sessionState: () => Promise.resolve({ kind: 'open', identity, connection: 'online', remembered: true }),
    deviceAccounts: notAsked,
    signIn: notAsked,
    answerStep: notAsked,
    cancelStep: notAsked,
    signInWays: notAsked,
    startProvider: notAsked,
    reopenProvider: notAsked,
    finishProvider: notAsked,
    unlock: notAsked,
    unlockWithPin: notAsked,
    setPin: notAsked,
    hasPin: notAsked,
    switchAccount: notAsked,
    accountAct: notAsked,
    recover: notAsked,
    handOver: notAsked,
    reachableSchools: notAsked,
    lock: notAsked,
    signOut: notAsked,
    unsentEntries: notAsked,
    removeAccount: notAsked,
    lostEntries: notAsked,
    forgetLost: notAsked,
    saveFile: notAsked,
    setLanguage: notAsked,
    confirmClose: notAsked,
  };
}
