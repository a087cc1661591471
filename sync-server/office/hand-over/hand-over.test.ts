import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  HandOverAnswer,
  OfficeHandOvers,
  SettledHandOver,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { familySchool } from '../../testing/test-families.ts';
import { attendance, edited, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  staffRecord,
} from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer(familySchool());
  desk = officeDesk(server);
});
afterEach(async () => {
  await server.close();
});

const ANNA = usernameOf('anna');

interface Options {
  readonly password?: string;
  readonly username?: string;
  readonly assumed?: RegisterRecord | null;
  readonly collection?: string;
}

async function handOver(records: readonly RegisterRecord[], options: Options = {}) {
  const { password = PASSWORD, username = ANNA, assumed = null, collection } = options;
  const entries = records.map((record) => ({
    entry: record.entry,
    collection: collection ?? (record.kind === 'lesson' ? 'lessons' : 'attendance'),
    record,
    assumed,
  }));
  const device = { id: 'device-anna', name: 'Aula 3' };
  const payload = { username, consent: { password }, device, entries };
  const answer = await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  return { status: answer.statusCode, body: answer.json<HandOverAnswer & { kind?: string }>() };
}

const waiting = async () => (await desk.get<OfficeHandOvers>('hand-overs')).body.entries;
const settle = async (ids: readonly string[], take: boolean) =>
  await desk.post<SettledHandOver>('hand-overs/settle', { ids, take });
const block = async () => await desk.act('block', { usernames: [ANNA], reason: 'Supplenza finita' });
const annasLesson = (changes = {}) => lesson(STAFF.anna, { signatures: [signature(STAFF.anna)], ...changes });

