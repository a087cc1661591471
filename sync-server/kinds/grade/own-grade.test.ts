import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { PushOutcome, PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { LOOKED_AT } from '../../register/batch/histories.ts';
import { assessment, because, grade } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
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

/** Moves the server's clock to a time of today. */
function itIs(time: string): void {
  server.clock.now = Date.parse(at(time));
}

/** A session on a device, which says itself what it is called; Anna's own is the one of the test server where nothing is said. */
async function signIn(name: 'anna' | 'carla', device = { id: `device-${name}`, name: 'PC' }) {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf(name), password: PASSWORD, device },
  });
  return answer.json<{ readonly tokens: { readonly accessToken: string } }>().tokens.accessToken;
}

async function pushAll(token: string, grades: readonly PushRow[]): Promise<readonly PushOutcome[]> {
  const answer = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades } });
  return answer.push.grades ?? [];
}

async function push(token: string, next: RegisterRecord, assumed: RegisterRecord | null = null) {
  const [outcome] = await pushAll(token, [{ assumed, next }]);
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

async function stands<R extends RegisterRecord>({ id }: R): Promise<R> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('grades', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as R;
}

/** Anna's grade of eight o'clock, which the family sees from half past eight on. */
async function written(changes: Partial<Grade> = {}) {
  const column = assessment(anna, { recordedAt: at('08:00') });
  const first = grade(anna, column, PUPIL, { quarters: 16 }, { recordedAt: at('08:00'), ...changes });
  const token = await signIn('anna');
  expect([await push(token, column), await push(token, first)]).toEqual(['stored', 'stored']);
  return { column: await stands(column), first: await stands(first) };
}

const ten = (of: Grade, changes: Partial<Grade> = {}) =>
  edited(of, { author: anna, value: { quarters: 40 }, recordedAt: at('10:00'), ...changes });

/** Pushes that lose on a cell, as many as a decision looks at. */
function losing(of: Grade): readonly PushRow[] {
  return Array.from({ length: LOOKED_AT.newest }, (_, index) => ({
    assumed: null,
    next: { ...of, entry: nextEntry(), value: { quarters: 17 + (index % 20) }, recordedAt: at('07:59') },
  }));
}

describe('D78 whoever has written a grade changes it once it was seen for a reason alone', () => {
  test.each([
    ['the same device under another name', { id: 'device-anna', name: 'Altro PC' }],
    ['an older device that never says that nothing waits on it', { id: 'device-older', name: 'Tablet' }],
  ])('D78: also on %s', async (_name, device) => {
    itIs('07:00');
    await signIn('anna', device);
    itIs('08:00');
    const { first } = await written();
    itIs('10:00');
    const token = await signIn('anna', device);
    expect(await push(token, ten(first))).toBe('reasonMissing');
    expect(await push(token, ten(first), { ...first, entry: nextEntry(), value: {} })).toBe('reasonMissing');
    expect(await stands(first)).toEqual(first);
    const value = because({ quarters: 40, reason: 'Errore di somma' });
    expect(await push(token, ten(first, { value }))).toBe('merged');
  });

  test('D78: nor does a state of before her own grade make it one that she did not know', async () => {
    const column = assessment(anna, { recordedAt: at('08:00') });
    const note = grade(anna, column, PUPIL, {}, { privateComment: 'Da sentire', recordedAt: at('08:00') });
    const token = await signIn('anna');
    await push(token, column);
    await push(token, note);
    const first = edited(note, { value: { quarters: 16 }, recordedAt: at('08:00') });
    expect(await push(token, first, note)).toBe('stored');
    itIs('10:00');
    const renamed = await signIn('anna', { id: 'device-anna', name: 'Altro PC' });
    expect(await push(renamed, ten(first), note)).toBe('reasonMissing');
  });

  test('D78: nor do a great many versions that lose hide that she wrote it', async () => {
    const { first } = await written();
    const token = await signIn('anna');
    const rows = losing(first);
    const outcomes = await pushAll(token, rows);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['merged']));
    itIs('10:00');
    const later = await signIn('anna');
    expect(await push(later, ten(first))).toBe('reasonMissing');
    expect(await push(later, ten(first), rows.at(-1)?.next as Grade)).toBe('reasonMissing');
    expect(await stands(first)).toMatchObject({ value: { quarters: 16 } });
  });

  test('D78: nor takes back without one what a colleague has corrected since', async () => {
    const { first } = await written();
    itIs('09:00');
    const value = because({ quarters: 36, reason: 'Errore di somma' });
    const corrected = edited(first, { author: carla, value, recordedAt: at('09:00') });
    expect(await push(await signIn('carla'), corrected, first)).toBe('stored');
    itIs('10:00');
    const renamed = await signIn('anna', { id: 'device-anna', name: 'Altro PC' });
    expect(await push(renamed, ten(first))).toBe('reasonMissing');
    expect(await push(renamed, ten(first, { value: first.value }))).toBe('reasonMissing');
  });

  test('D24, D78: a device that was off the line since before is asked for a reason, and its grade is taken with one', async () => {
    const tablet = { id: 'device-tablet', name: 'Tablet' };
    itIs('07:00');
    await signIn('anna', tablet);
    itIs('08:00');
    const { first } = await written();
    itIs('12:00');
    const offline = ten(first, { recordedAt: at('09:00') });
    const token = await signIn('anna', tablet);
    const [outcome] = await pushAll(token, [{ assumed: null, next: offline }]);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'reasonMissing' },
      master: first,
    });
    // Before the family could see the first one, nobody is owed anything.
    expect(await push(token, ten(first, { recordedAt: at('08:20') }))).toBe('merged');
  });
});

