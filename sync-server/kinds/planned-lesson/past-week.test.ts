import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { plannedLessonId, type PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { pastWeekOf } from '../../../domain/kinds/planned-lesson/past-week.ts';
import { LAST_DAY, lastYearRecords, OLD_A, OLD_B } from '../../testing/years/last-year.ts';
import { CLASS_A, envelope, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';

const MONDAY = '2026-06-01' as LocalDate;
let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
  await server.roster.write(SCHOOL, lastYearRecords());
  await server.roster.write(SCHOOL, [planOf('anna'), planOf('bruno')]);
});
afterEach(async () => {
  await server.close();
});

function planOf(name: 'anna' | 'bruno'): PlannedLesson {
  const teacher = STAFF[name];
  return {
    ...envelope(plannedLessonId(LAST_DAY, 2, OLD_A, teacher)),
    kind: 'plannedLesson',
    day: LAST_DAY,
    hour: 2,
    class: OLD_A,
    teacher,
    subject: subjectId('Matematica'),
    topic: `Di ${name}`,
    activity: '',
  };
}

async function ask(token: string, schoolClass: ClassId, from: LocalDate = MONDAY) {
  const url = `/api/past-week?class=${encodeURIComponent(schoolClass)}&from=${from}`;
  return await server.send<{ readonly records: readonly (Lesson | PlannedLesson)[] }>('GET', url, undefined, {
    token,
  });
}

test('D122: whoever taught the class gets its lessons of the week, and the own plans alone', async () => {
  const { status, body } = await ask(await server.token('anna'), OLD_A);
  expect(status).toBe(200);
  const week = pastWeekOf(body.records);
  expect(week.done).toMatchObject([{ day: LAST_DAY, hour: 1, topic: 'Le potenze' }]);
  expect(week.planned).toMatchObject([{ teacher: STAFF.anna, topic: 'Di anna' }]);
});

test('another week of it is empty', async () => {
  const { body } = await ask(await server.token('anna'), OLD_A, '2026-05-25' as LocalDate);
  expect(body).toEqual({ records: [] });
});

test('nobody else gets it: who left in January, who taught another class, a family', async () => {
  for (const name of ['bruno', 'carla'] as const)
    expect((await ask(await server.token(name), OLD_A)).status).toBe(403);
  expect((await ask(await server.token('anna'), OLD_B)).status).toBe(403);
  const { accessToken } = await server.enter(FAMILY.marta);
  expect((await ask(accessToken, OLD_A)).status).toBe(403);
});

test('a class of the year under way is not read by it', async () => {
  expect((await ask(await server.token('anna'), CLASS_A, TODAY)).status).toBe(403);
});
