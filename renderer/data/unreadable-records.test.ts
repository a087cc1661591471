import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lessonId } from '../../domain/records/lesson.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
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

test('a command fails when the store cannot be read, and writes nothing', async () => {
  line.online = false;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
    throw new DOMException('The disk fails', 'UnknownError');
  });
  expect(await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'present' })).toEqual(failed);
  expect(await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'absent' })).toEqual(failed);
  expect(device.journal.size).toBe(0);
  vi.restoreAllMocks();
  const marked = await register.markPupil(place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  expect(marked.ok).toBe(true);
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
