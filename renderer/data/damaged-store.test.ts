import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { damageRow } from './testing/damage-row.ts';
import type { TestDevice } from './testing/test-device.ts';
import {
  close,
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  openOn,
  when,
  whenStatus,
  type Line,
} from './testing/test-staff.ts';

const place = { day: TODAY, schoolClass: CLASS_A, hour: 2 };
const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
let line: Line;
let device: TestDevice;
beforeEach(async () => {
  server = await startTestServer();
  line = await lineTo(server, 'anna');
  device = deviceOf(line);
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

test('a damaged row is counted and missing, and comes back with the next pull', async () => {
  const first = await openComplete(device);
  await when(first.classHour(place), (hour) => hour?.pupils.length === 3);
  line.online = false;
  await first.markPupil(place, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  await damageRow(device, 'roster', pupil);

  const second = await openOn(device);
  const hour = await when(second.classHour(place), (value) => value?.pupils.length === 2);
  expect(hour?.pupils.map(({ person }) => person.id)).not.toContain(pupil);
  const { parked } = await whenStatus(second, (status) => status.parked > 0);
  expect(parked).toBe(1);
  await close(second);

  // Without a line nothing else is lost, whatever the number of starts.
  const third = await openOn(device);
  await when(third.classHour(place), (value) => value?.pupils.length === 2 && value.counts.absent === 1);
  line.online = true;
  third.syncNow();
  await when(third.classHour(place), (value) => value?.pupils.length === 3 && value.counts.absent === 1);
  await whenStatus(third, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  await close(third);

  line.online = false;
  const fourth = await openOn(device);
  await when(fourth.classHour(place), (value) => value?.pupils.length === 3);
  const status = await whenStatus(fourth, () => true);
  expect(status.parked).toBe(0);
});
