import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { gradeId } from '../../../domain/record/grade-key.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import {
  assessment,
  because,
  grade,
  OCTOBER,
  recordsOf,
  writeYear,
} from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, carla } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  itIs('08:00');
  // What is delivered later was written since.
  for (const name of ['anna', 'carla'] as const) await server.token(name);
});
afterEach(async () => {
  await server.close();
});

/** Moves the server's clock to a time of today. */
function itIs(time: string): void {
  server.clock.now = Date.parse(at(time));
}

async function push(
  name: 'anna' | 'carla',
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
): Promise<PushOutcome | undefined> {
  const answer = await server.sync(await server.token(name), {
    protocol: PROTOCOL_VERSION,
    push: { grades: [{ assumed, next }] },
  });
  return answer.push.grades?.[0];
}

async function stands<R extends RegisterRecord>({ id, kind }: R): Promise<R> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const { documents = [] } = (await server.sync(await server.token('anna'), { pull })).pull.grades ?? {};
  const found = documents.findLast((one) => one.id === id && one.kind === kind);
  if (!found) throw new Error(`${id} does not stand`);
  return found as R;
}

/** Changes what stands, at a time of today; answers how it went. */
async function change<R extends RegisterRecord>(record: R, changes: Partial<R>, time: string) {
  itIs(time);
  const before = await stands(record);
  const outcome = await push('anna', edited(before, { ...changes, recordedAt: at(time) }), before);
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

/** A grade of eight o'clock, which the family sees from half past eight on. */
async function written(of: Partial<Assessment> = {}, ofGrade: Partial<Grade> = {}) {
  const column = assessment(anna, { recordedAt: at('08:00'), ...of });
  const first = grade(anna, column, PUPIL, { quarters: 25 }, { recordedAt: at('08:00'), ...ofGrade });
  await push('anna', column);
  await push('anna', first);
  return { column, first };
}

describe('D78 what a family could see once stays known as seen', () => {
  test('D78: though its column is hidden and shown again, or waits for a day', async () => {
    const { column, first } = await written();
    expect(await change(column, { visible: false }, '08:10')).toBe('stored');
    expect(await change(column, { visible: true }, '08:15')).toBe('stored');
    expect(await change(column, { visible: false }, '09:00')).toBe('reasonMissing');
    const correction = { reason: 'Da rivedere', entry: nextEntry() };
    expect(await change(column, { visible: false, correction }, '09:00')).toBe('stored');
    expect(await change(first, { value: { quarters: 28 } }, '09:05')).toBe('reasonMissing');
    expect((await stands(first)).seenFrom).toBe(at('08:30'));
  });

  test('D78: though the grade itself is hidden, or is given another day', async () => {
    const { first } = await written();
    const value = because({ quarters: 25, reason: 'Aspetto il consiglio' });
    expect(await change(first, { visible: false }, '09:00')).toBe('reasonMissing');
    expect(await change(first, { visible: false, value }, '09:00')).toBe('stored');
    expect(await change(first, { visible: true }, '09:10')).toBe('stored');
    expect(await change(first, { embargo: '2026-12-20' as LocalDate }, '09:11')).toBe('reasonMissing');
  });

  test('D78: though a private note was written beside it since', async () => {
    const { first } = await written();
    expect(await change(first, { privateComment: 'Ne parlo al colloquio' }, '09:00')).toBe('stored');
    expect(await change(first, { value: { quarters: 28 } }, '09:05')).toBe('reasonMissing');
  });

  test('D78: though the device that wrote it says that it knows of nothing', async () => {
    const { first } = await written();
    itIs('09:00');
    const blind = edited(first, { value: { quarters: 40 }, recordedAt: at('09:00') });
    expect((await push('anna', blind))?.refusal?.reason).toBe('reasonMissing');
    const made = { ...first, entry: nextEntry(), value: { quarters: 40 } };
    expect((await push('anna', { ...blind, entry: nextEntry() }, made))?.refusal?.reason).toBe(
      'reasonMissing',
    );
  });

  test('D78: though the device says that another thing stood under the name of an entry, or names one that lost', async () => {
    const { column, first } = await written();
    itIs('09:00');
    const correction = { reason: 'Giorno sbagliato', entry: nextEntry() };
    expect(await change(column, { day: OCTOBER, correction }, '09:00')).toBe('stored');
    const changed = () => edited(first, { value: { quarters: 40 }, recordedAt: at('09:00') });
    expect((await push('anna', changed(), { ...first, value: {} }))?.refusal?.reason).toBe('reasonMissing');
    const lost = { ...first, value: {}, recordedAt: at('07:59'), entry: nextEntry() };
    expect((await push('anna', lost))?.outcome).toBe('merged');
    expect((await push('anna', changed(), lost))?.refusal?.reason).toBe('reasonMissing');
  });

  test('D78: though the school holds it back since', async () => {
    const { first } = await written();
    const until = '2026-12-20' as LocalDate;
    await writeYear(server, { heldBack: [{ period: 0, until, since: addDays(TODAY, 1) }] });
    expect(await change(first, { value: { quarters: 28 } }, '09:05')).toBe('reasonMissing');
    await writeYear(server, { heldBack: [{ period: 0, until, heldAt: at('08:40') }] });
    expect(await change(first, { value: { quarters: 28 } }, '09:10')).toBe('reasonMissing');
    await writeYear(server, { heldBack: [{ period: 0, until, heldAt: at('08:20') }] });
    expect(await change(first, { value: { quarters: 28 } }, '09:10')).toBe('stored');
  });

  test('D78: not what a device says of it', async () => {
    const { first } = await written({}, { seenFrom: at('07:00') });
    expect((await stands(first)).seenFrom).toBeUndefined();
    expect(await change(first, { value: { quarters: 28 } }, '08:20')).toBe('stored');
  });
});

describe('D78 a reason', () => {
  test('D78: is owed for a grade that is changed, and for one that is cancelled', async () => {
    const { first } = await written();
    expect(await change(first, { value: { quarters: 28 } }, '09:00')).toBe('reasonMissing');
    const before = await stands(first);
    const cancelled = edited(before, { value: {}, recordedAt: at('09:00') });
    expect((await push('anna', cancelled, before))?.refusal).toEqual({
      reason: 'reasonMissing',
      path: 'value',
    });
    expect(await change(first, { value: because({ reason: 'Scambio di compiti' }) }, '09:00')).toBe('stored');
  });

  test('D78: is that of its own change alone: the one of before counts for nothing', async () => {
    const { first } = await written();
    const told = because({ quarters: 28, reason: 'Errore di somma' });
    expect(await change(first, { value: told }, '09:00')).toBe('stored');
    expect(await change(first, { value: { ...told, quarters: 32 } }, '10:00')).toBe('reasonMissing');
    expect(await change(first, { value: { ...told, quarters: 32, reasonEntry: nextEntry() } }, '10:00')).toBe(
      'stored',
    );
  });

  test('D78: has a word in it', async () => {
    const { first } = await written();
    expect(await change(first, { value: because({ quarters: 28, reason: ' . ' }) }, '09:00')).toBe(
      'reasonMissing',
    );
  });

  test('D78: is owed for what a grade counts and what a test comes to as well', async () => {
    const { column, first } = await written({
      test: { maximum: 1000, conversion: { way: 'linear', lowest: 8 } },
    });
    expect(await change(first, { weight: 0 }, '09:00')).toBe('reasonMissing');
    expect(await change(first, { counts: false }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { weight: 50 }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { counts: false }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { test: { maximum: 2000 } }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { topic: 'Le radici' }, '09:00')).toBe('stored');
    const correction = { reason: 'Punteggio sbagliato', entry: nextEntry() };
    expect(await change(column, { weight: 50, correction }, '09:00')).toBe('stored');
    expect(await change(column, { weight: 60 }, '09:01')).toBe('reasonMissing');
  });

  test('D78: is owed for a column that is given up, and not for one in which nothing was seen', async () => {
    const { column } = await written();
    expect(await change(column, { cancelled: { reason: '' } }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { cancelled: { reason: 'Doppia' } }, '09:00')).toBe('stored');
    const empty = assessment(anna, { recordedAt: at('09:00') });
    await push('anna', empty);
    expect(await change(empty, { cancelled: { reason: '' } }, '10:00')).toBe('stored');
  });

  test('D78: is owed by nobody for what was written before the grade had arrived', async () => {
    const column = assessment(anna, { recordedAt: at('08:00') });
    const first = grade(anna, column, PUPIL, { quarters: 25 }, { recordedAt: at('08:00') });
    itIs('12:00');
    await push('anna', column);
    await push('anna', first);
    const next = edited(first, { value: { quarters: 28 }, recordedAt: at('09:00') });
    itIs('12:01');
    expect((await push('anna', next, await stands(first)))?.outcome).toBe('stored');
  });
});

test('D24, D78: a cell that two have written more than half an hour apart is a conflict that both hear of, whoever arrives first', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  for (const order of [
    ['anna', 'carla'],
    ['carla', 'anna'],
  ] as const) {
    itIs('08:00');
    const column = assessment(anna, { recordedAt: at('08:00') });
    await push('anna', column);
    itIs('10:00');
    const cells = {
      anna: grade(anna, column, PUPIL, { quarters: 24 }, { recordedAt: at('08:10') }),
      carla: grade(carla, column, PUPIL, { quarters: 28 }, { recordedAt: at('09:00') }),
    };
    const outcomes: unknown[] = [];
    for (const name of order) outcomes.push((await push(name, cells[name]))?.outcome);
    expect(outcomes).toEqual(['stored', 'merged']);
    expect((await stands(cells.anna)).value).toEqual({ quarters: 28 });
  }
});

