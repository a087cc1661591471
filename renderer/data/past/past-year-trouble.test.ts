import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import {
  DAY_BEFORE,
  lastYearRecords,
  LAST_DAY,
  OLD_A,
  OLD_B,
  OLD_PUPIL,
} from '../../../sync-server/testing/years/last-year.ts';
import { envelope, SCHOOL, STAFF, type StaffName } from '../../../sync-server/testing/test-school.ts';
import type { TestServer } from '../../../sync-server/testing/test-server.ts';
import { offeredYears } from '../../app/past-year/view.ts';
import { classJustifications } from '../../views/class-justifications.ts';
import { openableClasses } from '../../views/openable-classes.ts';
import type { PastYear, Register } from '../register.ts';
import { rowsNamed } from '../testing/rows-about.ts';
import type { TestDevice } from '../testing/test-device.ts';
import {
  beginWork,
  deviceOf,
  endWork,
  lineTo,
  openComplete,
  when,
  type Line,
} from '../testing/test-staff.ts';

const OF_YEAR = [lessonId(LAST_DAY, 1, OLD_A), attendanceDayId(LAST_DAY, OLD_PUPIL)];
const FAILED = { kind: 'reading', startYear: 2025, trouble: 'failed' };
let server: TestServer;
let line: Line;
let device: TestDevice;

beforeEach(async () => {
  ({ server } = await beginWork());
  await server.roster.write(SCHOOL, lastYearRecords());
});
afterEach(async () => {
  vi.restoreAllMocks();
  await endWork();
});

async function registerOf(name: StaffName): Promise<Register> {
  line = await lineTo(server, name);
  device = deviceOf(line);
  return await openComplete(device);
}

/** How the year 2025/26 stands once it is open, or its reading has ended. */
async function open({ status: { past } }: Register): Promise<PastYear | undefined> {
  past.open(2025);
  return await when(past.state$, (year) => year?.kind === 'open' || year?.trouble !== undefined);
}

async function registerOfYear(register: Register): Promise<Register> {
  const year = await open(register);
  if (year?.kind !== 'open') throw new Error(`not open: ${year?.trouble}`);
  return year.register;
}

/** Once a page of the past year arrives, the disk answers like this. */
function breakDisk(failure: Error): void {
  const refuse = () => {
    throw failure;
  };
  line.answer = (answer, { year }) => {
    if (year !== undefined) {
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(refuse);
      vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(refuse);
    }
    return answer;
  };
}

test('choosing the open year once more leaves it open, and asks the server for nothing', async () => {
  const register = await registerOf('anna');
  const past = await registerOfYear(register);
  line.requests.length = 0;
  expect(await open(register)).toEqual({ kind: 'open', startYear: 2025, register: past });
  expect(line.requests.filter(({ year }) => year !== undefined)).toEqual([]);
});

test('a year that was left opens again, also while it is being closed', async () => {
  const register = await registerOf('anna');
  await registerOfYear(register);
  register.status.past.leave();
  const again = await registerOfYear(register);
  expect(dayOfInstant(again.now())).toBe(LAST_DAY);
  expect(await rowsNamed(device, OF_YEAR)).toBe(OF_YEAR.length);
});

test('a year that the server did not give to this version is asked for anew when it is chosen again', async () => {
  const register = await registerOf('anna');
  line.answer = (answer, { year }) =>
    year === undefined ? answer : { ...answer, pull: {}, updateRequired: true };
  expect(await open(register)).toMatchObject({ kind: 'reading', trouble: 'notGiven' });
  line.answer = (answer) => answer;
  register.status.past.open(2025);
  expect(register.status.past.state$.value).toEqual({ kind: 'reading', startYear: 2025, received: 0 });
  await when(register.status.past.state$, (year) => year?.kind === 'open');
});

test('a disk that is full is told as such, and nothing is told after it; with room again the year opens', async () => {
  const register = await registerOf('anna');
  breakDisk(new DOMException('The disk is full', 'QuotaExceededError'));
  expect(await open(register)).toMatchObject({ kind: 'reading', trouble: 'diskFull' });
  line.answer = (answer) => answer;
  vi.restoreAllMocks();
  expect(register.status.past.state$.value).toMatchObject({ trouble: 'diskFull' });
  await registerOfYear(register);
});

test('a store that fails is told as such, not as progress, and is deleted when the year is left', async () => {
  const register = await registerOf('anna');
  breakDisk(new Error('broken'));
  const told: unknown[] = [];
  register.status.past.state$.subscribe((year) => told.push(year?.kind === 'reading' && year.trouble));
  expect(await open(register)).toMatchObject(FAILED);
  vi.restoreAllMocks();
  register.status.past.leave();
  await expect.poll(() => rowsNamed(device, OF_YEAR)).toBe(0);
  expect(told.slice(told.indexOf('failed'))).toEqual(['failed', false]);
});

test('a store that does not open is told as such, and the year opens when it does', async () => {
  const register = await registerOf('anna');
  const locked = vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new Error('no keys'));
  expect(await open(register)).toMatchObject(FAILED);
  locked.mockRestore();
  await registerOfYear(register);
});

test('D198: who left the class in January is not offered the year, and is told so where they ask for it', async () => {
  const register = await registerOf('bruno');
  expect(await firstValueFrom(offeredYears(register))).toEqual([]);
  expect(await open(register)).toMatchObject({ kind: 'reading', trouble: 'notYours' });
});

test('D216: whoever has the principal’s tasks today is offered the year, and reads all of its classes', async () => {
  const { class: _of, ...appointment } = kinds.appointment.samples[0];
  const ofToday = { from: '2026-09-01' as LocalDate, to: '2027-08-31' as LocalDate };
  await server.roster.write(SCHOOL, [
    {
      ...appointment,
      ...envelope('delegate'),
      role: 'principal',
      person: STAFF.ata,
      delegatedBy: STAFF.principal,
      ...ofToday,
    },
  ]);
  const register = await registerOf('ata');
  expect(await when(offeredYears(register), (years) => years.length > 0)).toHaveLength(1);
  const past = await registerOfYear(register);
  const classes = await when(openableClasses(past, LAST_DAY), (found) => found.length > 1);
  expect(classes.map(({ schoolClass, isMine }) => [schoolClass.id, isMine])).toEqual([
    [OLD_A, true],
    [OLD_B, true],
  ]);
});

test('D89: what was missed on the last day is there to be justified, as the office counts it', async () => {
  const past = await registerOfYear(await registerOf('anna'));
  const found = await when(classJustifications(past, OLD_A), (shown) => (shown?.open.length ?? 0) > 0);
  expect(found?.open.map(({ from, to, isGreyed, open: of }) => [from, to, isGreyed, of.length])).toEqual([
    [DAY_BEFORE, LAST_DAY, false, 2],
  ]);
});
