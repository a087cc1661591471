import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { absenceOfMark } from '../../domain/school/assessing/mark-of-absent.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { cancelAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { writeGrade } from '../kinds/grade/commands.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, sent, whenStatus } from './testing/test-staff.ts';

const DAY = '2026-11-12' as LocalDate;
const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const rossi = pupilOf(CLASS_A, 1);

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

const openFor = async (name: 'anna' | 'carla') => await openComplete(deviceOf(await lineTo(server, name)));

async function made(register: Register, type: Assessment['type'] = 'written'): Promise<Assessment> {
  const result = await makeAssessment(register, course, { day: DAY, type });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.assessment;
}

const grades = async ({ records }: Register) =>
  await firstValueFrom(records.find('grade', { class: CLASS_A, subject: course.subject }));

test('D47: two written tests of 12 November are 0 and 1, and that of the co-teacher is 2; one that was given up keeps its own', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.carla, CLASS_A, 'Matematica')]);
  const anna = await openFor('anna');
  const [first, second] = [await made(anna), await made(anna)];
  await sent(anna);
  const carla = await openFor('carla');
  const third = await made(carla);
  expect([first, second, third].map(({ serial, teacher }) => [serial, teacher])).toEqual([
    [0, STAFF.anna],
    [1, STAFF.anna],
    [2, STAFF.carla],
  ]);
  expect((await made(carla, 'oral')).serial).toBe(0);
  expect((await cancelAssessment(carla, third)).ok).toBe(true);
  expect((await made(carla)).serial).toBe(3);
});

test('D45: nothing said in an empty cell is nothing written, and nothing waits to be sent', async () => {
  const anna = await openFor('anna');
  const assessment = await made(anna);
  await sent(anna);
  const done = await writeGrade(anna, { assessment, pupil: rossi }, { value: {} });
  expect(done).toMatchObject({ ok: true, value: { changed: false } });
  expect(await grades(anna)).toEqual([]);
  expect((await whenStatus(anna, () => true)).waiting).toEqual([]);
});

test('D49: a mark of 12 November for somebody absent on it is stored with the word that they were', async () => {
  const anna = await openFor('anna');
  const assessment = await made(anna);
  const value = { quarters: 28 };
  const { asks, absentOnDay } = absenceOfMark(true, undefined, value);
  expect(asks).toBe(true);
  await writeGrade(anna, { assessment, pupil: rossi }, { value, absentOnDay });
  await sent(anna);
  const answer = await server.sync(await server.token('anna'), {
    pull: { grades: { checkpoint: {}, limit: 100 } },
  });
  const stored = answer.pull.grades?.documents.find(({ kind }) => kind === 'grade');
  expect(must(stored, 'the grade')).toMatchObject({ pupil: rossi, day: DAY, value, absentOnDay: true });
});
