import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, carla } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

/** What the server says to each of some records, by its refusal where it has one. */
async function push(name: StaffName, rows: readonly (RegisterRecord | PushRow)[]): Promise<readonly string[]> {
  const grades = rows.map((row) => ('next' in row ? row : { assumed: null, next: row }));
  const answer = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades },
  });
  return (answer.push?.grades ?? []).map(({ outcome, refusal }) => refusal?.reason ?? outcome);
}

async function standing(id: string): Promise<RegisterRecord | undefined> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const { pull: answer } = await server.sync(await server.token('anna'), { pull });
  return answer.grades?.documents.find((record) => record.id === id);
}

const recovering = (column: Assessment): Pick<Grade, 'recovers'> => ({
  recovers: { assessment: column.id, effect: 'replaces' },
});
const of = (column: Assessment, author = anna, changes: Partial<Grade> = {}) =>
  grade(author, column, PUPIL, { quarters: 24 }, changes);

/** Three columns of one day, each with a mark: any of them may recover any other. */
async function threeOfOneDay() {
  const columns = [assessment(anna), assessment(anna), assessment(anna)] as const;
  const [a, b, c] = columns.map((column) => of(column)) as [Grade, Grade, Grade];
  await push('anna', [...columns, a, b, c]);
  return { columns, a, b, c };
}

test('D56: no circle of recoveries, over however many: of two devices that build it the one that arrives last is told so', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  const { columns, a, b, c } = await threeOfOneDay();
  const recovers = (own: Grade, other: Assessment, author = anna) => ({
    assumed: own,
    next: edited(own, { ...recovering(other), author, recordedAt: at('08:50') }),
  });
  expect(await push('anna', [recovers(a, columns[1]), recovers(b, columns[2])])).toEqual(['stored', 'stored']);
  expect(await push('carla', [recovers(c, columns[0], carla)])).toEqual(['recoveryCircle']);
  expect(await standing(c.id)).not.toHaveProperty('recovers');
});

test('D56: no circle of recoveries comes in one request either', async () => {
  const [one, two, three] = [assessment(anna), assessment(anna), assessment(anna)];
  const [a, b, c] = [of(one, anna, recovering(two)), of(two), of(three, anna, recovering(one))];
  expect(await push('anna', [one, two, three, b, a, c])).not.toContain('recoveryCircle');
  const closing = edited(b, { ...recovering(three), recordedAt: at('08:50') });
  expect(await push('anna', [{ assumed: b, next: closing }])).toEqual(['recoveryCircle']);
  const [four, five, six] = [assessment(anna), assessment(anna), assessment(anna)];
  const d = of(four);
  const after = edited(d, { ...recovering(six), recordedAt: at('08:55') });
  const rows = [of(five, anna, recovering(four)), of(six, anna, recovering(five)), { assumed: d, next: after }];
  expect(await push('anna', [four, five, six, d, ...rows])).toEqual([
    ...Array.from({ length: 6 }, () => 'stored'),
    'recoveryCircle',
  ]);
});

test('D56: a grade has one recovery: the second to arrive is told so, and may recover the first', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  const before = assessment(anna, { day: OCTOBER });
  const [first, second] = [assessment(anna), assessment(carla)];
  await push('anna', [before, of(before), first, of(first, anna, recovering(before))]);
  await push('carla', [second]);
  expect(await push('carla', [of(second, carla, recovering(before))])).toEqual(['recoveredAlready']);
  expect(await push('carla', [of(second, carla, recovering(first))])).toEqual(['stored']);
});

test('D56: whose recovery was cancelled may be recovered anew, and then the cancelled one recovers it no more', async () => {
  const before = assessment(anna, { day: OCTOBER });
  const [first, second] = [assessment(anna), assessment(anna)];
  const recovery = of(first, anna, recovering(before));
  const gone = edited(recovery, { value: {}, recordedAt: at('08:50') });
  await push('anna', [before, of(before), first, recovery, { assumed: recovery, next: gone }, second]);
  expect(await push('anna', [of(second, anna, recovering(before))])).toEqual(['stored']);
  const again = edited(gone, { value: { quarters: 28 }, recordedAt: at('08:55') });
  expect(await push('anna', [{ assumed: gone, next: again }])).toEqual(['recoveredAlready']);
  const { recovers: _none, ...alone } = edited(again, { recordedAt: at('08:56') });
  expect(await push('anna', [{ assumed: gone, next: alone }])).toEqual(['stored']);
});

test('D56: of a column that was given up nothing recovers', async () => {
  const before = assessment(anna, { day: '2026-11-09' as LocalDate });
  const [first, second] = [assessment(anna), assessment(anna)];
  await push('anna', [before, of(before), first, of(first, anna, recovering(before)), second]);
  const gone = edited(first, { cancelled: { reason: 'Prova da rifare' }, recordedAt: at('08:50') });
  expect(await push('anna', [{ assumed: first, next: gone }])).toEqual(['stored']);
  expect(await push('anna', [of(second, anna, recovering(before))])).toEqual(['stored']);
});
