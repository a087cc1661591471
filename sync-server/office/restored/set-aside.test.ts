import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import type { HeldElsewhere } from '../../storage/contract/devices.ts';
import { reportHeld } from '../../testing/record-tools.ts';
import { heldPlace } from '../../testing/test-records.ts';
import { SCHOOL, STAFF, TEST_NOW, TODAY, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const URL = '/api/office/restored';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const report = async (...places: readonly HeldElsewhere[]) => await reportHeld(server, places);

async function ask(name: StaffName = 'office') {
  const headers = { authorization: `Bearer ${await server.token(name)}` };
  const answer = await server.app.inject({ url: URL, headers });
  return answer.json<OfficeRestored>();
}

async function setAside(places: OfficeRestored['missing'], name: StaffName = 'office') {
  const headers = { authorization: `Bearer ${await server.token(name)}` };
  const payload = {
    places: places.map(({ entry, kind, id, author, reportedAt }) => {
      return { entry, kind, id, author, reportedAt };
    }),
  };
  return await server.app.inject({ method: 'POST', url: `${URL}/set-aside`, headers, payload });
}

const idsOf = (places: OfficeRestored['missing']) => places.map(({ id }) => id);

test('a place that a clerk sets aside leaves the list, and is kept with who has seen it and when', async () => {
  await report(heldPlace(1), heldPlace(2));
  const { missing } = await ask();
  const answer = await setAside(missing.filter(({ id }) => id === 'lesson-1'));
  expect(answer.json()).toEqual({ done: 1 });
  const after = await ask();
  expect(idsOf(after.missing)).toEqual(['lesson-2']);
  expect(after.setAside).toMatchObject([
    { id: 'lesson-1', seenAt: toInstant(TEST_NOW), seenBy: expect.stringContaining(' ') },
  ]);
});

test('the register of operations says who has set it aside, of which class and day', async () => {
  await report(heldPlace(1));
  await setAside((await ask()).missing);
  const events = await server.storage.accounts.read((reader) => reader.events({ school: SCHOOL, limit: 50 }));
  expect(events.filter(({ act }) => act === 'missingSetAside')).toMatchObject([
    { by: usernameOf('office'), at: TEST_NOW, details: { recordKind: 'lesson', day: TODAY } },
  ]);
});

test('what several devices hold of it goes together; what is reported after it was shown stays to be seen', async () => {
  await report(heldPlace(1), heldPlace(1, { reporter: STAFF.bruno }));
  const { missing } = await ask();
  expect(missing).toHaveLength(1);
  await report(heldPlace(1, { reporter: STAFF.carla, reportedAt: TEST_NOW + 1 }));
  await setAside(missing);
  expect((await ask()).missing).toMatchObject([{ id: 'lesson-1', reportedAt: toInstant(TEST_NOW + 1) }]);
});

test('a second clerk finds nothing left to do, and the first one’s name stays', async () => {
  await report(heldPlace(1));
  const { missing } = await ask();
  await setAside(missing, 'principal');
  expect((await setAside(missing)).json()).toEqual({ done: 0 });
  const seen = await server.storage.read(SCHOOL, (reader) => reader.heldLookedAt(10));
  expect(seen.map((place) => place.seen?.by)).toEqual([usernameOf('principal')]);
});

test('places set aside take no room of those to come, neither in the list nor of who reports them', async () => {
  await report(heldPlace(1), heldPlace(2));
  await setAside((await ask()).missing);
  const [open, held] = await server.storage.read(SCHOOL, async (reader) => [
    await reader.heldElsewhere(1),
    await reader.heldBy(STAFF.anna),
  ]);
  expect([open, held]).toEqual([[], 0]);
  await report(heldPlace(3));
  expect(idsOf((await ask()).missing)).toEqual(['lesson-3']);
});

test('nobody but office and principal sets anything aside', async () => {
  await report(heldPlace(1));
  const { missing } = await ask();
  for (const name of ['anna', 'ata'] as const) {
    const answer = await setAside(missing, name);
    expect(answer.statusCode).toBe(403);
  }
  expect(idsOf((await ask()).missing)).toEqual(['lesson-1']);
});
