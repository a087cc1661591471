import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, because, grade, OCTOBER } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { CLASS_A, nextEntry, pupilOf, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  itIs('08:00');
});
afterEach(async () => {
  await server.close();
});

/** Moves the server's clock to a time of today. */
function itIs(time: string): void {
  server.clock.now = Date.parse(at(time));
}

async function push(
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
): Promise<string | undefined> {
  const answer = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { grades: [{ assumed, next }] },
  });
  const [outcome] = answer.push.grades ?? [];
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

async function stands<R extends RegisterRecord>({ id, kind }: R): Promise<R> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const { documents = [] } = (await server.sync(await server.token('anna'), { pull })).pull.grades ?? {};
  const found = documents.findLast((one) => one.id === id && one.kind === kind);
  if (!found) throw new Error(`${id} does not stand`);
  return found as R;
}

/** Changes what stands, at a time of today; what is named as undefined is taken away. Answers how it went. */
async function change<R extends RegisterRecord>(
  record: R,
  changes: { readonly [F in keyof R]?: R[F] | undefined },
  time: string,
) {
  itIs(time);
  const before = await stands(record);
  const changed = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== undefined);
  return await push(
    edited(Object.fromEntries(changed) as unknown as R, { recordedAt: at(time) } as Partial<R>),
    before,
  );
}

/** A grade of eight o'clock, which the family sees from half past eight on. */
async function written(ofColumn: Partial<Assessment> = {}, ofGrade: Partial<Grade> = {}) {
  const column = assessment(anna, { recordedAt: at('08:00'), ...ofColumn });
  const first = grade(anna, column, PUPIL, { quarters: 25 }, { recordedAt: at('08:00'), ...ofGrade });
  await push(column);
  await push(first);
  return { column, first };
}

/** Why a column is changed. */
const told = () => ({ correction: { reason: 'Giorno sbagliato', entry: nextEntry() } });

test('D78: a reason is owed for a column that is moved to another day, and not before a family could see a grade of it', async () => {
  const { column } = await written();
  const monday = '2026-11-16' as LocalDate;
  expect(await change(column, { day: monday }, '08:20')).toBe('stored');
  expect(await change(column, { day: OCTOBER }, '09:00')).toBe('reasonMissing');
  expect(await change(column, { day: OCTOBER, ...told() }, '09:00')).toBe('stored');
});

test('D78: a reason is owed for a column that stands again once it was given up', async () => {
  const { column } = await written();
  expect(await change(column, { cancelled: { reason: 'Doppia' } }, '09:00')).toBe('stored');
  expect(await change(column, { cancelled: undefined }, '09:10')).toBe('reasonMissing');
  expect(await change(column, { cancelled: undefined, ...told() }, '09:10')).toBe('stored');
  const unseen = await written({ recordedAt: at('09:10') }, { recordedAt: at('09:10') });
  expect(await change(unseen.column, { cancelled: { reason: '' } }, '09:20')).toBe('stored');
  expect(await change(unseen.column, { cancelled: undefined }, '09:50')).toBe('stored');
});

test('D45, D78: a reason is owed for what is typed in a cell that was emptied once its family had seen it', async () => {
  const { column, first } = await written();
  const emptied = because({ reason: 'Scambio di compiti' });
  expect(await change(first, { value: emptied }, '09:00')).toBe('stored');
  expect(await change(first, { value: { quarters: 28 } }, '09:01')).toBe('reasonMissing');
  expect(await change(first, { privateComment: 'Ne parlo al colloquio' }, '09:01')).toBe('stored');
  const again = because({ quarters: 28, reason: 'Ecco il suo' });
  expect(await change(first, { value: again }, '09:02')).toBe('stored');
  const other = grade(anna, column, pupilOf(CLASS_A, 2), { quarters: 24 }, { recordedAt: at('09:02') });
  await push(other);
  expect(await change(other, { value: {} }, '09:05')).toBe('stored');
  expect(await change(other, { value: { quarters: 28 } }, '10:00')).toBe('stored');
});

test('D78: a reason is owed for a family comment that is written otherwise or wiped, and for none that is added or private', async () => {
  const { column, first } = await written({ comment: 'Si ripassa venerdì' }, { comment: 'Bene' });
  for (const comment of ['Benino', undefined]) {
    expect(await change(first, { comment }, '09:00')).toBe('reasonMissing');
    expect(await change(column, { comment: comment ?? '' }, '09:00')).toBe('reasonMissing');
  }
  expect(await change(first, { privateComment: 'Da sentire' }, '09:00')).toBe('stored');
  expect(await change(first, { privateComment: 'Sentita' }, '10:00')).toBe('stored');
  const value = because({ quarters: 25, reason: 'Era di un altro' });
  expect(await change(first, { comment: 'Benino', value }, '10:00')).toBe('stored');
  expect(await change(column, { comment: '', ...told() }, '10:00')).toBe('stored');
});

test('D76, D78: a comment that is added beside a grade seen long since is put right for half an hour, whatever is written beside it', async () => {
  const { column, first } = await written();
  expect(await change(first, { comment: 'Bene' }, '10:00')).toBe('stored');
  expect(await change(column, { comment: 'Si ripassa' }, '10:00')).toBe('stored');
  expect(await change(first, { comment: undefined }, '10:05')).toBe('stored');
  expect(await change(first, { comment: 'Benino' }, '10:06')).toBe('stored');
  expect(await change(column, { comment: 'Si ripassa venerdì' }, '10:06')).toBe('stored');
  expect(await change(first, { privateComment: 'Da sentire' }, '10:35')).toBe('stored');
  expect(await change(column, { topic: 'Le radici' }, '10:35')).toBe('stored');
  expect(await change(first, { comment: 'Bene' }, '10:40')).toBe('reasonMissing');
  expect(await change(column, { comment: '' }, '10:40')).toBe('reasonMissing');
  expect((await stands(first)).commentFrom).toBe(at('10:36'));
});

test('D76, D78: a comment that arrives late is read from then on: what was written before owes no reason', async () => {
  const { column, first } = await written();
  itIs('12:00');
  const [grown, said] = [await stands(column), await stands(first)];
  const added = edited(said, { comment: 'Bene', recordedAt: at('10:00') });
  const told = edited(grown, { comment: 'Si ripassa', recordedAt: at('10:00') });
  expect([await push(added, said), await push(told, grown)]).toEqual(['stored', 'stored']);
  const rewritten = (time: string) => edited(added, { comment: 'Benino', recordedAt: at(time) });
  itIs('12:01');
  expect(await push(rewritten('12:01'), await stands(first))).toBe('reasonMissing');
  expect(await push(rewritten('11:00'), await stands(first))).toBe('stored');
  expect(await push(edited(told, { comment: '', recordedAt: at('11:00') }), await stands(column))).toBe(
    'stored',
  );
});

test('D78: since when a comment says what it says is the server’s word', async () => {
  const { first } = await written({}, { comment: 'Bene', commentFrom: at('07:00') });
  expect((await stands(first)).commentFrom).toBe(at('08:30'));
  expect(await change(first, { comment: 'Benino', commentFrom: at('09:10') }, '09:10')).toBe('reasonMissing');
});