describe('D78 whoever has not taken in yet what became of their entry', () => {
  /** Carla corrects for a reason what Anna, off the line, writes beside. */
  async function corrected(first: Grade, changes: Partial<Grade> = {}) {
    itIs('09:00');
    const value = because({ quarters: 28, reason: 'Errore di somma' });
    const carlas = edited(first, { author: carla, value, recordedAt: at('09:00'), ...changes });
    expect(await push(await signIn('carla'), carlas, first)).toBe('stored');
  }

  test.each<[string, (first: Grade, beside: Grade) => Grade]>([
    ['that entry', (_first, beside) => beside],
    ['what stood before it, its answer being lost', (first) => first],
  ])('D78: writes on beside a colleague’s correction, from %s', async (_name, assumed) => {
    const { first } = await written({ weight: 100 });
    await corrected(first, { weight: 50 });
    itIs('09:30');
    const token = await signIn('anna');
    const beside = edited(first, { privateComment: 'Da sentire', recordedAt: at('09:10') });
    expect(await push(token, beside, first)).toBe('merged');
    const on = edited(beside, { privateComment: 'Sentito', recordedAt: at('09:11') });
    expect(await push(token, on, assumed(first, beside))).toBe('merged');
    const now = await stands(first);
    expect(now).toMatchObject({ value: { quarters: 28 }, weight: 50, privateComment: 'Sentito' });
    // What she changes of it herself is asked for a reason as ever.
    const weighed = edited(on, { weight: 0, recordedAt: at('09:12') });
    expect(await push(token, weighed, on)).toBe('reasonMissing');
    expect(await push(token, edited(on, { value: {}, recordedAt: at('09:12') }), on)).toBe('reasonMissing');
  });

  test('D78: writes on in a column that a colleague has corrected', async () => {
    const { column } = await written();
    itIs('09:00');
    const correction = { reason: 'Era una prova breve', entry: nextEntry() };
    const carlas = edited(column, { author: carla, weight: 50, correction, recordedAt: at('09:00') });
    expect(await push(await signIn('carla'), carlas, column)).toBe('stored');
    itIs('09:30');
    const token = await signIn('anna');
    const renamed = edited(column, { topic: 'Le radici', recordedAt: at('09:10') });
    expect(await push(token, renamed, column)).toBe('merged');
    const on = edited(renamed, { topic: 'I radicali', recordedAt: at('09:11') });
    expect(await push(token, on, renamed)).toBe('merged');
    expect(await stands(column)).toMatchObject({ weight: 50, topic: 'I radicali' });
    expect(await push(token, edited(on, { weight: 0, recordedAt: at('09:12') }), on)).toBe('reasonMissing');
  });
});
