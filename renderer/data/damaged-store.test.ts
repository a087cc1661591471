import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
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

/** Spoils the ciphertext of one row of the roster. */
async function damage(id: string): Promise<void> {
  const key = await device.bridge.localStoreKey();
  const prefix = `rxdb-dexie-${key.ok ? key.value.databaseName : ''}--`;
  const names = (await indexedDB.databases()).map(({ name }) => String(name));
  const name = names.find((one) => one.startsWith(prefix) && one.endsWith('--roster'));
  const database = await settled(indexedDB.open(String(name)));
  const rows = database.transaction('docs', 'readwrite').objectStore('docs');
  const row = (await settled<unknown>(rows.get(id) as IDBRequest<unknown>)) as Record<string, unknown>;
  await settled(rows.put({ ...row, sealed: 'x'.repeat(60) }));
  database.close();
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB request failed')));
  });
}

test('a damaged row is counted and missing, and is there again after the next start', async () => {
  const first = await openComplete(device);
  await when(first.classHour(place), (hour) => hour?.pupils.length === 3);
  line.online = false;
  await first.markPupil(place, pupilOf(CLASS_A, 2), { kind: 'absent' });
  await close(first);
  await damage(pupil);

  const second = await openOn(device);
  const hour = await when(second.classHour(place), (value) => value?.pupils.length === 2);
  expect(hour?.pupils.map(({ person }) => person.id)).not.toContain(pupil);
  const { parked } = await whenStatus(second, (status) => status.parked > 0);
  expect(parked).toBe(1);
  await close(second);

  // The store is built anew: what waited is in the journal, everything else comes from the server.
  line.online = true;
  const third = await openOn(device);
  await when(third.classHour(place), (value) => value?.pupils.length === 3 && value.counts.absent === 1);
  const status = await whenStatus(third, ({ waiting }) => waiting.length === 0);
  expect(status.parked).toBe(0);
});
