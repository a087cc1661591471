import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, because, grade, writeYear } from '../../testing/gradebook/test-grades.ts';
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
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const { anna, carla } = STAFF;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  itIs('08:00');
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
});
afterEach(async () => {
  await server.close();
});

/** Moves the server's clock to a time of today, or of a day after it. */
function itIs(time: string, day = TODAY): void {
  server.clock.now = Date.parse(at(time, day));
}

async function signIn(name: 'anna' | 'carla', id: string): Promise<string> {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf(name), password: PASSWORD, device: { id, name: 'PC' } },
  });
  return answer.json<{ readonly tokens: { readonly accessToken: string } }>().tokens.accessToken;
}

async function push(
  token: string,
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
): Promise<PushOutcome | undefined> {
  const request = { protocol: PROTOCOL_VERSION, push: { grades: [{ assumed, next }] } };
  return (await server.sync(token, request)).push.grades?.[0];
}

const pushAs = async (
  name: 'anna' | 'carla',
  next: RegisterRecord,
  assumed: RegisterRecord | null = null,
): Promise<PushOutcome | undefined> => await push(await server.token(name), next, assumed);

const said = (outcome: PushOutcome | undefined) => outcome?.refusal?.reason ?? outcome?.outcome;

async function stands<R extends RegisterRecord>({ id }: R): Promise<R> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as R;
}

const told = async (name: 'anna' | 'carla') =>
  (await server.notices(name)).map(({ field, lost, kept }) => `${field} ${lost} ${kept}`).toSorted();

/** Anna's grade of eight o'clock, which the family sees from half past eight on. */
async function written(
  changes: Partial<Grade> = {},
): Promise<{ readonly column: Assessment; readonly first: Grade }> {
  const column = assessment(anna, { recordedAt: at('08:00') });
  const first = grade(anna, column, PUPIL, { quarters: 16 }, { recordedAt: at('08:00'), ...changes });
  expect([said(await pushAs('anna', column)), said(await pushAs('anna', first))]).toEqual([
    'stored',
    'stored',
  ]);
  return { column: await stands(column), first: await stands(first) };
}

test.each<[string, Partial<Grade>]>([
  ['does not count', { counts: false }],
  ['weighs nothing', { weight: 0 }],
  ['is hidden', { visible: false }],
  ['is held back', { embargo: addDays(TODAY, 60) }],
  ['is another value that does not count', { value: { quarters: 40 }, counts: false }],
])(
  'D78: nobody who says that they knew of nothing makes of a colleague’s seen grade one that %s without a reason',
  async (_name, changes) => {
    const { first } = await written();
    itIs('10:00');
    const next = () => edited(first, { author: carla, recordedAt: at('10:00'), ...changes });
    expect(said(await pushAs('carla', next()))).toBe('reasonMissing');
    // Nor who names what never stood, or stood there empty.
    const empty = { ...first, entry: nextEntry(), value: {} };
    expect(said(await pushAs('carla', next(), empty))).toBe('reasonMissing');
    expect(await stands(first)).toEqual(first);
    const value = because({ ...(changes.value ?? first.value), reason: 'Prova annullata' });
    expect(said(await pushAs('carla', { ...next(), value }))).toBe('merged');
  },
);

test('D24, D78: before the family could see it, both are told what one of two who knew nothing of each other has set', async () => {
  const { first } = await written();
  itIs('08:10');
  const next = edited(first, { author: carla, counts: false, recordedAt: at('08:10') });
  expect(said(await pushAs('carla', next))).toBe('merged');
  expect(await stands(first)).toMatchObject({ counts: false, value: { quarters: 16 } });
  expect(await told('anna')).toEqual(['counts null false']);
  expect(await told('carla')).toEqual(['counts null false']);
});

test('D24, D78: whoever wrote the grade itself is told of it, also where the other one had begun the cell', async () => {
  const { column } = await written();
  const begun = grade(carla, column, pupilOf(CLASS_A, 2), {}, { privateComment: 'Da sentire' });
  const first = { ...begun, recordedAt: at('08:00') };
  expect(said(await pushAs('carla', first))).toBe('stored');
  const annas = edited(first, { author: anna, value: { quarters: 16 } });
  expect(said(await pushAs('anna', annas, first))).toBe('stored');
  itIs('08:10');
  const next = edited(annas, { author: carla, counts: false, recordedAt: at('08:10') });
  expect(said(await pushAs('carla', next))).toBe('merged');
  expect(await told('anna')).toEqual(['counts null false']);
});