describe('a blocked account', () => {
  test('hands its entries over with the password, and again without harm', async () => {
    await block();
    const record = annasLesson({ topic: 'Frazioni' });
    const first = await handOver([record]);
    expect(first).toEqual({ status: 200, body: { taken: [record.entry] } });
    expect(await handOver([record])).toEqual(first);
    expect(await waiting()).toEqual([
      {
        id: `${ANNA}/${record.entry}`,
        username: ANNA,
        name: 'Prova Anna',
        device: 'Aula 3 (device-a)',
        collection: 'lessons',
        record,
        recordedAt: record.recordedAt,
        handedOverAt: '2026-11-23T09:30:00.000Z',
        state: 'waiting',
      },
    ]);
    expect((await desk.events(ANNA))[0]).toMatchObject({ act: 'handedOver', details: { entries: 1 } });
  });

  test('drops by its kind what is the author’s alone, and nothing that the server does not know', async () => {
    await block();
    const note = { ...annasLesson(), entry: nextEntry(), kind: 'diaryEntry' } as unknown as RegisterRecord;
    const seen = {
      ...annasLesson(),
      entry: nextEntry(),
      kind: 'conflictNotice',
    } as unknown as RegisterRecord;
    expect((await handOver([note, seen], { collection: 'personal' })).body.taken).toEqual([
      note.entry,
      seen.entry,
    ]);
    expect((await waiting()).map(({ record }) => record['kind'])).toEqual(['diaryEntry']);
  });

  test('F.5: shows the office whose grade waits, and nothing of what it says', async () => {
    await block();
    const column = assessment(STAFF.anna);
    const given = grade(STAFF.anna, column, pupilOf(CLASS_A, 1), { quarters: 20, judgement: 'Confuso' });
    const record = { ...given, comment: 'Bene', privateComment: 'Ha copiato' };
    await handOver([record], { collection: 'grades' });
    const [shown] = await waiting();
    expect(shown?.record).toMatchObject({ kind: 'grade', pupil: given.pupil, subject: given.subject });
    for (const member of ['value', 'comment', 'privateComment'])
      expect(shown?.record).not.toHaveProperty(member);
  });

  test('F.5: shows the office which test waits, and no word of it', async () => {
    await block();
    const column = assessment(STAFF.anna, {
      comment: 'Rossi ha copiato',
      objectives: [{ id: 'one', name: 'Rossi non copi più' }],
      cancelled: { reason: 'Rossi ha copiato' },
    });
    const correction = { reason: 'Rossi ha copiato', entry: column.entry };
    await handOver([{ ...column, correction }], { collection: 'grades' });
    const [shown] = await waiting();
    const { type, subject, day } = column;
    expect(shown?.record).toMatchObject({ kind: 'assessment', type, subject, day });
    expect(JSON.stringify(shown?.record)).not.toMatch(/Rossi|frazioni/);
  });

  test('F.5: shows the office that something of a newer version waits, and nothing of what it says', async () => {
    await block();
    const record = grade(STAFF.anna, assessment(STAFF.anna), pupilOf(CLASS_A, 1), { quarters: 20 });
    const remark = { ...record, entry: nextEntry(), remark: 'Rossi ha copiato' };
    const diary = { ...record, entry: nextEntry(), kind: 'diaryEntry', body: 'Rossi ha copiato' };
    await handOver([remark, diary] as unknown as RegisterRecord[], { collection: 'grades' });
    const shown = (await waiting()).map((one) => one.record);
    expect(shown).toHaveLength(2);
    expect(shown).toContainEqual({ kind: 'diaryEntry' });
    expect(shown).toContainEqual(expect.objectContaining({ kind: 'grade', pupil: record.pupil }));
    expect(JSON.stringify(shown)).not.toContain('Rossi');
  });

  test('opens nothing by it: no session begins, and nothing is in the register', async () => {
    await block();
    const record = annasLesson();
    await handOver([record]);
    const sessions = await server.storage.accounts.read((reader) => reader.sessionsOf([ANNA]));
    expect(sessions.filter(({ endReason }) => endReason === null)).toEqual([]);
    const documents = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [record.id]));
    expect(documents.size).toBe(0);
  });

  test('is refused alike with a wrong password, when it is not blocked, and when it does not exist', async () => {
    const record = annasLesson();
    const open = await handOver([record]);
    expect(open).toMatchObject({ status: 401, body: { kind: 'wrongCredentials' } });
    await block();
    expect(await handOver([record], { password: 'wrong' })).toEqual(open);
    expect(await handOver([record], { username: 'TEST0001.999' })).toEqual(open);
    expect(await waiting()).toEqual([]);
  });

  test('is slowed down after four wrong passwords', async () => {
    await block();
    const record = annasLesson();
    for (let count = 0; count < 4; count += 1) await handOver([record], { password: 'wrong' });
    expect(await handOver([record])).toMatchObject({ status: 429, body: { kind: 'tooManyAttempts' } });
  });

  test('cannot fill the server: beyond two thousand entries the device keeps them', async () => {
    await block();
    const taken: number[] = [];
    for (let batch = 0; batch < 11; batch += 1) {
      const records = Array.from({ length: 200 }, () => annasLesson({ entry: nextEntry() }));
      taken.push((await handOver(records)).body.taken.length);
    }
    expect(taken).toEqual([...Array.from({ length: 10 }, () => 200), 0]);
  });
});

