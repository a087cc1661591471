import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { cancelAssessment, changeAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { cancelGrade, writeGrade } from '../kinds/grade/commands.ts';
import type { Register } from './register.ts';
import { close, closeRegisters, deviceOf, lineTo, openComplete, openOn, sent } from './testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const points = { test: { maximum: 5000 } } as const;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function made(register: Register, day: LocalDate = TODAY): Promise<Assessment> {
  return (await valueOf(makeAssessment(register, course, { day, type: 'written' }))).assessment;
}

async function valueOf<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

/** What stands in the column, by the server’s word. */
async function cellsOf({ records }: Register) {
  const grades = await firstValueFrom(records.find('grade', { class: CLASS_A, subject: course.subject }));
  return new Map(grades.map(({ pupil, value }) => [pupil, value]));
}

const moments = ['the line comes back', 'the app is opened again'] as const;

/** The register once the line is there again; what was on its way is forgotten with an app that is closed, and the journal keeps it. */
async function onLine(
  { line, device, register }: Awaited<ReturnType<typeof opened>>,
  moment: (typeof moments)[number],
): Promise<Register> {
  if (moment === 'the app is opened again') await close(register);
  line.online = true;
  if (moment === 'the app is opened again') return await openOn(device);
  register.status.syncNow();
  return register;
}

async function opened() {
  const line = await lineTo(server, 'anna');
  const device = deviceOf(line);
  return { line, device, register: await openComplete(device) };
}

test.each(moments)(
  'D53: a test of marks that were emptied becomes one of points without a line, and its points arrive after it when %s',
  async (moment) => {
    const here = await opened();
    const { line, register } = here;
    const assessment = await made(register);
    const cells = [first, second].map((pupil) => ({ assessment, pupil }));
    for (const cell of cells) await valueOf(writeGrade(register, cell, { value: { quarters: 24 } }));
    await sent(register);
    line.online = false;
    for (const cell of cells) await valueOf(cancelGrade(register, cell, {}));
    const { assessment: ofPoints } = await valueOf(changeAssessment(register, assessment, points));
    const cell = { assessment: ofPoints, pupil: first };
    await valueOf(writeGrade(register, cell, { value: { score: 3500 } }));
    const again = await onLine(here, moment);
    expect(await sent(again)).toMatchObject({ refused: [] });
    const stands = await cellsOf(again);
    expect([stands.get(first), stands.get(second)]).toEqual([{ score: 3500 }, {}]);
  },
);

test.each(moments)(
  'D56: a column that was given up stands again after what took its recovery was emptied, when %s',
  async (moment) => {
    const here = await opened();
    const { line, register } = here;
    const [recovered, given, other] = [await made(register), await made(register), await made(register)];
    const recovers = { assessment: recovered.id, effect: 'replaces' } as const;
    const cellOf = (assessment: Assessment) => ({ assessment, pupil: first });
    await valueOf(writeGrade(register, cellOf(recovered), { value: { quarters: 16 } }));
    await valueOf(writeGrade(register, cellOf(given), { value: { quarters: 24 }, recovers }));
    const gone = await valueOf(cancelAssessment(register, given));
    await sent(register);
    await valueOf(writeGrade(register, cellOf(other), { value: { quarters: 28 }, recovers }));
    await sent(register);
    line.online = false;
    await valueOf(cancelGrade(register, cellOf(other), {}));
    await valueOf(gone.undo());
    const alone = { value: { quarters: 20 }, recovers: undefined };
    await valueOf(writeGrade(register, cellOf(other), alone));
    const again = await onLine(here, moment);
    expect(await sent(again)).toMatchObject({ refused: [] });
    const columns = await firstValueFrom(again.records.find('assessment', { class: CLASS_A }));
    expect(columns.flatMap(({ cancelled }) => cancelled ?? [])).toEqual([]);
  },
);
