import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { schoolYearId } from '../../domain/kinds/school-year/record.ts';
import { storedRecord } from '../../domain/kinds/upgrades.ts';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { createRosterStore } from '../office/import/roster-store.ts';
import { openStorage } from '../storage/open.ts';
import { openStream } from '../testing/live-stream.ts';
import { officeDesk } from '../testing/office-desk.ts';
import { edited, lesson } from '../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  pupilOf,
  pupilRecords,
  SCHOOL,
  STAFF,
  TODAY,
} from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(undefined, { heartbeatSeconds: 1 });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  await server.close();
});

test('a commit is told to colleagues of the class within moments, and to nobody else', async () => {
  const [carla, bruno, office] = [
    await openStream(server, 'carla'),
    await openStream(server, 'bruno'),
    await openStream(server, 'office'),
  ];
  expect(carla.answer.headers).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  const start = performance.now();
  await server.push('anna', 'lessons', [lesson(STAFF.anna)]);
  expect(await carla.tick()).toEqual({ collections: ['lessons'] });
  expect(await office.tick()).toEqual({ collections: ['lessons'] });
  expect(performance.now() - start).toBeLessThan(10_000);
  // A later tick of the other class proves that none of this one was on its way.
  await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { class: CLASS_B })]);
  await bruno.tick();
  expect(bruno.taken()).toEqual([]);
  expect(carla.taken()).toEqual([]);
});

test('commits that follow each other closely travel in few ticks, and none is lost', async () => {
  const carla = await openStream(server, 'carla');
  let was = lesson(STAFF.anna);
  const first = performance.now();
  await server.push('anna', 'lessons', [was]);
  for (let count = 0; count < 20; count += 1) {
    const next = edited(was, { topic: `${count}` });
    await server.push('anna', 'lessons', [{ assumed: was, next }]);
    was = next;
  }
  let ticks = 0;
  const taken = () => (ticks += carla.taken().length);
  await expect.poll(taken).toBeGreaterThan(0);
  const last = performance.now();
  while (performance.now() - last < 200) {
    taken();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // One at once, then one in fifty milliseconds, however long the commits have taken.
  expect(ticks).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - first) / 50));
});

test('a refused push tells nobody', async () => {
  const bruno = await openStream(server, 'bruno');
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { class: CLASS_B })]);
  await server.push('bruno', 'attendance', []);
  await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { class: CLASS_B })]);
  await bruno.tick();
  expect(bruno.taken()).toEqual([]);
});

test('what another process writes to the storage is told too', async () => {
  const anna = await openStream(server, 'anna');
  const other = openStorage(server.folder);
  await createRosterStore(other).write(SCHOOL, pupilRecords(CLASS_A, pupilOf(CLASS_A, 77)));
  expect((await anna.tick()).collections).toContain('roster');
  await other.close();
});

test('a right that is taken away ends what is told at the next change: that everything is to be looked at again', async () => {
  const carla = await openStream(server, 'carla');
  await server.push('anna', 'lessons', [lesson(STAFF.anna)]);
  await carla.tick();
  await server.roster.write(SCHOOL, [
    assignmentRecord(STAFF.carla, CLASS_A, 'Storia', '2026-10-01' as LocalDate),
  ]);
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { hour: 2 })]);
  expect(await carla.tick()).toEqual({ collections: [...COLLECTION_NAMES] });
  const office = await openStream(server, 'office');
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { hour: 3 })]);
  await office.tick();
  expect(carla.taken()).toEqual([]);
});

test('whoever reads more or less than before is told to fetch everything, and nobody else (F.5)', async () => {
  const [carla, bruno] = [await openStream(server, 'carla'), await openStream(server, 'bruno')];
  const settle = async () => {
    await server.push('carla', 'lessons', [lesson(STAFF.carla)]);
    await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { class: CLASS_B })]);
  };
  await settle();
  expect(await carla.tick()).toEqual({ collections: ['lessons'] });
  expect(await bruno.tick()).toEqual({ collections: ['lessons'] });
  for (const changes of [{ frozen: true, councilUntil: TODAY }, { frozen: false }]) {
    await change('freeze', changes);
    expect(await carla.tick()).toEqual({ collections: [...COLLECTION_NAMES] });
    expect(await bruno.tick()).toEqual({ collections: ['settings'] });
  }
  // An act that decides nothing about reading.
  await change('hold-back', { until: addDays(TODAY, 7) });
  expect(await carla.tick()).toEqual({ collections: ['settings'] });
});

/** The office closes the period of class 1A or opens it again, or holds back its grades. */
async function change(path: 'freeze' | 'hold-back', changes: object): Promise<void> {
  const id = schoolYearId(2026);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('settings', [id]));
  const { entry: seen } = storedRecord(must(texts.get(id), 'the year'));
  const body = { startYear: 2026, seen, period: 0, class: CLASS_A, ...changes };
  expect((await officeDesk(server).post(`years/${path}`, body)).status).toBe(204);
}

test('a session that ends is cut off at once', async () => {
  const { accessToken, refreshToken } = await server.signIn('anna');
  const anna = await openStream(server, 'anna', accessToken);
  await server.app.inject({ method: 'POST', url: '/session/sign-out', payload: { refreshToken } });
  await expect(anna.ended).resolves.toBeUndefined();
});

test('a session holds three connections: a fourth ends the oldest', async () => {
  const streams = [await openStream(server, 'anna'), await openStream(server, 'anna')];
  const third = await openStream(server, 'anna');
  const fourth = await openStream(server, 'anna');
  await streams[0]?.ended;
  expect((await server.app.inject('/metrics')).body).toContain('campanella_live_connections 3');
  await server.push('carla', 'lessons', [lesson(STAFF.carla)]);
  for (const stream of [streams[1], third, fourth])
    expect(await stream?.tick()).toEqual({ collections: ['lessons'] });
});

test('a quiet connection is kept alive by heartbeats', async () => {
  const anna = await openStream(server, 'anna');
  await expect.poll(() => anna.heartbeats()).toBeGreaterThan(1);
});

test('a server that stops ends its streams and does not wait for them', async () => {
  const other = await startTestServer();
  await other.app.listen({ port: 0, host: '127.0.0.1' });
  const anna = await openStream(other, 'anna');
  const start = performance.now();
  await other.close();
  await anna.ended;
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('a client that goes away is forgotten', async () => {
  const anna = await openStream(server, 'anna');
  const metric = async () => (await server.app.inject('/metrics')).body;
  expect(await metric()).toContain('campanella_live_connections 1');
  anna.close();
  await expect.poll(metric).toContain('campanella_live_connections 0');
});