describe('the office', () => {
  test('takes an entry into the register in its author’s name, with the clerk beside the device', async () => {
    await block();
    const record = annasLesson({ topic: 'Frazioni' });
    await handOver([record]);
    const [entry] = await waiting();
    expect((await settle([entry?.id ?? ''], true)).body).toEqual({ done: 1, refused: [] });
    const [version] = await server.storage.read(SCHOOL, (reader) => reader.versionsOf('lessons', record.id));
    expect(version).toMatchObject({
      author: STAFF.anna,
      entry: record.entry,
      recordedAt: record.recordedAt,
      device: `Aula 3 (device-a) → Prova Olga (${usernameOf('office')})`,
    });
    expect((await waiting())[0]).toMatchObject({ state: 'taken', settledBy: usernameOf('office') });
    expect((await desk.events(ANNA))[0]).toMatchObject({ act: 'handOverTaken', by: usernameOf('office') });
    expect((await settle([entry?.id ?? ''], true)).status).toBe(409);
  });

  test('sees what claims to be older than its device can have it: brought forward and marked like any other', async () => {
    const { accessToken } = await server.signIn('anna');
    await server.sync(accessToken, { settled: true });
    const handedOver = new Date(server.clock.now).toISOString();
    server.clock.now += 3_600_000;
    await block();
    const record = annasLesson({ topic: 'Frazioni' });
    const entry = { entry: record.entry, collection: 'lessons', record, assumed: null };
    const device = { id: 'device-anna', name: 'PC' };
    const payload = { username: ANNA, consent: { password: PASSWORD }, device, entries: [entry] };
    await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
    const [waits] = await waiting();
    expect((await settle([waits?.id ?? ''], true)).body.done).toBe(1);
    const [version] = await server.storage.read(SCHOOL, (reader) => reader.versionsOf('lessons', record.id));
    expect(JSON.parse(version?.json ?? '')).toMatchObject({
      recordedAt: handedOver,
      backdated: { claimed: record.recordedAt, after: handedOver },
    });
  });

  test('leaves an entry, which then is nowhere but in the list', async () => {
    await block();
    const record = annasLesson();
    await handOver([record]);
    const [entry] = await waiting();
    expect((await settle([entry?.id ?? ''], false)).body).toEqual({ done: 1, refused: [] });
    expect((await waiting())[0]).toMatchObject({ state: 'left' });
    const documents = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [record.id]));
    expect(documents.size).toBe(0);
    expect((await desk.acts(ANNA))[0]).toBe('handOverLeft');
  });

  test('cannot take what its author might not write: another class, rubbish, a record of the roster', async () => {
    await block();
    const foreign = annasLesson({ class: CLASS_B });
    const rubbish = { ...annasLesson(), hour: 'prima' } as unknown as RegisterRecord;
    const promoted = { ...staffRecord(STAFF.anna, 'Anna', ['principal']), entry: nextEntry() };
    await handOver([foreign, rubbish]);
    await handOver([promoted], { collection: 'roster' });
    const ids = (await waiting()).map(({ id }) => id);
    const { done, refused } = (await settle(ids, true)).body;
    expect(done).toBe(0);
    const reason = (record: RegisterRecord) => refused.find(({ id }) => id.endsWith(record.entry))?.reason;
    expect([foreign, rubbish, promoted].map(reason)).toEqual(['forbidden', 'invalid', 'readOnly']);
    expect(await waiting()).toMatchObject(Array.from({ length: 3 }, () => ({ state: 'waiting' })));
    expect((await settle(ids, false)).body).toEqual({ done: 3, refused: [] });
  });

  test('takes what a supply wrote while still at the school, after the contract has ended', async () => {
    const record = attendance(STAFF.anna, pupilOf(CLASS_A, 1), [event('absent', STAFF.anna)]);
    server.clock.now += 3 * 86_400_000;
    const left = { ...staffRecord(STAFF.anna, 'Anna', ['teacher']), leftOn: '2026-11-24' } as RegisterRecord;
    await server.roster.write(SCHOOL, [left]);
    await block();
    await handOver([record]);
    const [entry] = await waiting();
    expect((await settle([entry?.id ?? ''], true)).body).toEqual({ done: 1, refused: [] });
    const late = edited(record, { id: `${record.id}x`, recordedAt: '2026-11-26T08:00:00.000Z' } as never);
    await handOver([late]);
    const [other] = await waiting();
    expect((await settle([other?.id ?? ''], true)).body.refused).toMatchObject([{ reason: 'forbidden' }]);
  });

  test('merges what a colleague has changed meanwhile', async () => {
    const base = annasLesson({ topic: 'Base' });
    await server.push('anna', 'lessons', [base]);
    const mine = edited(base, { activity: 'Esercizi' });
    await block();
    const colleagues = edited(base, { topic: 'Di Carla' });
    const signed = { ...colleagues, signatures: [...base.signatures, signature(STAFF.carla, 'Storia')] };
    await server.push('carla', 'lessons', [{ assumed: base, next: signed }]);
    await handOver([mine], { assumed: base });
    const [entry] = await waiting();
    expect((await settle([entry?.id ?? ''], true)).body).toEqual({ done: 1, refused: [] });
    const documents = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [base.id]));
    expect(JSON.parse(documents.get(base.id) ?? '')).toMatchObject({
      topic: 'Di Carla',
      activity: 'Esercizi',
    });
  });

  test('alone may look and decide', async () => {
    await block();
    await handOver([annasLesson()]);
    const [entry] = await waiting();
    for (const name of ['bruno', 'ata'] as const) {
      const stranger = officeDesk(server, name);
      expect((await stranger.get('hand-overs')).status).toBe(403);
      for (const id of [entry?.id ?? '', 'nothing'])
        expect((await stranger.post('hand-overs/settle', { ids: [id], take: true })).status).toBe(403);
    }
  });
});
