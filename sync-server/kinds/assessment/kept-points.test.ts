import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, carla } = STAFF;
const PUPIL = pupilOf(CLASS_A, 1);
const levels = [100, 200, 300].map((points) => ({ name: `da ${points}`, points }));
const rubric: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: ['calcolo', 'forma'].map((id) => ({ id, name: id, levels })),
  conversion: { way: 'linear', lowest: 8 },
};
const filled = ['calcolo', 'forma'].map((criterion) => ({ criterion, level: 1 }));
const test50: Partial<Assessment> = { test: { maximum: 5000 } };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
});
afterEach(async () => {
  await server.close();
});

async function push(name: 'anna' | 'carla', next: RegisterRecord, assumed: RegisterRecord | null = null) {
  const grades = [{ assumed, next }];
  const { push } = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades },
  });
  const [outcome] = push.grades ?? [];
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

/** What becomes of a column that a colleague changes without knowing what was given in it. */
async function changed(from: Partial<Assessment>, value: Grade['value'], to: Partial<Assessment>) {
  const column = assessment(anna, from);
  await push('anna', column);
  expect(await push('anna', grade(anna, column, PUPIL, value))).toBe('stored');
  const { test: _test, rubric: _rubric, ...rest } = column;
  const next = { ...rest, ...to, author: carla, recordedAt: at('08:50'), entry: nextEntry() };
  return await push('carla', next, column);
}

test('D53: no points are taken from under a score that was given meanwhile', async () => {
  expect(await changed(test50, { score: 3500 }, {})).toBe('alreadyAssessed');
  expect(await changed(test50, { score: 3500 }, { rubric })).toBe('alreadyAssessed');
  expect(await changed(test50, { score: 3500 }, { test: { maximum: 3000 } })).toBe('alreadyAssessed');
  expect(await changed(test50, { score: 3500 }, { test: { maximum: 3500 } })).toBe('stored');
});

test('D54: no rubric is taken from under one that was filled, nor a criterion or a level of it', async () => {
  const [first, second] = rubric.criteria;
  if (!first || !second) throw new Error('two criteria');
  const with_ = (criteria: typeof rubric.criteria) => ({ rubric: { ...rubric, criteria } });
  const value = { rubric: filled };
  expect(await changed({ rubric }, value, {})).toBe('alreadyAssessed');
  expect(await changed({ rubric }, value, with_([first]))).toBe('alreadyAssessed');
  expect(await changed({ rubric }, value, with_([first, { ...second, levels: levels.slice(1) }]))).toBe(
    'alreadyAssessed',
  );
  // What is filled in would be filled no more.
  expect(await changed({ rubric }, value, with_([first, second, { ...second, id: 'lingua' }]))).toBe(
    'alreadyAssessed',
  );
  const renamed = with_([second, { ...first, name: 'Calcolare' }]);
  expect(await changed({ rubric }, value, renamed)).toBe('stored');
});

test('D53: what was given as a mark is turned into no score, and an event is of every column', async () => {
  expect(await changed({}, { quarters: 28 }, test50)).toBe('alreadyAssessed');
  expect(await changed({}, { event: 'excused' }, test50)).toBe('stored');
});

test('D53: points are taken again where nobody has one, and from under a grade that was cancelled', async () => {
  const column = assessment(anna, test50);
  await push('anna', column);
  const score = grade(anna, column, PUPIL, { score: 3500 });
  await push('anna', score);
  const emptied = edited(score, { value: {}, recordedAt: at('08:45') });
  expect(await push('anna', emptied, score)).toBe('stored');
  const { test: _points, ...plain } = column;
  expect(await push('anna', edited(plain, { recordedAt: at('08:50') }), column)).toBe('stored');
});

test('D53: nor do points go where two change the column at once', async () => {
  const column = assessment(anna, test50);
  await push('anna', column);
  await push('anna', grade(anna, column, PUPIL, { score: 3500 }));
  expect(await push('anna', edited(column, { topic: 'Le potenze', recordedAt: at('08:45') }), column)).toBe(
    'stored',
  );
  const { test: _points, ...plain } = column;
  const next = { ...plain, author: carla, recordedAt: at('08:50'), entry: nextEntry() };
  expect(await push('carla', next, column)).toBe('alreadyAssessed');
});
