import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  toEntryId,
  toInstant,
  type EntryId,
  type LocalDate,
  type PersonId,
} from '../../../domain/base/ids.ts';
import type { OfficeRestored } from '../../../domain/protocol/endpoints/office/office-restored.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { HeldElsewhere } from '../../storage/contract/devices.ts';
import { reportHeld } from '../../testing/record-tools.ts';
import { edited, heldPlace, lesson } from '../../testing/test-records.ts';
import { CLASS_A, SCHOOL, STAFF, TEST_NOW } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const MINUTE = 60_000;
const before = toInstant(TEST_NOW - 10 * MINUTE);
const written = lesson(STAFF.anna, { recordedAt: before });
const entryOf = (place: number): EntryId =>
  toEntryId(`01940000-0000-7000-8000-${String(place).padStart(12, '0')}`);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const placeOf = (number: number, changes: Partial<HeldElsewhere> = {}) =>
  heldPlace(number, { id: written.id, ...changes });
const report = async (places: readonly HeldElsewhere[]) => await reportHeld(server, places);

/** Two thousand places of one record that never were, as a teacher can report them. */
const invented = Array.from({ length: 2000 }, (_, number) => placeOf(number));

async function listed(): Promise<OfficeRestored['missing']> {
  const headers = { authorization: `Bearer ${await server.token('office')}` };
  const answer = await server.app.inject({ url: '/api/office/restored', headers });
  return answer.json<OfficeRestored>().missing;
}

test('a place invented under the name of a true one hides it not', async () => {
  await server.push('anna', 'lessons', [written]);
  const held = placeOf(1, { author: STAFF.bruno, reporter: STAFF.carla });
  await report([{ ...held, reporter: STAFF.anna, id: 'invented', day: '2026-11-20' as LocalDate }, held]);
  expect((await listed()).map(({ id }) => id).toSorted()).toEqual([written.id, 'invented'].toSorted());
});

test('two kinds of one key are two places, each called by its own', async () => {
  await report([placeOf(1), placeOf(1, { kind: 'attendanceDay', reporter: STAFF.bruno })]);
  expect((await listed()).map(({ kind }) => kind).toSorted()).toEqual(['attendanceDay', 'lesson']);
});

test('the history of a record is read once, however many places of it are reported, and its texts stay where they are', async () => {
  await server.push('anna', 'lessons', [written]);
  await report(invented);
  const asked: string[] = [];
  const { storage } = server;
  const { read } = storage;
  const watched: typeof read = (school, work) =>
    read(school, (reader) =>
      work({
        ...reader,
        authorsOf: async (collection: CollectionName, id: string) => {
          asked.push(`${collection}/${id}`);
          return await reader.authorsOf(collection, id);
        },
        versionsOf: () => Promise.reject(new Error('the texts of a history were read')),
        versionsOfEntries: () => Promise.reject(new Error('the texts of entries were read')),
      }),
    );
  Object.assign(storage, { read: watched });
  expect(await listed()).toHaveLength(2000);
  expect(asked).toEqual([`lessons/${written.id}`]);
});

test('places that one person reports push those of another off no list', async () => {
  const others = [3001, 3002].map((number) =>
    placeOf(number, { reporter: STAFF.carla, author: STAFF.anna, class: CLASS_A, id: `z-${number}` }),
  );
  await report([...invented, ...others]);
  const ids = (await listed()).map(({ id }) => id);
  expect(ids).toHaveLength(2000);
  expect(ids.slice(-2)).toEqual(['z-3001', 'z-3002']);
});

test('nor do places that have arrived since take the room of those that have not', async () => {
  const versions = [written];
  for (let count = 0; count < 3; count += 1)
    versions.push(edited(versions.at(-1) ?? written, { topic: String(count), recordedAt: before }));
  for (const [index, next] of versions.entries()) {
    const rows = [{ assumed: versions[index - 1] ?? null, next }];
    await server.sync(await server.token('anna'), { push: { lessons: rows } });
  }
  const held = (entry: EntryId, author: PersonId) =>
    placeOf(0, { entry, author, reporter: STAFF.carla, recordedAt: before });
  await report([...versions.map(({ entry }) => held(entry, STAFF.anna)), held(entryOf(1), STAFF.bruno)]);
  const kept = await server.storage.read(SCHOOL, (reader) => reader.heldElsewhere(1));
  expect(kept).toMatchObject([{ author: STAFF.bruno }]);
  expect(await listed()).toMatchObject([{ author: STAFF.bruno }]);
});

test('a place is settled by a later version of its author, and not by an earlier one or a colleague’s', async () => {
  await server.push('anna', 'lessons', [written]);
  const later = toInstant(TEST_NOW - MINUTE);
  await report([
    placeOf(1, { author: STAFF.anna, reporter: STAFF.carla }),
    placeOf(2, { author: STAFF.anna, reporter: STAFF.carla, recordedAt: later }),
    placeOf(3, { author: STAFF.bruno, reporter: STAFF.carla }),
  ]);
  expect((await listed()).map(({ author, recordedAt }) => [author, recordedAt])).toEqual([
    [STAFF.anna, later],
    [STAFF.bruno, before],
  ]);
});
