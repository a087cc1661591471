import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  lastYearRecords,
  LAST_DAY,
  OLD_A,
  OLD_B,
  OLD_PUPIL,
} from '../../../sync-server/testing/years/last-year.ts';
import { SCHOOL, TODAY } from '../../../sync-server/testing/test-school.ts';
import type { TestServer } from '../../../sync-server/testing/test-server.ts';
import { attendanceDayId } from '../../../domain/kinds/attendance-day/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { classHour } from '../../features/class-hour/view.ts';
import { classTopics } from '../../features/class-topics/view.ts';
import { markPupil } from '../../kinds/attendance-day/commands.ts';
import { writeLesson } from '../../kinds/lesson/commands.ts';
import { classJustifications } from '../../views/class-justifications.ts';
import { openableClasses } from '../../views/openable-classes.ts';
import { offeredYears } from '../../app/past-year/view.ts';
import { teacherDay } from '../../views/hours/teacher-day.ts';
import type { Register } from '../register.ts';
import type { TestDevice } from '../testing/test-device.ts';
import {
  beginWork,
  close,
  endWork,
  openComplete,
  openWithClass,
  when,
  type Line,
} from '../testing/test-staff.ts';
import { rowsNamed } from '../testing/rows-about.ts';

const PLACE = { day: LAST_DAY, schoolClass: OLD_A, hour: 1 };
const OF_YEAR = [lessonId(LAST_DAY, 1, OLD_A), attendanceDayId(LAST_DAY, OLD_PUPIL)];
let server: TestServer;
let line: Line;
let device: TestDevice;
let register: Register;

beforeEach(async () => {
  ({ server, line, device } = await beginWork());
  await server.roster.write(SCHOOL, lastYearRecords());
  register = await openWithClass(device);
});
afterEach(endWork);

/** Goes to the year 2025/26, and waits until all of it is here. */
async function openPast(): Promise<Register> {
  register.status.past.open(2025);
  const year = await when(register.status.past.state$, (found) => found?.kind === 'open');
  if (year?.kind !== 'open') throw new Error('not open');
  return year.register;
}

test('W17: a teacher is offered the year in which they had a class, and its pages show it on its last day', async () => {
  expect(await when(offeredYears(register), (years) => years.length > 0)).toEqual([
    { startYear: 2025, name: '2025/26' },
  ]);
  const past = await openPast();
  expect(dayOfInstant(past.now())).toBe(LAST_DAY);
  const hour = await when(classHour(past, PLACE), (found) => found?.pupils.length === 1);
  expect(hour).toMatchObject({ closed: 'yearClosed', lesson: { topic: 'Le potenze' } });
  expect(hour?.pupils.map(({ mark }) => mark)).toEqual(['absent']);
  const classes = await when(openableClasses(past, LAST_DAY), (found) => found.length > 0);
  expect(classes.filter(({ isMine }) => isMine).map(({ schoolClass }) => schoolClass.id)).toEqual([OLD_A]);
  const topics = await when(
    classTopics(past, { ...PLACE, subject: undefined }),
    ({ done }) => done.length > 0,
  );
  expect(topics.done.map(({ topic }) => topic)).toEqual(['Le potenze']);
  const absences = await when(classJustifications(past, OLD_A), (found) => found !== undefined);
  expect(absences?.open.map(({ pupil }) => pupil)).toEqual([OLD_PUPIL]);
  expect(absences?.rights).toEqual({ decides: false, writesDown: false, revokes: false });
});

test('the year under way is not touched, and of the year that is over nothing else comes', async () => {
  const past = await openPast();
  expect((await when(teacherDay(register, TODAY), Boolean))?.day).toBe(TODAY);
  const seen = await when(classHour(register, PLACE), (hour) => hour !== undefined);
  expect([seen?.lesson, seen?.pupils]).toEqual([undefined, []]);
  expect((await when(past.records.facts$, Boolean)).classes().map(({ id }) => id)).toEqual([OLD_A, OLD_B]);
  expect(await rowsNamed(device, [lessonId(LAST_DAY, 1, OLD_B)])).toBe(0);
});

test('D198: nothing is written in a year that is over, and nothing is sent of it', async () => {
  const past = await openPast();
  const refused = { ok: false, failure: { kind: 'refused', reason: 'yearClosed' } };
  expect(await writeLesson(past, PLACE, { topic: 'Altro', activity: '' })).toEqual(refused);
  expect(await markPupil(past, PLACE, OLD_PUPIL, { kind: 'present' })).toEqual(refused);
  expect(device.journal.size).toBe(0);
});

test('once it is open it is read without a line; whoever leaves it leaves nothing of it on the disk', async () => {
  const past = await openPast();
  line.online = false;
  const hour = await when(classHour(past, PLACE), (found) => found?.pupils.length === 1);
  expect(hour?.lesson?.topic).toBe('Le potenze');
  expect(await rowsNamed(device, OF_YEAR)).toBe(OF_YEAR.length);
  register.status.past.leave();
  await expect.poll(() => rowsNamed(device, OF_YEAR)).toBe(0);
  expect(register.status.past.state$.value).toBeUndefined();
});

test('without a line it says so, and opens by itself when there is one again', async () => {
  line.online = false;
  register.status.past.open(2025);
  const waits = await when(
    register.status.past.state$,
    (year) => year?.kind === 'reading' && year.trouble !== undefined,
  );
  expect(waits).toMatchObject({ startYear: 2025, trouble: 'offline' });
  line.online = true;
  register.status.syncNow();
  await when(register.status.past.state$, (year) => year?.kind === 'open');
});

test('the lock closes it, and what an end in the middle has left is deleted at the next start', async () => {
  await openPast();
  await close(register);
  expect(await rowsNamed(device, OF_YEAR)).toBe(0);
  expect(register.status.past.state$.value).toBeUndefined();
  register = await openComplete(device);
  expect(register.status.past.state$.value).toBeUndefined();
});

test('its progress is told while it comes', async () => {
  const told: number[] = [];
  const following = register.status.past.state$.subscribe((year) => {
    if (year?.kind === 'reading') told.push(year.received);
  });
  await openPast();
  following.unsubscribe();
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBeGreaterThan(0);
});
