import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PullPage, SyncAnswer } from '../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import type { CollectionName } from '../../domain/record/collection-names.ts';
import { at, lesson, signature } from '../../sync-server/testing/test-records.ts';
import { CLASS_A, pupilOf, STAFF, TODAY } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { markPupil } from '../kinds/attendance-day/commands.ts';
import {
  type AtWork,
  beginWork,
  close,
  deviceOf,
  endWork,
  firstSync,
  openComplete,
  openOn,
  when,
  whenStatus,
} from './testing/test-staff.ts';

const place = { day: TODAY, schoolClass: CLASS_A, hour: 1 };

let server: AtWork['server'];
let line: AtWork['line'];
beforeEach(async () => {
  ({ server, line } = await beginWork());
  // Ten past ten: all three hours have begun.
  const signedAt = at('09:10');
  const hours = [1, 2, 3].map((hour) =>
    lesson(STAFF.anna, {
      hour,
      topic: `Ora ${hour}`,
      recordedAt: signedAt,
      signatures: [{ ...signature(STAFF.anna), signedAt }],
    }),
  );
  await server.push('anna', 'lessons', hours);
});
afterEach(endWork);

/** Changes one page of each answer that has it. */
function withPage(
  answer: SyncAnswer,
  collection: CollectionName,
  change: (page: PullPage) => unknown,
): unknown {
  const page = answer.pull[collection];
  return page ? { ...answer, pull: { ...answer.pull, [collection]: change(page) } } : answer;
}

/** What could be among the documents of a page and is none. */
const POISON: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['a text', 'lesson'],
  ['a list', []],
  ['no identifier', { kind: 'lesson' }],
  ['an identifier that is no text', { id: { toString: null }, kind: 'lesson' }],
  ['an endless identifier', { id: 'x'.repeat(5_000), kind: 'lesson' }],
  ['a kind of a newer server', { id: 'new', kind: 'hologram' }],
  ['a kind named like a member of every object', { id: 'odd', kind: 'constructor' }],
  ['members missing', { id: 'bare', kind: 'lesson' }],
  ['members of another type', { ...lesson(STAFF.anna, { hour: 4 }), signatures: 'mine', day: 7 }],
];

test.each([0, 1, 2, 3])(
  'unreadable documents at position %i of a page are set aside and counted; the rest arrives',
  async (position) => {
    let given = false;
    line.answer = (answer) =>
      withPage(answer, 'lessons', (page) => {
        if (given || page.documents.length === 0) return page;
        given = true;
        return {
          ...page,
          documents: page.documents.toSpliced(position, 0, ...(POISON.map(([, document]) => document) as [])),
        };
      });
    const register = await openComplete(deviceOf(line));
    const { parked, connection } = await whenStatus(register, (status) => status.parked.length > 0);
    // Those without an identifier are told apart by their kind alone.
    expect(parked).toHaveLength(7);
    expect(parked).toEqual(expect.arrayContaining(['hologram/new', 'lesson/bare', 'lessons/']));
    expect(connection).toBe('online');
    for (const hour of [1, 2, 3])
      await when(classHour(register, { ...place, hour }), (value) => value?.lesson?.topic === `Ora ${hour}`);
    await markPupil(register, place, pupilOf(CLASS_A, 1), { kind: 'absent' });
    await whenStatus(register, ({ waiting }) => waiting.length === 0);
  },
);

test('what a version of the app cannot read is read again by the next one, and by none but that', async () => {
  const device = deviceOf(line);
  line.answer = (answer) =>
    withPage(answer, 'lessons', (page) => ({
      ...page,
      documents: page.documents.map((document) => ({ ...document, kind: 'hologram' })),
    }));
  const old = await openComplete(device);
  await whenStatus(old, ({ parked }) => parked.length === 3);
  await close(old);
  line.answer = (answer) => answer;
  line.requests.length = 0;
  await close(await openComplete(device));
  const asked = line.requests.flatMap(({ pull }) => (pull.lessons ? [pull.lessons.checkpoint] : []));
  expect(asked.filter((checkpoint) => Object.keys(checkpoint).length === 0)).toEqual([]);

  const key = await device.bridge.localStoreKey();
  const note = `${key.ok ? key.value.databaseName : ''}.unreadIn.lessons`;
  expect(device.memory.get(note)).toBe(String(PROTOCOL_VERSION));
  // What the version before would have left.
  device.memory.set(note, String(PROTOCOL_VERSION - 1));
  const updated = await openOn(device);
  for (const hour of [1, 2, 3])
    await when(classHour(updated, { ...place, hour }), (value) => value?.lesson?.topic === `Ora ${hour}`);
});

