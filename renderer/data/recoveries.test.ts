import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { cancelAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { leaveOut } from '../kinds/earlier-grade/commands.ts';
import { writeGrade } from '../kinds/grade/commands.ts';
import type { Register } from './register.ts';
import {
  close,
  closeRegisters,
  deviceOf,
  type Line,
  lineTo,
  openComplete,
  openOn,
  sent,
} from './testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const first = pupilOf(CLASS_A, 1);
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function made(register: Register, of = course, day = TODAY): Promise<Assessment> {
  const said = { day, type: 'written', topic: 'Le frazioni' } as const;
  return (await valueOf(makeAssessment(register, of, said))).assessment;
}

/** The column in which a pupil got a grade before going over into the other class, with a copy of it. */
async function takenAlong(): Promise<Assessment> {
  const anna = await openComplete(deviceOf(await lineTo(server, 'anna')));
  const column = await made(anna, course, '2026-11-09' as LocalDate);
  await writeGrade(anna, { assessment: column, pupil: first }, { value: { quarters: 24 } });
  await sent(anna);
  await server.roster.write(SCHOOL, movedPupil(first, CLASS_A, CLASS_B, at('08:50')));
  return column;
}

test('D56: recovers nothing that is recovered already or that recovers it, and no way back brings it there', async () => {
  const line = await lineTo(server, 'anna');
  const register = await openComplete(deviceOf(line));
  line.online = false;
  const columns = [await made(register), await made(register), await made(register)] as const;
  const [a, b, c] = columns.map((assessment) => ({ assessment, pupil: first }));
  const recovers = (to: Assessment) => ({ recovers: { assessment: to.id, effect: 'replaces' } as const });
  for (const cell of [a, b, c]) if (cell) await writeGrade(register, cell, { value: { quarters: 24 } });
  const [ofA, ofB, ofC] = [must(a, 'a'), must(b, 'b'), must(c, 'c')];
  await writeGrade(register, ofA, recovers(columns[1]));
  expect(await writeGrade(register, ofC, recovers(columns[1]))).toMatchObject({
    failure: { reason: 'recoveredAlready' },
  });
  await writeGrade(register, ofB, recovers(columns[2]));
  expect(await writeGrade(register, ofC, recovers(columns[0]))).toMatchObject({
    failure: { reason: 'recoveryCircle' },
  });
  const none = await valueOf(writeGrade(register, ofA, { recovers: undefined }));
  await writeGrade(register, ofC, recovers(columns[0]));
  expect(await none.undo()).toMatchObject({ failure: { reason: 'recoveryCircle' } });
  line.online = true;
  register.status.syncNow();
  await sent(register);
  const gone = await valueOf(cancelAssessment(register, columns[1]));
  await sent(register);
  const ofD = { assessment: await made(register), pupil: first };
  const said = { value: { quarters: 28 }, ...recovers(columns[2]) };
  const free = await valueOf(writeGrade(register, ofD, said));
  expect(await gone.undo()).toMatchObject({ failure: { reason: 'recoveredAlready' } });
  await free.undo();
  expect((await gone.undo()).ok).toBe(true);
});

test('D81: a grade of the class before is recovered in the new one, unless it is left out there', async () => {
  const before = await takenAlong();
  const register = await openComplete(deviceOf(await lineTo(server, 'bruno')));
  const ofB = { ...course, schoolClass: CLASS_B };
  const [copy] = await firstValueFrom(register.records.find('earlierGrade', { class: CLASS_B }));
  const cell = { assessment: await made(register, ofB), pupil: first };
  const recovers = { assessment: before.id, effect: 'replaces' } as const;
  const written = () => writeGrade(register, cell, { value: { quarters: 28 }, recovers });
  const out = await valueOf(leaveOut(register, must(copy, 'the copy'), true));
  expect(await written()).toMatchObject({ failure: { reason: 'invalid' } });
  await out.undo();
  expect((await written()).ok).toBe(true);
  await sent(register);
  expect(await firstValueFrom(register.records.find('grade', { class: CLASS_B }))).toMatchObject([
    { recovers },
  ]);
});

test('D56: what is recovered arrives before what recovers it, whichever was begun first', async () => {
  const line = await lineTo(server, 'anna');
  const device = deviceOf(line);
  const register = await openComplete(device);
  line.online = false;
  const columns = [await made(register), await made(register)] as const;
  const [by, recovered] = columns.map((assessment) => ({ assessment, pupil: first }));
  for (const cell of [by, recovered])
    await writeGrade(register, must(cell, 'a cell'), { value: { quarters: 24 } });
  const recovers = { assessment: columns[1].id, effect: 'replaces' } as const;
  await valueOf(writeGrade(register, must(by, 'a cell'), { recovers }));
  await valueOf(writeGrade(register, must(recovered, 'a cell'), { value: { quarters: 20 } }));
  // What was on its way is forgotten with the app; the journal keeps it.
  await close(register);
  line.online = true;
  expect(await sent(await openOn(device))).toMatchObject({ refused: [] });
});

test('D81: leaving out is taken back before the grade arrives that was written after it', async () => {
  const before = await takenAlong();
  const line = await lineTo(server, 'bruno');
  const held = heldAnswers(line);
  const register = await openComplete(deviceOf(held.line));
  const [copy] = await firstValueFrom(register.records.find('earlierGrade', { class: CLASS_B }));
  const cell = { assessment: await made(register, { ...course, schoolClass: CLASS_B }), pupil: first };
  await sent(register);
  const arrived = held.hold();
  const out = await valueOf(leaveOut(register, must(copy, 'the copy'), true));
  await arrived;
  await out.undo();
  const recovers = { assessment: before.id, effect: 'replaces' } as const;
  await valueOf(writeGrade(register, cell, { value: { quarters: 28 }, recovers }));
  held.letGo();
  expect(await sent(register)).toMatchObject({ refused: [] });
});

/** A line on which an answer can be held: the server has decided, and the device does not know yet. */
function heldAnswers(line: Line) {
  let gate = Promise.resolve();
  let letGo = () => undefined as void;
  let onArrival = () => undefined as void;
  return {
    line: {
      ...line,
      async fetch(...request: Parameters<Line['fetch']>) {
        const answer = await line.fetch(...request);
        onArrival();
        await gate;
        return answer;
      },
    },
    /** From the next request on; resolves when that has arrived. */
    hold() {
      gate = new Promise((resolve) => (letGo = resolve));
      return new Promise<void>((resolve) => (onArrival = resolve));
    },
    letGo: () => letGo(),
  };
}

async function valueOf<T>(result: Promise<Result<T, unknown>>): Promise<T> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}
