import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addDays } from '../../domain/base/local-date.ts';
import { lessonId } from '../../domain/kinds/lesson/record.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { confirmRollCall, writeLesson } from '../kinds/lesson/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import type { Register } from './register.ts';
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

const failed = { ok: false, failure: { kind: 'journal', failure: { kind: 'internal' } } };

let line: AtWork['line'];
let device: AtWork['device'];
let register: Register;
beforeEach(async () => {
  ({ line, device } = await beginWork());
  register = await openWithClass(device);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endWork();
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
  expect(await markPupil(register, PLACE, pupilOf(CLASS_A, 1), { kind: 'present' })).toEqual(failed);
  expect(await markPupil(register, PLACE, pupilOf(CLASS_A, 1), { kind: 'absent' })).toEqual(failed);
  expect(device.journal.size).toBe(0);
  vi.restoreAllMocks();
  const marked = await markPupil(register, PLACE, pupilOf(CLASS_A, 1), { kind: 'absent' });
  expect(marked.ok).toBe(true);
});

test('what a page shows is what its commands start from while the store cannot be read', async () => {
  line.online = false;
  await markPupil(register, PLACE, pupilOf(CLASS_A, 1), { kind: 'absent' });
  const page = classHour(register, PLACE).subscribe();
  await when(classHour(register, PLACE), (hour) => hour?.counts.absent === 1);
  failReads('attendance');
  // One of whom the page has a record, and one of whom it knows that there is none.
  const corrected = await markPupil(register, PLACE, pupilOf(CLASS_A, 1), { kind: 'present' });
  const marked = await markPupil(register, PLACE, pupilOf(CLASS_A, 2), { kind: 'absent' });
  expect([corrected.ok, marked.ok, device.journal.size]).toEqual([true, true, 3]);
  // The page has the pupils of its day; of another one nobody can say.
  const elsewhere = { ...PLACE, day: addDays(PLACE.day, -3) };
  expect(await markPupil(register, elsewhere, pupilOf(CLASS_A, 1), { kind: 'absent' })).toEqual(failed);
  page.unsubscribe();
});

test('a command on a record that cannot be decrypted fails until the record is there again', async () => {
  await writeLesson(register, PLACE, { topic: 'Frazioni', activity: '' });
  await whenStatus(register, ({ waiting, syncing }) => waiting.length === 0 && !syncing);
  await close(register);
  await damageRow(device, 'lessons', lessonId(TODAY, 2, CLASS_A));
  line.online = false;
  const again = await openOn(device);
  expect(await confirmRollCall(again, PLACE)).toEqual(failed);
  expect(await confirmRollCall(again, PLACE)).toEqual(failed);
  expect(device.journal.size).toBe(0);
});
