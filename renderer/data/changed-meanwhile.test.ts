import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import {
  assignmentRecord,
  CLASS_A,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { changeAssessment, columnIn, makeAssessment } from '../kinds/assessment/commands.ts';
import {
  cancelGrade,
  gradeIn,
  seenIn,
  writeGrade,
  type GradeCell,
  type GradeChange,
} from '../kinds/grade/commands.ts';
import { propose } from '../kinds/proposal/commands.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, sent, when } from './testing/test-staff.ts';

const SUBJECT = subjectId('Matematica');
const course = { class: CLASS_A, subject: SUBJECT };
const overtaken = { ok: false, failure: { kind: 'refused', reason: 'changedSince' } };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.carla, CLASS_A, 'Matematica')]);
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

/** Two teachers of a course, each with a line, and a column that both have on their devices, in which somebody has a mark or nothing. */
async function both(value?: GradeChange['value']) {
  const anna = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const made = await makeAssessment(
    anna,
    { schoolClass: CLASS_A, subject: SUBJECT },
    { day: TODAY, type: 'written' },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const cell = { assessment: made.value.assessment, pupil: pupilOf(CLASS_A, 1) };
  if (value) await writeGrade(anna, cell, { value });
  await sent(anna);
  const carla = await openComplete(deviceOf(await lineTo(server, 'carla')));
  return { anna, carla, cell, seen: seenIn(await gradeIn(anna, cell)) };
}

/** A colleague writes, and it arrives on the other device. */
async function arrives(from: Register, to: Register, cell: GradeCell, change: GradeChange): Promise<void> {
  server.clock.now += 60_000;
  expect(await writeGrade(from, cell, change)).toMatchObject({ ok: true });
  await sent(from);
  const entry = must(await gradeIn(from, cell), 'what was written').entry;
  to.status.syncNow();
  await when(to.records.find('grade', course), (grades) => grades.some((grade) => grade.entry === entry));
}

test('a mark that a colleague has given since the form was opened is left alone, and so is a judgement beside it', async () => {
  const { anna, carla, cell, seen } = await both({ quarters: 24 });
  await arrives(carla, anna, cell, { value: { quarters: 24, judgement: 'Preciso' } });
  expect(await writeGrade(anna, cell, { value: { quarters: 28 }, seen })).toMatchObject(overtaken);
  await arrives(carla, anna, cell, { value: { quarters: 32 } });
  expect(await writeGrade(anna, cell, { value: { quarters: 28 }, seen })).toMatchObject(overtaken);
  expect((await gradeIn(anna, cell))?.value).toEqual({ quarters: 32 });
  // Whoever knows what stands there writes over it.
  const knowing = { value: { quarters: 28 }, seen: seenIn(await gradeIn(anna, cell)) };
  expect(await writeGrade(anna, cell, knowing)).toMatchObject({ ok: true, value: { changed: true } });
});

test('a mark that is given while it is asked about an absence is left alone, and one that says the same is no quarrel', async () => {
  const { anna, carla, cell, seen } = await both();
  await arrives(carla, anna, cell, { value: { quarters: 32 } });
  const mark = { value: { quarters: 28 }, absentOnDay: true, seen } as const;
  expect(await writeGrade(anna, cell, mark)).toMatchObject(overtaken);
  expect(await writeGrade(anna, cell, { value: { quarters: 32 }, seen })).toMatchObject({
    ok: true,
    value: { changed: false },
  });
});

test('D45: a grade is not withdrawn where another one than was seen stands', async () => {
  const { anna, carla, cell, seen } = await both({ quarters: 24 });
  await arrives(carla, anna, cell, { value: { quarters: 32 } });
  expect(await cancelGrade(anna, cell, { seen })).toMatchObject(overtaken);
  expect((await gradeIn(anna, cell))?.value).toEqual({ quarters: 32 });
});

test('comments, weights and recoveries are left alone like marks; what only the other has changed stays theirs', async () => {
  const { anna, carla, cell, seen } = await both({ quarters: 24 });
  await arrives(carla, anna, cell, { comment: 'Chiara', privateComment: 'Da sentire', weight: 50 });
  for (const change of [{ comment: 'Bene' }, { privateComment: 'Sentita' }, { weight: 80 }])
    expect(await writeGrade(anna, cell, { ...change, seen })).toMatchObject(overtaken);
  expect(await writeGrade(anna, cell, { value: { quarters: 28 }, seen })).toMatchObject({ ok: true });
  expect(await gradeIn(anna, cell)).toMatchObject({
    value: { quarters: 28 },
    comment: 'Chiara',
    privateComment: 'Da sentire',
    weight: 50,
  });
});

test('D48: of a column that two change, what both have changed is left as the first left it', async () => {
  const { anna, carla, cell } = await both();
  const { assessment } = cell;
  expect(await changeAssessment(carla, assessment, { weight: 50, topic: 'Le radici' })).toMatchObject({
    ok: true,
  });
  await sent(carla);
  anna.status.syncNow();
  await when(anna.records.find('assessment', course), (columns) =>
    columns.some(({ weight }) => weight === 50),
  );
  expect(await changeAssessment(anna, assessment, { weight: 80 })).toMatchObject({
    failure: { failure: overtaken.failure },
  });
  expect(await changeAssessment(anna, assessment, { comment: 'Si ripassa' })).toMatchObject({ ok: true });
  expect(await columnIn(anna, assessment)).toMatchObject({
    weight: 50,
    topic: 'Le radici',
    comment: 'Si ripassa',
  });
  expect(await firstValueFrom(carla.records.find('assessment', course))).toHaveLength(1);
});

test('D73: what one has proposed on another device meanwhile is left alone until it was seen', async () => {
  const anna = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const other = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const of = { schoolClass: CLASS_A, subject: SUBJECT, period: 0, pupil: pupilOf(CLASS_A, 1) };
  const eight = { grade: 8, origin: 'own' } as const;
  expect(await propose(other, of, eight, {})).toMatchObject({ ok: true });
  await sent(other);
  anna.status.syncNow();
  await when(anna.records.find('proposal', course), (all) => all.length > 0);
  const seven = { grade: 7, origin: 'own' } as const;
  expect(await propose(anna, of, seven, {})).toMatchObject(overtaken);
  expect(await propose(anna, of, seven, eight)).toMatchObject({ ok: true });
});
