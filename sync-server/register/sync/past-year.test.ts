import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { COLLECTION_NAMES } from '../../../domain/record/collection-names.ts';
import type { Checkpoint } from '../../../domain/protocol/endpoints/register/sync.ts';
import {
  DAY_BEFORE,
  LAST_DAY,
  lastYearRecords,
  OLD_A,
  OLD_B,
  OLD_PUPIL,
} from '../../testing/years/last-year.ts';
import { assessment, writePolicies } from '../../testing/gradebook/test-grades.ts';
import { lesson, signature } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  SCHOOL,
  STAFF,
  staffRecord,
  TODAY,
  type StaffName,
} from '../../testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';

const OF_A = lessonId(LAST_DAY, 1, OLD_A);
const OF_B = lessonId(LAST_DAY, 1, OLD_B);
const OF_TODAY = lessonId(TODAY, 1, CLASS_A);
let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
  await server.roster.write(SCHOOL, lastYearRecords());
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] })]);
});
afterEach(async () => {
  await server.close();
});

/** All that somebody is given of a year, by identifier. */
async function read(token: string, year?: number): Promise<ReadonlyMap<string, RegisterRecord>> {
  const checkpoint: Checkpoint = {};
  const pull = Object.fromEntries(COLLECTION_NAMES.map((name) => [name, { checkpoint, limit: 2000 }]));
  const answer = await server.sync(token, { pull, ...(year === undefined ? {} : { year }) });
  const pages = Object.values(answer.pull);
  expect(pages.every(({ more }) => !more)).toBe(true);
  return new Map(pages.flatMap(({ documents }) => documents).map((record) => [record.id, record]));
}

const readAs = async (name: StaffName, year?: number) => await read(await server.token(name), year);

test('W17: whoever taught a class on the last day of a year reads that year of it, and of no other class', async () => {
  const past = await readAs('anna', 2025);
  expect([OF_A, OF_B, OF_TODAY].map((id) => past.has(id))).toEqual([true, false, false]);
  expect(past.has(OLD_PUPIL)).toBe(true);
  // The year that is under way has nothing of it, and costs what it did.
  const now = await readAs('anna');
  expect([OF_A, OF_B, OF_TODAY].map((id) => now.has(id))).toEqual([false, false, true]);
});

test('who left the class in January reads nothing of it, nor does who stood in there', async () => {
  for (const name of ['bruno', 'ata'] as const) {
    const past = await readAs(name, 2025);
    expect([OF_A, OF_B, OLD_PUPIL].filter((id) => past.has(id))).toEqual([]);
    expect([...past.values()].some(({ kind }) => kind === 'nameList')).toBe(false);
  }
});

test('whoever left the class the day before the last one reads nothing of it: no margin of days counts', async () => {
  const record = { ...assignmentRecord(STAFF.carla, OLD_A, 'Storia'), from: '2025-09-01' as LocalDate };
  await server.roster.write(SCHOOL, [{ ...record, to: DAY_BEFORE }]);
  expect((await readAs('carla', 2025)).has(OF_A)).toBe(false);
  await server.roster.write(SCHOOL, [{ ...record, ...envelope(record.id), to: LAST_DAY }]);
  expect((await readAs('carla', 2025)).has(OF_A)).toBe(true);
});

test('office and principal read all classes of the year', async () => {
  for (const name of ['office', 'principal'] as const) {
    const past = await readAs(name, 2025);
    expect([OF_A, OF_B, OF_TODAY].map((id) => past.has(id))).toEqual([true, true, false]);
  }
});

test('F.5: neither that the school opens grades to the council nor that its meetings were held opens any of a past year', async () => {
  const column = assessment(STAFF.carla, { class: OLD_A, subject: subjectId('Storia'), day: LAST_DAY });
  await server.roster.write(SCHOOL, [column]);
  await writePolicies(server, { councilReads: true });
  const year = lastYearRecords().filter(({ kind }) => kind === 'schoolYear');
  await server.roster.write(
    SCHOOL,
    year.map((one) => ({ ...one, frozen: [{ period: 0 }] })),
  );
  expect((await readAs('anna', 2025)).has(column.id)).toBe(false);
  expect((await readAs('principal', 2025)).has(column.id)).toBe(true);
});

test('a family is given nothing of any year that it names, nor is whoever has left the school', async () => {
  const { accessToken } = await server.enter(FAMILY.marta);
  expect((await read(accessToken, 2025)).size).toBe(0);
  expect((await read(accessToken)).size).toBeGreaterThan(0);

  const token = await server.token('anna');
  await server.roster.write(SCHOOL, [
    { ...staffRecord(STAFF.anna, 'Anna', ['teacher']), leftOn: '2026-10-31' as LocalDate },
  ]);
  await expect(read(token, 2025)).rejects.toThrow('401');
});

test.each([2026, 2027, 2019])(
  'a year that is not over, or not the school’s, is not read by its name: %i',
  async (year) => {
    expect((await readAs('principal', year)).size).toBe(0);
  },
);

test('the year under way goes on where it was read, whatever was asked of a past one in between', async () => {
  const token = await server.token('anna');
  const ask = async (checkpoint: Checkpoint, year?: number) => {
    const pull = { lessons: { checkpoint, limit: 10 } };
    const answer = await server.sync(token, { pull, ...(year === undefined ? {} : { year }) });
    const page = answer.pull.lessons;
    if (!page) throw new Error('no page');
    return { ...page, ids: page.documents.map(({ id }) => id) };
  };
  const live = await ask({});
  expect([live.ids, live.revoked]).toEqual([[OF_TODAY], []]);
  // Whoever asked with the marks of the wrong year is told that those buckets are not of it, and is given that year from its beginning.
  const past = await ask(live.checkpoint, 2025);
  expect(past.ids).toEqual([OF_A]);
  expect(past.revoked).toContain(`class:${CLASS_A}`);
  const again = await ask(live.checkpoint);
  expect([again.ids, again.revoked, again.more]).toEqual([[], [], false]);
  const on = await ask(past.checkpoint, 2025);
  expect([on.ids, on.revoked]).toEqual([[], []]);
});

test('D198: what is pushed with a past year named is judged as ever', async () => {
  const late = lesson(STAFF.anna, {
    day: LAST_DAY,
    class: OLD_A,
    hour: 2,
    signatures: [signature(STAFF.anna)],
  });
  const answer = await server.sync(await server.token('anna'), {
    year: 2025,
    push: { lessons: [{ assumed: null, next: late }] },
  });
  expect(answer.push.lessons?.[0]?.outcome).toBe('refused');
});

test('the history of what happened then is read by whoever reads the year', async () => {
  const ask = async (name: StaffName, id: string) => {
    const headers = { authorization: `Bearer ${await server.token(name)}` };
    const url = `/api/history/lessons/${encodeURIComponent(id)}`;
    return (await server.app.inject({ url, headers })).statusCode;
  };
  expect([await ask('anna', OF_A), await ask('anna', OF_B), await ask('bruno', OF_A)]).toEqual([
    200, 403, 403,
  ]);
  expect(await ask('principal', OF_B)).toBe(200);
});
