import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { must } from '../../domain/base/assert.ts';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Result } from '../../domain/base/result.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import type { RegisterRecord, RecordKind, RecordOfKind } from '../../domain/kinds/registry.ts';
import { subjectId } from '../../domain/kinds/subject/record.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { makeAssessment } from '../kinds/assessment/commands.ts';
import { leaveOut } from '../kinds/earlier-grade/commands.ts';
import { writeGrade, type GradeChange } from '../kinds/grade/commands.ts';
import type { Register } from './register.ts';
import {
  close,
  deviceOf,
  eachWithRestorable,
  isThrough,
  openOn,
  server,
  STEP,
  when,
  writeRoster,
} from './testing/restored-school.ts';

const course = { schoolClass: CLASS_A, subject: subjectId('Matematica') };
const pupil = pupilOf(CLASS_A, 1);
const ofCourse = { class: CLASS_A, subject: course.subject };
const HALF_AN_HOUR = 31 * 60_000;

eachWithRestorable();

function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const through = async ({ status }: Register) => await when(status.sync$, isThrough);

async function madeBy(register: Register, day: LocalDate = TODAY): Promise<Assessment> {
  server.first.clock.now += STEP;
  const made = valueOf(
    await makeAssessment(register, course, { day, type: 'written', topic: 'Le frazioni' }),
  );
  await through(register);
  return made.assessment;
}

async function graded(register: Register, assessment: Assessment, change: GradeChange) {
  server.first.clock.now += STEP;
  return await writeGrade(register, { assessment, pupil }, change);
}

/** Looks what the store put back has lost, and sends it. */
async function comeBack(register: Register): Promise<void> {
  register.status.syncNow();
  await when(register.status.sync$, ({ restored }) => restored?.state === 'looked');
  await through(register);
}

/** What the server's store holds of a kind. */
async function atServer<K extends RecordKind>(kind: K): Promise<readonly RecordOfKind<K>[]> {
  const texts = await server.storage().read(SCHOOL, async (reader) => await reader.collection('grades'));
  const records = texts.map((json) => JSON.parse(json) as RegisterRecord);
  return records.filter((record): record is RecordOfKind<K> => record.kind === kind);
}

test('D24: a grade comes back with the column that a colleague made, though the colleague may never do so', async () => {
  await writeRoster([assignmentRecord(STAFF.carla, CLASS_A, 'Matematica')]);
  const annas = await deviceOf('anna');
  const [anna, carla] = [await openOn(annas), await openOn(await deviceOf('carla'))];
  const copy = server.copy();
  const column = await madeBy(anna);
  valueOf(await graded(anna, column, { value: { quarters: 20 } }));
  await through(anna);
  await close(anna);
  carla.status.syncNow();
  await when(carla.records.find('grade', ofCourse), (grades) => grades.length === 1);
  valueOf(await graded(carla, column, { value: { quarters: 24 } }));
  await through(carla);

  await server.putBack(copy);
  await comeBack(carla);
  expect(await atServer('assessment')).toMatchObject([
    { id: column.id, teacher: STAFF.anna, author: STAFF.carla },
  ]);
  expect(await atServer('grade')).toMatchObject([{ value: { quarters: 24 }, author: STAFF.carla }]);
  expect((await when(carla.status.sync$, isThrough)).refused).toEqual([]);

  const again = await openOn(annas);
  await comeBack(again);
  expect(await atServer('assessment')).toMatchObject([{ id: column.id, teacher: STAFF.anna }]);
  expect(await atServer('grade')).toMatchObject([{ value: { quarters: 24 } }]);
  expect((await when(again.status.sync$, isThrough)).refused).toEqual([]);
});

test('D24: a grade that waited without a line comes back behind its column', async () => {
  await writeRoster([assignmentRecord(STAFF.carla, CLASS_A, 'Matematica')]);
  const carlas = await deviceOf('carla');
  const [anna, carla] = [await openOn(await deviceOf('anna')), await openOn(carlas)];
  const copy = server.copy();
  const column = await madeBy(anna);
  carla.status.syncNow();
  await when(carla.records.find('assessment', ofCourse), (columns) => columns.length === 1);
  carlas.online = false;
  valueOf(await graded(carla, column, { value: { quarters: 24 } }));
  await server.putBack(copy);
  carlas.online = true;
  await comeBack(carla);
  expect(await atServer('grade')).toMatchObject([{ value: { quarters: 24 }, author: STAFF.carla }]);
});

