import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { assessment, grade, writePolicies, writeYear } from '../../testing/gradebook/test-grades.ts';
import { at } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna } = STAFF;
const DECEMBER = '2026-12-01' as LocalDate;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await writePolicies(server, { councilReads: true });
});
afterEach(async () => {
  await server.close();
});

async function gradesOf(name: StaffName): Promise<number> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const { grades } = (await server.sync(await server.token(name), { pull })).pull;
  return grades?.documents.filter(({ kind }) => kind === 'grade').length ?? 0;
}

test('D76: what families do not see yet, or ever, the council reads at once', async () => {
  const hidden = assessment(anna, { visible: false });
  const held = assessment(anna, { embargo: DECEMBER });
  const justNow = assessment(anna, { recordedAt: at('08:59') });
  await writeYear(server, { heldBack: [{ period: 0, class: CLASS_A, until: DECEMBER }] });
  const columns = [hidden, held, justNow];
  await server.roster.write(SCHOOL, [
    ...columns,
    ...columns.map((column) =>
      grade(anna, column, pupilOf(CLASS_A, 1), { quarters: 12 }, { recordedAt: at('08:59') }),
    ),
  ]);
  expect(await Promise.all((['anna', 'carla', 'principal', 'bruno'] as const).map(gradesOf))).toEqual([
    3, 3, 3, 0,
  ]);
});
