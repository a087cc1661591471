import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../domain/kinds/grade/record.ts';
import { gradeId } from '../../domain/record/grade-key.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  schoolRecords,
  STAFF,
  TODAY,
  type StaffName,
} from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { cancelAssessment, changeAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { leaveOut } from '../kinds/earlier-grade/commands.ts';
import { cancelGrade, writeGrade, writeGrades } from '../kinds/grade/commands.ts';
import { propose } from '../kinds/proposal/commands.ts';
import type { Register } from './register.ts';
import { closeRegisters, deviceOf, lineTo, openComplete, when, whenStatus } from './testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const pupils = [1, 2, 3].map((n) => pupilOf(CLASS_A, n));
const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

async function openFor(name: StaffName) {
  const line = await lineTo(server, name);
  return { line, register: await openComplete(deviceOf(line)) };
}

async function made(register: Register, day: LocalDate = TODAY): Promise<Assessment> {
  const result = await makeAssessment(register, course, { day, type: 'written', topic: 'Le frazioni' });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value.assessment;
}

async function gradesOf({ records }: Register): Promise<Readonly<Record<string, Grade['value']>>> {
  const found = await firstValueFrom(records.find('grade', { class: CLASS_A, subject: course.subject }));
  return Object.fromEntries(found.map(({ pupil, value }) => [pupil, value]));
}

async function columnOf({ records }: Register, id: string): Promise<Assessment> {
  const found = await firstValueFrom(records.find('assessment', { class: CLASS_A, subject: course.subject }));
  return must(
    found.find((one) => one.id === id),
    'the column',
  );
}

const sent = (register: Register) => whenStatus(register, ({ waiting }) => waiting.length === 0);

/** When the device knows that all grades of the course have arrived: nobody else sees them before. */
async function arrived(register: Register): Promise<void> {
  await when(
    register.records.find('grade', { class: CLASS_A, subject: course.subject }),
    (grades) => grades.length > 0 && grades.every(({ receivedAt }) => receivedAt !== undefined),
  );
  await sent(register);
}

/** A six that its family could see for a while (D78): Anna’s device knows so, and has a line from then on, or none. */
async function seenSix({ line: hasLine }: { readonly line: boolean } = { line: true }) {
  const { line, register } = await openFor('anna');
  const assessment = await made(register);
  const cell = { assessment, pupil: first };
  await writeGrade(register, cell, { value: { quarters: 24 } });
  await arrived(register);
  line.online = hasLine;
  server.clock.now += 31 * 60_000;
  return { register, assessment, cell };
}

describe('a cell of a gradebook', () => {
  test('D45: is written, corrected, cancelled, and each has its way back and forth again', async () => {
    const { register } = await openFor('anna');
    const assessment = await made(register);
    const cell = { assessment, pupil: first };
    const six = must(await valueOf(writeGrade(register, cell, { value: { quarters: 24 } })), 'a grade');
    await writeGrade(register, cell, { comment: 'Bene' });
    const seven = must(await valueOf(writeGrade(register, cell, { value: { quarters: 28 } })), 'another');
    expect(await gradesOf(register)).toEqual({ [first]: { quarters: 28 } });
    const back = must(await valueOf(seven.undo()), 'the way back');
    expect(await gradesOf(register)).toEqual({ [first]: { quarters: 24 } });
    await back.undo();
    expect(await gradesOf(register)).toEqual({ [first]: { quarters: 28 } });
    await cancelGrade(register, cell, { reason: 'Scambio di compiti' });
    expect(await gradesOf(register)).toEqual({
      [first]: { reason: 'Scambio di compiti', reasonEntry: expect.any(String) as string },
    });
    // What somebody else has said since stays: taking the 6 back takes nothing of the cancelling away.
    await six.undo();
    expect(await gradesOf(register)).toEqual({
      [first]: { reason: 'Scambio di compiti', reasonEntry: expect.any(String) as string },
    });
    const [grade] = await firstValueFrom(register.records.find('grade', { class: CLASS_A }));
    expect(grade?.comment).toBe('Bene');
  });

  test('says nothing twice, and nothing is written where it says so already', async () => {
    const { register } = await openFor('anna');
    const cell = { assessment: await made(register), pupil: first };
    await writeGrade(register, cell, { value: { quarters: 24 } });
    const again = await valueOf(writeGrade(register, cell, { value: { quarters: 24 } }));
    expect(again?.changed).toBe(false);
  });

  test('D78: asks for a reason once the family has seen it, without a line too', async () => {
    const { register, cell } = await seenSix({ line: false });
    const without = await writeGrade(register, cell, { value: { quarters: 28 } });
    expect(without).toMatchObject({ ok: false, failure: { kind: 'refused', reason: 'reasonMissing' } });
    const told = await writeGrade(register, cell, { value: { quarters: 28 }, reason: 'Errore di somma' });
    expect(told.ok).toBe(true);
  });

  test('D78: knows what the family could see, though a note was written beside it without a line', async () => {
    const { register, cell } = await seenSix({ line: false });
    expect((await writeGrade(register, cell, { privateComment: 'Da sentire' })).ok).toBe(true);
    const without = await writeGrade(register, cell, { value: { quarters: 28 } });
    expect(without).toMatchObject({ failure: { reason: 'reasonMissing' } });
    expect(await writeGrade(register, cell, { weight: 0 })).toMatchObject({
      failure: { reason: 'reasonMissing' },
    });
    expect((await writeGrade(register, cell, { weight: 0, reason: 'Era una prova' })).ok).toBe(true);
  });

  test('D78: is taken back for the reason for which it was corrected, here and at the server', async () => {
    const { register, cell } = await seenSix();
    const change = { value: { quarters: 28 }, reason: 'Errore di somma' };
    const told = must(await valueOf(writeGrade(register, cell, change)), 'a correction');
    await sent(register);
    expect((await told.undo()).ok).toBe(true);
    await sent(register);
    const { refused } = await whenStatus(register, () => true);
    expect(refused).toEqual([]);
    expect(await gradesOf(register)).toMatchObject({
      [first]: { quarters: 24, reason: 'Errore di somma' },
    });
  });

  test('D78: is nobody’s business while it has not arrived', async () => {
    const { line, register } = await openFor('anna');
    const cell = { assessment: await made(register), pupil: first };
    line.online = false;
    await writeGrade(register, cell, { value: { quarters: 24 } });
    server.clock.now += 31 * 60_000;
    expect((await writeGrade(register, cell, { value: { quarters: 28 } })).ok).toBe(true);
  });

  test('D56: recovers another one of the same pupil', async () => {
    const { register } = await openFor('anna');
    const before = await made(register, '2026-11-09' as LocalDate);
    await writeGrade(register, { assessment: before, pupil: first }, { value: { quarters: 16 } });
    const cell = { assessment: await made(register), pupil: first };
    const recovers = { assessment: before.id, effect: 'replaces' } as const;
    expect((await writeGrade(register, cell, { value: { quarters: 28 }, recovers })).ok).toBe(true);
    const none = { assessment: cell.assessment.id, effect: 'replaces' } as const;
    expect(await writeGrade(register, cell, { recovers: none })).toMatchObject({
      failure: { reason: 'invalid' },
    });
  });
});

test('D48: a whole column goes in one act: who is refused is named, and one way back takes all others out', async () => {
  const { register } = await openFor('anna');
  const assessment = await made(register);
  const stranger = pupilOf(CLASS_B, 1);
  const cells = [...pupils, stranger].map((pupil, index) => ({
    cell: { assessment, pupil },
    change: { value: { quarters: 24 + index } },
  }));
  const done = await writeGrades(register, cells);
  expect(done.written).toBe(3);
  expect(done.refused).toMatchObject([{ cell: { pupil: stranger }, failure: { reason: 'forbidden' } }]);
  await sent(register);
  const back = await done.undo();
  expect(back.written).toBe(3);
  expect(await gradesOf(register)).toEqual(Object.fromEntries(pupils.map((pupil) => [pupil, {}])));
  await back.undo();
  expect(Object.values(await gradesOf(register))).toEqual([
    { quarters: 24 },
    { quarters: 25 },
    { quarters: 26 },
  ]);
});

describe('a column', () => {
  test('D47: is the next of its type and day, is changed and given up, each with its way back', async () => {
    const { register } = await openFor('anna');
    const one = await made(register);
    const two = await made(register);
    expect([one.serial, two.serial]).toEqual([0, 1]);
    const changed = must(
      await valueOf(changeAssessment(register, one, { topic: 'Le radici', weight: 50 })),
      'a change',
    );
    expect(await columnOf(register, one.id)).toMatchObject({ topic: 'Le radici', weight: 50 });
    await changed.undo();
    expect(await columnOf(register, one.id)).toMatchObject({ topic: 'Le frazioni', weight: 100 });
    const gone = must(await valueOf(cancelAssessment(register, one)), 'given up');
    expect((await columnOf(register, one.id)).cancelled).toEqual({ reason: '' });
    await gone.undo();
    expect((await columnOf(register, one.id)).cancelled).toBeUndefined();
  });

  test('D78: asks for a reason once a family could see what it comes to, and is taken back for the same', async () => {
    const { register, assessment } = await seenSix();
    const lacking = { failure: { kind: 'refused', reason: 'reasonMissing' } };
    expect(await changeAssessment(register, assessment, { weight: 50 })).toMatchObject({ failure: lacking });
    expect(await cancelAssessment(register, assessment)).toMatchObject(lacking);
    expect((await changeAssessment(register, assessment, { topic: 'Le radici' })).ok).toBe(true);
    const halved = must(
      await valueOf(changeAssessment(register, assessment, { weight: 50 }, 'Era una prova breve')),
      'a change',
    );
    await sent(register);
    expect((await halved.undo()).ok).toBe(true);
    await sent(register);
    const { refused } = await whenStatus(register, () => true);
    expect(refused).toEqual([]);
    expect((await columnOf(register, assessment.id)).weight).toBe(100);
  });

  test('D78: of a wrong type that families could see is put right with a reason, together with all else, and taken back in one', async () => {
    const { register, assessment } = await seenSix();
    const change = { type: 'oral', day: '2026-11-09' as LocalDate, topic: 'Le radici', weight: 50 } as const;
    expect(await changeAssessment(register, assessment, change)).toMatchObject({
      failure: { failure: { kind: 'refused', reason: 'reasonMissing' } },
    });
    expect(await columnOf(register, assessment.id)).toMatchObject({ type: 'written', topic: 'Le frazioni' });
    const done = must(await valueOf(changeAssessment(register, assessment, change, 'Era orale')), 'changed');
    await sent(register);
    expect(await columnOf(register, assessment.id)).toMatchObject({
      ...change,
      serial: 0,
      correction: { reason: 'Era orale' },
    });
    expect((await done.undo()).ok).toBe(true);
    await sent(register);
    const { refused } = await whenStatus(register, () => true);
    expect(refused).toEqual([]);
    const { day, type, topic, weight } = assessment;
    expect(await columnOf(register, assessment.id)).toMatchObject({ day, type, topic, weight });
  });

  test.each([true, false])(
    'D53: keeps its points once somebody has a score, without a line too (the school has heard of it: %s)',
    async (hasArrived) => {
      const { line, register } = await openFor('anna');
      line.online = hasArrived;
      const test = { maximum: 5000 };
      const column = { day: TODAY, type: 'written', topic: 'Le frazioni', test } as const;
      const { assessment } = must(await valueOf(makeAssessment(register, course, column)), 'a test');
      await writeGrade(register, { assessment, pupil: first }, { value: { score: 3500 } });
      if (hasArrived) await sent(register);
      line.online = false;
      for (const other of [undefined, { maximum: 3000 }])
        expect(await changeAssessment(register, assessment, { test: other })).toMatchObject({
          failure: { failure: { kind: 'refused', reason: 'alreadyAssessed' } },
        });
      expect((await changeAssessment(register, assessment, { test: { maximum: 4000 } })).ok).toBe(true);
    },
  );

  test('D48: is moved with its grades, unless somebody was not in the class on that day, who is named', async () => {
    const enrolments = schoolRecords().filter(
      (record) => record.kind === 'enrolment' && record.pupil === second,
    );
    await server.roster.write(
      SCHOOL,
      enrolments.map((one) => ({ ...one, from: '2026-11-02' as LocalDate })),
    );
    const { register } = await openFor('anna');
    const assessment = await made(register);
    const cells = [first, second].map((pupil) => ({
      cell: { assessment, pupil },
      change: { value: { quarters: 24 } },
    }));
    await writeGrades(register, cells);
    const to = (day: string) => changeAssessment(register, assessment, { day: day as LocalDate });
    expect(await to('2026-10-12')).toMatchObject({ ok: false, failure: { pupil: second } });
    expect((await columnOf(register, assessment.id)).day).toBe(TODAY);
    const moved = must(await valueOf(to('2026-11-09')), 'moved');
    await sent(register);
    const read = async () => {
      const answer = await server.sync(await server.token('anna'), {
        pull: { grades: { checkpoint: {}, limit: 100 } },
      });
      return answer.pull.grades?.documents.map((record) => ('day' in record ? record.day : ''));
    };
    expect(await read()).toEqual(Array<string>(3).fill('2026-11-09'));
    await moved.undo();
    await sent(register);
    expect(await read()).toEqual(Array<string>(3).fill(TODAY));
  });
});

test('D24: what was written without a line for a period that has been closed stays on the device, with the reason', async () => {
  const { line, register } = await openFor('anna');
  const assessment = await made(register);
  await sent(register);
  line.online = false;
  await writeGrade(register, { assessment, pupil: first }, { value: { quarters: 28 } });
  const years = schoolRecords().filter((record) => record.kind === 'schoolYear');
  await server.roster.write(
    SCHOOL,
    years.map((year) => ({ ...year, frozen: [{ period: 0 }] })),
  );
  line.online = true;
  register.status.syncNow();
  const { refused } = await whenStatus(register, (status) => status.refused.length > 0);
  expect(refused).toMatchObject([
    { refusal: { reason: 'periodClosed' }, record: { id: gradeId(assessment.id, first) } },
  ]);
});

test('two teachers on one cell: the later stands on both devices, and both are told', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(STAFF.carla, CLASS_A, 'Matematica')]);
  const anna = await openFor('anna');
  const assessment = await made(anna.register);
  await sent(anna.register);
  const carla = await openFor('carla');
  anna.line.online = false;
  await writeGrade(anna.register, { assessment, pupil: first }, { value: { quarters: 24 } });
  server.clock.now += 60_000;
  await writeGrade(carla.register, { assessment, pupil: first }, { value: { quarters: 28 } });
  await sent(carla.register);
  anna.line.online = true;
  anna.register.status.syncNow();
  const lost = await whenStatus(anna.register, ({ conflicts }) => conflicts.length > 0);
  expect(lost.conflicts).toMatchObject([{ field: 'value', keptAuthor: STAFF.carla }]);
  carla.register.status.syncNow();
  const won = await whenStatus(carla.register, ({ conflicts }) => conflicts.length > 0);
  expect(won.conflicts).toMatchObject([{ field: 'value', keptAuthor: STAFF.anna, won: true }]);
  for (const { register } of [anna, carla])
    expect(await gradesOf(register)).toEqual({ [first]: { quarters: 28 } });
});