test('D24, D78: and so they are where the other one came first', async () => {
  const column = assessment(anna, { recordedAt: at('08:00') });
  await pushAs('anna', column);
  const cell = grade(anna, column, PUPIL, { quarters: 16 }, { recordedAt: at('08:00') });
  const carlas = edited(cell, { author: carla, counts: false, recordedAt: at('08:10') });
  itIs('08:10');
  expect(said(await pushAs('carla', carlas))).toBe('stored');
  expect(said(await pushAs('anna', cell))).toBe('merged');
  expect(await stands(cell)).toMatchObject({ counts: false });
  expect(await told('anna')).toEqual(['counts null false']);
  expect(await told('carla')).toEqual(['counts null false']);
});

test('D47, D78: a column is changed by nobody who says that they knew of none, or names what never stood', async () => {
  const { column } = await written();
  itIs('10:00');
  const given = () =>
    edited(column, {
      author: carla,
      cancelled: { reason: '' },
      embargo: addDays(TODAY, 60),
      recordedAt: at('10:00'),
    });
  expect(said(await pushAs('carla', given()))).toBe('identityChanged');
  const claimed = { ...given(), topic: 'Altro' };
  expect(said(await pushAs('carla', given(), claimed))).toBe('identityChanged');
  expect(await stands(column)).toEqual(column);
  expect(said(await pushAs('carla', given(), column))).toBe('reasonMissing');
});

test('D78: nor is it given up without a reason by who names a state in which it was given up', async () => {
  const { column } = await written();
  itIs('09:00');
  const given = edited(column, { cancelled: { reason: 'Doppia' }, recordedAt: at('09:00') });
  expect(said(await pushAs('anna', given, column))).toBe('stored');
  const correction = { reason: 'Non era doppia', entry: nextEntry() };
  const back = edited(column, { correction, recordedAt: at('09:00') });
  expect(said(await pushAs('anna', back, given))).toBe('stored');
  itIs('10:00');
  const again = edited(given, { author: carla, cancelled: { reason: '' }, recordedAt: at('10:00') });
  expect(said(await pushAs('carla', again, given))).toBe('reasonMissing');
});

test('D78: nobody rewrites what a family has seen by naming a version of their own that lost', async () => {
  const { first } = await written({ comment: 'Manca lo svolgimento', visible: true });
  const { comment: _comment, visible: _visible, ...rest } = first;
  itIs('10:00');
  const planted = edited<Grade>(rest, { author: carla, recordedAt: at('07:59'), value: { quarters: 12 } });
  expect(said(await pushAs('carla', planted))).toBe('merged');
  expect(await stands(first)).toEqual(first);
  for (const changes of [{ comment: 'Nulla' }, { visible: false }, { value: { quarters: 40 } }]) {
    const next = edited<Grade>(planted, { recordedAt: at('10:00'), ...changes });
    expect(said(await pushAs('carla', next, planted))).toBe('reasonMissing');
  }
  expect(await stands(first)).toEqual(first);
});

test('D24, D78: whose grade was hidden hears of it, also where they had heard that it stood against another word', async () => {
  const { first } = await written({ visible: true });
  itIs('08:10');
  const { visible: _visible, ...rest } = first;
  const lost = edited<Grade>(rest, { author: carla, recordedAt: at('07:59') });
  expect(said(await pushAs('carla', lost))).toBe('merged');
  expect(await told('anna')).toEqual(['visible null true']);
  const hidden = edited<Grade>(first, { author: carla, recordedAt: at('08:10'), visible: false });
  expect(said(await pushAs('carla', hidden))).toBe('merged');
  expect(await stands(first)).toMatchObject({ visible: false });
  expect(await told('anna')).toEqual(['visible null true', 'visible true false']);
});

test('D47: a column goes on from an entry of its device that lost', async () => {
  const { column } = await written();
  itIs('08:20');
  const annas = edited(column, { topic: 'Le radici', recordedAt: at('08:15') });
  expect(said(await pushAs('anna', annas, column))).toBe('stored');
  const lost = edited(column, { author: carla, topic: 'I radicali', recordedAt: at('08:10') });
  expect(said(await pushAs('carla', lost, column))).toBe('merged');
  expect(await stands(column)).toMatchObject({ topic: 'Le radici', author: anna });
  // What followed it was written before the answer came.
  const on = edited(lost, { comment: 'Si ripassa', recordedAt: at('08:11') });
  expect(said(await pushAs('carla', on, lost))).toBe('merged');
  expect(await stands(column)).toMatchObject({ topic: 'Le radici', comment: 'Si ripassa' });
});

