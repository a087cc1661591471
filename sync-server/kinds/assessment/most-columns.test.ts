import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_COLUMNS } from '../../../domain/kinds/assessment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

/** Fills the course with columns, of which some were given up. */
async function fill(count: number): Promise<void> {
  const versions = Array.from({ length: count }, (_, index) => ({
    collection: 'grades' as const,
    record: {
      ...assessment(anna, index % 2 === 0 ? {} : { cancelled: { reason: '' } }),
      receivedAt: at('08:35'),
    },
    device: 'device-anna',
    outcome: 'stored' as const,
  }));
  await server.storage.transaction(SCHOOL, async (transaction) => {
    await transaction.append(versions);
  });
}

async function push(...records: readonly RegisterRecord[]) {
  const grades = records.map((next) => ({ assumed: null, next }));
  const token = await server.token('anna');
  const { push: answers } = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades } });
  return answers.grades?.map(({ refusal, outcome }) => refusal?.reason ?? outcome);
}

test('D47: a course has no more columns than a year may have, also where they come in one request', async () => {
  await fill(MOST_COLUMNS - 2);
  const [last, ...over] = [assessment(anna), assessment(anna), assessment(anna)];
  const first = assessment(anna);
  expect(await push(first, last, ...over)).toEqual(['stored', 'stored', 'tooManyColumns', 'tooManyColumns']);
  expect(await push(first)).toEqual(['unchanged']);
  // What stands is written on as before, and every other course has its own.
  const [changed] = await server.push('anna', 'grades', [
    { assumed: last, next: edited(last, { topic: 'Le radici' }) },
  ]);
  expect(changed?.outcome).toBe('stored');
  expect(await push(grade(anna, first, pupilOf(CLASS_A, 1), { quarters: 24 }))).toEqual(['stored']);
  await server.roster.write(SCHOOL, [assignmentRecord(anna, CLASS_A, 'Fisica')]);
  expect(await push(assessment(anna, { subject: subjectId('Fisica') }))).toEqual(['stored']);
});
