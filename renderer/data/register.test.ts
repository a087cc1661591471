import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLASS_A, pupilOf, STAFF, TODAY, type StaffName } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { kinds } from '../../domain/kinds/registry.ts';
import { attendance } from '../../sync-server/testing/test-records.ts';
import { must } from '../../domain/base/assert.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { confirmRollCall } from '../kinds/lesson/commands.ts';
import { openRegister } from './open-register.ts';
import type { Register } from './register.ts';
import { injectedDevice, teacherIdentity } from './testing/injected-device.ts';
import type { TestDevice } from './testing/test-device.ts';

let server: TestServer;
let open: Register[] = [];
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await Promise.all(open.map((register) => register.status.close()));
  open = [];
  await server.close();
});

const device = (name: StaffName) => injectedDevice(server, name);

async function openOn(on: TestDevice): Promise<Register> {
  const opened = await openRegister(
    on.session.kind === 'open' ? on.session.identity : teacherIdentity('anna'),
    on,
  );
  if (!opened.ok) throw new Error(opened.failure.kind);
  open.push(opened.value);
  return opened.value;
}

function when<T>(observable: Observable<T>, condition: (value: T) => boolean): Promise<T> {
  return firstValueFrom(observable.pipe(filter(condition), timeout(30_000)));
}

const MINUTE = 60_000;
const place = { day: TODAY, schoolClass: CLASS_A, hour: 2 };

test('D98: shows who is out of class for the school, and takes no absence of them', async () => {
  const pupil = pupilOf(CLASS_A, 1);
  const { events: _none, ...day } = attendance(STAFF.carla, pupil, []);
  const [base] = kinds.presenceElsewhere.samples;
  const out = { ...base, ...day, kind: base.kind, id: base.id, during: { fromHour: 2 } };
  await server.push('carla', 'attendance', [out]);
  const anna = await openOn(await device('anna'));
  const hour = must(await when(classHour(anna, place), (value) => value?.counts.outOfClass === 1), 'an hour');
  const { seen, mark } = must(hour.pupils[0], 'a pupil');
  expect(mark).toBe('outOfClass');
  const marked = await markPupil(anna, place, pupil, { kind: 'absent' }, seen);
  expect(marked).toMatchObject({ ok: false, failure: { kind: 'refused', reason: 'elsewhere' } });
});

test('shows the hours of the day, takes the roll and delivers it', async () => {
  const anna = await openOn(await device('anna'));
  const day = await when(teacherDay(anna, TODAY), ({ hours }) => hours.length > 0);
  expect(day.hours[0]?.enrolled).toBe(3);
  await when(anna.status.sync$, ({ initial, syncing }) => !initial && !syncing);
  await when(classHour(anna, place), (hour) => hour?.pupils.length === 3);
  const marked = await markPupil(anna, place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  expect(marked.ok).toBe(true);
  const hour = must(await when(classHour(anna, place), (value) => value?.counts.absent === 1), 'an hour');
  expect(hour.pupils.map(({ mark }) => mark)).toContain('absent');
  await when(anna.status.sync$, ({ waiting }) => waiting.length === 0);
  const received = must(
    await when(classHour(anna, place), (value) => value?.pupils[0]?.times?.receivedAt !== undefined),
    'an hour',
  );
  expect(received.pupils[0]?.mark).toBe('absent');

  const carla = await openOn(await device('carla'));
  await when(classHour(carla, place), (value) => value?.counts.absent === 1);
});

test('a mark taken back after the confirmation shows that the roll call has changed, until it is confirmed again', async () => {
  // Half past ten.
  const running = { ...place, hour: 3 };
  const anna = await openOn(await device('anna'));
  await when(anna.status.sync$, ({ initial, syncing }) => !initial && !syncing);
  await when(classHour(anna, running), (hour) => hour?.pupils.length === 3);
  const marked = await markPupil(anna, running, pupilOf(CLASS_A, 1), { kind: 'absent' });
  server.clock.now += MINUTE;
  await confirmRollCall(anna, running);
  await when(
    classHour(anna, running),
    (hour) => hour?.lesson?.rollCall !== undefined && hour.changesAfterRollCall === 0,
  );
  if (!marked.ok) throw new Error(marked.failure.kind);
  server.clock.now += MINUTE;
  await marked.value.undo();
  const changed = await when(classHour(anna, running), (hour) => hour?.changesAfterRollCall === 1);
  expect(changed?.counts.absent).toBe(0);
  server.clock.now += MINUTE;
  await confirmRollCall(anna, running);
  await when(classHour(anna, running), (hour) => hour?.changesAfterRollCall === 0);
});
