import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail } from '../../domain/base/result.ts';
import { CLASS_A, pupilOf } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { damageRow } from './testing/damage-row.ts';
import {
  beginWork,
  close,
  endWork,
  openOn,
  openWithClass,
  PLACE,
  tryToOpen,
  when,
  whenStatus,
  type AtWork,
} from './testing/test-staff.ts';

const pupil = pupilOf(CLASS_A, 1);

let line: AtWork['line'];
let device: AtWork['device'];
beforeEach(async () => {
  ({ line, device } = await beginWork());
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endWork();
});

test('a damaged row is counted and missing, and comes back with the next pull', async () => {
  const first = await openWithClass(device);
  line.online = false;
  await markPupil(first, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  await damageRow(device, 'roster', pupil);

  const second = await openOn(device);
  const hour = await when(classHour(second, PLACE), (value) => value?.pupils.length === 2);
  expect(hour?.pupils.map(({ person }) => person.id)).not.toContain(pupil);
  const { parked } = await whenStatus(second, (status) => status.parked.length > 0);
  expect(parked).toHaveLength(1);
  await close(second);

  // Without a line nothing else is lost, whatever the number of starts.
  const third = await openOn(device);
  await when(classHour(third, PLACE), (value) => value?.pupils.length === 2 && value.counts.absent === 1);
  line.online = true;
  third.status.syncNow();
  await when(classHour(third, PLACE), (value) => value?.pupils.length === 3 && value.counts.absent === 1);
  await whenStatus(third, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  await close(third);

  line.online = false;
  const fourth = await openOn(device);
  await when(classHour(fourth, PLACE), (value) => value?.pupils.length === 3);
  const status = await whenStatus(fourth, () => true);
  expect(status.parked).toEqual([]);
});

/** While it says so, the browser opens no database. */
function refuseWhile(isHeld: () => boolean, name = 'UnknownError'): void {
  const { open } = IDBFactory.prototype;
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function refuse(
    this: IDBFactory,
    ...asked: Parameters<typeof open>
  ) {
    if (!isHeld()) return open.apply(this, asked);
    throw new DOMException('Internal error opening backing store for indexedDB.open.', name);
  });
}

test.each(['UnknownError', 'AbortError', 'TimeoutError'])(
  'a store that cannot be opened for a moment (%s) is kept: without a line nothing else has the pupils',
  async (name) => {
    await close(await openWithClass(device));
    line.online = false;
    const until = performance.now() + 300;
    refuseWhile(() => performance.now() <= until, name);
    const register = await openOn(device);
    await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
    const { initial } = await whenStatus(register, () => true);
    expect(initial).toBeUndefined();
  },
);

test('a store that is held for long is left as it is, with all that is noted of it, until it opens', async () => {
  const first = await openWithClass(device);
  line.online = false;
  await markPupil(first, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  let isHeld = true;
  refuseWhile(() => isHeld);
  const noted = vi.spyOn(device.memory, 'set');
  const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
  expect(await tryToOpen(device)).toEqual(fail({ kind: 'storeHeld' }));
  expect(noted).not.toHaveBeenCalled();
  expect(deleted).not.toHaveBeenCalled();

  isHeld = false;
  const register = await openOn(device);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3 && hour.counts.absent === 1);
  const status = await whenStatus(register, () => true);
  expect([status.initial, status.waiting.length]).toEqual([undefined, 1]);
});

test('whoever begins anew beside a store that is held has what was written, and the rest with the line', async () => {
  const first = await openWithClass(device);
  line.online = false;
  await markPupil(first, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  let isHeld = true;
  refuseWhile(() => isHeld);
  const anew = await openOn(device, { anew: true });
  const { initial, waiting } = await whenStatus(anew, () => true);
  // Nothing is shown as if it were all.
  expect([initial, waiting.length]).toEqual([{ received: 0 }, 1]);
  line.online = true;
  anew.status.syncNow();
  await when(classHour(anew, PLACE), (hour) => hour?.pupils.length === 3 && hour.counts.absent === 1);
  await close(anew);

  // The choice holds for the next start too: what could not be deleted is not taken for what was received since.
  isHeld = false;
  const register = await openOn(device);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3 && hour.counts.absent === 1);
});

test('where the browser says nothing of any database the register goes on in memory, and all is there the next time', async () => {
  const first = await openWithClass(device);
  line.online = false;
  await markPupil(first, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  const { databases } = IDBFactory.prototype;
  let isSilent = true;
  refuseWhile(() => isSilent);
  vi.spyOn(IDBFactory.prototype, 'databases').mockImplementation(async function refuse(this: IDBFactory) {
    if (!isSilent) return await databases.apply(this);
    throw new DOMException('Internal error opening backing store.', 'UnknownError');
  });
  const deleted = vi.spyOn(IDBFactory.prototype, 'deleteDatabase');
  const inMemory = await openOn(device);
  const { initial, waiting } = await whenStatus(inMemory, () => true);
  // Nothing is shown as if it were all.
  expect([initial, waiting.length]).toEqual([{ received: 0 }, 1]);
  await close(inMemory);
  expect(deleted).not.toHaveBeenCalled();

  isSilent = false;
  const register = await openOn(device);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3 && hour.counts.absent === 1);
  expect((await whenStatus(register, () => true)).initial).toBeUndefined();
});
