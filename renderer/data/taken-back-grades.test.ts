import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { writePolicies } from '../../sync-server/testing/gradebook/test-grades.ts';
import { CLASS_A, pupilOf, TODAY } from '../../sync-server/testing/test-school.ts';
import { startTestServer, type TestServer } from '../../sync-server/testing/test-server.ts';
import { cancelAssessment, changeAssessment, makeAssessment } from '../kinds/assessment/commands.ts';
import { cancelGrade, writeGrade } from '../kinds/grade/commands.ts';
import type { Register } from './register.ts';
import {
  closeRegisters,
  deviceOf,
  lineTo,
  openComplete,
  sent,
  when,
  whenStatus,
} from './testing/test-staff.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const [first, second] = [pupilOf(CLASS_A, 1), pupilOf(CLASS_A, 2)];
const lacking = { failure: { kind: 'refused', reason: 'reasonMissing' } };

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await closeRegisters();
  await server.close();
});

/** A device with a column in which the family of the first pupil has seen a 6, and the teacher may have said something more. */
async function seen(said: { readonly comment?: string } = {}) {
  const line = await lineTo(server, 'anna');
  const register = await openComplete(deviceOf(line));
  const made = await makeAssessment(register, course, { day: TODAY, type: 'written', ...said });
  const { assessment } = valueOf(made);
  const cell = { assessment, pupil: first };
  await writeGrade(register, cell, { value: { quarters: 24 }, ...said });
  await when(register.records.find('grade', { class: CLASS_A, subject: course.subject }), (grades) =>
    grades.some(({ receivedAt }) => receivedAt !== undefined),
  );
  await sent(register);
  server.clock.now += 31 * 60_000;
  return { line, register, assessment, cell };
}

/** What the school has refused once everything has arrived. */
async function refusedOf(register: Register) {
  await sent(register);
  return (await whenStatus(register, () => true)).refused;
}

const columnOf = async ({ records }: Register, { id }: Assessment) =>
  (await firstValueFrom(records.find('assessment', { class: CLASS_A, subject: course.subject }))).find(
    (one) => one.id === id,
  );

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

test('D78: a column that was given up comes back for the reason for which it went, without a line too', async () => {
  const { line, register, assessment } = await seen();
  line.online = false;
  const gone = valueOf(await cancelAssessment(register, assessment, 'Doppia'));
  server.clock.now += 60_000;
  const back = valueOf(await gone.undo());
  expect(await columnOf(register, assessment)).toMatchObject({ correction: { reason: 'Doppia' } });
  line.online = true;
  register.status.syncNow();
  expect(await refusedOf(register)).toEqual([]);
  const again = valueOf(await back.undo());
  expect(await refusedOf(register)).toEqual([]);
  expect((await columnOf(register, assessment))?.cancelled).toEqual({ reason: 'Doppia' });
  valueOf(await again.undo());
  expect(await refusedOf(register)).toEqual([]);
  expect((await columnOf(register, assessment))?.cancelled).toBeUndefined();
});

test('D45, D78: in a cell that was emptied nothing is typed without a reason, and taking the emptying back needs no other', async () => {
  const { line, register, cell } = await seen();
  line.online = false;
  const emptied = valueOf(await cancelGrade(register, cell, { reason: 'Scambio di compiti' }));
  expect(await writeGrade(register, cell, { value: { quarters: 28 } })).toMatchObject(lacking);
  expect((await writeGrade(register, cell, { privateComment: 'Da sentire' })).ok).toBe(true);
  expect((await emptied.undo()).ok).toBe(true);
  line.online = true;
  register.status.syncNow();
  expect(await refusedOf(register)).toEqual([]);
  const empty = { ...cell, pupil: second };
  expect((await writeGrade(register, empty, { value: { quarters: 28 } })).ok).toBe(true);
});

test('D78: a comment that was added to what a family has seen is taken back at once, and one that they could read is not', async () => {
  const { line, register, assessment, cell } = await seen();
  line.online = false;
  const added = valueOf(await writeGrade(register, cell, { comment: 'Bene' }));
  const toAll = valueOf(await changeAssessment(register, assessment, { comment: 'Si ripassa' }));
  server.clock.now += 60_000;
  const [back, allBack] = [valueOf(await added.undo()), valueOf(await toAll.undo())];
  valueOf(await back.undo());
  valueOf(await allBack.undo());
  line.online = true;
  register.status.syncNow();
  expect(await refusedOf(register)).toEqual([]);
  server.clock.now += 31 * 60_000;
  expect(await writeGrade(register, cell, { comment: undefined })).toMatchObject(lacking);
  const stands = must(await columnOf(register, assessment), 'the column');
  expect(await changeAssessment(register, stands, { comment: '' })).toMatchObject({ failure: lacking });
});

test('D76, D78: a comment that was added without a line is written otherwise as long as only the device has it', async () => {
  const { line, register, assessment, cell } = await seen();
  line.online = false;
  valueOf(await writeGrade(register, cell, { comment: 'Bene' }));
  valueOf(await changeAssessment(register, assessment, { comment: 'Si ripassa' }));
  server.clock.now += 61 * 60_000;
  valueOf(await writeGrade(register, cell, { privateComment: 'Da sentire' }));
  valueOf(await writeGrade(register, cell, { comment: 'Benino' }));
  const column = must(await columnOf(register, assessment), 'the column');
  valueOf(await changeAssessment(register, column, { comment: 'Si ripassa venerdì' }));
  server.clock.now += 60_000;
  line.online = true;
  register.status.syncNow();
  expect(await refusedOf(register)).toEqual([]);
  server.clock.now += 60_000;
  // It was written just now, and has arrived.
  valueOf(await writeGrade(register, cell, { comment: 'Bene' }));
  expect(await refusedOf(register)).toEqual([]);
});

test('D78: a column in which a family has seen something is moved with a reason, and goes back for the same', async () => {
  const { register, assessment } = await seen();
  const day = '2026-11-09' as LocalDate;
  expect(await changeAssessment(register, assessment, { day })).toMatchObject({ failure: lacking });
  const moved = valueOf(await changeAssessment(register, assessment, { day }, 'Era di lunedì'));
  expect(await refusedOf(register)).toEqual([]);
  valueOf(await moved.undo());
  expect(await refusedOf(register)).toEqual([]);
  expect(must(await columnOf(register, assessment), 'the column').day).toBe(TODAY);
});

test('D45, D51: a grade that was emptied comes back as it was, though the school gives such grades no more', async () => {
  const line = await lineTo(server, 'anna');
  const register = await openComplete(deviceOf(line));
  const { assessment } = valueOf(await makeAssessment(register, course, { day: TODAY, type: 'written' }));
  const cell = { assessment, pupil: first };
  valueOf(await writeGrade(register, cell, { value: { quarters: 25 } }));
  await sent(register);
  await writePolicies(server, { step: 'half' });
  register.status.syncNow();
  await when(register.records.find('school', {}), ([school]) => school?.policies.grading?.step === 'half');
  const emptied = valueOf(await cancelGrade(register, cell, {}));
  expect(await writeGrade(register, cell, { value: { quarters: 27 } })).toMatchObject({ ok: false });
  valueOf(await emptied.undo());
  expect(await refusedOf(register)).toEqual([]);
  const seven = valueOf(await writeGrade(register, cell, { value: { quarters: 28 } }));
  expect(await refusedOf(register)).toEqual([]);
  valueOf(await seven.undo());
  expect(await refusedOf(register)).toEqual([]);
  const [grade] = await firstValueFrom(register.records.find('grade', { class: CLASS_A }));
  expect(grade?.value).toEqual({ quarters: 25 });
});
