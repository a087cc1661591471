import { afterEach, beforeEach, expect, test } from 'vitest';
import { attendanceDayId, type AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { placeOf } from './testing/damage-row.ts';
import { writeAsEarlier } from './testing/earlier-store.ts';
import { databasesOf, onDisk } from './testing/row-on-disk.ts';
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

const sent = pupilOf(CLASS_A, 1);
const unsent = pupilOf(CLASS_A, 2);

let { server, line, device }: AtWork = {} as AtWork;
beforeEach(async () => {
  ({ server, line, device } = await beginWork());
});
afterEach(endWork);

/** A store of the earlier format: one absence has arrived, another waits in the journal. */
async function earlierStore(): Promise<void> {
  const register = await openWithClass(device);
  await markPupil(register, PLACE, sent, { kind: 'absent' });
  register.status.syncNow();
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  line.online = false;
  await markPupil(register, PLACE, unsent, { kind: 'absent' });
  await close(register);
  await writeAsEarlier(device);
}

/** Everything that lies on the disk under the account's database, as text. */
async function onItsDisk(): Promise<string> {
  const place = await placeOf(device, 'attendance');
  const rows = await Promise.all(
    (await databasesOf(place.databaseName)).map(({ collection }) =>
      onDisk<unknown[]>({ ...place, collection }, (docs) => docs.getAll()),
    ),
  );
  return JSON.stringify(rows);
}

async function absentOnServer(): Promise<readonly string[]> {
  const pull = { attendance: { checkpoint: {}, limit: 100 } };
  const { pull: pulled } = await server.sync(await server.token('anna'), { pull });
  const days = (pulled.attendance?.documents ?? []) as readonly AttendanceDay[];
  return days.filter(({ events }) => events.some(({ kind }) => kind === 'absent')).map(({ id }) => id);
}

test('ids in clear: the earlier store is one, which the new version does not open but drops with all its rows', async () => {
  await earlierStore();
  expect(await onItsDisk()).toContain(attendanceDayId(TODAY, sent));
  const register = await openOn(device);
  await whenStatus(register, ({ initial }) => initial !== undefined);
  const text = await onItsDisk();
  for (const pupil of [sent, unsent]) expect(text).not.toContain(pupil);
});

test('without a line nothing is said to have arrived: what waits is there, and the rest is still to come', async () => {
  await earlierStore();
  const register = await openOn(device);
  const status = await whenStatus(register, ({ waiting }) => waiting.length > 0);
  expect(status.waiting.map(({ record }) => record.id)).toEqual([attendanceDayId(TODAY, unsent)]);
  expect(status.initial).toEqual({ received: 0 });
  expect(status.parked).toEqual([]);
  expect(status.lastSyncAt).toBeUndefined();
  expect(line.requests.flatMap(({ push }) => push.attendance ?? []).map(({ next }) => next.id)).toEqual([
    attendanceDayId(TODAY, sent),
  ]);
});

test('with a line all is fetched anew, what waited is sent once, and the next start keeps the store', async () => {
  await earlierStore();
  const before = line.requests.length;
  line.online = true;
  const register = await openOn(device);
  const hour = await when(
    classHour(register, PLACE),
    (value) => value?.pupils.length === 3 && value.counts.absent === 2,
  );
  expect(hour?.pupils.map(({ person }) => person.id)).toEqual(expect.arrayContaining([sent, unsent]));
  await whenStatus(register, (s) => s.waiting.length === 0 && !s.syncing && s.initial === undefined);
  const pushed = line.requests.slice(before).flatMap(({ push }) => push.attendance ?? []);
  expect(pushed.map(({ next }) => next.id)).toEqual([attendanceDayId(TODAY, unsent)]);
  expect((await absentOnServer()).toSorted()).toEqual(
    [sent, unsent].map((pupil): string => attendanceDayId(TODAY, pupil)).toSorted(),
  );
  await close(register);

  line.online = false;
  const again = await openOn(device);
  await when(classHour(again, PLACE), (value) => value?.pupils.length === 3 && value.counts.absent === 2);
  const status = await whenStatus(again, () => true);
  expect(status.initial).toBeUndefined();
});
