import { filter, firstValueFrom, timeout, type Observable } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConflictNotice } from '../../domain/kinds/conflict-notice/record.ts';
import { must } from '../../domain/base/assert.ts';
import type { LocalTime } from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import type { ClassHour } from '../features/class-hour/view/class-hour.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import { classHour } from '../features/class-hour/view.ts';
import { confirmRollCall, signLesson, writeLesson } from '../kinds/lesson/commands.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import { noticeActsOf } from '../kinds/registry.ts';
import { openRegister } from './open-register.ts';
import type { Register } from './register.ts';
import { injectedDevice, teacherIdentity } from './testing/injected-device.ts';

const MINUTE = 60_000;
const pupil = pupilOf(CLASS_A, 1);
const place = (hour: number, schoolClass = CLASS_A): HourPlace => ({ day: TODAY, schoolClass, hour });

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

async function openFor(name: StaffName): Promise<Register> {
  const opened = await openRegister(teacherIdentity(name), await injectedDevice(server, name));
  if (!opened.ok) throw new Error(opened.failure.kind);
  open.push(opened.value);
  await when(opened.value.status.sync$, ({ initial, syncing }) => !initial && !syncing);
  return opened.value;
}

function when<T>(observable: Observable<T>, condition: (value: T) => boolean): Promise<T> {
  return firstValueFrom(observable.pipe(filter(condition), timeout(30_000)));
}

async function hourOf(register: Register, on: HourPlace, fits: (hour: ClassHour) => boolean) {
  return must(await when(classHour(register, on), (hour) => hour !== undefined && fits(hour)), 'an hour');
}

const first = (hour: ClassHour) => must(hour.pupils[0], 'the first pupil');
/** As the sync centre does: by the way that the kind of the notice gives. */
const putBack = (register: Register, notice: ConflictNotice) =>
  noticeActsOf(notice.recordKind).putBack?.(notice)?.(register);
const sent = (register: Register) => when(register.status.sync$, ({ waiting }) => waiting.length === 0);

test('A1 an absence after a roll that saw the pupil is an exit, and all day tells whoever called that roll', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await confirmRollCall(anna, place(1));
  await sent(anna);
  server.clock.now += MINUTE;

  const carla = await openFor('carla');
  const hour = await hourOf(carla, place(3), ({ calledHours }) => calledHours.length === 1);
  expect(hour.calledHours).toMatchObject([{ hour: 1, by: STAFF.anna }]);
  const { seen } = first(hour);
  expect(seen).toEqual({ before: { hour: 1, until: '09:00' } });
  await markPupil(carla, place(3), pupil, { kind: 'absent' }, seen);
  const gone = await hourOf(carla, place(3), ({ counts }) => counts.exited === 1);
  expect(first(gone).time).toBe('10:00');
  expect(first(await hourOf(carla, place(1), () => true)).mark).toBe('present');

  server.clock.now += MINUTE;
  await markPupil(carla, place(3), pupil, { kind: 'absent', wholeDay: true });
  await sent(carla);
  anna.status.syncNow();
  const touched = await hourOf(anna, place(1), ({ changesAfterRollCall }) => changesAfterRollCall === 1);
  expect(first(touched)).toMatchObject({ mark: 'absent', changedAfterRollCall: true });
  expect(first(touched).markedBy?.person?.id).toBe(STAFF.carla);
  const { conflicts } = await when(anna.status.sync$, (status) => status.conflicts.length === 1);
  const notice = must(conflicts[0], 'a notice');
  expect(notice).toMatchObject({ hour: 1, pupil, keptAuthor: STAFF.carla });

  server.clock.now += MINUTE;
  expect((await putBack(anna, notice))?.ok).toBe(true);
  const back = await hourOf(anna, place(1), ({ counts }) => counts.present === 3);
  // Put back against the absence of the third hour, it is no coming.
  expect(first(back)).toMatchObject({ mark: 'present', moves: [], movesOverMaximum: 0 });
  expect(first(await hourOf(anna, place(2), () => true))).toMatchObject({ mark: 'present', moves: [] });
  await when(anna.status.sync$, (status) => status.conflicts.length === 0);
});

test('D8 of the marks of a pupil after a roll its author is told once, of what stands, and putting that back settles all of the hour', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await confirmRollCall(anna, place(1));
  await sent(anna);
  const carla = await openFor('carla');
  await hourOf(carla, place(1), ({ pupils }) => pupils.length === 3);
  for (const kind of ['present', 'outOfClass', 'absent'] as const) {
    server.clock.now += MINUTE;
    await markPupil(carla, place(1), pupil, { kind });
    await sent(carla);
  }
  anna.status.syncNow();
  const { conflicts } = await when(
    anna.status.sync$,
    (status) => status.conflicts[0]?.kept.includes('absent') ?? false,
  );
  expect(conflicts.map(({ hour, lost }) => [hour, lost])).toEqual([[1, '[]']]);
  server.clock.now += MINUTE;
  expect((await putBack(anna, must(conflicts[0], 'a notice')))?.ok).toBe(true);
  await when(anna.status.sync$, (status) => status.conflicts.length === 0);
  expect(first(await hourOf(anna, place(1), ({ counts }) => counts.absent === 0)).mark).toBe('present');
});

