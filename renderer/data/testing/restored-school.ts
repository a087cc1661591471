import { setTimeout as sleep } from 'node:timers/promises';
import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { afterEach, beforeEach } from 'vitest';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { createRosterStore } from '../../../sync-server/office/import/roster-store.ts';
import {
  startRestorableServer,
  type RestorableServer,
} from '../../../sync-server/testing/restorable-server.ts';
import { CLASS_A, pupilOf, SCHOOL, TODAY, type StaffName } from '../../../sync-server/testing/test-school.ts';
import { openRegister } from '../open-register.ts';
import type { Register } from '../register.ts';
import type { SyncStatus } from '../status/sync-status.ts';
import { classHour } from '../../features/class-hour/view.ts';
import { signLesson } from '../../kinds/lesson/commands.ts';
import { markPupil } from '../../kinds/attendance-day/commands.ts';
import { injectedFetch, teacherIdentity } from './injected-device.ts';
import { createTestDevice, type TestDevice } from './test-device.ts';

/** The server of the test that runs. */
export let server: RestorableServer;
let open = new Set<Register>();

/** Each test of a file has a server whose store can be put back from a copy; it is closed with every register that the test left open. */
export function eachWithRestorable(): void {
  beforeEach(async () => {
    server = await startRestorableServer();
  });
  afterEach(async () => {
    await Promise.all([...open].map((register) => register.status.close()));
    open = new Set();
    await server.close();
  });
}

/** A device whose line can be cut. */
export interface Cut {
  readonly device: TestDevice;
  online: boolean;
  /** Milliseconds that each request takes more. */
  delay: number;
}

/** A device of somebody of the school; with the token of another session, where one is given. */
export async function deviceOf(name: StaffName, other?: string): Promise<Cut> {
  const token = other ?? (await server.first.token(name));
  const toServer = injectedFetch(server.app, token);
  const cut: Cut = {
    online: true,
    delay: 0,
    device: createTestDevice(teacherIdentity(name), {
      deviceTime: () => server.first.clock.now,
      random: () => 0.02,
      fetch: async (url, init) => {
        if (!cut.online) throw new TypeError('offline');
        if (cut.delay > 0) await sleep(cut.delay);
        return await toServer(url, init);
      },
    }),
  };
  return cut;
}

/** Opens the register of a device, and waits until everything is there, with so many pupils of a class. */
export async function openOn({ device }: Cut, pupils = 3, schoolClass = CLASS_A): Promise<Register> {
  if (device.session.kind !== 'open') throw new Error('locked');
  const opened = await openRegister(device.session.identity, device);
  if (!opened.ok) throw new Error(opened.failure.kind);
  open.add(opened.value);
  await when(opened.value.status.sync$, ({ initial, syncing }) => !initial && !syncing);
  await when(classHour(opened.value, place(2, schoolClass)), (hour) => hour?.pupils.length === pupils);
  return opened.value;
}

/** Closes a register before the end of its test. */
export async function close(register: Register): Promise<void> {
  open.delete(register);
  await register.status.close();
}

/** The first value that fulfils a condition. */
export function when<T>(observable: Observable<T>, condition: (value: T) => boolean): Promise<T> {
  return firstValueFrom(observable.pipe(filter(condition), timeout(30_000)));
}

/** An hour of today, in class 1A where no other one is named. */
export const place = (hour: number, schoolClass = CLASS_A) => ({ day: TODAY, schoolClass, hour });
/** Between two entries; a test stays well within the life of its tokens. */
export const STEP = 10_000;

const ABSENT = { kind: 'absent' } as const;

/** Whether everything has arrived, and nothing is being looked for. */
export const isThrough = ({ waiting, restored, syncing, lastSyncAt }: SyncStatus) =>
  lastSyncAt !== undefined && waiting.length === 0 && restored?.state !== 'looking' && !syncing;

/** Signs an hour with a topic, somewhat later than what was before. */
export async function sign(register: Register, hour: number, topic: string): Promise<void> {
  server.first.clock.now += STEP;
  const signed = await signLesson(register, place(hour), {
    topic,
    activity: '',
    subject: subjectId('Matematica'),
  });
  if (!signed.ok) throw new Error(JSON.stringify(signed.failure));
}

/** Marks a pupil absent at the second hour, somewhat later than what was before. */
export async function mark(register: Register, number: number): Promise<void> {
  server.first.clock.now += STEP;
  const marked = await markPupil(register, place(2), pupilOf(CLASS_A, number), ABSENT);
  if (!marked.ok) throw new Error(JSON.stringify(marked.failure));
}

/** What the server's store holds of today. */
export async function atServer(): Promise<{ readonly absent: number; readonly lessons: readonly Lesson[] }> {
  const { attendance, lessons } = await server.storage().read(SCHOOL, async (reader) => ({
    attendance: await reader.collection('attendance'),
    lessons: await reader.collection('lessons'),
  }));
  const days = attendance.map((json) => JSON.parse(json) as { readonly events: readonly unknown[] });
  return {
    absent: days.filter(({ events }) => events.length > 0).length,
    lessons: lessons.map((json) => JSON.parse(json) as Lesson),
  };
}

/** Writes records of the office into the server's store as it runs now. */
export const writeRoster = async (records: readonly RegisterRecord[]): Promise<unknown> =>
  await createRosterStore(server.storage(), { now: () => server.first.clock.now }).write(SCHOOL, records);
