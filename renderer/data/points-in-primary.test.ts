import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { recordsOf } from '../../sync-server/testing/gradebook/test-grades.ts';
import { CLASS_A, pupilOf, SCHOOL, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { it as words } from '../i18n/texts.it.ts';
import { changeAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { writeGrade } from '../kinds/grade/commands.ts';
import { failureText } from '../views/failure-text.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, whenStatus } from './testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const conversion = { way: 'linear', lowest: 8 } as const;
const said = { day: TODAY, type: 'written', topic: 'Le tabelline' } as const;
const key = ((name: string) => name) as unknown as Parameters<typeof failureText>[1];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(
    SCHOOL,
    recordsOf('class').map((one) => ({ ...one, level: 'primary' as const })),
  );
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

test('D66: a primary teacher makes a test with points and gives them without a network; they arrive as they were typed', async () => {
  const line = await lineTo(server, 'anna');
  const register = await openComplete(deviceOf(line));
  line.online = false;
  const made = await makeAssessment(register, course, { ...said, test: { maximum: 2000 } });
  const { assessment } = must(made.ok ? made.value : undefined, 'a column');
  expect(assessment.scale).toBe('primary');
  const cell = { assessment, pupil: pupilOf(CLASS_A, 1) };
  expect((await writeGrade(register, cell, { value: { score: 1500 } })).ok).toBe(true);
  expect(await writeGrade(register, cell, { value: { quarters: 28 } })).toMatchObject({
    failure: { reason: 'invalid', path: 'value' },
  });
  line.online = true;
  await whenStatus(register, ({ waiting }) => waiting.length === 0);
  const pull = { grades: { checkpoint: {}, limit: 100 } };
  const { pull: answer } = await server.sync(await server.token('anna'), { pull });
  const values = (answer.grades?.documents ?? []).flatMap((one) => (one.kind === 'grade' ? [one.value] : []));
  expect(values).toEqual([{ score: 1500 }]);
});

test('D66: that points become a mark is refused in primary school in words of its own', async () => {
  const register = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const refused = await makeAssessment(register, course, { ...said, test: { maximum: 2000, conversion } });
  expect(refused).toMatchObject({ failure: { reason: 'invalid', path: 'test.conversion' } });
  expect(refused.ok ? '' : failureText(refused.failure, key)).toBe('common.refusal.noMark');
  expect(words.common.refusal.noMark).toContain('primaria');
  const made = await makeAssessment(register, course, { ...said, test: { maximum: 2000 } });
  const { assessment } = must(made.ok ? made.value : undefined, 'a column');
  const changed = await changeAssessment(register, assessment, { test: { maximum: 2000, conversion } });
  expect(changed).toMatchObject({ failure: { failure: { path: 'test.conversion' } } });
  // Of any other field nothing more is said than before.
  const other = { kind: 'refused', reason: 'invalid', path: 'value' } as const;
  expect(failureText(other, key)).toBe('common.refusal.invalid');
});