test('A2 D19 an hour ahead is prepared; its marks say nothing of the hours that run, and it may be signed in a block', async () => {
  const anna = await openFor('anna');
  // Half past ten: the fifth hour begins at noon.
  const ahead = await hourOf(anna, place(5), ({ pupils }) => pupils.length === 3);
  expect(ahead.ahead).toBe('prepare');
  const refused = { ok: false, failure: { kind: 'refused', reason: 'notYet' } };
  expect(await signLesson(anna, place(5), { topic: '', activity: '' })).toMatchObject(refused);
  expect(await confirmRollCall(anna, place(5))).toMatchObject(refused);
  const entry = { kind: 'late', time: '12:10' as LocalTime } as const;
  expect(await markPupil(anna, place(5), pupil, entry)).toMatchObject(refused);
  expect((await writeLesson(anna, place(5), { topic: 'Frazioni', activity: '' })).ok).toBe(true);
  expect((await markPupil(anna, place(5), pupil, { kind: 'absent' })).ok).toBe(true);
  const prepared = await hourOf(anna, place(5), ({ counts }) => counts.absent === 1);
  expect(first(prepared)).toMatchObject({ mark: 'absent', moves: [] });
  expect(first(await hourOf(anna, place(3), () => true)).mark).toBe('present');
  const gone = { kind: 'exit', time: '12:00' as LocalTime } as const;
  expect(await markPupil(anna, place(5), pupil, gone)).toMatchObject(refused);
  await sent(anna);
  const carla = await openFor('carla');
  const running = first(await hourOf(carla, place(3), (hour) => first(hour).state.events.length === 1));
  expect(running).toMatchObject({ mark: 'present', moves: [], seen: {} });
  expect(running.markedBy).toBeUndefined();
  expect((await hourOf(anna, place(3), () => true)).ahead).toBeUndefined();
});

test('D19 an absence prepared for an hour to come is no exit of whoever was absent before it', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(5), ({ pupils }) => pupils.length === 3);
  await markPupil(anna, place(5), pupil, { kind: 'absent' });
  await hourOf(anna, place(5), ({ counts }) => counts.absent === 1);
  await markPupil(anna, place(1), pupil, { kind: 'absent' });
  for (const hour of [1, 3, 5]) {
    const shown = first(await hourOf(anna, place(hour), ({ counts }) => counts.absent === 1));
    expect(shown).toMatchObject({ mark: 'absent', moves: [], state: { absent: true } });
  }
  await sent(anna);
  expect((await when(anna.status.sync$, ({ waiting }) => waiting.length === 0)).refused).toEqual([]);
});

test('A7 who marked is whoever gave the mark of this hour, not whoever marked last on the day', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await markPupil(anna, place(1), pupil, { kind: 'late', time: '08:20' as LocalTime });
  await sent(anna);
  server.clock.now += MINUTE;
  const carla = await openFor('carla');
  await hourOf(carla, place(2), (hour) => first(hour).state.events.length === 1);
  await markPupil(carla, place(2), pupil, { kind: 'outOfClass' });
  await sent(carla);
  anna.status.syncNow();
  const own = await hourOf(anna, place(1), (hour) => first(hour).state.events.length === 2);
  expect(first(own).mark).toBe('late');
  expect(first(own).markedBy).toBeUndefined();
  const hers = await hourOf(anna, place(2), (hour) => first(hour).state.events.length === 2);
  expect(first(hers).markedBy?.person?.id).toBe(STAFF.carla);
});

test('D202 a pupil who changes class in the morning is on both rolls, each in its own hours', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await markPupil(anna, place(1), pupil, { kind: 'absent' });
  await sent(anna);
  await server.roster.write(SCHOOL, movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
  anna.status.syncNow();
  await hourOf(anna, place(3), ({ pupils }) => pupils.length === 2);
  await hourOf(anna, place(2), ({ pupils }) => pupils.length === 3);

  const bruno = await openFor('bruno');
  const there = await hourOf(bruno, place(3, CLASS_B), ({ pupils }) => pupils.length === 4);
  expect(there.pupils.map(({ person }) => person.id)).toContain(pupil);
  await markPupil(bruno, place(3, CLASS_B), pupil, { kind: 'late', time: '10:20' as LocalTime });
  await sent(bruno);
  const marked = (hour: ClassHour) => hour.pupils.find(({ person }) => person.id === pupil);
  const joined = await hourOf(bruno, place(3, CLASS_B), (hour) => marked(hour)?.state.events.length === 2);
  expect(marked(joined)).toMatchObject({ mark: 'late', time: '10:20' });
  anna.status.syncNow();
  const old = await hourOf(anna, place(1), (hour) => marked(hour)?.state.events.length === 2);
  expect(marked(old)?.mark).toBe('absent');
  server.clock.now += MINUTE;
  expect((await markPupil(anna, place(1), pupil, { kind: 'late', time: '08:20' as LocalTime })).ok).toBe(
    true,
  );
  await sent(anna);
});

