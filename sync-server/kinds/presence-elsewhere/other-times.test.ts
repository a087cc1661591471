import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalTime } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { MOST_ELSEWHERE_A_YEAR } from '../../../domain/kinds/presence-elsewhere/other-times.ts';
import type { PresenceElsewhere } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { attendance, at, edited } from '../../testing/test-records.ts';
import { CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const pupil = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

function elsewhere(number: number, changes: Partial<PresenceElsewhere> = {}): PresenceElsewhere {
  const { school, author, recordedAt } = attendance(STAFF.anna, pupil, []);
  const id = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const mine = { id, school, author, recordedAt, entry: nextEntry(), class: CLASS_A, pupil, day: TODAY };
  return { ...kinds.presenceElsewhere.samples[0], ...mine, ...changes };
}

const from = (start: string, end: string) => ({
  during: { start: start as LocalTime, end: end as LocalTime },
});

/** Sends rows as a device of today does, and answers why each was refused, or what has become of it. */
async function sendRows(name: 'anna' | 'carla', rows: readonly PushRow[]) {
  const push = { attendance: rows };
  const answer = await server.sync(await server.token(name), { protocol: PROTOCOL_VERSION, push });
  return (answer.push.attendance ?? []).map(({ refusal, outcome }) => refusal?.reason ?? outcome);
}

/** What has become of records that somebody sends one after the other: why they are refused, or that they are not. */
async function sent(name: 'anna' | 'carla', ...records: readonly PresenceElsewhere[]) {
  return await sendRows(
    name,
    records.map((record) => ({ assumed: null, next: { ...record, author: STAFF[name] } })),
  );
}

async function store(records: readonly PresenceElsewhere[]) {
  await server.storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(
      records.map((record) => ({
        collection: 'attendance',
        record: { ...record, receivedAt: at('08:00') },
        device: 'device-anna',
        outcome: 'stored',
      })),
    );
  });
}

test('D98: nobody is elsewhere twice at one time, whoever says so; beside it, after it, and of another pupil all are taken', async () => {
  const placement = elsewhere(1, { lastDay: addDays(TODAY, 10), ...from('08:00', '10:00') });
  expect(await sent('anna', placement)).toEqual(['stored']);
  const inside = { day: addDays(TODAY, 9) };
  expect(
    await sent(
      'carla',
      elsewhere(2, inside),
      elsewhere(3, { ...inside, ...from('09:59', '11:00') }),
      elsewhere(4, { ...inside, ...from('10:00', '11:00') }),
      elsewhere(5, { day: addDays(TODAY, 11) }),
      elsewhere(6, { ...inside, pupil: pupilOf(CLASS_A, 2) }),
      elsewhere(7, { ...inside, withdrawn: true }),
    ),
  ).toEqual(['elsewhere', 'elsewhere', 'stored', 'stored', 'stored', 'stored']);
});

test('D98: what is taken back makes room, also in the same request', async () => {
  const first = elsewhere(1);
  await sent('anna', first);
  const withdrawn = edited(first, { withdrawn: true });
  const rows = [
    { assumed: first, next: withdrawn },
    { assumed: null, next: elsewhere(2) },
  ];
  expect(await sendRows('anna', rows)).toEqual(['stored', 'stored']);
  const again = edited(withdrawn, { withdrawn: false });
  expect(await sendRows('anna', [{ assumed: withdrawn, next: again }])).toEqual(['elsewhere']);
});

test('D98: of two that stand at one time since before, either is ended and neither is prolonged into a third', async () => {
  const [one, other, later] = [
    elsewhere(1, { lastDay: addDays(TODAY, 3) }),
    elsewhere(2, { lastDay: addDays(TODAY, 5) }),
    elsewhere(3, { day: addDays(TODAY, 7) }),
  ] as const;
  await store([one, other, later]);
  const change = async (record: PresenceElsewhere, changes: Partial<PresenceElsewhere>) => {
    const [outcome] = await sendRows('anna', [{ assumed: record, next: edited(record, changes) }]);
    return outcome;
  };
  expect(await change(other, { lastDay: addDays(TODAY, 7) })).toBe('elsewhere');
  expect(await change(other, { lastDay: addDays(TODAY, 1) })).toBe('stored');
  expect(await change(one, { withdrawn: true })).toBe('stored');
});

test('D98: of one pupil no more is written in a school year than a school ever meets, taken back or not', async () => {
  await store(
    Array.from({ length: MOST_ELSEWHERE_A_YEAR - 1 }, (_, index) =>
      elsewhere(100 + index, { withdrawn: true }),
    ),
  );
  expect(await sent('anna', elsewhere(1), elsewhere(2, { day: addDays(TODAY, 1) }))).toEqual([
    'stored',
    'tooManyActs',
  ]);
  expect(await sent('anna', elsewhere(3, { pupil: pupilOf(CLASS_A, 2) }))).toEqual(['stored']);
});
