import { expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { PushRow, SyncAnswer } from '../../../domain/protocol/endpoints/register/sync.ts';
import { SYNC_LIMITS } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { Storage } from '../../storage/contract/storage.ts';
import { assessment, grade, OCTOBER, recordsOf } from '../../testing/gradebook/test-grades.ts';
import { at, edited, lesson as lessonOf } from '../../testing/test-records.ts';
import { CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna } = STAFF;
const COLUMNS = 60;
const LONG = 'x'.repeat(4000);
const MOVED = '2026-10-13' as LocalDate;

/** A server that counts the characters of the records that it writes, and how many of them are looked for at once. */
async function startWatched() {
  const counts = { written: 0, wanted: 0 };
  const wrap = (storage: Storage): Storage => ({
    ...storage,
    transaction: async (school, work) =>
      await storage.transaction(
        school,
        async (transaction) =>
          await work({
            ...transaction,
            async append(versions) {
              for (const { record } of versions) counts.written += JSON.stringify(record).length;
              await transaction.append(versions);
            },
            async documents(collection, ids) {
              counts.wanted = Math.max(counts.wanted, ids.length);
              return await transaction.documents(collection, ids);
            },
          }),
      ),
  });
  const server = await startTestServer(undefined, { wrap });
  return { server, counts };
}

/** Columns of a class with as much said of each pupil as there is room for. */
async function fill({ storage }: TestServer) {
  const pupils = recordsOf('enrolment').filter((one) => one.class === CLASS_A);
  const columns = Array.from({ length: COLUMNS }, () => assessment(anna, { day: OCTOBER }));
  const said = { comment: LONG, privateComment: LONG };
  const records = columns.flatMap((column) => [
    column,
    ...pupils.map(({ pupil }) => grade(anna, column, pupil, { quarters: 24, judgement: LONG }, said)),
  ]);
  await storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(
      records.map((record) => ({
        collection: 'grades',
        record: { ...record, receivedAt: at('08:00') },
        device: 'device-anna',
        outcome: 'stored',
      })),
    );
  });
  return columns;
}

async function send(server: TestServer, rows: readonly PushRow[]): Promise<SyncAnswer> {
  return await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: rows },
    settled: true,
  });
}

test('D48: columns that are moved with all their grades are taken as far as one request may have the server work, and the rest with the next ones', async () => {
  const { server, counts } = await startWatched();
  const columns = await fill(server);
  const token = await server.token('anna');
  await server.sync(token, { protocol: PROTOCOL_VERSION, push: {} });
  let rows: readonly PushRow[] = columns.map((column) => ({
    assumed: column,
    next: edited(column, { day: MOVED, recordedAt: at('09:00') }),
  }));
  const most = SYNC_LIMITS.requestBytes * 1.5;
  let requests = 0;
  while (rows.length > 0) {
    counts.written = 0;
    // Time goes by: what was left out was written before all the same.
    server.clock.now = Date.parse(at('10:00')) + requests * 3_600_000;
    const { push } = await send(server, rows);
    expect(counts.written).toBeLessThan(most);
    const outcomes = push.grades ?? [];
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.map(({ outcome, master }) => [outcome, master?.backdated])).toEqual(
      outcomes.map(() => ['stored', undefined]),
    );
    const answered = new Set(outcomes.map(({ id }) => id));
    rows = rows.filter(({ next }) => !answered.has(next.id));
    requests += 1;
  }
  expect(requests).toBeGreaterThan(2);
  expect(requests).toBeLessThan(COLUMNS / 2);
  // No statement asks for the grades of all columns.
  expect(counts.wanted).toBeLessThan(COLUMNS);
  const texts = await server.storage.read(SCHOOL, async (reader) => await reader.collection('grades'));
  const days = new Set(texts.map((text) => (JSON.parse(text) as { readonly day: string }).day));
  expect([...days]).toEqual([MOVED]);
  await server.close();
});

test('D56: a column that is moved to and fro in one request goes through its course no more often than that may cost', async () => {
  const { server } = await startWatched();
  await fill(server);
  const column = assessment(anna, { day: OCTOBER });
  await server.push('anna', 'grades', [column]);
  let assumed = column;
  const rows = Array.from({ length: 400 }, (_, index) => {
    const next = edited(assumed, { day: index % 2 === 0 ? MOVED : OCTOBER, recordedAt: at('08:40') });
    const row = { assumed, next };
    assumed = next;
    return row;
  });
  const { push } = await send(server, rows);
  expect(push.grades?.length).toBeGreaterThan(0);
  expect(push.grades?.length).toBeLessThan(rows.length / 2);
  await server.close();
});

test('D98: records that stand on every day of a year are taken as far as one request may have the server work', async () => {
  const { server } = await startWatched();
  const { school, author } = lessonOf(anna);
  const placements = Array.from({ length: 280 }, (_, index) => ({
    ...kinds.presenceElsewhere.samples[0],
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    entry: nextEntry(),
    school,
    author,
    recordedAt: at('08:30'),
    class: CLASS_A,
    pupil: pupilOf(CLASS_A, 1),
    day: TODAY,
    lastDay: '2027-06-05' as LocalDate,
    withdrawn: true,
  }));
  const outcomes = await server.push('anna', 'attendance', placements);
  expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
  expect(outcomes.length).toBeLessThan(placements.length);
  await server.close();
});

test('rows that name the entries of large records are left for the next request as well', async () => {
  const { server } = await startWatched();
  const lesson = lessonOf(anna);
  // As large as a record of many texts is.
  const large = Array.from({ length: 100 }, () => edited(lesson, { topic: 'x'.repeat(100_000) }));
  await server.storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(
      large.map((record) => ({
        collection: 'lessons',
        record: { ...record, receivedAt: at('08:00') },
        device: 'device-anna',
        outcome: 'stored',
      })),
    );
  });
  const named = large.map(({ entry }) => ({ ...lessonOf(anna, { hour: 2 }), entry }));
  const outcomes = await server.push('anna', 'lessons', named);
  expect(outcomes.length).toBeGreaterThan(0);
  expect(outcomes.length).toBeLessThan(large.length / 2);
  await server.close();
});
