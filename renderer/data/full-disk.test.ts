import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { edited, lesson } from '../../sync-server/testing/test-records.ts';
import { CLASS_A, pupilOf, STAFF } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { writeLesson } from '../kinds/lesson/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import type { Register } from './register.ts';
import {
  beginWork,
  close,
  deviceOf,
  endWork,
  openOn,
  openWithClass,
  PLACE,
  when,
  whenStatus,
  type AtWork,
} from './testing/test-staff.ts';

const pupil = pupilOf(CLASS_A, 1);

let server: AtWork['server'];
let line: AtWork['line'];
let device: AtWork['device'];
let register: Register;
beforeEach(async () => {
  ({ server, line, device } = await beginWork());
  register = await openWithClass(device);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endWork();
});

/** From now on the disk takes nothing. */
function fillDisk(): void {
  const refuse = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse);
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse);
}

/** From now on the disk answers nothing, neither yes nor no; the answer gives back its voice, and what it had to say. */
function silenceDisk(): () => void {
  const unsaid: (() => boolean)[] = [];
  for (const prototype of [IDBTransaction.prototype, IDBRequest.prototype]) {
    const dispatch = Reflect.get(prototype, 'dispatchEvent');
    vi.spyOn(prototype, 'dispatchEvent').mockImplementation(function keep(this: EventTarget, event) {
      unsaid.push(() => dispatch.call(this, event));
      return true;
    });
  }
  return () => {
    vi.restoreAllMocks();
    for (const say of unsaid) say();
  };
}

function makeRoom(): void {
  vi.restoreAllMocks();
}

async function whenAbsent(on: Register, count = 1): Promise<void> {
  await when(classHour(on, PLACE), (hour) => hour?.counts.absent === count);
}

/** Synchronises until the disk is known to have room: a write that began before may fail after the first time. */
async function syncUntilRoom() {
  register.status.syncNow();
  const again = setInterval(() => register.status.syncNow(), 500);
  return await whenStatus(register, ({ diskFull }) => !diskFull).finally(() => clearInterval(again));
}

test('a mark for which the local store has no room is safe, shown, and reported', async () => {
  line.online = false;
  fillDisk();
  const marked = await markPupil(register, PLACE, pupil, { kind: 'absent' });
  expect(marked.ok).toBe(true);
  await whenAbsent(register);
  const { diskFull, waiting } = await whenStatus(register, (status) => status.diskFull);
  expect([diskFull, waiting.length, device.journal.size]).toEqual([true, 1, 1]);
});

test('a second mark of the same pupil follows the one in memory', async () => {
  line.online = false;
  fillDisk();
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  const second = await markPupil(register, PLACE, pupil, { kind: 'present' });
  expect(second.ok).toBe(true);
  await whenAbsent(register, 0);
  expect(device.journal.size).toBe(2);
});

test('the next start writes what the disk did not take', async () => {
  line.online = false;
  fillDisk();
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  await close(register);
  makeRoom();
  const again = await openOn(device);
  await whenAbsent(again);
  const { diskFull, waiting } = await whenStatus(again, () => true);
  expect([diskFull, waiting.length]).toEqual([false, 1]);
  line.online = true;
  again.status.syncNow();
  await whenStatus(again, (status) => status.waiting.length === 0);
});

