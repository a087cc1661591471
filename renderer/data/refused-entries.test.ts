import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import { enrolmentId, type Enrolment } from '../../domain/kinds/enrolment/record.ts';
import type { RollCallMark } from '../../domain/kinds/attendance-day/roll-call.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import { attendance, event } from '../../sync-server/testing/test-records.ts';
import { CLASS_A, envelope, pupilOf, SCHOOL, STAFF } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import type { Register } from './register.ts';
import {
  type AtWork,
  beginWork,
  close,
  endWork,
  firstSync,
  openComplete,
  openOn,
  PLACE,
  when,
  whenStatus,
} from './testing/test-staff.ts';

const [gone, here] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];

let server: AtWork['server'];
let line: AtWork['line'];
let device: AtWork['device'];
beforeEach(async () => {
  ({ server, line, device } = await beginWork());
});
afterEach(endWork);

/** Ends the enrolment of a pupil before today, or takes the end back. */
async function enrol(to?: string): Promise<void> {
  const from = '2026-09-15' as LocalDate;
  const enrolment: Enrolment = {
    ...envelope(enrolmentId(gone, CLASS_A, from)),
    kind: 'enrolment',
    pupil: gone,
    class: CLASS_A,
    from,
    ...(to === undefined ? {} : { to: to as LocalDate }),
  };
  await server.roster.write(SCHOOL, [enrolment]);
}

/** Marks two pupils without a line; meanwhile one of them has left the class. */
async function markOneWhoLeft(register: Register, mark: RollCallMark = { kind: 'absent' }): Promise<void> {
  await firstSync(register);
  await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
  line.online = false;
  const marked = await Promise.all([
    markPupil(register, PLACE, gone, mark),
    markPupil(register, PLACE, here, { kind: 'absent' }),
  ]);
  expect(marked.map(({ ok }) => ok)).toEqual([true, true]);
  await enrol('2026-11-20');
  line.online = true;
  register.status.syncNow();
}

async function storedOnServer(): Promise<readonly string[]> {
  const pull = { attendance: { checkpoint: {}, limit: 100 } };
  const answer = await server.sync(await server.token('carla'), { pull });
  return (answer.pull.attendance?.documents ?? []).flatMap((record) =>
    record.kind === 'attendanceDay' ? [record.pupil] : [],
  );
}

test('a refused mark disappears from the page, is listed with its reason, and the others arrive', async () => {
  const register = await openComplete(device);
  await markOneWhoLeft(register);
  const status = await whenStatus(
    register,
    ({ refused, waiting }) => refused.length === 1 && waiting.length === 0,
  );
  const refused = must(status.refused[0], 'a refused entry');
  expect(refused.refusal).toMatchObject({ reason: 'notEnrolled' });
  expect(device.journal.get(refused.entry)?.refusal?.reason).toBe('notEnrolled');
  expect(await storedOnServer()).toEqual([here]);
  await enrol();
  register.status.syncNow();
  const hour = await when(
    classHour(register, PLACE),
    (value) => value?.pupils.length === 3 && value.counts.absent === 1,
  );
  expect(hour?.pupils.find(({ person }) => person.id === gone)?.mark).toBe('present');
});

test('a refused change gives way to the state of the server', async () => {
  const absent = attendance(STAFF.anna, gone, [event('absent', STAFF.anna)]);
  const [stored] = await server.push('anna', 'attendance', [absent]);
  expect(stored).toMatchObject({ outcome: 'stored' });
  const register = await openComplete(device);
  await when(classHour(register, PLACE), (hour) => hour?.counts.absent === 1);
  await markOneWhoLeft(register, { kind: 'present' });
  await whenStatus(register, ({ refused }) => refused.length === 1);
  await enrol();
  register.status.syncNow();
  const hour = await when(
    classHour(register, PLACE),
    (value) => value?.counts.absent === 2 && value.pupils.length === 3,
  );
  const shown = hour?.pupils.find(({ person }) => person.id === gone)?.attendance;
  expect(shown).toMatchObject({ entry: absent.entry });
  expect(shown?.receivedAt).toBeDefined();
});