test('D78: since when a cell was seen is the server’s word also in a version that loses', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  itIs('08:00');
  const column = assessment(anna, { recordedAt: at('08:00') });
  await push('anna', column);
  await push('anna', grade(anna, column, PUPIL, { quarters: 24 }, { recordedAt: at('08:10') }));
  const claimed = { recordedAt: at('08:05'), seenFrom: at('07:00') };
  expect((await push('carla', grade(carla, column, PUPIL, { quarters: 28 }, claimed)))?.outcome).toBe(
    'merged',
  );
  const versions = await server.storage.read(
    SCHOOL,
    async (reader) => await reader.versionsOf('grades', gradeId(column.id, PUPIL)),
  );
  expect(versions.map(({ outcome }) => outcome)).toContain('overruled');
  expect(versions.map(({ json }) => json).join()).not.toContain('seenFrom');
});

test('D78: two who correct one cell, each with a reason, are both taken, whoever arrives first', async () => {
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  for (const order of [
    ['anna', 'carla'],
    ['carla', 'anna'],
  ] as const) {
    itIs('08:00');
    const { first } = await written();
    itIs('11:00');
    const before = await stands(first);
    const weighed = because({ ...before.value, reason: 'Era una prova breve' });
    const rows = {
      anna: edited(before, { weight: 50, value: weighed, recordedAt: at('10:00') }),
      carla: edited(before, {
        author: carla,
        value: because({ quarters: 28, reason: 'Errore di somma' }),
        recordedAt: at('10:05'),
      }),
    };
    const outcomes: unknown[] = [];
    for (const name of order) outcomes.push((await push(name, rows[name], before))?.outcome);
    expect(outcomes).toEqual(['stored', 'merged']);
    expect(await stands(first)).toMatchObject({ weight: 50, value: { quarters: 28 } });
  }
});

