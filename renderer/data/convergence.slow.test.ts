import { filter, firstValueFrom, timeout } from 'rxjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budgeted } from '../../domain/testing/budget.ts';
import { must } from '../../domain/base/assert.ts';
import { equalJson } from '../../domain/base/canonical-json.ts';
import type { LocalDate, LocalTime } from '../../domain/base/ids.ts';
import { addDays, weekdayOf } from '../../domain/base/local-date.ts';
import type {
  HistoryVersion,
  PushOutcome,
  SyncAnswer,
} from '../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../domain/kinds/registry.ts';
import type { RollCallMark } from '../../domain/kinds/attendance-day/roll-call.ts';
import {
  CLASS_A,
  pupilOf,
  schoolRecords,
  TEST_NOW,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import { classHour } from '../features/class-hour/view.ts';
import { schoolIndex } from '../views/school.ts';
import { confirmRollCall, signLesson, withdrawSignature, writeLesson } from '../kinds/lesson/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { openRegister } from './open-register.ts';
import type { Register } from './register.ts';
import type { CommandResult } from './commands/outcome.ts';
import { deleteStore } from './store/store-files.ts';
import { createFaultyLine, fetchWithSession, LINE_FAULTS, type FaultyLine } from './testing/faulty-fetch.ts';
import { seededRandom, type SeededRandom } from './testing/seeded-random.ts';
import { teacherIdentity } from './testing/injected-device.ts';
import { createTestDevice, type TestDevice } from './testing/test-device.ts';

/** A few in every run; a night with `CAMPANELLA_TEST_BUDGET=70` looks further. */
const SCHEDULES = budgeted(8);
const FIRST_SEED = Number(process.env['SEED'] ?? 1);
const STEPS = 25;
const HOURS_48 = 48 * 3_600_000;
const PUPILS = 3;
const LESSON_DAYS = Array.from({ length: 48 }, (_, index) =>
  addDays('2026-10-05' as LocalDate, index),
).filter((day) => weekdayOf(day) !== 7);

let server: TestServer;
let origin: string;
const started = performance.now();
const trueTime = () => Math.round(TEST_NOW + performance.now() - started);

beforeAll(async () => {
  server = await startTestServer(schoolRecords(PUPILS), { now: trueTime });
  origin = await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
});

/** One person's device, its line to the server, and what it was promised. */
interface Client {
  readonly device: TestDevice;
  readonly line: FaultyLine;
  /** What the server decided on each entry, whether the device heard of it or not. */
  readonly outcomes: ReadonlyMap<string, PushOutcome['outcome']>;
  /** Undefined while the app is closed: RxDB lets only two stores of ours be open in one process. */
  register: Register | undefined;
  /** Per record, the last entry that a command confirmed. */
  readonly confirmed: Map<string, string>;
}

async function createClient(name: StaffName, random: SeededRandom): Promise<Client> {
  const skew = random.below(3) === 0 ? Math.round((random.next() - 0.5) * 2 * HOURS_48) : 0;
  const outcomes = new Map<string, PushOutcome['outcome']>();
  const toServer = fetchWithSession(origin, (await server.signIn(name)).accessToken);
  const line = createFaultyLine(async (input, init) => {
    const answer = await toServer(input, init);
    const { push } = (await answer.clone().json()) as Partial<SyncAnswer>;
    for (const list of Object.values(push ?? {}))
      for (const { entry, outcome } of list) if (!isTaken(outcomes.get(entry))) outcomes.set(entry, outcome);
    return answer;
  });
  const device = createTestDevice(teacherIdentity(name), {
    fetch: line.fetch,
    deviceTime: () => trueTime() + skew,
    random: () => 0.02,
  });
  const register = await open(device);
  const names$ = schoolIndex(register);
  await firstValueFrom(names$.pipe(filter((names) => names.schoolClass(CLASS_A) !== undefined)));
  await firstValueFrom(register.status.sync$.pipe(filter(({ initial }) => !initial)));
  await register.status.close();
  return { device, line, outcomes, register: undefined, confirmed: new Map() };
}

function isTaken(outcome: PushOutcome['outcome'] | undefined): boolean {
  return outcome === 'stored' || outcome === 'merged';
}

/** The open register of a client; another one's app is closed when it is one too many. */
async function registerOf(client: Client, clients: readonly Client[]): Promise<Register> {
  if (client.register) return client.register;
  const others = clients.filter((other) => other.register !== undefined);
  if (others.length >= 2 && others[0]) await close(others[0]);
  client.register = await open(client.device);
  return client.register;
}

async function close(client: Client): Promise<void> {
  const { register } = client;
  client.register = undefined;
  await register?.status.close();
}

async function open(device: TestDevice): Promise<Register> {
  if (device.session.kind !== 'open') throw new Error('locked');
  const opened = await openRegister(device.session.identity, device);
  if (!opened.ok) throw new Error(opened.failure.kind);
  return opened.value;
}

const MARKS: readonly RollCallMark[] = [
  { kind: 'present' },
  { kind: 'absent' },
  { kind: 'late', time: '08:12' as LocalTime },
  { kind: 'late', time: '08:40' as LocalTime },
  { kind: 'exit', time: '11:30' as LocalTime },
  { kind: 'outOfClass' },
];

async function step(clients: readonly Client[], day: LocalDate, random: SeededRandom): Promise<void> {
  const client = random.pick(clients);
  const register = await registerOf(client, clients);
  const place: HourPlace = { day, schoolClass: CLASS_A, hour: 1 + random.below(2) };
  const lesson = `lessons/${day}.${place.hour}.${CLASS_A}`;
  const text = (prefix: string) => `${prefix} ${random.below(1000)}`;
  const note = (record: string, result: CommandResult) => {
    if (result.ok && client.device.journal.has(result.value.entry))
      client.confirmed.set(record, result.value.entry);
  };
  const action = random.below(12);
  if (action < 5) {
    const pupil = pupilOf(CLASS_A, 1 + random.below(PUPILS));
    const marked = await markPupil(register, place, pupil, random.pick(MARKS));
    note(`attendance/${day}.${pupil}`, marked);
    if (marked.ok && random.below(4) === 0) note(`attendance/${day}.${pupil}`, await marked.value.undo());
  } else if (action === 5) {
    note(lesson, await signLesson(register, place, { topic: text('Lezione'), activity: '' }));
  } else if (action === 6) {
    note(
      lesson,
      await writeLesson(register, place, { topic: text('Argomento'), activity: text('Attività') }),
    );
  } else if (action === 7) {
    note(lesson, await confirmRollCall(register, place));
  } else if (action === 8) {
    note(lesson, await withdrawSignature(register, place));
  } else if (action === 9) {
    client.line.online = !client.line.online;
  } else if (action === 10) {
    await close(client);
    if (random.below(3) === 0) await deleteStore(await databaseName(client));
  } else {
    register.status.syncNow();
    await pause(random.below(20));
  }
}

async function databaseName({ device }: Client): Promise<string> {
  const key = await device.bridge.localStoreKey();
  if (!key.ok) throw new Error('locked');
  return key.value.databaseName;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The records of a day that are on the server, by collection and identifier. */
async function onServer(day: LocalDate): Promise<Map<string, RegisterRecord>> {
  const pull = { checkpoint: {}, limit: 2000 };
  const answer = await server.sync((await server.signIn('anna')).accessToken, {
    pull: { lessons: pull, attendance: pull },
  });
  const found = (['lessons', 'attendance'] as const).flatMap((name) =>
    (answer.pull[name]?.documents ?? [])
      .filter((record) => 'day' in record && record.day === day)
      .map((record) => [`${name}/${record.id}`, record] as const),
  );
  return new Map(found);
}

async function onDevice(register: Register, day: LocalDate): Promise<Map<string, RegisterRecord>> {
  const found = new Map<string, RegisterRecord>();
  for (const hour of [1, 2]) {
    const shown = await firstValueFrom(
      classHour(register, { day, schoolClass: CLASS_A, hour }).pipe(filter(Boolean)),
    );
    if (shown.lesson) found.set(`lessons/${shown.lesson.id}`, shown.lesson);
    for (const { attendance } of shown.pupils)
      if (attendance) found.set(`attendance/${attendance.id}`, attendance);
  }
  return found;
}

async function entriesInHistory(record: string): Promise<ReadonlySet<string>> {
  const [collection, ...id] = record.split('/');
  const answer = await server.app.inject({
    method: 'GET',
    url: `/api/history/${collection}/${encodeURIComponent(id.join('/'))}`,
    headers: { authorization: `Bearer ${(await server.signIn('anna')).accessToken}` },
  });
  const versions = answer.statusCode === 200 ? answer.json<readonly HistoryVersion[]>() : [];
  return new Set(versions.map(({ record: version }) => version.entry));
}

type States = Readonly<Record<string, RegisterRecord>>;

/** Where a schedule ended. */
interface Ending {
  readonly server: States;
  readonly devices: readonly States[];
  /** Entries that a command confirmed and nobody knows any more. */
  readonly lost: readonly string[];
}

async function runSchedule(seed: number): Promise<Ending> {
  const random = seededRandom(seed);
  const day = must(LESSON_DAYS[seed % LESSON_DAYS.length], 'a lesson day');
  const clients: Client[] = [];
  try {
    for (const name of ['anna', 'carla', 'carla'] as const) clients.push(await createClient(name, random));
    for (const { line } of clients)
      line.fault = () => (random.below(3) === 0 ? random.pick(LINE_FAULTS) : 'none');
    for (let count = 0; count < STEPS; count += 1) await step(clients, day, random);
    for (const { line } of clients) {
      line.online = true;
      line.fault = () => 'none';
    }
    for (const client of clients) await deliver(await registerOf(client, clients));
    let ending = await endingOf(clients, day);
    // A device that was closed before it had written down the server's answer sends once more when it is opened: then the others look again.
    for (let round = 1; round < 3 && !isSettled(ending); round += 1) ending = await endingOf(clients, day);
    return { ...ending, lost: await lostEntries(clients) };
  } finally {
    await Promise.all(clients.map(close));
  }
}

async function endingOf(clients: readonly Client[], day: LocalDate): Promise<Omit<Ending, 'lost'>> {
  const devices: States[] = [];
  for (const client of clients) devices.push(await settledStates(await registerOf(client, clients), day));
  return { server: Object.fromEntries(await onServer(day)), devices };
}

function isSettled({ server: truth, devices }: Omit<Ending, 'lost'>): boolean {
  return devices.every((shown) => equalJson(shown, truth));
}

async function deliver(register: Register): Promise<void> {
  register.status.syncNow();
  await firstValueFrom(
    register.status.sync$.pipe(
      filter(({ waiting, syncing }) => waiting.length === 0 && !syncing),
      timeout(60_000),
    ),
  );
}

/** What a device shows once it agrees with the server, or after it had time enough to. */
async function settledStates(register: Register, day: LocalDate): Promise<States> {
  const truth = Object.fromEntries(await onServer(day));
  register.status.syncNow();
  const until = performance.now() + 20_000;
  let shown = Object.fromEntries(await onDevice(register, day));
  while (performance.now() < until && !equalJson(shown, truth)) {
    await pause(50);
    shown = Object.fromEntries(await onDevice(register, day));
  }
  return shown;
}

async function lostEntries(clients: readonly Client[]): Promise<readonly string[]> {
  const lost: string[] = [];
  for (const { confirmed, outcomes, device } of clients)
    for (const [record, entry] of confirmed) {
      const outcome = outcomes.get(entry);
      // What says the same as the server's state is not a version of its own.
      const isKnown =
        outcome === 'unchanged' ||
        (outcome === 'refused'
          ? device.journal.get(entry)?.refusal !== undefined
          : (await entriesInHistory(record)).has(entry));
      if (!isKnown) lost.push(`${record} ${entry}`);
    }
  return lost;
}

test.each(Array.from({ length: SCHEDULES }, (_, index) => FIRST_SEED + index))(
  'devices that edit offline over a bad line end in the same state (seed %i)',
  async (seed) => {
    const ending = await runSchedule(seed);
    expect(ending.lost).toEqual([]);
    expect(ending.devices).toEqual([ending.server, ending.server, ending.server]);
  },
  180_000,
);