test('as soon as a write succeeds, the others follow and the warning ends', async () => {
  line.online = false;
  fillDisk();
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  await whenStatus(register, ({ diskFull }) => diskFull);
  makeRoom();
  await markPupil(register, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  const { waiting } = await whenStatus(register, ({ diskFull }) => !diskFull);
  expect(waiting).toHaveLength(2);
  await whenAbsent(register, 2);
  // What is in the store now is sent without the journal's help.
  line.online = true;
  register.status.syncNow();
  await whenStatus(register, (status) => status.waiting.length === 0);
});

test('without another write the warning ends with the next look at the journal', async () => {
  line.online = false;
  fillDisk();
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  await whenStatus(register, ({ diskFull }) => diskFull);
  register.status.syncNow();
  makeRoom();
  const { waiting } = await syncUntilRoom();
  expect(waiting).toHaveLength(1);
  await whenAbsent(register);
});

test('a record kept in memory does not hide what colleagues write after there is room again', async () => {
  line.online = false;
  fillDisk();
  const written = await writeLesson(register, PLACE, { topic: 'Frazioni', activity: '' });
  expect(written.ok).toBe(true);
  makeRoom();
  line.online = true;
  register.status.syncNow();
  await whenStatus(register, ({ waiting, diskFull }) => waiting.length === 0 && !diskFull);
  const pull = { lessons: { checkpoint: {}, limit: 100 } };
  const answer = await server.sync(await server.token('carla'), { pull });
  const mine = answer.pull.lessons?.documents[0];
  const next = mine?.kind === 'lesson' ? edited(mine, { author: STAFF.carla, topic: 'Decimali' }) : undefined;
  const rows = mine && next ? [{ assumed: mine, next }] : [];
  expect(await server.push('carla', 'lessons', rows)).toMatchObject([{ outcome: 'stored' }]);
  register.status.syncNow();
  await when(classHour(register, PLACE), (hour) => hour?.lesson?.topic === 'Decimali');
});

test('where the disk takes nothing at all the register works in memory and keeps the warning', async () => {
  await close(register);
  device.journal.clear();
  fillDisk();
  const fresh = deviceOf(line);
  const inMemory = await openOn(fresh);
  await when(classHour(inMemory, PLACE), (hour) => hour?.pupils.length === 3);
  await markPupil(inMemory, PLACE, pupil, { kind: 'absent' });
  await whenAbsent(inMemory);
  const { diskFull } = await whenStatus(inMemory, ({ waiting }) => waiting.length === 0);
  expect(diskFull).toBe(true);
  await close(inMemory);
  // RxDB's own keeps for the whole page what anybody wrote into it.
  expect([...getRxStorageMemory().collectionStates.keys()]).toEqual([]);
});

test('what the journal does not take is not written at all', async () => {
  device.journalFailure = { kind: 'diskFull' };
  const marked = await markPupil(register, PLACE, pupil, { kind: 'absent' });
  expect(marked).toEqual({ ok: false, failure: { kind: 'journal', failure: { kind: 'diskFull' } } });
  const hour = await when(classHour(register, PLACE), (value) => value !== undefined);
  expect(hour?.counts.absent).toBe(0);
});

test('what was received and found no room is fetched again when there is some', async () => {
  fillDisk();
  const theirs = lesson(STAFF.carla, { hour: PLACE.hour, topic: 'Decimali' });
  expect(await server.push('carla', 'lessons', [theirs])).toMatchObject([{ outcome: 'stored' }]);
  register.status.syncNow();
  await whenStatus(register, ({ diskFull }) => diskFull);
  makeRoom();
  register.status.syncNow();
  await when(classHour(register, PLACE), (hour) => hour?.lesson?.topic === 'Decimali');
  expect((await syncUntilRoom()).diskFull).toBe(false);
});

test('while there is no room, what has been received is asked for from where the store is, and less and less often', async () => {
  const PAUSES = [5_000, 10_000, 20_000, 40_000, 60_000];
  const pauses: number[] = [];
  const { setTimeout: wait } = globalThis;
  const quick = (run: () => void, delay = 0) => {
    const isPause = PAUSES.includes(delay);
    if (isPause) pauses.push(delay);
    return wait(run, isPause ? 1 : delay);
  };
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(quick as typeof wait);
  fillDisk();
  const theirs = lesson(STAFF.carla, { hour: PLACE.hour, topic: 'Decimali' });
  expect(await server.push('carla', 'lessons', [theirs])).toMatchObject([{ outcome: 'stored' }]);
  line.requests.length = 0;
  register.status.syncNow();
  await vi.waitFor(() => expect(pauses.length).toBeGreaterThanOrEqual(PAUSES.length), 20_000);
  expect(pauses.slice(0, 5)).toEqual(PAUSES);
  const asked = line.requests.flatMap(({ pull }) => (pull.lessons ? [pull.lessons.checkpoint] : []));
  expect(asked.filter((checkpoint) => Object.keys(checkpoint).length === 0)).toEqual([]);
  makeRoom();
  await syncUntilRoom();
  await when(classHour(register, PLACE), (hour) => hour?.lesson?.topic === 'Decimali');
});

test('on a disk that answers no more, marks are safe and shown all the same, and are stored when it does again', async () => {
  line.online = false;
  const page = classHour(register, PLACE).subscribe();
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
  const answerAgain = silenceDisk();
  for (const number of [1, 2]) {
    const marked = await markPupil(register, PLACE, pupilOf(CLASS_A, number), { kind: 'absent' });
    expect(marked.ok).toBe(true);
    await whenAbsent(register, number);
  }
  expect(device.journal.size).toBe(2);
  answerAgain();
  await syncUntilRoom();
  // Writes that came through late have not ended what the page hears of the store.
  await markPupil(register, PLACE, pupilOf(CLASS_A, 3), { kind: 'absent' });
  await whenAbsent(register, 3);
  page.unsubscribe();
  await close(register);
  // The store alone must know them now.
  device.journal.clear();
  await whenAbsent(await openOn(device), 3);
});

test('a start on a full disk leaves the store there as it is, for the next start with room', async () => {
  await whenAbsent(register, 0);
  await close(register);
  line.online = false;
  const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
  fillDisk();
  register = await openOn(device);
  const { diskFull, initial } = await whenStatus(register, () => true);
  // Nothing is shown as if it were all.
  expect([diskFull, initial]).toEqual([true, { received: 0 }]);
  expect(deleted).not.toHaveBeenCalled();
  await close(register);
  makeRoom();
  register = await openOn(device);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
  expect((await whenStatus(register, () => true)).initial).toBeUndefined();
});
