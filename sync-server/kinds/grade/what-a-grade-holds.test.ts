import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, writePolicies } from '../../testing/gradebook/test-grades.ts';
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

/** What the server says to records that Anna’s device sends, by the refusal and its place where there is one. */
async function push(...records: readonly RegisterRecord[]): Promise<readonly string[]> {
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: records.map((next) => ({ assumed: null, next })) },
  });
  return (answer.push.grades ?? []).map(({ outcome, refusal }) =>
    refusal === undefined ? outcome : [refusal.reason, refusal.path].filter(Boolean).join(' '),
  );
}

test.each([false, true])(
  'D46: 0.75 and 10.25 are refused at the server as well, and 1 and 10 taken; the school rounds: %s',
  async (rounds) => {
    await writePolicies(server, { rounds });
    const column = assessment(anna);
    const of = (n: number, quarters: number) => grade(anna, column, pupilOf(CLASS_A, n), { quarters });
    expect(await push(column, of(1, 3), of(2, 41), of(1, 4), of(2, 40))).toEqual([
      'stored',
      'invalid value.quarters',
      'invalid value.quarters',
      'stored',
      'stored',
    ]);
  },
);

test('D53: a test of no points at all is refused', async () => {
  expect(await push(assessment(anna, { test: { maximum: 0 } }))).toEqual(['invalid test.maximum']);
});

test('D56: a grade recovers none of another subject, though it is of the same teacher, pupil and period', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(anna, CLASS_A, 'Storia')]);
  const pupil = pupilOf(CLASS_A, 1);
  const day = '2026-11-09' as LocalDate;
  const [history, before] = [
    assessment(anna, { day, subject: subjectId('Storia') }),
    assessment(anna, { day }),
  ];
  const four = { quarters: 16 };
  const made = await push(
    history,
    before,
    grade(anna, history, pupil, four),
    grade(anna, before, pupil, four),
  );
  expect(made).toEqual(Array<string>(4).fill('stored'));
  const column = assessment(anna);
  const recovering = (recovered: string) => {
    const changes: Partial<Grade> = { recovers: { assessment: recovered, effect: 'replaces' } };
    return grade(anna, column, pupil, { quarters: 28 }, changes);
  };
  expect(await push(column, recovering(history.id), recovering(before.id))).toEqual([
    'stored',
    'invalid recovers',
    'stored',
  ]);
});
