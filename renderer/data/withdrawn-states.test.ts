import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { attendanceDayId } from '../../domain/kinds/attendance-day/record.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { placeOf } from './testing/damage-row.ts';
import type { DeviceMemory } from './device-memory.ts';
import { importStoreKey } from './store/sealed-json.ts';
import { openSeenStore, type SeenStore } from './sync/returning/seen-store.ts';
import { changeRow, rowOf, type PlaceOnDisk, type Row } from './testing/row-on-disk.ts';
import {
  beginWork,
  close,
  endWork,
  openOn,
  openWithClass,
  PLACE,
  when,
  whenStatus,
  type AtWork,
} from './testing/test-staff.ts';

const pupil = pupilOf(CLASS_A, 1);
const id = attendanceDayId(TODAY, pupil);

let { server, line, device }: AtWork = {} as AtWork;
beforeEach(async () => {
  ({ server, line, device } = await beginWork());
});
afterEach(endWork);

/** What the server has as the pupil's state. */
async function onServer(): Promise<AttendanceDay | undefined> {
  const pull = { attendance: { checkpoint: {}, limit: 100 } };
  const { pull: pulled } = await server.sync(await server.token('anna'), { pull });
  return pulled.attendance?.documents.find((record) => record.id === id) as AttendanceDay | undefined;
}

/** What the device sent of the pupil since a moment. */
function sentSince(requests: number): number {
  const sent = line.requests.slice(requests).flatMap(({ push }) => push.attendance ?? []);
  return sent.filter(({ next }) => next.id === id).length;
}

/** Anna marks absent without a line, corrects herself to present, and everything arrives; gives back the withdrawn row. */
async function correctedBeforeSending(): Promise<Row> {
  const register = await openWithClass(device);
  line.online = false;
  await markPupil(register, PLACE, pupil, { kind: 'absent' });
  const withdrawn = await rowOf(await placeOf(device, 'attendance'), id);
  await markPupil(register, PLACE, pupil, { kind: 'present' });
  line.online = true;
  register.status.syncNow();
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  await close(register);
  return withdrawn;
}

const LATER = 4e12;
const later = (row: Row): Row => ({ ...row, _meta: { ...(row['_meta'] as object), lwt: LATER } });

test.each([
  ['as it was', (withdrawn: Row) => withdrawn],
  ['with its time raised', later],
  [
    'with time and revision of the newest',
    (withdrawn: Row, now: Row) => ({ ...later(withdrawn), _rev: now['_rev'] }),
  ],
  ['without a trace of replication', (withdrawn: Row) => ({ ...withdrawn, _meta: { lwt: LATER } })],
] as const)('F2: a withdrawn state that is put back on the disk %s is never sent', async (_how, put) => {
  const withdrawn = await correctedBeforeSending();
  await changeRow(await placeOf(device, 'attendance'), id, (now) => put(withdrawn, now));
  expect(await sentAfterOpening()).toBe(0);
  expect((await onServer())?.events.map(({ kind }) => kind)).not.toContain('absent');
});

/** What somebody who writes in the profile folder puts among the notes of the device, with or without what lay there before. */
type Forgery = (memory: DeviceMemory, place: PlaceOnDisk) => Promise<void> | void;

const madeUp = `1.${'a'.repeat(64)}.1.${'A'.repeat(43)}`;
const underItsKey = async (memory: DeviceMemory, { databaseName, key }: PlaceOnDisk) =>
  await openSeenStore(memory, databaseName, await importStoreKey(key));

test.each<[string, Forgery, boolean]>([
  [
    'the note of a return written by hand',
    (memory, { databaseName }) => memory.set(`${databaseName}.returning`, 'yes'),
    false,
  ],
  ['a link written by hand', (memory, { databaseName }) => memory.set(`${databaseName}.seen`, madeUp), false],
  [
    'a note in the form of what is sealed',
    (memory, { databaseName }) =>
      memory.set(`${databaseName}.seen`, JSON.stringify({ seen: madeUp, isReturning: true })),
    false,
  ],
  [
    'the sealed note of another database',
    async (memory, place) => {
      const other = await openSeenStore(memory, 'other', await importStoreKey(place.key));
      other.note(madeUp);
      other.begin();
      await vi.waitFor(async () => expect((await underOther(memory, place)).isReturning()).toBe(true));
      memory.set(`${place.databaseName}.seen`, memory.get('other.seen') ?? '');
    },
    false,
  ],
  [
    'a note of its own of an earlier return, of a link that the store has',
    async (memory, place) => {
      (await underItsKey(memory, place)).begin();
      await vi.waitFor(async () => expect((await underItsKey(memory, place)).isReturning()).toBe(true));
    },
    false,
  ],
  [
    'a note of its own of an earlier return, of a link that was lost with an earlier store',
    async (memory, place) => {
      const seenStore = await underItsKey(memory, place);
      seenStore.note(madeUp);
      seenStore.begin();
      await vi.waitFor(async () => expect((await underItsKey(memory, place)).isReturning()).toBe(true));
    },
    true,
  ],
])('F2: nor by way of a store put back: %s', async (_how, forge, isLookedFor) => {
  const withdrawn = await correctedBeforeSending();
  const place = await placeOf(device, 'attendance');
  await changeRow(place, id, (now) => ({ ...later(withdrawn), _rev: now['_rev'] }));
  await forge(device.memory, place);
  let saidRestored = false;
  line.answer = (answer) => {
    saidRestored ||= answer.restored === true;
    return answer;
  };
  expect(await sentAfterOpening()).toBe(0);
  expect((await onServer())?.events.map(({ kind }) => kind)).not.toContain('absent');
  expect(saidRestored).toBe(isLookedFor);
});

async function underOther(memory: DeviceMemory, { key }: PlaceOnDisk): Promise<SeenStore> {
  return await openSeenStore(memory, 'other', await importStoreKey(key));
}

test('F2: a row whose entry is gone from the journal is never sent', async () => {
  const first = await openWithClass(device);
  line.online = false;
  await markPupil(first, PLACE, pupil, { kind: 'absent' });
  await close(first);
  device.journal.clear();
  line.online = true;
  expect(await sentAfterOpening()).toBe(0);
  expect(await onServer()).toBeUndefined();
});

/** How often the pupil's state is sent after the register is opened again; another mark goes the whole way meanwhile. */
async function sentAfterOpening(): Promise<number> {
  const before = line.requests.length;
  const register = await openOn(device);
  register.status.syncNow();
  await whenStatus(register, ({ syncing, lastSyncAt }) => lastSyncAt !== undefined && !syncing);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
  await markPupil(register, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  return sentSince(before);
}
