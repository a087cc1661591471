import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

test.each(['UnknownError', 'AbortError', 'TimeoutError'])(
  'a store that cannot be opened for a moment (%s) is kept: without a line nothing else has the pupils',
  async (name) => {
    await close(await openWithClass(device));
    line.online = false;
    const until = performance.now() + 300;
    const { open } = IDBFactory.prototype;
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function refuse(
      this: IDBFactory,
      ...asked: Parameters<typeof open>
    ) {
      if (performance.now() > until) return open.apply(this, asked);
      throw new DOMException('Internal error opening backing store for indexedDB.open.', name);
    });
    const register = await openOn(device);
    await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
    const { initial } = await whenStatus(register, () => true);
    expect(initial).toBeUndefined();
  },
);
