import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../../domain/base/local-date.ts';
import type { Grade } from '../../../../domain/kinds/grade/record.ts';
import type { HistoryVersion } from '../../../../domain/protocol/endpoints/register/sync.ts';
import { assessment, because, grade, OCTOBER } from '../../../testing/gradebook/test-grades.ts';
import { startRestorableServer, type RestorableServer } from '../../../testing/restorable-server.ts';
import { edited } from '../../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../../testing/test-school.ts';

const { anna, bruno } = STAFF;
const PUPILS = [1, 2, 3].map((n) => pupilOf(CLASS_A, n));
const MANY = 260;
let server: RestorableServer;
beforeEach(async () => {
  server = await startRestorableServer();
});
afterEach(async () => {
  await server.close();
});

/** Thirty tests with a grade of each pupil and its correction; one grade has been corrected more often than a page of its history shows. */
async function fill(): Promise<{ readonly grades: readonly Grade[]; readonly busy: Grade }> {
  const columns = Array.from({ length: 30 }, (_, index) =>
    assessment(anna, { day: addDays(OCTOBER, index), comment: 'Rossi ha copiato' }),
  );
  const given = columns.flatMap((column) =>
    PUPILS.map((pupil, index) => grade(anna, column, pupil, { quarters: 20 + index })),
  );
  const corrected = given.map((one) => edited(one, { value: because({ quarters: 30, reason: 'Svista' }) }));
  const { roster } = server.first;
  for (const records of [columns, given, corrected]) await roster.write(SCHOOL, records);
  const [busy] = corrected;
  if (!busy) throw new Error('no grade');
  for (let count = 0; count < MANY; count += 1)
    await roster.write(SCHOOL, [edited(busy, { value: { quarters: 16 + (count % 20) } })]);
  const support = { type: 'support', pupil: pupilOf(CLASS_A, 1) } as const;
  await roster.write(SCHOOL, [{ ...assignmentRecord(bruno, CLASS_A, 'Sostegno'), ...support }]);
  return { grades: given, busy };
}

async function page(name: StaffName, id: string, before?: number): Promise<readonly HistoryVersion[]> {
  const answer = await server.app().inject({
    method: 'GET',
    url: `/api/history/grades/${id}${before === undefined ? '' : `?below=${before}`}`,
    headers: { authorization: `Bearer ${await server.first.token(name)}` },
  });
  return answer.statusCode === 200 ? answer.json<HistoryVersion[]>() : [];
}

/** All of a history, page by page, oldest first: by the places that the pages name, as a device reads on. */
async function whole(name: StaffName, id: string): Promise<readonly string[]> {
  const found = new Map<number, string>();
  let before: number | undefined;
  for (;;) {
    const versions: readonly HistoryVersion[] = await page(name, id, before);
    for (const { sequence, hash } of versions) found.set(sequence, hash);
    // What is told beside a page comes before it: the page begins where what precedes is missing.
    const open = versions.findLast(({ previous }) => previous !== undefined && !found.has(previous));
    if (!open) break;
    before = open.sequence;
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([, hash]) => hash);
}

async function readBy(name: StaffName) {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  return (await server.sync(name, { pull })).pull.grades;
}

/** One after the other: whoever signs in several times at once is slowed down. */
async function each<T, R>(values: readonly T[], ask: (value: T) => Promise<R>): Promise<readonly R[]> {
  const found: R[] = [];
  for (const value of values) found.push(await ask(value));
  return found;
}

/** A database as it was before versions were traced, or before they said what stood when they came. */
function asBefore(number: 11 | 12): string {
  const copy = server.copy();
  const database = new DatabaseSync(copy);
  database.exec(number === 11 ? 'DROP TABLE traced_version' : 'ALTER TABLE traced_version DROP COLUMN base');
  database.prepare('DELETE FROM migration WHERE number >= ?').run(number);
  database.close();
  return copy;
}

const ALL: readonly StaffName[] = ['anna', 'bruno', 'carla', 'office', 'principal', 'ata'];

test.each([11, 12] as const)(
  'a gradebook of before migration %i has every version of every history, and is read by whom it was read',
  async (number) => {
    const { grades, busy } = await fill();
    const ids = [...new Set([busy.id, ...grades.slice(0, 12).map(({ id }) => id)])];
    const state = async () => ({
      histories: await each(ids, async (id) => await whole('anna', id)),
      reads: await each(ALL, readBy),
      pages: await each(ALL, async (name) => await page(name, ids[1] ?? '')),
    });
    const before = await state();
    expect(before.histories.map(({ length }) => length)).toEqual([MANY + 2, ...ids.slice(1).map(() => 2)]);
    expect(before.reads.map((one) => one?.documents.length)).toEqual([120, 60, 0, 0, 120, 0]);
    await server.putBack(asBefore(number));
    expect(await state()).toEqual(before);

    const next = edited(busy, { value: { quarters: 36 }, author: anna });
    const answer = await server.sync('anna', { push: { grades: [{ assumed: null, next }] } });
    expect(answer.push.grades?.[0]?.outcome).toBeDefined();
    expect((await whole('anna', busy.id)).slice(0, MANY + 2)).toEqual(before.histories[0]);
  },
  60_000,
);
