import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import type { SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { migrate } from '../../storage/sqlite/migrate.ts';
import { migrations } from '../../storage/sqlite/migrations/migrations.ts';
import { openStorage } from '../../storage/open.ts';
import { startRestorableServer, type RestorableServer } from '../../testing/restorable-server.ts';
import { attendance, event } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, TEST_NOW, type StaffName } from '../../testing/test-school.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: RestorableServer;
beforeEach(async () => {
  server = await startRestorableServer();
});
afterEach(async () => {
  await server.close();
});

/** One request on a device, with a session of its own: people sign in again when a store has forgotten them. */
async function sync(device: string, request: Partial<SyncRequest>, name: StaffName = 'anna') {
  const signedIn = await server.app().inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf(name), password: PASSWORD, device: { id: device, name: 'PC' } },
  });
  const { accessToken } = signedIn.json<{ readonly tokens: { readonly accessToken: string } }>().tokens;
  const answer = await server.app().inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Bearer ${accessToken}` },
    payload: { protocol: 3, client: 'test', push: {}, pull: {}, ...request },
  });
  return answer.json<Required<Awaited<ReturnType<RestorableServer['sync']>>>>();
}

function mark(number: number, before = 0): RegisterRecord {
  const at = toInstant(server.first.clock.now - before);
  const absent = { ...event('absent', STAFF.anna), at };
  return { ...attendance(STAFF.anna, pupilOf(CLASS_A, number), [absent]), recordedAt: at };
}
const pushOf = (next: RegisterRecord) => ({ push: { attendance: [{ assumed: null, next }] } });

describe('a store put back from an older copy', () => {
  test('is recognised by a link that it lacks, also when it has grown past it since', async () => {
    const copy = server.copy();
    const { seen } = await sync('device-anna', pushOf(mark(1)));
    await server.putBack(copy);
    for (let number = 2; number <= 3; number += 1) await sync('another-device', pushOf(mark(number)));
    const pull = { attendance: { checkpoint: {}, limit: 10 } };
    const answer = await sync('device-anna', { seen, pull, ...pushOf(mark(1)) });
    expect(answer).toMatchObject({ restored: true, pull: {} });
    // No row is taken before the device knows what its states are worth here.
    expect(answer.push.attendance).toBeUndefined();
    const next = await sync('device-anna', { seen: answer.seen, pull });
    expect(next.restored).toBeUndefined();
    expect(next.pull.attendance?.documents).toHaveLength(2);
  });

  test('is the same store for who has seen nothing beyond the copy', async () => {
    const { seen } = await sync('device-anna', pushOf(mark(1)));
    const copy = server.copy();
    await sync('another-device', pushOf(mark(2)));
    await server.putBack(copy);
    expect((await sync('device-anna', { seen })).restored).toBeUndefined();
  });

  test('calls nothing backdated of a device that it has never known, when the device brings its link', async () => {
    const copy = server.copy();
    const first = await sync('new-device', { settled: true });
    server.first.clock.now += HOUR;
    const row = mark(1);
    const { seen } = await sync('new-device', { ...pushOf(row), seen: first.seen, settled: true });
    await server.putBack(copy);
    server.first.clock.now += HOUR;
    const back = await sync('new-device', { seen });
    expect(back.restored).toBe(true);
    const again = await sync('new-device', { ...pushOf(row), seen: back.seen });
    expect(again.push.attendance).toMatchObject([{ outcome: 'stored' }]);
    expect(again.push.attendance?.[0]?.master).toBeUndefined();
  });

  test('does not believe a seen link that it has given to somebody else, nor one that is made up', async () => {
    const copy = server.copy();
    const annas = await sync('device-one', pushOf(mark(1)));
    await server.putBack(copy);
    server.first.clock.now += 2 * HOUR;
    const made = `1.${'a'.repeat(64)}.1.${'A'.repeat(43)}`;
    for (const [device, seen] of [
      ['device-two', annas.seen],
      ['device-three', made],
    ] as const) {
      const { seen: own } = await sync(device, { seen });
      const old = await sync(device, { ...pushOf(mark(2, HOUR)), seen: own });
      expect(old.push.attendance?.[0]?.master?.backdated).toBeDefined();
    }
    expect(await server.storage().read(SCHOOL, (reader) => reader.storeReturns(10))).toEqual([]);
  });

  test('lets no moment count until the device has sent everything again, days later or killed in between', async () => {
    const { seen: before } = await sync('device-anna', { settled: true });
    const copy = server.copy();
    server.first.clock.now += HOUR;
    const rows = [mark(1), mark(2)];
    let seen = before;
    for (const row of rows) ({ seen } = await sync('device-anna', { ...pushOf(row), seen, settled: true }));
    await server.putBack(copy);
    server.first.clock.now += HOUR;
    ({ seen } = await sync('device-anna', { seen, settled: true }));
    for (const row of rows) {
      server.first.clock.now += 30 * HOUR;
      const answer = await sync('device-anna', { ...pushOf(row), seen, settled: row === rows[1] });
      expect(answer.push.attendance?.[0]).toMatchObject({ outcome: 'stored' });
      expect(answer.push.attendance?.[0]?.master).toBeUndefined();
      ({ seen } = answer);
    }
    const returns = await server.storage().read(SCHOOL, (reader) => reader.storeReturns(10));
    expect(returns).toMatchObject([{ cameBack: 2, endedAt: server.first.clock.now }]);
    const late = await sync('device-anna', { ...pushOf(mark(3, HOUR)), seen });
    expect(late.push.attendance?.[0]?.master?.backdated).toBeDefined();
  });

  test('believes a device for a week that it has not sent everything, and an old link only once', async () => {
    const copy = server.copy();
    const { seen } = await sync('device-anna', { ...pushOf(mark(1)), settled: true });
    await server.putBack(copy);
    const { clock } = server.first;
    const isMarked = async (number: number, before: number) => {
      const { push } = await sync('device-anna', { ...pushOf(mark(number, before)), settled: false });
      return push.attendance?.[0]?.master?.backdated !== undefined;
    };
    await sync('device-anna', { seen });
    clock.now += 3 * DAY;
    expect(await isMarked(2, 2 * DAY)).toBe(false);
    clock.now += 5 * DAY;
    await sync('device-anna', { settled: false });
    clock.now += DAY;
    expect(await isMarked(3, 2 * DAY)).toBe(true);

    await sync('device-anna', { settled: true });
    // The store says what it is; the moments of the device move on all the same.
    expect((await sync('device-anna', { seen })).restored).toBe(true);
    for (let day = 0; day < 3; day += 1) {
      clock.now += DAY;
      await sync('device-anna', { seen, settled: false });
    }
    const returns = await server.storage().read(SCHOOL, (reader) => reader.storeReturns(10));
    expect(returns).toHaveLength(1);
    clock.now += DAY;
    const { push } = await sync('device-anna', { ...pushOf(mark(3, 3 * DAY)), settled: false });
    expect(push.attendance?.[0]).toMatchObject({ master: { backdated: {} } });
  });

  test('and put back once more, a link of after the first return is believed again', async () => {
    const { clock } = server.first;
    const copy = server.copy();
    const first = await sync('device-anna', pushOf(mark(1)));
    await server.putBack(copy);
    const { seen } = await sync('device-anna', { seen: first.seen });
    await sync('device-anna', { seen, settled: true });
    const second = server.copy();
    clock.now += HOUR;
    const after = await sync('device-anna', { ...pushOf(mark(2)), seen });
    await server.putBack(second);
    clock.now += HOUR;
    expect((await sync('device-anna', { seen: after.seen })).restored).toBe(true);
    const returns = await server.storage().read(SCHOOL, (reader) => reader.storeReturns(10));
    expect(returns.map(({ noticedAt, endedAt }) => [noticedAt === clock.now, endedAt !== null])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('notes places for the office only in classes that the device’s owner may read', async () => {
    const held = (schoolClass: string) => ({
      kind: 'attendanceDay' as const,
      id: `2026-11-23.x-${schoolClass}`,
      entry: mark(1).entry,
      author: STAFF.bruno,
      class: schoolClass as typeof CLASS_A,
      day: '2026-11-23' as never,
      recordedAt: toInstant(TEST_NOW),
    });
    const places = { held: [held(CLASS_A), held('2026.LS.1B')] };
    const noted = async () =>
      (await server.storage().read(SCHOOL, (reader) => reader.heldElsewhere(10))).map((place) => place.class);
    // A device that does not come from another store is told, and nothing is written down.
    expect((await sync('device-anna', places)).missing).toHaveLength(2);
    expect(await noted()).toEqual([]);
    const copy = server.copy();
    const { seen } = await sync('device-anna', pushOf(mark(1)));
    await server.putBack(copy);
    await sync('device-anna', { seen });
    expect((await sync('device-anna', places)).missing).toHaveLength(2);
    expect(await noted()).toEqual([CLASS_A]);
  });
});

test('a database from before opens, and a device that has signed in there has been used since', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'campanella-before-'));
  const database = new DatabaseSync(path.join(folder, 'campanella.sqlite'));
  migrate(
    database,
    migrations.filter(({ number }) => number < 3),
  );
  database.exec(
    `INSERT INTO session (school, id, username, person, device_id, device_name, created_at, last_used_at)
     VALUES ('TEST0001', 's', 'u', 'p', 'd', 'PC', 1000, 1000)`,
  );
  database.close();
  const storage = openStorage(folder);
  const who = { person: 'p' as typeof STAFF.anna, deviceId: 'd' };
  expect(await storage.read(SCHOOL, (reader) => reader.firstSignIn(who))).toBe(1000);
  expect(await storage.read(SCHOOL, (reader) => reader.deviceMoment(who))).toBeUndefined();
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});
