import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER, writeYear } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, bruno, carla } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

/** What the server says to each of some records, by its refusal where it has one. */
async function push(
  name: StaffName,
  rows: readonly (RegisterRecord | PushRow)[],
): Promise<readonly string[]> {
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
  expect(await push('anna', [recovers(a, columns[1]), recovers(b, columns[2])])).toEqual([
    'stored',
    'stored',
  ]);
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
  const rows = [
    of(five, anna, recovering(four)),
    of(six, anna, recovering(five)),
    { assumed: d, next: after },
  ];
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

test('D56: of a column that was given up nothing recovers, and it does not stand again with a second recovery', async () => {
  const before = assessment(anna, { day: '2026-11-09' as LocalDate });
  const [first, second] = [assessment(anna), assessment(anna)];
  await push('anna', [before, of(before), first, of(first, anna, recovering(before)), second]);
  const gone = edited(first, { cancelled: { reason: 'Prova da rifare' }, recordedAt: at('08:50') });
  expect(await push('anna', [{ assumed: first, next: gone }])).toEqual(['stored']);
  expect(await push('anna', [of(second, anna, recovering(before))])).toEqual(['stored']);
  const { cancelled: _none, ...again } = edited(gone, { recordedAt: at('08:55') });
  expect(await push('anna', [{ assumed: gone, next: again }])).toEqual(['recoveredAlready']);
});

describe('D81: what a pupil has brought into another class', () => {
  const day = '2026-11-09' as LocalDate;
  const ofB = (changes: Partial<Assessment> = {}) => assessment(bruno, { class: CLASS_B, ...changes });

  /** A mark of before in 1A, with its copy in 1B, where its pupil is now. */
  async function brought() {
    const before = assessment(anna, { day });
    await push('anna', [before, of(before)]);
    await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));
    const column = ofB();
    await push('bruno', [column]);
    return { before, column };
  }
  const recovery = (column: Assessment, before: Assessment) =>
    grade(bruno, column, PUPIL, { quarters: 28 }, { ...recovering(before), recordedAt: at('08:55') });

  async function copy(): Promise<EarlierGrade> {
    const pull = { grades: { checkpoint: {}, limit: 1000 } };
    const { pull: answer } = await server.sync(await server.token('bruno'), { pull });
    const found = answer.grades?.documents.find((record) => record.kind === 'earlierGrade');
    return must(found, 'the copy');
  }

  test('D56: is recovered there, once, and nothing goes to a day on which it would be none', async () => {
    const { before, column } = await brought();
    expect(await push('bruno', [recovery(column, before)])).toEqual(['stored']);
    const again = ofB();
    expect(await push('bruno', [again, recovery(again, before)])).toEqual(['stored', 'recoveredAlready']);
    await writeYear(server, {
      periods: [
        { name: 'I', from: '2026-09-14' as LocalDate, to: '2026-10-31' as LocalDate },
        { name: 'II', from: '2026-11-01' as LocalDate, to: '2027-06-05' as LocalDate },
      ],
    });
    const moved = edited(before, { day: OCTOBER, recordedAt: at('08:57') });
    expect(await push('anna', [{ assumed: before, next: moved }])).toEqual(['breaksRecovery']);
  });

  test('D56: is not recovered by a second mark of the old class, whose teacher does not see the first', async () => {
    const { before, column } = await brought();
    await push('bruno', [recovery(column, before)]);
    const second = assessment(anna, { day });
    expect(await push('anna', [second, of(second, anna, recovering(before))])).toEqual([
      'stored',
      'recoveredAlready',
    ]);
  });

  test('D56: is not recovered where it is left out, and a stranger recovers nothing of another pupil', async () => {
    const { before, column } = await brought();
    const earlier = await copy();
    const leftOut = edited(earlier, { leftOut: true, author: bruno, recordedAt: at('08:52') });
    expect(await push('bruno', [{ assumed: earlier, next: leftOut }])).toEqual(['stored']);
    expect(await push('bruno', [recovery(column, before)])).toEqual(['invalid']);
    const other = grade(bruno, column, pupilOf(CLASS_B, 2), { quarters: 28 }, recovering(before));
    expect(await push('bruno', [other])).toEqual(['invalid']);
  });
});