test('D78: a reason is owed for what hides a grade by leaving it to its column, and for a test that is another type', async () => {
  const { column, first } = await written({ visible: false }, { visible: true });
  const { visible: _visible, ...hidden } = await stands(first);
  itIs('09:00');
  const outcome = await push(
    'anna',
    edited(hidden as Grade, { recordedAt: at('09:00') }),
    await stands(first),
  );
  expect(outcome?.refusal?.reason).toBe('reasonMissing');
  expect(await change(column, { type: 'oral' }, '09:00')).toBe('reasonMissing');
});

test('D45: nothing is written in a column that was given up meanwhile, and its author hears of it', async () => {
  const { column } = await written();
  await change(column, { cancelled: { reason: 'Doppia' } }, '08:20');
  const other = grade(anna, column, pupilOf(CLASS_A, 2), { quarters: 28 }, { recordedAt: at('08:15') });
  expect((await push('anna', other))?.refusal?.reason).toBe('assessmentCancelled');
});

test('D45: words and rubrics that say nothing are no grade', async () => {
  const column = assessment(anna, { recordedAt: at('08:00') });
  await push('anna', column);
  const blank = grade(anna, column, PUPIL, { judgement: '  ' }, { recordedAt: at('08:00') });
  expect((await push('anna', blank))?.refusal).toEqual({ reason: 'invalid', path: 'value' });
});

test('D55: an objective that is taken away locks no cell: what is written beside a grade is taken', async () => {
  const { column, first } = await written(
    { test: { maximum: 1000 }, objectives: [{ id: 'somme', name: 'Sommare' }] },
    { value: { score: 900 }, objectives: [{ objective: 'somme', level: 'Base' }] },
  );
  const { objectives: _objectives, ...bare } = await stands(column);
  const next = edited(bare as Assessment, { recordedAt: at('08:10') });
  itIs('08:10');
  expect((await push('anna', next, await stands(column)))?.outcome).toBe('stored');
  expect(await change(first, { comment: 'Bene' }, '08:12')).toBe('stored');
});

test('D48: a column goes to no day on which somebody with a grade was not in the class', async () => {
  const { column } = await written();
  const since = recordsOf('enrolment').filter(({ pupil }) => pupil === PUPIL);
  await server.roster.write(
    SCHOOL,
    since.map((one) => ({ ...one, from: '2026-11-20' as LocalDate })),
  );
  expect(await change(column, { day: '2026-11-16' as LocalDate }, '08:10')).toBe('notEnrolled');
});
