import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import { attendanceDayId } from '../../domain/kinds/attendance-day/record.ts';
import type { Person } from '../../domain/kinds/person/record.ts';
import { attendance, event, lesson, signature } from '../../sync-server/testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  envelope,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { classHour } from '../features/class-hour/view.ts';
import { schoolIndex } from '../views/school.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import type { Register } from './register.ts';
import { rowsNamed } from './testing/rows-about.ts';
import type { TestDevice } from './testing/test-device.ts';
import {
  close,
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  when,
  whenStatus,
  type Line,
} from './testing/test-staff.ts';

const LONG_AGO = '2026-10-01' as LocalDate;
const [leaver, changer] = [pupilOf(CLASS_B, 1), pupilOf(CLASS_B, 2)];
const place = { day: TODAY, schoolClass: CLASS_B, hour: 1 };

let server: TestServer;
let line: Line;
let device: TestDevice;
let register: Register;

beforeEach(async () => {
  // A pupil who came over from 1B belongs to both classes of the year.
  const inBoth: Person = {
    ...envelope(changer),
    kind: 'person',
    type: 'pupil',
    surname: 'Alunno',
    givenName: 'Trasferito',
    roles: [],
    classes: [CLASS_A, CLASS_B],
  };
  const others = schoolRecords().filter(({ id }) => id !== changer);
  server = await startTestServer([...others, inBoth, assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
  line = await lineTo(server, 'anna');
  await server.push('bruno', 'lessons', [
    lesson(STAFF.bruno, { class: CLASS_B, topic: 'Frazioni', signatures: [signature(STAFF.bruno)] }),
  ]);
  await server.push('bruno', 'attendance', [
    attendance(STAFF.bruno, leaver, [event('absent', STAFF.bruno)], CLASS_B),
  ]);
  device = deviceOf(line);
  register = await openComplete(device);
  await when(schoolIndex(register), (names) => names.person(leaver) !== undefined);
  await when(
    classHour(register, place),
    (hour) => hour?.lesson?.topic === 'Frazioni' && hour.counts.absent === 1,
  );
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function takeClassAway(): Promise<void> {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
  register.status.syncNow();
  await when(register.records.find('person', {}), (people) => people.every(({ id }) => id !== leaver));
}

function pushedRows(): number {
  return line.requests.flatMap(({ push }) => Object.values(push)).reduce((sum, rows) => sum + rows.length, 0);
}

test('the records of a class that was taken away leave the device, and nobody else loses them', async () => {
  await takeClassAway();
  await when(classHour(register, place), (value) => value !== undefined && !value.lesson);
  const unmarked = await when(classHour(register, place), (value) => value?.counts.absent === 0);
  // Of a class not theirs, every teacher knows the names, and nothing that was marked (D209).
  expect(unmarked?.pupils.map(({ person }) => person.id)).toContain(leaver);
  await whenStatus(register, ({ syncing }) => !syncing);
  expect(pushedRows()).toBe(0);
  const pull = { lessons: { checkpoint: {}, limit: 100 }, attendance: { checkpoint: {}, limit: 100 } };
  const others = await server.sync(await server.token('bruno'), { pull });
  expect(others.pull.lessons?.documents).toHaveLength(1);
  expect(others.pull.attendance?.documents).toHaveLength(1);
});

test('a pupil of two classes stays for as long as one of them does', async () => {
  await takeClassAway();
  const names = await when(schoolIndex(register), () => true);
  expect(names.person(changer)?.givenName).toBe('Trasferito');
  expect(names.person(pupilOf(CLASS_A, 1))).toBeDefined();
});

test('what was purged is gone from the disk too', async () => {
  expect(await rowsAbout(leaver)).toBeGreaterThan(1);
  await takeClassAway();
  await expect.poll(async () => await rowsAbout(leaver), { timeout: 20_000 }).toBe(0);
  expect(await rowsAbout(changer)).toBeGreaterThan(0);
});

test('an entry for the class that had not been sent is refused, not forgotten', async () => {
  line.online = false;
  const marked = await markPupil(register, place, pupilOf(CLASS_B, 3), { kind: 'absent' });
  expect(marked.ok).toBe(true);
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
  line.online = true;
  register.status.syncNow();
  const status = await whenStatus(register, ({ refused }) => refused.length === 1);
  expect(status.refused[0]?.refusal?.reason).toBe('forbidden');
  expect(device.journal.size).toBe(1);
});

test('what was purged is gone also where all was to be read again, since the answer to an entry was not in the store', async () => {
  await whenStatus(register, ({ syncing }) => !syncing);
  line.online = false;
  const marked = await markPupil(register, place, pupilOf(CLASS_B, 3), { kind: 'absent' });
  expect(marked.ok).toBe(true);
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
  line.online = true;
  await whenStatus(register, ({ refused }) => refused.length === 1);
  register.status.syncNow();
  await expect.poll(async () => await rowsAbout(leaver), { timeout: 20_000 }).toBe(0);
  expect(await rowsAbout(changer)).toBeGreaterThan(0);
});

test('an entry that is sent again after the class was taken away brings nothing back, nor does a restart', async () => {
  line.online = false;
  // On top of what a colleague has written.
  const marked = await markPupil(register, place, leaver, { kind: 'present' });
  expect(marked.ok).toBe(true);
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
  line.online = true;
  register.status.syncNow();
  const { refused } = await whenStatus(register, (status) => status.refused.length === 1);
  await expect.poll(async () => await rowsAbout(leaver), { timeout: 20_000 }).toBe(0);
  const { entry } = must(refused[0], 'a refused entry');

  const asked = pushedRows();
  await register.status.retry(entry);
  await expect.poll(pushedRows).toBeGreaterThan(asked);
  await whenStatus(register, (status) => status.refused.length === 1 && !status.syncing);
  await expect.poll(async () => await rowsAbout(leaver), { timeout: 20_000 }).toBe(0);

  await close(register);
  register = await openComplete(device);
  await whenStatus(register, ({ syncing }) => !syncing);
  expect(await rowsAbout(leaver)).toBe(0);
});

test('what was purged is gone also where the device was to read again before it heard of it', async () => {
  await close(register);
  const key = await device.bridge.localStoreKey();
  if (!key.ok) throw new Error('locked');
  for (const name of ['roster', 'lessons', 'attendance'])
    device.memory.set(`${key.value.databaseName}.again.${name}`, 'yes');
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica', LONG_AGO)]);
  register = await openComplete(device);
  await expect.poll(async () => await rowsAbout(leaver), { timeout: 20_000 }).toBe(0);
  expect(await rowsAbout(changer)).toBeGreaterThan(0);
});

test('a class that comes back is received again', async () => {
  await takeClassAway();
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
  register.status.syncNow();
  await when(register.records.find('person', {}), (people) => people.some(({ id }) => id === leaver));
  await when(
    classHour(register, place),
    (hour) => hour?.lesson?.topic === 'Frazioni' && hour.counts.absent === 1,
  );
  expect(pushedRows()).toBe(0);
});

/** The records of the school that are about a pupil, by identifier; with what replication notes of them. */
function idsAbout(pupil: PersonId): readonly string[] {
  const records = schoolRecords().map(({ id }): string => id);
  const ids = [...records.filter((id) => id.includes(pupil)), attendanceDayId(TODAY, pupil)];
  return ids.flatMap((id) => [id, `${id}|0`]);
}

/** How many rows in the account's databases are about a pupil. */
async function rowsAbout(pupil: PersonId): Promise<number> {
  return await rowsNamed(device, idsAbout(pupil));
}