test('D78: what a family could see before the store was put back is not changed without a reason afterwards', async () => {
  const annas = await deviceOf('anna');
  const first = await openOn(annas);
  const column = await madeBy(first);
  annas.online = false;
  valueOf(await graded(first, column, { value: { quarters: 20 } }));
  await close(first);
  server.first.clock.now += HALF_AN_HOUR;
  const { fetch } = (await deviceOf('anna')).device;
  const copy = server.copy();
  const anna = await openOn({ ...annas, device: { ...annas.device, fetch } });
  await through(anna);
  await server.putBack(copy);
  await comeBack(anna);
  expect(await atServer('grade')).toMatchObject([{ seenFrom: expect.any(String) as string }]);
  expect(await graded(anna, column, { value: { quarters: 40 } })).toMatchObject({
    failure: { kind: 'refused', reason: 'reasonMissing' },
  });
});

test('D78: what nobody had seen when the store was put back is changed as before', async () => {
  const anna = await openOn(await deviceOf('anna'));
  const column = await madeBy(anna);
  const copy = server.copy();
  valueOf(await graded(anna, column, { value: { quarters: 20 } }));
  await through(anna);
  await server.putBack(copy);
  await comeBack(anna);
  valueOf(await graded(anna, column, { value: { quarters: 40 } }));
  await through(anna);
  expect(await atServer('grade')).toMatchObject([{ value: { quarters: 40 } }]);
});

test('D81: that a grade of the class before is left out comes back', async () => {
  const anna = await openOn(await deviceOf('anna'));
  const column = await madeBy(anna, '2026-11-09' as LocalDate);
  valueOf(await graded(anna, column, { value: { quarters: 24 } }));
  await through(anna);
  await writeRoster(movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
  const bruno = await openOn(await deviceOf('bruno'), 4, CLASS_B);
  const [earlier] = await firstValueFrom(bruno.records.find('earlierGrade', { class: CLASS_B }));
  const copy = server.copy();
  server.first.clock.now += STEP;
  valueOf(await leaveOut(bruno, must(earlier, 'the earlier grade'), true));
  await through(bruno);
  await server.putBack(copy);
  expect(await atServer('earlierGrade')).toMatchObject([{ ofClass: CLASS_A }]);
  await comeBack(bruno);
  expect(await atServer('earlierGrade')).toMatchObject([{ ofClass: CLASS_A, leftOut: true }]);
});

test('D81: that one is left out comes back too where the class change was lost with it', async () => {
  const move = async () => await writeRoster(movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
  const leftOut = { ofClass: CLASS_A, quarters: 24, leftOut: true };
  const anna = await openOn(await deviceOf('anna'));
  const column = await madeBy(anna, '2026-11-09' as LocalDate);
  valueOf(await graded(anna, column, { value: { quarters: 24 } }));
  await through(anna);
  const brunos = await deviceOf('bruno');
  const copy = server.copy();
  await move();
  const bruno = await openOn(brunos, 4, CLASS_B);
  const [earlier] = await firstValueFrom(bruno.records.find('earlierGrade', { class: CLASS_B }));
  server.first.clock.now += STEP;
  valueOf(await leaveOut(bruno, must(earlier, 'the earlier grade'), true));
  await through(bruno);

  await server.putBack(copy);
  await comeBack(bruno);
  expect(await atServer('earlierGrade')).toMatchObject([{ leftOut: true, value: {}, cancelled: true }]);
  expect((await when(bruno.status.sync$, isThrough)).refused).toEqual([]);
  server.first.clock.now += STEP;
  await move();
  expect(await atServer('earlierGrade')).toMatchObject([leftOut]);
  bruno.status.syncNow();
  const known = bruno.records.find('earlierGrade', { class: CLASS_B });
  await when(known, ([one]) => one?.quarters === 24 && one.leftOut === true);
});

test('D81: that one is left out comes back to a copy that was made anew before', async () => {
  const move = async () => await writeRoster(movedPupil(pupil, CLASS_A, CLASS_B, at('08:50')));
  const anna = await openOn(await deviceOf('anna'));
  const column = await madeBy(anna, '2026-11-09' as LocalDate);
  valueOf(await graded(anna, column, { value: { quarters: 24 } }));
  await through(anna);
  const brunos = await deviceOf('bruno');
  const copy = server.copy();
  await move();
  const bruno = await openOn(brunos, 4, CLASS_B);
  const [earlier] = await firstValueFrom(bruno.records.find('earlierGrade', { class: CLASS_B }));
  server.first.clock.now += STEP;
  valueOf(await leaveOut(bruno, must(earlier, 'the earlier grade'), true));
  await through(bruno);
  await server.putBack(copy);
  server.first.clock.now += STEP;
  await move();
  await comeBack(bruno);
  expect(await atServer('earlierGrade')).toMatchObject([{ ofClass: CLASS_A, quarters: 24, leftOut: true }]);
});
