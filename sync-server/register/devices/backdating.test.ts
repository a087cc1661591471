import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant, LocalDate } from '../../../domain/base/ids.ts';
import { toInstant } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { PushOutcome, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import { recordingDelayDays } from '../../../domain/school/signing-window.ts';
import { attendance, edited, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  nextEntry,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TEST_NOW,
  TODAY,
} from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const withWindow = (signingWindow: 'free' | 'sameDay') =>
  schoolRecords().map((record) =>
    record.kind === 'school' ? { ...record, policies: { ...DEFAULT_POLICIES, signingWindow } } : record,
  );

async function signIn(id: string): Promise<string> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf('anna'), password: PASSWORD, device: { id, name: 'PC' } },
  });
  return answer.json<{ readonly tokens: { readonly accessToken: string } }>().tokens.accessToken;
}

/** The requests of a client on one device: a session of its own for each, as far apart as a test likes. */
const from =
  (device: string) =>
  async (rows: readonly RegisterRecord[], words: Partial<SyncRequest> = {}): Promise<PushOutcome[]> => {
    const token = await signIn(device);
    const of = (kind: RegisterRecord['kind']) =>
      rows.filter((row) => row.kind === kind).map((next) => ({ assumed: null, next }));
    const push = { lessons: of('lesson'), attendance: of('attendanceDay') };
    const answer = await server.sync(token, { push, ...words });
    return [...(answer.push.lessons ?? []), ...(answer.push.attendance ?? [])];
  };

/** An absence of a day, marked at an instant of that day. */
function absence(day: LocalDate, at: Instant, number = 1): AttendanceDay {
  const mark = { ...event('absent', STAFF.anna), at };
  return { ...attendance(STAFF.anna, pupilOf(CLASS_A, number), [mark], CLASS_A, day), recordedAt: at };
}

const halfPastEight = (day: LocalDate) => `${day}T07:30:00.000Z` as Instant;
const instant = (before: number) => toInstant(server.clock.now - before);
const weeksAgo = Array.from({ length: 9 }, (_, index) => addDays(TODAY, -7 * (index + 1)));

describe('issue 7.3: absences of one to nine weeks ago that claim the time of their day', () => {
  const old = () => weeksAgo.map((day) => absence(day, halfPastEight(day)));
  const all = (outcomes: readonly PushOutcome[]) =>
    outcomes.map(({ outcome, refusal }) => refusal?.reason ?? outcome);
  const clients: readonly [string, () => Promise<void>, string][] = [
    [
      'a device that has delivered everything since',
      async () => void (await from('device-anna')([], { settled: true })),
      'device-anna',
    ],
    [
      'a client that never says so, on a device that was on line yesterday',
      async () => {
        server.clock.now -= DAY;
        await from('device-anna')([]);
        server.clock.now += DAY;
      },
      'device-anna',
    ],
    [
      'a client that keeps saying that something waits',
      async () => {
        server.clock.now -= DAY;
        await from('device-anna')([], { settled: false });
        server.clock.now += DAY;
      },
      'device-anna',
    ],
    ['a device of today', async () => undefined, 'brand-new-device'],
  ];

  test.each(clients)(
    'D19 are refused where the school closes at midnight: %s',
    async (_name, before, device) => {
      await server.close();
      server = await startTestServer(withWindow('sameDay'));
      await before();
      // The first of the device's requests of half a day ago lies before them all.
      expect(all(await from(device)(old()))).toEqual(weeksAgo.map(() => 'windowClosed'));
    },
  );

  test.each(clients)(
    'W3 are marked, and late since the moment, where it does not: %s',
    async (_name, before, device) => {
      await before();
      const outcomes = await from(device)(old());
      expect(all(outcomes)).toEqual(weeksAgo.map(() => 'stored'));
      outcomes.forEach(({ master }, index) => {
        const day = weeksAgo[index] ?? TODAY;
        expect(master?.backdated?.claimed).toBe(halfPastEight(day));
        expect(recordingDelayDays(day, master?.recordedAt ?? halfPastEight(day))).toBeGreaterThanOrEqual(
          7 * (index + 1) - 1,
        );
        const [mark] = master?.kind === 'attendanceDay' ? master.events : [];
        expect(mark?.at).toBe(master?.recordedAt);
      });
    },
  );
});

