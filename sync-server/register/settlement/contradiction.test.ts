import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttendanceDay, AttendanceEvent } from '../../../domain/kinds/attendance-day/record.ts';
import { attendance, at, edited, event } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, pupilOf, schoolRecords, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

type Teacher = 'anna' | 'bruno' | 'carla';

const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer([...schoolRecords(), assignmentRecord(STAFF.bruno, CLASS_A, 'Scienze')]);
});
afterEach(async () => {
  await server.close();
});

async function eventsOnServer(): Promise<AttendanceDay['events']> {
  const answer = await server.sync(await server.token('anna'), {
    pull: { attendance: { checkpoint: {}, limit: 1000 } },
  });
  const documents = (answer.pull.attendance?.documents ?? []) as readonly AttendanceDay[];
  return documents.find((record) => record.pupil === pupil)?.events ?? [];
}

function marked(
  by: Teacher,
  time: string,
  kind: AttendanceEvent['kind'],
  more: { readonly hour?: number; readonly time?: string } = {},
): AttendanceEvent {
  return { ...event(kind, STAFF[by], more), at: at(time) };
}

function dayOf(author: Teacher, time: string, events: AttendanceDay['events']): AttendanceDay {
  return { ...attendance(STAFF[author], pupil, events), recordedAt: at(time) };
}

describe('a list made on a state that a colleague has changed since', () => {
  const entry = marked('anna', '08:20', 'entry', { time: '08:20' });
  const absent = marked('anna', '08:40', 'absent');
  const exit = marked('carla', '09:00', 'exit', { time: '09:00' });

  const scene = async (names: readonly ('anna' | 'carla')[]) => {
    const was = dayOf('anna', '08:20', [entry]);
    await server.push('anna', 'attendance', [was]);
    const next = {
      anna: edited(was, { events: [absent], recordedAt: at('08:40') }),
      carla: edited(was, { events: [entry, exit], author: STAFF.carla, recordedAt: at('09:00') }),
    };
    for (const name of names) {
      const [outcome] = await server.push(name, 'attendance', [{ assumed: was, next: next[name] }]);
      expect(outcome?.outcome).toMatch(/stored|merged/u);
    }
    return { was, next };
  };

  test.each([[['anna', 'carla']], [['carla', 'anna']]] as const)(
    'is not refused for the event it still holds, and ends the same: %s',
    async (names) => {
      await scene(names);
      expect(await eventsOnServer()).toEqual([entry, exit]);
      expect(await server.notices('anna')).toMatchObject([{ field: 'events', keptAuthor: STAFF.carla }]);
      expect(await server.notices('carla')).toEqual([]);
    },
  );

  test.each([
    ['invents', marked('anna', '08:30', 'outOfClass')],
    ['alters', marked('anna', '08:20', 'entry', { time: '08:50' })],
  ])('is refused when it %s a colleague’s event', async (_what, forged) => {
    const { was } = await scene(['anna']);
    const events = [forged, exit].toSorted((a, b) => a.kind.localeCompare(b.kind));
    const next = edited(was, { events, author: STAFF.carla, recordedAt: at('09:00') });
    const [outcome] = await server.push('carla', 'attendance', [{ assumed: was, next }]);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
    expect(await eventsOnServer()).toEqual([absent]);
  });

  test('does not make a forged event known by losing with it first', async () => {
    const { was } = await scene(['anna']);
    const forged = marked('anna', '08:10', 'outOfClass');
    const losing = edited(was, { events: [entry, forged], author: STAFF.carla, recordedAt: at('08:21') });
    await server.push('carla', 'attendance', [{ assumed: was, next: losing }]);
    const next = edited(was, { events: [exit, forged], author: STAFF.carla, recordedAt: at('09:00') });
    const [outcome] = await server.push('carla', 'attendance', [{ assumed: was, next }]);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
  });
});

