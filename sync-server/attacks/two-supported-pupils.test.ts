import { expect, test } from 'vitest';
import { gradeId } from '../../domain/record/grade-key.ts';
import { assessment, grade } from '../testing/gradebook/test-grades.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF } from '../testing/test-school.ts';
import { startTestServer } from '../testing/test-server.ts';
import type { Checkpoint } from '../../domain/protocol/endpoints/register/sync.ts';

const { anna, bruno } = STAFF;

test('F.5: whoever supports two pupils of a class reads their grades to the end, also where its columns fill more than a page', async () => {
  const server = await startTestServer();
  const pupils = [1, 2].map((number) => pupilOf(CLASS_A, number));
  await server.roster.write(
    SCHOOL,
    pupils.map((pupil) => ({
      ...assignmentRecord(bruno, CLASS_A, 'Sostegno'),
      id: `${bruno}.${CLASS_A}.sostegno.${pupil}`,
      type: 'support' as const,
      pupil,
    })),
  );
  const columns = Array.from({ length: 15 }, () => assessment(anna));
  const [first] = columns;
  if (!first) throw new Error('No column');
  const given = pupils.map((pupil) => grade(anna, first, pupil, { quarters: 28 }));
  const outcomes = await server.push('anna', 'grades', [...columns, ...given]);
  expect(outcomes.every(({ outcome }) => outcome === 'stored')).toBe(true);

  const token = await server.token('bruno');
  const read = new Set<string>();
  let checkpoint: Checkpoint = {};
  let more = true;
  for (let turn = 0; more && turn < 20; turn += 1) {
    const page = (await server.sync(token, { pull: { grades: { checkpoint, limit: 10 } } })).pull.grades;
    if (!page) throw new Error('No page');
    for (const { id } of page.documents) read.add(id);
    // As the device does: a server that leads no further is not asked for ever.
    more = page.more && JSON.stringify(page.checkpoint) !== JSON.stringify(checkpoint);
    checkpoint = page.checkpoint;
  }
  expect(columns.filter(({ id }) => !read.has(id))).toEqual([]);
  expect(pupils.filter((pupil) => !read.has(gradeId(first.id, pupil)))).toEqual([]);
  await server.close();
});