test.each([false, true])(
  'D24, D78: who has begun a cell does not know what a colleague wrote there since, moved: %s',
  async (isMoved) => {
    const { column } = await written();
    const cell = grade(anna, column, pupilOf(CLASS_A, 2), {}, { privateComment: 'Da sentire' });
    const begun = { ...cell, recordedAt: at('08:00') };
    expect(said(await pushAs('anna', begun))).toBe('stored');
    itIs('08:05');
    const day = addDays(TODAY, -3);
    const moved = edited(column, { author: carla, day, recordedAt: at('08:05') });
    if (isMoved) expect(said(await pushAs('carla', moved, column))).toBe('stored');
    const now = await stands(begun);
    const carlas = edited(now, { author: carla, value: { quarters: 24 }, recordedAt: at('08:10') });
    itIs('08:10');
    expect(said(await pushAs('carla', carlas, now))).toBe('stored');
    itIs('10:00');
    const annas = edited(begun, { value: { quarters: 28 }, recordedAt: at('09:50') });
    expect(said(await pushAs('anna', annas, begun))).toBe('merged');
    expect((await stands(begun)).value).toEqual({ quarters: 28 });
  },
);

test('D47: a column goes on from an entry whose answer its device has not heard, and from one that changed nothing', async () => {
  const { column } = await written();
  itIs('08:10');
  const again = edited(column, { topic: 'Le radici', recordedAt: at('08:10') });
  expect(said(await pushAs('anna', again))).toBe('merged');
  const same = edited(await stands(column), { recordedAt: at('08:11') });
  expect(said(await pushAs('anna', same, await stands(column)))).toBe('unchanged');
  const carlas = edited(await stands(column), {
    author: carla,
    topic: 'I radicali',
    recordedAt: at('08:12'),
  });
  expect(said(await pushAs('carla', carlas, await stands(column)))).toBe('stored');
  const on = edited(same, { comment: 'Si ripassa', recordedAt: at('08:13') });
  expect(said(await pushAs('anna', on, same))).toBe('merged');
  expect(await stands(column)).toMatchObject({ topic: 'I radicali', comment: 'Si ripassa' });
});

test('D78: whoever has written a grade knows it on each of their devices that was on line since', async () => {
  const { first } = await written();
  itIs('10:00');
  const token = await signIn('anna', 'device-new');
  itIs('10:01');
  const ten = () => edited(first, { value: { quarters: 40 }, recordedAt: at('10:01') });
  expect(said(await push(token, ten()))).toBe('reasonMissing');
  expect(said(await push(token, ten(), { ...first, entry: nextEntry(), value: {} }))).toBe('reasonMissing');
  const value = because({ quarters: 40, reason: 'Errore di somma' });
  expect(said(await push(token, { ...ten(), value }, first))).toBe('stored');
});

test('D78: and takes nothing back there of what a colleague has corrected since, without a reason', async () => {
  const { first } = await written({ weight: 100 });
  itIs('10:00');
  const value = because({ quarters: 36, reason: 'Errore di somma' });
  const corrected = edited(first, { author: carla, value, weight: 50, recordedAt: at('10:00') });
  expect(said(await pushAs('carla', corrected, first))).toBe('stored');
  itIs('11:00');
  const back = edited(first, { recordedAt: at('11:00') });
  expect(said(await pushAs('anna', back))).toBe('reasonMissing');
});

test('D24, D78: a device that was off the line for days fills the cell that a colleague has filled: both hear of it', async () => {
  const { first } = await written();
  itIs('08:00', addDays(TODAY, 3));
  const carlas = edited(first, {
    author: carla,
    value: { quarters: 28 },
    recordedAt: at('10:00', addDays(TODAY, 1)),
  });
  expect(said(await pushAs('carla', carlas))).toBe('merged');
  expect((await stands(first)).value).toEqual({ quarters: 28 });
  expect([await told('anna'), await told('carla')]).toEqual(
    Array.from({ length: 2 }, () => ['value {"quarters":16} {"quarters":28}']),
  );
});

test('D78, W3: of several grades that were refused nobody chooses one later, with the time of then', async () => {
  const column = assessment(anna, { recordedAt: at('08:00') });
  const of = (quarters: number) => grade(anna, column, PUPIL, { quarters }, { recordedAt: at('08:04') });
  const refused = [of(24), of(32)];
  itIs('08:04');
  for (const one of refused) expect(said(await pushAs('anna', one))).toBe('invalid');
  await pushAs('anna', column);
  await writeYear(server, { frozen: [{ period: 0 }] });
  const held = [of(36), of(40)];
  for (const one of held) expect(said(await pushAs('anna', one))).toBe('periodClosed');
  await writeYear(server, {});
  await server.sync(await server.token('anna'), { settled: true });
  itIs('09:00');
  expect(said(await pushAs('anna', of(16)))).toBe('stored');
  itIs('09:00', addDays(TODAY, 20));
  await server.sync(await server.token('anna'), { settled: true });
  const first = await stands(of(16));
  for (const one of [...refused, ...held])
    for (const assumed of [null, first])
      expect(said(await pushAs('anna', one, assumed))).toBe('reasonMissing');
});
