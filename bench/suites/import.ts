import { setTimeout as pause } from 'node:timers/promises';
import { toEntryId, toInstant, toPersonId, toSchoolId } from '../../domain/base/ids.ts';
import { DEFAULT_POLICIES, SCHOOL_RECORD_ID } from '../../domain/kinds/school/record.ts';
import { hashPassword } from '../../sync-server/identity/passwords/password-hash.ts';
import { createRosterStore } from '../../sync-server/office/import/roster-store.ts';
import { openStorage } from '../../sync-server/storage/open.ts';
import { startChildServer } from '../harness/child-server.ts';
import { percentile } from '../harness/statistics.ts';
import type { FigurePlan, Round, Suite } from '../harness/suite.ts';
import { temporaryFolder } from '../harness/temporary-folder.ts';
import type { LoadDevice } from '../load/jobs.ts';
import { startLoadProcess, type LoadProcess } from '../load/load-process.ts';
import { FIRST_SAVER, serverSchool } from '../load/server-school.ts';
import { seedServer } from '../product/seed-server.ts';
import { signIn } from '../product/sign-in.ts';
import { PASSWORD, SERVER_START } from '../school/bench-school.ts';

/** The school whose office imports while another school's teachers save. */
const IMPORTING = toSchoolId('BNCH0002');
const CLERK = toPersonId('bench-clerk');
const USERNAME = `${IMPORTING}.1`;

const FULL = { rows: 58_000, idleSaves: 100, savesAtOnce: 12 };
const QUICK = { rows: 3000, idleSaves: 20, savesAtOnce: 4 };
/** Between two groups of saves. */
const PAUSE_MS = 800;
const P95 = 0.95;

const figures: readonly FigurePlan[] = [
  {
    name: 'class save during an import, p95',
    measure: 'save95',
    unit: 'ms',
    better: 'less',
    peer: 'idle',
    peerName: 'no import',
  },
  {
    name: 'class save during an import, longest',
    measure: 'longest',
    unit: 'ms',
    better: 'less',
    peer: 'idle',
    peerName: 'no import',
  },
];

/** Class saves of one school while another one imports a large roster, against the same saves a moment before. */
export const rosterImport: Suite = {
  name: 'import',
  title: 'class saves of one school while another one imports a large roster',
  figures,
  async start({ quick }) {
    const amounts = quick ? QUICK : FULL;
    const school = serverSchool();
    const load = startLoadProcess();
    return {
      round: async () => {
        const folder = await temporaryFolder('import');
        await seedServer(folder.path, school);
        await seedImporting(folder.path);
        const server = await startChildServer(new URL('../product/our-server.ts', import.meta.url), [
          folder.path,
        ]);
        try {
          const devices: LoadDevice[] = [];
          for (const [teacher, who] of school.teachers.entries())
            if (teacher >= FIRST_SAVER) devices.push({ teacher, token: await signIn(server.url, who) });
          const clerk = await signIn(server.url, { person: CLERK, username: USERNAME, classes: [] });
          return await measure(server.url, clerk, devices, load, amounts);
        } finally {
          await server.stop();
          await folder.remove();
        }
      },
      close: () => load.stop(),
    };
  },
};

async function measure(
  url: string,
  clerk: string,
  [idle, ...savers]: readonly LoadDevice[],
  load: LoadProcess,
  { rows, idleSaves, savesAtOnce }: typeof FULL,
): Promise<Round> {
  if (!idle) throw new Error('Nobody saves');
  const saves = async (device: LoadDevice, savesEach: number) =>
    (await load.run({ kind: 'saves', url, devices: [device], savesEach })).latencies;
  const alone = await saves(idle, idleSaves);
  const state = { isDone: false };
  const upload = importRoster(url, clerk, rows).finally(() => {
    state.isDone = true;
  });
  const during: number[] = [];
  const waiting = [...savers];
  while (!state.isDone) {
    // A device saves its days once; half of the devices wait for the writing, which matters most.
    const isWriting = (await phase(url, clerk)) === 'writing';
    const saver = isWriting || waiting.length > savers.length / 2 ? waiting.shift() : undefined;
    if (saver) during.push(...(await saves(saver, savesAtOnce)));
    await pause(isWriting ? PAUSE_MS / 4 : PAUSE_MS);
  }
  await upload;
  return {
    save95: { ours: percentile(during, P95), idle: percentile(alone, P95) },
    longest: { ours: Math.max(...during), idle: Math.max(...alone) },
  };
}

async function importRoster(url: string, clerk: string, rows: number): Promise<void> {
  const response = await fetch(`${url}/api/office/roster/import`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${clerk}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'alunni.csv',
    },
    body: roster(rows),
  });
  if (!response.ok) throw new Error(`Import: ${response.status} ${await response.text()}`);
}

async function phase(url: string, clerk: string): Promise<string> {
  const response = await fetch(`${url}/api/office/roster/import`, {
    headers: { authorization: `Bearer ${clerk}` },
  });
  const { phase: now = '' } = response.ok ? ((await response.json()) as { readonly phase?: string }) : {};
  return now;
}

const LETTERS = 'abcdefghilmnopqrstuvz';

/** A name of six letters, another one for each number. */
function nameOf(number: number): string {
  const letters = Array.from(
    { length: 6 },
    (_, place) => LETTERS[Math.floor((number * 7919) / LETTERS.length ** place) % LETTERS.length] ?? 'a',
  ).join('');
  return `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
}

/** A list of pupils in classes of 25. */
function roster(rows: number): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const section = Math.floor(index / 75);
    const letters = [section % 21, Math.floor(section / 21) % 21, Math.floor(section / 441)];
    const day = `${(index % 28) + 1}/${(index % 12) + 1}/${2013 + (index % 3)}`;
    const schoolClass = `${(index % 3) + 1}${letters.map((letter) => LETTERS.charAt(letter).toUpperCase()).join('')}`;
    return `${nameOf(index)};${nameOf(index * 3 + 1)};${day};${schoolClass}`;
  });
  return `Cognome;Nome;Data di nascita;Classe\n${lines.join('\n')}\n`;
}

/** A second school with its clerk and nothing else. */
async function seedImporting(folder: string): Promise<void> {
  const storage = openStorage(folder);
  const store = createRosterStore(storage, { now: () => Date.parse(SERVER_START) - 1000 });
  const envelope = (id: string, entry: string) => ({
    id,
    school: IMPORTING,
    author: CLERK,
    entry: toEntryId(entry),
    recordedAt: toInstant(Date.parse(SERVER_START) - 1000),
  });
  await store.write(IMPORTING, [
    {
      ...envelope(SCHOOL_RECORD_ID, '00000000-0000-7000-8000-000000000001'),
      kind: 'school',
      name: 'Istituto Uno',
      ministryCode: '',
      levels: ['lowerSecondary'],
      city: '',
      address: '',
      phone: '',
      email: '',
      policies: DEFAULT_POLICIES,
    },
    {
      ...envelope(CLERK, '00000000-0000-7000-8000-000000000002'),
      id: CLERK,
      kind: 'person',
      type: 'staff',
      surname: 'Cognome',
      givenName: 'Nome',
      roles: ['office'],
      classes: [],
    },
  ]);
  const passwordHash = await hashPassword(PASSWORD);
  await store.saveAccounts([{ school: IMPORTING, person: CLERK, username: USERNAME, passwordHash }]);
  await storage.close();
}
