import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { at, attendance, edited, event, lesson } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, carla } = STAFF;
const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function standing(): Promise<AttendanceDay> {
  const { id } = attendance(anna, pupil, []);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('attendance', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as AttendanceDay;
}

/** Somebody who sees the day writes other events, and the server takes them. */
async function write(name: StaffName, events: AttendanceDay['events']): Promise<void> {
  const stands = await standing();
  const { receivedAt: _arrived, ...assumed } = stands;
  const next = edited(assumed, { author: STAFF[name], events, recordedAt: at('08:40') });
  const outcome = await server.push(name, 'attendance', [{ assumed: stands, next }]);
  expect(outcome).toMatchObject([{ outcome: 'stored' }]);
}

/** What somebody is told: what theirs was, what stands, by whom, and whether it is of a roll. */
async function told(name: StaffName) {
  return (await server.notices(name)).map(({ lost, kept, keptAuthor, ofRoll, seen }) => ({
    lost: JSON.parse(lost) as unknown,
    kept: JSON.parse(kept) as unknown,
    keptAuthor,
    ofRoll: ofRoll === true,
    seen,
  }));
}

const annas = event('absent', anna);

describe('D8: a mark in an hour whose roll nobody has confirmed', () => {
  beforeEach(async () => {
    await server.push('anna', 'attendance', [attendance(anna, pupil, [annas])]);
  });

  test('that a colleague takes away is told to whoever made it', async () => {
    await write('carla', []);
    expect(await told('anna')).toEqual([
      { lost: [annas], kept: [], keptAuthor: carla, ofRoll: false, seen: false },
    ]);
    expect(await told('carla')).toEqual([]);
    const place = { recordKind: 'attendanceDay', field: 'events', pupil, hour: 1, class: CLASS_A };
    expect(await server.notices('anna')).toMatchObject([place]);
  });

  test('is told once, however often the colleague puts it back and takes it away', async () => {
    for (const events of [[], [annas], [], [annas], []]) await write('carla', events);
    expect(await told('anna')).toMatchObject([{ lost: [annas], kept: [], seen: false }]);
  });

  test('that a colleague takes away and puts back is told to stand again', async () => {
    await write('carla', []);
    await write('carla', [annas]);
    expect(await told('anna')).toMatchObject([{ lost: [annas], kept: [annas], seen: false }]);
  });

  test('is told where a colleague takes it away in steps, none of which says another thing of the hour than the one before', async () => {
    const late = event('entry', carla, { hour: 2, time: '08:05' });
    await write('carla', [annas, late]);
    await write('carla', [late]);
    await write('carla', []);
    expect(await told('anna')).toMatchObject([{ lost: [annas] }]);
  });

  test('is told to nobody where its own author takes it away, or a colleague adds one of another hour', async () => {
    await write('carla', [annas, event('entry', carla, { hour: 2, time: '09:05' })]);
    await write('anna', [event('entry', carla, { hour: 2, time: '09:05' })]);
    expect(await told('anna')).toEqual([]);
  });

  test('is told once where it lost against one of somebody who did not know of it', async () => {
    const own = { ...event('entry', carla, { time: '08:20' }), at: at('08:35') };
    const late = { ...attendance(carla, pupil, [own]), recordedAt: at('08:35') };
    expect(await server.push('carla', 'attendance', [late])).toMatchObject([{ outcome: 'merged' }]);
    expect(await told('anna')).toMatchObject([{ lost: [annas], ofRoll: false }]);
  });
});

describe('D8: a mark in an hour whose roll its author has confirmed', () => {
  const rollCall = { by: anna, at: at('08:31') };
  const roll = () => lesson(anna, { rollCall, recordedAt: at('08:31') });
  const gone = { ...event('absent', carla), at: at('08:40') };

  test('that a colleague takes away is told as a change of the roll, and once', async () => {
    await server.push('anna', 'attendance', [attendance(anna, pupil, [annas])]);
    await server.push('anna', 'lessons', [roll()]);
    await write('carla', []);
    expect(await told('anna')).toMatchObject([{ lost: [annas], kept: [], ofRoll: true }]);
  });

  test('makes one notice of a pupil of the roll that says what stands now, however often colleagues mark anew', async () => {
    await server.push('anna', 'lessons', [roll()]);
    await server.push('carla', 'attendance', [
      { ...attendance(carla, pupil, [gone]), recordedAt: at('08:40') },
    ]);
    for (const minute of ['08:20', '08:21', '08:22', '08:23'])
      await write('carla', [{ ...event('entry', carla, { time: minute }), at: at('08:40') }]);
    const [notice, ...others] = await told('anna');
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ lost: [], kept: [{ kind: 'entry', time: '08:23' }], ofRoll: true });
    await write('carla', []);
    expect(await told('anna')).toMatchObject([{ lost: [], kept: [], ofRoll: true, seen: false }]);
    const { id } = await standing();
    const history = await server.storage.read(SCHOOL, (reader) => reader.versionsOf('attendance', id));
    expect(history).toHaveLength(6);
  });
});
