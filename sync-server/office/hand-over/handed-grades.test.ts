import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type {
  HandOverAnswer,
  OfficeHandOvers,
  SettledHandOver,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { assessment, grade, writeYear } from '../../testing/gradebook/test-grades.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { edited } from '../../testing/test-records.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const { anna } = STAFF;
const ANNA = usernameOf('anna');
const PUPIL = pupilOf(CLASS_A, 1);
let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer();
  desk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
});

const block = async () => await desk.act('block', { usernames: [ANNA], reason: 'Supplenza finita' });

async function handOver(records: readonly RegisterRecord[], collection = 'grades') {
  const entries = records.map((record) => ({ entry: record.entry, collection, record, assumed: null }));
  const device = { id: 'device-anna', name: 'Aula 3' };
  const payload = { username: ANNA, consent: { password: PASSWORD }, device, entries };
  const answer = await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  return answer.json<HandOverAnswer>();
}

const waiting = async () =>
  (await desk.get<OfficeHandOvers>('hand-overs')).body.entries.filter(({ state }) => state === 'waiting');
const settle = async (ids: readonly string[]) =>
  (await desk.post<SettledHandOver>('hand-overs/settle', { ids, take: true })).body;
const idOf = ({ entry }: RegisterRecord) => `${ANNA}/${entry}`;

test('an entry that is named twice is settled once, and counted once', async () => {
  await block();
  const column = assessment(anna);
  expect((await handOver([column, column])).taken).toEqual([column.entry, column.entry]);
  expect(await waiting()).toHaveLength(1);
  expect(await settle([idOf(column), idOf(column)])).toMatchObject({ kind: 'badRequest' });
  expect(await settle([idOf(column)])).toEqual({ done: 1, refused: [] });
  expect((await desk.events(ANNA))[0]).toMatchObject({ act: 'handOverTaken', details: { entries: 1 } });
  expect(await waiting()).toEqual([]);
});

test('another content under the name of an entry that waits is not acknowledged: its device keeps it', async () => {
  await block();
  const column = assessment(anna, { topic: 'Le frazioni' });
  await handOver([column]);
  const other = { ...column, topic: 'Le radici' };
  expect(await handOver([other])).toEqual({
    taken: [],
    left: [{ entry: column.entry, reason: 'malformed' }],
  });
  expect(await handOver([column])).toEqual({ taken: [column.entry] });
});

test('D24: grades of another class, of a closed period, of a column that is not there, or in another collection are not taken', async () => {
  const mine = assessment(anna);
  const foreign = assessment(STAFF.bruno, { class: CLASS_B });
  await server.roster.write(SCHOOL, [mine, foreign]);
  await block();
  const ofForeign = grade(anna, foreign, pupilOf(CLASS_B, 1), { quarters: 28 });
  const ofNone = grade(anna, assessment(anna), PUPIL, { quarters: 28 });
  const misplaced = grade(anna, mine, pupilOf(CLASS_A, 2), { quarters: 28 });
  const late = grade(anna, mine, PUPIL, { quarters: 28 });
  await handOver([ofForeign, ofNone, late]);
  await handOver([misplaced], 'lessons');
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_A, councilUntil: addDays(TODAY, 1) }] });
  const all = [ofForeign, ofNone, misplaced, late];
  const { done, refused } = await settle(all.map(idOf));
  expect([done, refused.length]).toEqual([0, 4]);
  expect(await waiting()).toHaveLength(4);
  const stored = await server.storage.read(SCHOOL, (reader) =>
    reader.documents(
      'grades',
      all.map(({ id }) => id),
    ),
  );
  expect(stored.size).toBe(0);
  // What waits is not lost: once the office has opened the period again it is taken.
  await writeYear(server, {});
  expect((await settle([idOf(late)])).done).toBe(1);
});

test('a column and its grades, handed over in any order, are taken together in the order in which they were written', async () => {
  await block();
  const column = assessment(anna);
  const given = grade(anna, column, PUPIL, { quarters: 28 });
  const corrected = edited(given, { value: { quarters: 30 } });
  await handOver([given, column]);
  expect(await settle([idOf(given), idOf(column)])).toEqual({ done: 2, refused: [] });
  expect((await handOver([corrected, given])).taken).toEqual([corrected.entry, given.entry]);
  expect((await settle([idOf(corrected)])).done).toBe(1);
});