describe('work that was truly offline is untouched', () => {
  const untouched = (outcomes: readonly PushOutcome[]) =>
    outcomes.map(({ outcome, master }) => [outcome, master]);

  test('of a device that was away for weeks, also when it comes in two parts', async () => {
    server.clock.now += 30 * DAY;
    const days = [addDays(TODAY, 7), addDays(TODAY, 14), addDays(TODAY, 21)];
    const rows = days.map((day) => absence(day, halfPastEight(day)));
    server.clock.now -= 30 * DAY;
    await from('device-anna')([], { settled: true });
    server.clock.now += 30 * DAY;
    expect(untouched(await from('device-anna')(rows.slice(0, 1), { settled: false }))).toEqual([
      ['stored', undefined],
    ]);
    server.clock.now += HOUR;
    const later = await from('device-anna')(rows.slice(1), { settled: true });
    expect(untouched(later)).toEqual([
      ['stored', undefined],
      ['stored', undefined],
    ]);
  });

  test('of one of several devices, and of a colleague on the same computer', async () => {
    const morning = absence(TODAY, instant(50 * MINUTE));
    await from('another-device')([], { settled: true });
    const carlas = await server.signIn('carla');
    await server.sync(carlas.accessToken, { settled: true });
    expect(untouched(await from('device-anna')([morning]))).toEqual([['stored', undefined]]);
  });

  test('within ten minutes, in which clocks differ and requests cross', async () => {
    await from('device-anna')([], { settled: true });
    const [inTime, late] = await from('device-anna')([
      absence(TODAY, instant(9 * MINUTE)),
      absence(TODAY, instant(11 * MINUTE), 2),
    ]);
    expect(inTime?.master).toBeUndefined();
    expect(late?.master?.backdated).toEqual({ claimed: instant(11 * MINUTE), after: instant(0) });
  });

  test('that was refused and is sent again after the office has mended what it was refused for', async () => {
    const stranger = pupilOf(CLASS_A, 9);
    const row = { ...absence(TODAY, instant(50 * MINUTE)), pupil: stranger, id: `${TODAY}.${stranger}` };
    expect(await from('device-anna')([row])).toMatchObject([{ refusal: { reason: 'forbidden' } }]);
    await from('device-anna')([], { settled: true });
    const enrolled = schoolRecords(9).filter(({ id }) => id.includes(stranger));
    await server.roster.write(SCHOOL, enrolled);
    server.clock.now += 2 * DAY;
    expect(untouched(await from('device-anna')([row]))).toEqual([['stored', undefined]]);
  });

  test('but other content under the name of what was refused is of now', async () => {
    const stranger = pupilOf(CLASS_A, 9);
    const row = { ...absence(TODAY, instant(50 * MINUTE)), pupil: stranger, id: `${TODAY}.${stranger}` };
    await from('device-anna')([row]);
    await from('device-anna')([], { settled: true });
    server.clock.now += 2 * DAY;
    const other = { ...absence(TODAY, row.recordedAt), entry: row.entry };
    const [outcome] = await from('device-anna')([other]);
    expect(outcome?.master?.backdated?.claimed).toBe(row.recordedAt);
  });

  test('an undo that puts a mark back with its time', async () => {
    const marked = absence(TODAY, instant(50 * MINUTE));
    await from('device-anna')([marked], { settled: true });
    server.clock.now += HOUR;
    const cleared = edited(marked, { events: [], recordedAt: instant(0) });
    const undone = edited(marked, { recordedAt: toInstant(server.clock.now + MINUTE) });
    const token = await signIn('device-anna');
    const push = (assumed: RegisterRecord, next: RegisterRecord) =>
      server.sync(token, { push: { attendance: [{ assumed, next }] }, settled: true });
    await push(marked, cleared);
    server.clock.now += 2 * MINUTE;
    expect((await push(cleared, undone)).push.attendance).toMatchObject([{ outcome: 'stored' }]);
    const [json = ''] = (
      await server.storage.read(SCHOOL, (reader) => reader.documents('attendance', [marked.id]))
    ).values();
    expect(JSON.parse(json)).not.toHaveProperty('backdated');
  });
});