test('an entry for a day to come that the journal brings is refused and not shown', async () => {
  const record = attendance(
    STAFF.anna,
    here,
    [event('absent', STAFF.anna)],
    CLASS_A,
    '2026-11-24' as LocalDate,
  );
  device.journal.set(record.entry, { entry: record.entry, collection: 'attendance', record, assumed: null });
  const register = await openOn(device);
  const status = await whenStatus(register, ({ refused }) => refused.length === 1);
  expect(status.refused[0]?.refusal?.reason).toBe('futureDay');
  const tomorrow = { ...PLACE, day: record.day };
  const hour = await when(
    classHour(register, tomorrow),
    (value) => value?.pupils.length === 3 && value.counts.absent === 0,
  );
  expect(hour?.closed).toBe('futureDay');
});

test('a refusal outlives the app, and sending again after the mending delivers at once', async () => {
  const first = await openComplete(device);
  await markOneWhoLeft(first);
  await whenStatus(first, ({ refused, waiting }) => refused.length === 1 && waiting.length === 0);
  await close(first);
  await enrol();

  const register = await openComplete(device);
  const { refused } = await whenStatus(register, (status) => status.refused.length === 1);
  const { entry } = must(refused[0], 'a refused entry');
  const asked = performance.now();
  expect((await register.status.retry(entry)).ok).toBe(true);
  await whenStatus(register, (status) => status.refused.length + status.waiting.length === 0);
  // The sweep that finds what was missed runs later than this.
  expect(performance.now() - asked).toBeLessThan(9_000);
  expect([...(await storedOnServer())].toSorted()).toEqual([gone, here].toSorted());
  expect(device.journal.size).toBe(0);
  await when(classHour(register, PLACE), (value) => value?.counts.absent === 2);
});

test('sending again what is still not allowed is refused again', async () => {
  const register = await openComplete(device);
  await markOneWhoLeft(register);
  const { refused } = await whenStatus(
    register,
    (status) => status.refused.length === 1 && status.waiting.length === 0,
  );
  const { entry } = must(refused[0], 'a refused entry');
  const sent = line.requests.length;
  await register.status.retry(entry);
  await whenStatus(register, (status) => status.refused.length === 1 && status.waiting.length === 0);
  expect(line.requests.slice(sent).flatMap(({ push }) => push.attendance ?? [])).toHaveLength(1);
});

test('giving up a refused entry settles the journal', async () => {
  const register = await openComplete(device);
  await markOneWhoLeft(register);
  const { refused } = await whenStatus(
    register,
    (status) => status.refused.length === 1 && status.waiting.length === 0,
  );
  const { entry } = must(refused[0], 'a refused entry');
  expect((await register.status.discard(entry)).ok).toBe(true);
  await whenStatus(register, (status) => status.refused.length === 0);
  expect(device.journal.size).toBe(0);
});

test.for([
  { of: 'a collection', collection: 'holograms', kind: 'attendanceDay' },
  { of: 'a kind', collection: 'attendance', kind: 'hologram' },
])(
  'what a newer version has written of $of of its own waits for that one, and hinders no mark',
  async ({ collection, kind }) => {
    const theirs = { ...attendance(STAFF.anna, gone, []), kind };
    const entry = { entry: theirs.entry, collection, record: theirs, assumed: null };
    device.journal.set(theirs.entry, entry as unknown as JournalEntry);
    const register = await openComplete(device);
    await when(classHour(register, PLACE), (hour) => hour?.pupils.length === 3);
    expect(await markPupil(register, PLACE, here, { kind: 'absent' })).toMatchObject({ ok: true });
    await whenStatus(register, ({ waiting }) => waiting.length === 0);
    await expect.poll(() => [...device.journal.keys()]).toEqual([theirs.entry]);
    expect(line.requests.map(({ settled }) => settled)).not.toContain(true);
  },
);
