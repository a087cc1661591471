import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER, recordsOf } from '../../testing/gradebook/test-grades.ts';
import { at } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna } = STAFF;
const [PUPIL, OTHER, THIRD] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2), pupilOf(CLASS_A, 3)];
const conversion = { way: 'linear', lowest: 8 } as const;
const test20: NonNullable<Assessment['test']> = { maximum: 2000 };
const levels = [100, 200, 300].map((points) => ({ name: `da ${points}`, points }));
const rubric: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: ['calcolo', 'forma'].map((id) => ({ id, name: id, levels })),
};
const filled = ['calcolo', 'forma'].map((criterion) => ({ criterion, level: 1 }));

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [
    ...recordsOf('class').map((one) => ({ ...one, level: 'primary' as const })),
    { ...assignmentRecord(anna, CLASS_A, 'Cineforum'), type: 'alternative' as const },
  ]);
});
afterEach(async () => {
  await server.close();
});

async function push(...records: readonly RegisterRecord[]): Promise<readonly unknown[]> {
  const rows = records.map((next) => ({ assumed: null, next }));
  const { push: done } = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: rows },
  });
  return (done.grades ?? []).map(({ outcome, refusal }) =>
    refusal === undefined ? outcome : [refusal.reason, refusal.path].filter(Boolean).join(' '),
  );
}

const column = (changes: Partial<Assessment>) =>
  assessment(anna, { scale: 'primary', day: OCTOBER, ...changes });
const give = (to: Assessment, value: Grade['value'], pupil = PUPIL) => grade(anna, to, pupil, value);

test('D66: a primary teacher assesses with points or a rubric, of which no mark comes', async () => {
  const points = column({ test: test20 });
  expect(await push(points, give(points, { score: 1500, judgement: 'Con cura' }))).toEqual([
    'stored',
    'stored',
  ]);
  const [more, mark] = [give(points, { score: 2100 }, OTHER), give(points, { quarters: 28 }, THIRD)];
  expect(await push(more, mark)).toEqual(['notOfTest', 'invalid value']);
  const byRubric = column({ rubric, serial: 1 });
  expect(await push(byRubric, give(byRubric, { rubric: filled }))).toEqual(['stored', 'stored']);
  const plain = column({ serial: 2 });
  expect(await push(plain, give(plain, { score: 1500 }))).toEqual(['stored', 'notOfTest']);
});

test('D66: a conversion to a mark is refused in primary school, and the refusal names it', async () => {
  expect(await push(column({ test: { ...test20, conversion } }))).toEqual(['invalid test.conversion']);
  expect(await push(column({ rubric: { ...rubric, conversion } }))).toEqual(['invalid rubric.conversion']);
});

test('D27: in the hour of religion there are neither points nor rubrics, in primary school as elsewhere', async () => {
  const religion = { subject: subjectId('Cineforum'), scale: 'religion' } as const;
  expect(await push(column({ ...religion, test: test20 }), column({ ...religion, rubric }))).toEqual([
    'invalid test',
    'invalid rubric',
  ]);
});

test('D66, D81: points go along into the new class as they were typed, and of a rubric what it comes to', async () => {
  const points = column({ test: test20 });
  const byRubric = column({ rubric, serial: 1 });
  const value = { rubric: filled, judgement: 'Ordinato' };
  await push(points, byRubric, give(points, { score: 1500 }), give(byRubric, value));
  await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const read = await server.sync(await server.token('bruno'), { pull });
  const earlier = (read.pull.grades?.documents ?? []).flatMap((one) =>
    one.kind === 'earlierGrade' ? [one] : [],
  );
  expect(earlier.map(({ value: said, maximum, quarters }) => [said, maximum, quarters])).toEqual(
    expect.arrayContaining([
      [{ score: 1500 }, 2000, undefined],
      [{ score: 400, judgement: 'Ordinato' }, 600, undefined],
    ]),
  );
  expect(earlier).toHaveLength(2);
});