test('what is set aside is told after a restart too, until it can be read', async () => {
  const device = deviceOf(line);
  const asHolograms = (answer: SyncAnswer) =>
    withPage(answer, 'lessons', (page) => ({
      ...page,
      documents: page.documents.map((document) => ({ ...document, kind: 'hologram' })),
    }));
  line.answer = asHolograms;
  const first = await openComplete(device);
  const { parked } = await whenStatus(first, (status) => status.parked.length === 3);
  await close(first);

  line.online = false;
  const second = await openOn(device);
  const later = await whenStatus(second, () => true);
  expect(later.parked).toEqual(parked);
  await close(second);

  // A newer version of one of them, which can be read; and then one that cannot, once more.
  line.online = true;
  line.answer = (answer) => answer;
  const third = await openOn(device);
  const changed = (topic: string) =>
    lesson(STAFF.anna, { hour: 1, topic, recordedAt: at('09:10'), signatures: [signature(STAFF.anna)] });
  const told = `hologram/${changed('').id}`;
  expect(parked).toContain(told);
  await server.push('anna', 'lessons', [changed('Di nuovo')]);
  third.status.syncNow();
  const { parked: left } = await whenStatus(third, (status) => status.parked.length < 3);
  expect(left).toEqual(parked.filter((key) => key !== told));
  await close(third);

  // How far the server was read is lost with the store: what is read from the beginning is told once.
  const key = await device.bridge.localStoreKey();
  device.memory.set(`${key.ok ? key.value.databaseName : ''}.rebuild`, 'unreadable');
  const fourth = await openComplete(device);
  const { parked: none } = await whenStatus(fourth, ({ syncing }) => !syncing);
  expect(none).toEqual([]);
});

test('where the disk does not take what was set aside, it is asked for again until it does', async () => {
  const device = deviceOf(line);
  line.answer = (answer) =>
    withPage(answer, 'lessons', (page) => ({ ...page, documents: [{ id: 'new', kind: 'hologram' }] }));
  const full = vi
    .spyOn(device.memory, 'written')
    .mockRejectedValue(new DOMException('', 'QuotaExceededError'));
  const first = await openOn(device);
  const { diskFull } = await whenStatus(first, (status) => status.parked.length > 0 && status.diskFull);
  expect(diskFull).toBe(true);
  await close(first);
  const asked = () => line.requests.flatMap(({ pull }) => (pull.lessons ? [pull.lessons.checkpoint] : []));
  line.requests.length = 0;
  full.mockRestore();
  await close(await openComplete(device));
  expect(asked()[0]).toEqual({});
  line.requests.length = 0;
  await close(await openComplete(device));
  expect(asked()[0]).not.toEqual({});
});

test('members by which the local store keeps its own books do no harm', async () => {
  const meddling = { _deleted: true, _meta: 'mine', _rev: 7, _attachments: null, sealed: 'open' };
  line.answer = (answer) =>
    withPage(answer, 'lessons', (page) => ({
      ...page,
      documents: page.documents.map((document) => ({ ...document, ...meddling })),
    }));
  const register = await openComplete(deviceOf(line));
  const hour = await when(classHour(register, place), (value) => value?.lesson !== undefined);
  expect(hour?.lesson?.topic).toBe('Ora 1');
});

