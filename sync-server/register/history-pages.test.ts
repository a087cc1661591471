import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { kinds, type RegisterRecord } from '../../domain/kinds/registry.ts';
import type { Grade } from '../../domain/kinds/grade/record.ts';
import type { HistoryVersion, PushRow } from '../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { assessment, because, grade } from '../testing/gradebook/test-grades.ts';
import { at, edited } from '../testing/test-records.ts';
import { assignmentRecord, CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const { anna, carla } = STAFF;
const column = assessment(anna, { recordedAt: at('08:00') });
const first = grade(anna, column, pupilOf(CLASS_A, 1), { quarters: 16 }, { recordedAt: at('08:00') });
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
});
afterEach(async () => {
  await server.close();
});

async function push(name: 'anna' | 'carla', rows: readonly PushRow[]) {
  const token = await server.token(name);
  const answer = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades: rows } });
  return answer.push.grades?.map(({ outcome }) => outcome);
}

async function historyOf(before?: number): Promise<readonly HistoryVersion[]> {
  const answer = await server.app.inject({
    method: 'GET',
    url: `/api/history/grades/${first.id}${before === undefined ? '' : `?below=${before}`}`,
    headers: { authorization: `Bearer ${await server.token('anna')}` },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Each save on top of the one before it, from a first state on. */
function onTop(of: Grade, changes: readonly Partial<Grade>[]): readonly PushRow[] {
  let assumed = of;
  return changes.map((change) => {
    const next = edited(assumed, { author: carla, recordedAt: at('08:40'), ...change });
    const row = { assumed, next };
    assumed = next;
    return row;
  });
}

const numberOf = ({ record }: HistoryVersion) =>
  record.kind === 'grade' ? record.value.quarters : undefined;

test('D78: a correction is told however many notes are written after it, with who made it, what stood before, and how the grade began', async () => {
  await push('anna', [
    { assumed: null, next: column },
    { assumed: null, next: first },
  ]);
  const notes = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ privateComment: `${index}` }));
  const corrected = { value: because({ quarters: 36, reason: 'Errore di somma' }) };
  const rows = onTop(first, [...notes(3), corrected, ...notes(420)]);
  expect(new Set(await push('carla', rows))).toEqual(new Set(['stored']));

  const newest = await historyOf();
  expect(newest).toHaveLength(203);
  expect(newest.slice(0, 4).map(numberOf)).toEqual([16, 16, 36, 36]);
  const [began, before, correction, ...page] = newest;
  expect(began?.previous).toBeUndefined();
  expect(correction).toMatchObject({ author: carla, previous: before?.sequence });
  // Between them lies what is asked for page by page.
  expect(before?.previous).toBeGreaterThan(began?.sequence ?? 0);
  const older = await historyOf(page[0]?.sequence);
  expect([older.length, older.at(-1)?.sequence]).toEqual([200, page[0]?.previous]);
  const oldest = await historyOf(older[0]?.sequence);
  expect([oldest[0], oldest.at(-1)?.sequence]).toEqual([began, older[0]?.previous]);
  expect(oldest.length + older.length + page.length).toBe(1 + rows.length);
  expect(await historyOf(began?.sequence)).toEqual([]);
});

test('D78: a correction that was merged is told with what stood before it, however much has lost between them', async () => {
  await push('anna', [
    { assumed: null, next: column },
    { assumed: null, next: first },
  ]);
  // What lost a long time before the correction, and a note that stands beside it.
  const lost = Array.from({ length: 5 }, (_, index) => ({
    assumed: null,
    next: edited(first, { value: { quarters: 17 + index }, recordedAt: at('07:59') }),
  }));
  expect(new Set(await push('anna', lost))).toEqual(new Set(['merged']));
  const noted = edited(first, { author: carla, privateComment: 'Da sentire', recordedAt: at('08:40') });
  expect(await push('carla', [{ assumed: first, next: noted }])).toEqual(['stored']);
  const value = because({ quarters: 36, reason: 'Errore di somma' });
  const corrected = edited(first, { value, recordedAt: at('08:41') });
  expect(await push('anna', [{ assumed: first, next: corrected }])).toEqual(['merged']);

  let stands = (await historyOf()).at(-1)?.record as Grade;
  // What has lost is in the page, at its end, and below it.
  for (const [step, count] of [198, 1, 1, 20].entries()) {
    const notes = onTop(
      stands,
      Array.from({ length: count }, (_, index) => ({ privateComment: `${step}.${index}` })),
    );
    expect(new Set(await push('carla', notes))).toEqual(new Set(['stored']));
    stands = notes.at(-1)?.next as Grade;
    const newest = await historyOf();
    const correction = newest.find(({ outcome }) => outcome === 'merged');
    expect(numberOf(must(correction, 'the correction'))).toBe(36);
    const before = newest.find(({ sequence }) => sequence === correction?.base);
    expect(before).toMatchObject({ outcome: 'stored', record: { entry: noted.entry } });
  }
});

test('D78: of what is said beside the number it is told as well, and of a place that is no version of the grade nothing', async () => {
  await push('anna', [
    { assumed: null, next: column },
    { assumed: null, next: first },
  ]);
  const notes = Array.from({ length: 210 }, (_, index) => ({
    privateComment: `${index}`,
  }));
  await push('carla', onTop(first, [{ weight: 50 }, { visible: false }, ...notes]));
  const [began, weighed, hidden] = await historyOf();
  expect([began, weighed, hidden].map((version) => version?.record)).toMatchObject([
    { value: { quarters: 16 } },
    { weight: 50 },
    { visible: false },
  ]);
  expect(await historyOf(1)).toEqual([]);
});

test('a version that was written in a shape of before is told in that of today, without the links of its bytes', async () => {
  const notice = { ...must(kinds.conflictNotice.samples[0], 'a notice'), school: SCHOOL, addressee: anna };
  const { recordKind, ...ofBefore } = notice;
  const receivedAt = at('08:00');
  const seen = { ...notice, entry: nextEntry(), seen: true };
  for (const record of [ofBefore as unknown as RegisterRecord, seen])
    await server.storage.transaction(SCHOOL, async (transaction) =>
      transaction.append([
        { collection: 'personal', record: { ...record, receivedAt }, device: 'server', outcome: 'stored' },
      ]),
    );
  const answer = await server.app.inject({
    method: 'GET',
    url: `/api/history/personal/${notice.id}`,
    headers: { authorization: `Bearer ${await server.token('anna')}` },
  });
  const [before, today] = answer.json<readonly HistoryVersion[]>();
  expect(before).toMatchObject({ record: { recordKind }, hash: '', previousHash: '' });
  expect(today).toMatchObject({ record: { recordKind, seen: true } });
  expect(today?.hash).not.toBe('');
});