describe('a time inside a record', () => {
  const settled = async () => void (await from('device-anna')([], { settled: true }));

  test('of a signature or a roll call that claims to be weeks old is that of its save, also with an honest time of the save', async () => {
    await settled();
    const day = addDays(TODAY, -14);
    const claimed = halfPastEight(day);
    const signed = lesson(STAFF.anna, {
      day,
      recordedAt: instant(0),
      signatures: [{ ...signature(STAFF.anna), signedAt: claimed }],
      rollCall: { by: STAFF.anna, at: claimed },
    });
    const [outcome] = await from('device-anna')([signed]);
    expect(outcome?.master).toMatchObject({
      signatures: [{ signedAt: instant(0) }],
      rollCall: { at: instant(0) },
      backdated: { claimed },
    });
  });

  test('cannot be smuggled in as a state that the device claims to have started from', async () => {
    await settled();
    const claimed = instant(3 * DAY);
    const mark = { ...event('absent', STAFF.anna), at: claimed };
    const next = { ...attendance(STAFF.anna, pupilOf(CLASS_A, 1), [mark]), recordedAt: instant(0) };
    const token = await signIn('device-anna');
    const row = { assumed: { ...next, entry: nextEntry() }, next };
    const answer = await server.sync(token, { push: { attendance: [row] } });
    expect(answer.push.attendance?.[0]?.master).toMatchObject({
      events: [{ at: instant(0) }],
      backdated: { claimed },
    });
  });

  test('is brought forward in a merge too, and the same push again is a repetition', async () => {
    await settled();
    const carlas = lesson(STAFF.carla, { signatures: [signature(STAFF.carla, 'Storia')] });
    await server.push('carla', 'lessons', [carlas]);
    const claimed = instant(DAY);
    const mine = lesson(STAFF.anna, {
      recordedAt: claimed,
      signatures: [{ ...signature(STAFF.anna), signedAt: claimed }],
      topic: 'Frazioni',
    });
    const [merged] = await from('device-anna')([mine]);
    expect(merged).toMatchObject({
      outcome: 'merged',
      master: { topic: 'Frazioni', backdated: { claimed } },
    });
    const signatures = merged?.master?.kind === 'lesson' ? merged.master.signatures : [];
    expect(signatures.find(({ teacher }) => teacher === STAFF.anna)?.signedAt).toBe(instant(0));
    expect(await from('device-anna')([mine])).toMatchObject([{ outcome: 'unchanged' }]);
  });
});

test('D37 the history tells what was claimed, and a device cannot set or take away the mark', async () => {
  await from('device-anna')([], { settled: true });
  const claimed = instant(DAY);
  const [first] = await from('device-anna')([
    { ...absence(TODAY, claimed), backdated: { claimed: instant(0), after: instant(0) } },
  ]);
  expect(first?.master?.backdated?.claimed).toBe(claimed);
  const versions = await server.storage.read(SCHOOL, (reader) =>
    reader.versionsOf('attendance', first?.id ?? ''),
  );
  expect(JSON.parse(versions[0]?.json ?? '')).toMatchObject({
    recordedAt: instant(0),
    backdated: { claimed },
  });
  const honest = { ...absence(TODAY, instant(0), 2), backdated: { claimed, after: instant(0) } };
  const [second] = await from('device-anna')([honest]);
  expect(second).toMatchObject({ outcome: 'stored', receivedAt: instant(0) });
  const json = (
    await server.storage.read(SCHOOL, (reader) => reader.documents('attendance', [honest.id]))
  ).get(honest.id);
  expect(JSON.parse(json ?? '')).not.toHaveProperty('backdated');
});

describe.each([
  ['an hour', 60 * MINUTE],
  ['two days', 2 * DAY],
  ['two years', 730 * DAY],
])('a clock of the server that was %s ahead and is set back', (_, ahead) => {
  test('makes no entry look false, also one that waited for hours', async () => {
    server.clock.now += ahead;
    await from('device-anna')([], { settled: true });
    server.clock.now = TEST_NOW;
    const [now] = await from('device-anna')([absence(TODAY, instant(5 * MINUTE))]);
    expect(now?.master).toBeUndefined();
    const [waited] = await from('device-anna')([absence(TODAY, instant(45 * MINUTE), 2)]);
    expect(waited?.outcome).toBe('stored');
    expect(waited?.master?.backdated).toBeUndefined();
  });

  test('keeps nobody from being known again: what is delivered counts from the right time on', async () => {
    server.clock.now += ahead;
    await from('device-anna')([], { settled: true });
    server.clock.now = TEST_NOW;
    await from('device-anna')([], { settled: true });
    const [claimed] = await from('device-anna')([absence(TODAY, instant(45 * MINUTE))]);
    expect(claimed?.master?.backdated).toBeDefined();
  });
});
