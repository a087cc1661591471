import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import { assessment, writeYear } from '../../sync-server/testing/gradebook/test-grades.ts';
import {
  assignmentRecord,
  CLASS_A,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import type { Register } from './register.ts';
import type { TestDevice } from './testing/test-device.ts';
import {
  close,
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  openOn,
  when,
  type Line,
} from './testing/test-staff.ts';

const LONG_AGO = '2026-10-01' as LocalDate;
const words = {
  comment: 'Rossi ha copiato',
  cancelled: { reason: 'Rossi ha copiato' },
};
const column = assessment(STAFF.anna, words);
const support = {
  ...assignmentRecord(STAFF.bruno, CLASS_A, 'Sostegno'),
  type: 'support' as const,
  pupil: pupilOf(CLASS_A, 1),
};

let server: TestServer;
let line: Line;
let device: TestDevice;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [column, support]);
  line = await lineTo(server, 'bruno');
  device = deviceOf(line);
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

const columns = ({ records }: Register) => records.find('assessment', { class: CLASS_A });

/** When the one column of the class is there, with its words or without. */
async function shown(register: Register, isWhole: boolean): Promise<Assessment | undefined> {
  register.status.syncNow();
  const [only] = await when(columns(register), (all) =>
    all.some(({ comment }) => (comment !== '') === isWhole),
  );
  return only;
}

/** Bruno, who supports a pupil of 1A, while something gives him all the words of its columns. */
async function openWhole(): Promise<Register> {
  const register = await openComplete(device);
  expect(await shown(register, true)).toMatchObject(words);
  return register;
}

/** What the device shows of the columns once it is opened again without a line: what is on its disk. */
async function onDisk(register: Register): Promise<readonly Assessment[]> {
  await close(register);
  line.online = false;
  return await firstValueFrom(columns(await openOn(device)));
}

test('F.5, D28: the words of columns never come to whoever supports a pupil, in the term meeting neither', async () => {
  await writeYear(server, { frozen: [{ period: 0, councilUntil: TODAY }] });
  const register = await openComplete(device);
  const { id, day } = column;
  expect(await shown(register, false)).toMatchObject({ id, day, cancelled: { reason: '' } });
  const [kept] = await onDisk(register);
  expect(kept).toMatchObject({ id, day });
  expect(JSON.stringify(kept)).not.toContain('Rossi');
});

test('F.5: the words of columns leave the device with a subject in the class, and come back with it; the columns stay', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Matematica')]);
  const register = await openWhole();
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Matematica', LONG_AGO)]);
  await shown(register, false);
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Matematica')]);
  expect(await shown(register, true)).toMatchObject(words);
});

test('F.5: so they do where the device was to read all again before it heard of it', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Matematica')]);
  await close(await openWhole());
  const key = await device.bridge.localStoreKey();
  if (!key.ok) throw new Error('locked');
  device.memory.set(`${key.value.databaseName}.again.grades`, 'yes');
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Matematica', LONG_AGO)]);
  const [left] = await onDisk(await openComplete(device));
  expect(left?.comment).toBe('');
});
