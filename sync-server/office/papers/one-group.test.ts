import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { CLASS_A, pupilOf, SCHOOL } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const from = '2026-09-14';
const CHI = { kind: 'groupMembership', pupil: PUPIL, class: CLASS_A, group: 'CHI', from };
const INF = { ...CHI, group: 'INF' };
const ATTENDING = { kind: 'religionChoice', pupil: PUPIL, class: CLASS_A, choice: 'attending', from };
const LEAVES = { ...ATTENDING, choice: 'leaves' };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await written(
    { kind: 'group', class: CLASS_A, code: 'CHI', name: 'Chimica' },
    { kind: 'group', class: CLASS_A, code: 'INF', name: 'Informatica' },
  );
});
afterEach(async () => {
  await server.close();
});

const write = async (...papers: readonly object[]) =>
  await officeDesk(server).post<{ ids: readonly string[]; reason?: string }>('papers', { papers });

async function written(...papers: readonly object[]): Promise<string> {
  const { status, body } = await write(...papers);
  expect(status, JSON.stringify(body)).toBe(200);
  return must(body.ids[0], 'a key');
}

async function act(path: 'papers/change' | 'papers/cancel', id: string, paper?: object) {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
  const { entry: seen } = storedRecord(must(texts.get(id), 'it stands'));
  return await officeDesk(server).post<{ reason?: string }>(path, { id, seen, ...(paper ? { paper } : {}) });
}

/** What holds on some days: the group and the choice. */
async function on(...days: readonly string[]) {
  const school = await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
  return days.map((day) => [
    school.groupOn(PUPIL, CLASS_A, day as LocalDate),
    school.religionChoiceOn(PUPIL, CLASS_A, day as LocalDate),
  ]);
}

test('D204: a second group from the same day is refused, written or put right', async () => {
  const refused = { status: 409, body: { reason: 'alreadyWritten' } };
  expect(await write(CHI, INF)).toMatchObject(refused);
  const standing = await written(CHI);
  expect(await write(INF)).toMatchObject(refused);
  const later = await written({ ...INF, from: '2026-12-01' });
  expect(await act('papers/change', later, INF)).toMatchObject(refused);
  expect(await on(from)).toEqual([['CHI', undefined]]);
  // Put right itself, it takes no other one's place; and what was taken back stands in nobody's way.
  expect((await act('papers/cancel', later)).status).toBe(204);
  expect((await act('papers/change', standing, INF)).status).toBe(200);
  expect(await on(from, '2026-12-01')).toEqual([
    ['INF', undefined],
    ['INF', undefined],
  ]);
});

test('D204: after a group and a choice of some weeks those of before hold again', async () => {
  await written(CHI, ATTENDING);
  const weeks = { from: '2026-12-01', to: '2026-12-15' };
  await written({ ...INF, ...weeks }, { ...LEAVES, ...weeks });
  expect(await on('2026-11-30', '2026-12-01', '2026-12-15', '2026-12-16')).toEqual([
    ['CHI', 'attending'],
    ['INF', 'leaves'],
    ['INF', 'leaves'],
    ['CHI', 'attending'],
  ]);
});

test.each([
  ['taken back', 'papers/cancel', {}],
  ['ended', 'papers/change', { to: '2026-12-15' }],
] as const)(
  'D204: where a group and a choice are %s those of before hold again',
  async (_what, path, days) => {
    await written(CHI, ATTENDING);
    for (const paper of [INF, LEAVES]) {
      const since = { ...paper, from: '2026-12-01' };
      const id = await written(since);
      const isDone = await act(path, id, path === 'papers/change' ? { ...since, ...days } : undefined);
      expect(isDone.status).toBeLessThan(300);
    }
    expect(await on('2026-12-16')).toEqual([['CHI', 'attending']]);
  },
);