test('C10 the hours that wait for a signature count from now, whatever day is shown', async () => {
  const anna = await openFor('anna');
  const tomorrow = await when(teacherDay(anna, addDays(TODAY, 1)), ({ unsigned }) => unsigned.length > 0);
  // Of the Mondays of two weeks: today's second hour is over, that of tomorrow's week before is not mine.
  expect(tomorrow.unsigned.map(({ planned }) => planned.day)).toEqual([
    addDays(TODAY, -14),
    addDays(TODAY, -7),
    TODAY,
  ]);
  const today = await when(teacherDay(anna, TODAY), ({ unsigned }) => unsigned.length > 0);
  expect(today.unsigned.map(({ planned }) => planned.day)).toEqual([addDays(TODAY, -14), addDays(TODAY, -7)]);
});

test('D8 late and gone again in one hour counts for both, and is put back as both', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await markPupil(anna, place(1), pupil, { kind: 'late', time: '08:05' as LocalTime });
  await markPupil(anna, place(1), pupil, { kind: 'exit', time: '08:40' as LocalTime });
  await confirmRollCall(anna, place(1));
  await sent(anna);
  const both = { mark: 'exited', also: ['late'], time: '08:40', shortLate: true };
  const marked = await hourOf(anna, place(1), ({ counts }) => counts.exited === 1);
  expect(first(marked)).toMatchObject({ ...both, moves: [{ kind: 'entry', time: '08:05' }] });
  expect(marked.counts).toMatchObject({ late: 1, exited: 1, present: 2 });

  server.clock.now += MINUTE;
  const carla = await openFor('carla');
  const { seen } = first(await hourOf(carla, place(3), ({ calledHours }) => calledHours.length === 1));
  await markPupil(carla, place(3), pupil, { kind: 'absent', wholeDay: true }, seen);
  await sent(carla);
  anna.status.syncNow();
  const { conflicts } = await when(anna.status.sync$, (status) => status.conflicts.length === 1);
  server.clock.now += MINUTE;
  expect((await putBack(anna, must(conflicts[0], 'a notice')))?.ok).toBe(true);
  expect(first(await hourOf(anna, place(1), ({ counts }) => counts.absent === 0))).toMatchObject(both);
});

test('undo takes back one’s own mark and nothing of a colleague’s, who has marked the pupil since', async () => {
  const anna = await openFor('anna');
  const carla = await openFor('carla');
  await hourOf(anna, place(2), ({ pupils }) => pupils.length === 3);
  await hourOf(carla, place(2), ({ pupils }) => pupils.length === 3);
  const leaving = { kind: 'exit', time: '09:40' as LocalTime } as const;
  const left = await markPupil(anna, place(2), pupil, leaving);
  if (!left.ok) throw new Error('not marked');
  await sent(anna);
  carla.status.syncNow();
  await hourOf(carla, place(2), ({ counts }) => counts.exited === 1);
  server.clock.now += MINUTE;
  await markPupil(carla, place(2), pupil, { kind: 'absent' });
  await sent(carla);
  anna.status.syncNow();
  await hourOf(anna, place(2), ({ counts }) => counts.absent === 1);
  expect(await left.value.undo()).toMatchObject({ ok: true, value: { changed: false } });
  expect(first(await hourOf(anna, place(2), () => true)).mark).toBe('absent');
});

test('D8: a mark over what a colleague has foreseen is taken back to their word as it was, after it was sent', async () => {
  const anna = await openFor('anna');
  await hourOf(anna, place(1), ({ pupils }) => pupils.length === 3);
  await markPupil(anna, place(1), pupil, { kind: 'late', time: '10:25' as LocalTime });
  await sent(anna);
  const eventsOf = async (register: Register) => {
    const days = await firstValueFrom(register.records.find('attendanceDay', { day: TODAY }));
    return days.find((day) => day.pupil === pupil)?.events;
  };
  const foreseen = must(await eventsOf(anna), 'the day');

  server.clock.now += MINUTE;
  const carla = await openFor('carla');
  await hourOf(carla, place(2), ({ counts }) => counts.absent === 1);
  const made = await markPupil(carla, place(2), pupil, { kind: 'present' });
  if (!made.ok) throw new Error(made.failure.kind);
  await sent(carla);
  expect(await eventsOf(carla)).not.toEqual(foreseen);
  server.clock.now += MINUTE;
  expect(await made.value.undo()).toMatchObject({ ok: true, value: { changed: true } });
  await sent(carla);
  expect(await eventsOf(carla)).toEqual(foreseen);
  anna.status.syncNow();
  await hourOf(anna, place(2), ({ counts }) => counts.absent === 1);
  expect(await eventsOf(anna)).toEqual(foreseen);
  expect((await firstValueFrom(carla.status.sync$)).refused).toEqual([]);
});