test('D81: the teacher of the new class leaves a grade of the class before out of the average, and back in', async () => {
  const anna = await openFor('anna');
  const assessment = await made(anna.register, '2026-11-09' as LocalDate);
  await writeGrade(anna.register, { assessment, pupil: first }, { value: { quarters: 24 } });
  await sent(anna.register);
  await server.roster.write(SCHOOL, movedPupil(first, CLASS_A, CLASS_B, at('08:50')));
  const { register } = await openFor('bruno');
  const earlier = async () =>
    await firstValueFrom(register.records.find('earlierGrade', { class: CLASS_B, subject: course.subject }));
  const [grade] = await earlier();
  const done = must(await valueOf(leaveOut(register, must(grade, 'the grade'), true)), 'left out');
  await sent(register);
  expect(await earlier()).toMatchObject([{ ofClass: CLASS_A, leftOut: true }]);
  await done.undo();
  await sent(register);
  expect(await earlier()).toMatchObject([{ leftOut: false }]);
});

test('D73: a proposal is one’s own, with its average beside it, and is taken back', async () => {
  const { register } = await openFor('anna');
  const of = { ...course, period: 0, pupil: first };
  const average = { numerator: 19, denominator: 3 };
  const done = must(
    await valueOf(propose(register, of, { grade: 6, origin: 'average', average })),
    'a proposal',
  );
  await sent(register);
  const read = async () =>
    (await firstValueFrom(register.records.find('proposal', { class: CLASS_A }))).map(
      ({ proposed }) => proposed,
    );
  expect(await read()).toEqual([{ grade: 6, origin: 'average', average }]);
  await done.undo();
  expect(await read()).toEqual([{}]);
});

async function valueOf<T>(
  result: Promise<
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown }
  >,
): Promise<T | undefined> {
  const done = await result;
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}