/** Answers that are none, or whose parts are not what they should be. */
const BROKEN: readonly (readonly [string, (answer: SyncAnswer) => unknown])[] = [
  ['the login page of a guest network', () => new Response('<html>Accedi</html>', { status: 200 })],
  ['an answer cut in the middle', (answer) => new Response(JSON.stringify(answer).slice(0, -40))],
  ['an empty answer', () => new Response('', { status: 200 })],
  ['a JSON that is no answer', () => ['ok']],
  ['an answer without pages', (answer) => ({ ...answer, pull: null })],
  ['pages that are none', (answer) => withPage(answer, 'lessons', () => 'soon')],
  [
    'a page without documents',
    (answer) => withPage(answer, 'lessons', (page) => ({ ...page, documents: 3 })),
  ],
  [
    'a checkpoint of texts',
    (answer) => withPage(answer, 'lessons', (page) => ({ ...page, checkpoint: { a: 'b' } })),
  ],
  [
    'outcomes that are none',
    (answer) => ({ ...answer, push: { attendance: 'done', lessons: [null, 7, {}] } }),
  ],
  ['a bad gateway in HTML', () => new Response('<html>Bad gateway</html>', { status: 502 })],
];

test.each(BROKEN)('survives %s and goes on with the next answer', async (_name, broken) => {
  const device = deviceOf(line);
  const first = await openComplete(device);
  await firstSync(first);
  await when(classHour(first, place), (value) => value?.pupils.length === 3);
  let count = 0;
  line.answer = (answer) => {
    count += 1;
    return count <= 2 ? broken(answer) : answer;
  };
  const marked = await markPupil(first, place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  expect(marked.ok).toBe(true);
  await whenStatus(first, ({ waiting, connection }) => waiting.length === 0 && connection === 'online');
  line.answer = (answer) => answer;
  await server.push('carla', 'lessons', [lesson(STAFF.carla, { hour: 5, topic: 'Dopo' })]);
  first.status.syncNow();
  await when(classHour(first, { ...place, hour: 5 }), (value) => value?.lesson?.topic === 'Dopo');
  expect(count).toBeGreaterThan(0);
});

test('a state in an outcome that cannot be read is not put in the place of the entry', async () => {
  const register = await openComplete(deviceOf(line));
  line.answer = (answer) => ({
    ...answer,
    push: {
      attendance:
        answer.push.attendance?.map((outcome) => ({ ...outcome, master: { id: outcome.id } })) ?? [],
    },
  });
  await firstSync(register);
  await when(classHour(register, place), (value) => value?.pupils.length === 3);
  await markPupil(register, place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  await whenStatus(register, ({ waiting }) => waiting.length === 0);
  const hour = await when(classHour(register, place), (value) =>
    Boolean(value?.pupils.some(({ times }) => times?.receivedAt)),
  );
  expect(hour?.counts.absent).toBe(1);
});

test('a device that is too old delivers, receives nothing, and says so', async () => {
  const device = deviceOf(line);
  const first = await openComplete(device);
  await firstSync(first);
  await when(classHour(first, place), (value) => value?.pupils.length === 3);
  line.answer = (answer) => ({ ...answer, updateRequired: true, pull: {} });
  await server.push('carla', 'lessons', [lesson(STAFF.carla, { hour: 5, topic: 'Dopo' })]);
  await markPupil(first, place, pupilOf(CLASS_A, 1), { kind: 'absent' });
  const status = await whenStatus(
    first,
    ({ waiting, updateRequired }) => updateRequired && waiting.length === 0,
  );
  expect(status.connection).toBe('online');
  const hour = await when(classHour(first, { ...place, hour: 5 }), (value) => value !== undefined);
  expect(hour?.lesson).toBeUndefined();
  await close(first);
  // The updated app receives what was held back.
  line.answer = (answer) => answer;
  const updated = await openOn(device);
  await when(classHour(updated, { ...place, hour: 5 }), (value) => value?.lesson?.topic === 'Dopo');
  await whenStatus(updated, ({ updateRequired }) => !updateRequired);
});

test('a server that refuses an old device altogether makes it ask for the update', async () => {
  line.answer = () => Response.json({ kind: 'outdatedClient', message: 'Update the app' }, { status: 426 });
  const register = await openOn(deviceOf(line));
  const status = await whenStatus(register, ({ updateRequired }) => updateRequired);
  expect(status.connection).toBe('offline');
});
