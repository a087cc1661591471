import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lessonId } from '../../domain/records/lesson.ts';
import { CLASS_A, CLASS_B, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import type { Register } from './register.ts';
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
const failed = { ok: false, failure: { kind: 'journal', failure: { kind: 'internal' } } };

let server: TestServer;
let line: Line;
let device: TestDevice;
let register: Register;
beforeEach(async () => {
  server = await startTestServer();
  line = await lineTo(server, 'anna');
  device = deviceOf(line);
  register = await openComplete(device);
  await when(register.classHour(place), (hour) => hour?.pupils.length === 3);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await closeRegisters();
  await server.close();
});

/** From now on the documents of a collection cannot be read; what the replication notes of itself can. */
function failReads(collection: string): void {
  const original = IDBObjectStore.prototype.get;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function get(this: IDBObjectStore, key) {
    if (this.transaction.db.name.endsWith(`--${collection}`))
      throw new DOMException('The disk fails', 'UnknownError');
    return original.call(this, key);
  });
}

test('a command fails when the store cannot be read, and writes nothing', async () => {
  line.online = false;
  failReads('attendance');
  expect(await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'present' })).toEqual(failed);
  expect(await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'absent' })).toEqual(failed);
  expect(device.journal.size).toBe(0);
  vi.restoreAllMocks();
  const marked = await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  expect(marked.ok).toBe(true);
});

test('what a page shows is what its commands start from while the store cannot be read', async () => {
  line.online = false;
  await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  const page = register.classHour(place).subscribe();
  await when(register.classHour(place), (hour) => hour?.counts.absent === 1);
  failReads('attendance');
  // One of whom the page has a record, and one of whom it knows that there is none.
  const corrected = await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'present' });
  const marked = await register.markPupil(place, pupilOf(CLASS_A, 2), { kind: 'absent' });
  expect([corrected.ok, marked.ok, device.journal.size]).toEqual([true, true, 3]);
  const elsewhere = { ...place, schoolClass: CLASS_B };
  expect(await register.markPupil(elsewhere, pupilOf(CLASS_B, 1), { kind: 'absent' })).toEqual(failed);
  page.unsubscribe();
});

test('a command on a record that cannot be decrypted fails until the record is there again', async () => {
  await register.writeLesson(place, { topic: 'Frazioni', activity: '' });
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  await close(register);
  await damageRow(device, 'lessons', lessonId(TODAY, 2, CLASS_A));
  line.online = false;
  const again = await openOn(device);
  expect(await again.confirmRollCall(place)).toEqual(failed);
  expect(await again.confirmRollCall(place)).toEqual(failed);
  expect(device.journal.size).toBe(0);
});