describe('a list that several colleagues wrote', () => {
  const entry = marked('anna', '08:20', 'entry', { time: '08:20' });
  const out = marked('bruno', '08:50', 'outOfClass');
  const absent = marked('carla', '09:10', 'absent');
  const rows = {
    anna: dayOf('anna', '08:20', [entry]),
    bruno: dayOf('bruno', '08:50', [out]),
    carla: dayOf('carla', '09:10', [absent]),
  };
  const orders = [
    ['anna', 'bruno', 'carla'],
    ['anna', 'carla', 'bruno'],
    ['bruno', 'anna', 'carla'],
    ['bruno', 'carla', 'anna'],
    ['carla', 'anna', 'bruno'],
    ['carla', 'bruno', 'anna'],
  ] as const;

  test.each(orders)('tells everybody of their own loss, once: %s, %s, %s', async (...names) => {
    for (const name of names) await server.push(name, 'attendance', [rows[name]]);
    for (const name of names) await server.push(name, 'attendance', [rows[name]]);
    expect(await eventsOnServer()).toEqual([absent]);
    const kept = { kept: JSON.stringify([absent]), keptAuthor: STAFF.carla, keptRecordedAt: at('09:10') };
    expect(await server.notices('anna')).toMatchObject([
      { ...kept, lost: JSON.stringify([entry]), lostRecordedAt: at('08:20') },
    ]);
    expect(await server.notices('bruno')).toMatchObject([
      { ...kept, lost: JSON.stringify([out]), lostRecordedAt: at('08:50') },
    ]);
    expect(await server.notices('carla')).toEqual([]);
  });

  test('tells of a loss once when it is pushed again under another name', async () => {
    await server.push('carla', 'attendance', [rows.carla]);
    await server.push('anna', 'attendance', [rows.anna]);
    await server.push('anna', 'attendance', [edited(rows.anna, {})]);
    expect(await server.notices('anna')).toHaveLength(1);
  });
});

describe('the time that decides between contradicting marks', () => {
  const out = marked('anna', '08:15', 'entry', { time: '08:12' });
  const was = dayOf('anna', '08:10', [marked('anna', '08:10', 'outOfClass')]);

  test.each([[['anna', 'carla']], [['carla', 'anna']]] as const)(
    'is that of the mark, and never later than its save: %s',
    async (names) => {
      const absent = { ...marked('anna', '08:40', 'absent'), at: at('23:00') };
      const entry = marked('carla', '08:50', 'entry', { time: '08:30' });
      const rows = { anna: dayOf('anna', '08:40', [absent]), carla: dayOf('carla', '08:50', [entry]) };
      for (const name of names) await server.push(name, 'attendance', [rows[name]]);
      expect(await eventsOnServer()).toEqual([entry]);
    },
  );

  test.each([[['anna', 'carla']], [['carla', 'anna']]] as const)(
    'is not that of another mark saved with it: %s',
    async (names) => {
      await server.push('anna', 'attendance', [was]);
      const absent = marked('carla', '08:40', 'absent');
      const rows = {
        anna: edited(was, { events: [...was.events, out], recordedAt: at('09:00') }),
        carla: edited(was, { events: [absent], author: STAFF.carla, recordedAt: at('08:45') }),
      };
      for (const name of names) await server.push(name, 'attendance', [{ assumed: was, next: rows[name] }]);
      expect(await eventsOnServer()).toEqual([absent]);
      const [notice] = await server.notices('anna');
      expect(notice).toMatchObject({ field: 'events', keptAuthor: STAFF.carla });
      expect(await server.notices('carla')).toEqual([]);
    },
  );
});

describe('a list that contradicts itself is refused, and enters no history', () => {
  const absentAndSeen = (time: string) => [
    marked('carla', time, 'absent'),
    marked('carla', time, 'entry', { time: '08:15' }),
  ];
  test.each([
    ['later than the one that stands, of the same hour', '09:00', absentAndSeen('09:00')],
    ['earlier than the one that stands, of the same hour', '08:10', absentAndSeen('08:10')],
    [
      'of an hour of its own',
      '09:00',
      [marked('carla', '09:00', 'absent', { hour: 2 }), marked('carla', '09:00', 'outOfClass', { hour: 2 })],
    ],
    ['with an entry that has no time', '09:00', [marked('carla', '09:00', 'entry', { hour: 2 })]],
  ])('%s', async (_name, time, events) => {
    const stands = [marked('anna', '08:20', 'entry', { time: '08:20' })];
    await server.push('anna', 'attendance', [dayOf('anna', '08:20', stands)]);
    const [outcome] = await server.push('carla', 'attendance', [dayOf('carla', time, events)]);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'contradictoryEvents', path: 'events' },
    });
    expect(await eventsOnServer()).toEqual(stands);
    expect(await server.notices('carla')).toEqual([]);
  });
});
