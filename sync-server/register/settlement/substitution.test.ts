import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Lesson, Signature } from '../../../domain/kinds/lesson/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { at, edited, lesson, signature } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, CLASS_B, STAFF, SCHOOL, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function standing(id: string): Promise<Lesson> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as Lesson;
}

const standIn = (teacher: Lesson['author']): Signature => ({
  teacher,
  type: 'substitution',
  signedAt: at('08:30'),
});
const signed = (author: Lesson['author'], own: Signature, changes: Partial<Lesson> = {}) =>
  lesson(author, { signatures: [own], ...changes });

describe('a substitute of another class', () => {
  test('signs, writes and withdraws, and no answer to the first signature tells what others wrote', async () => {
    const annas = signed(STAFF.anna, signature(STAFF.anna), { topic: 'Segreto', recordedAt: at('08:40') });
    await server.push('anna', 'lessons', [annas]);
    const brunos = signed(STAFF.bruno, standIn(STAFF.bruno), { topic: 'Mio', activity: 'Letture' });
    const [onTaken] = await server.push('bruno', 'lessons', [brunos]);
    const free = signed(STAFF.bruno, standIn(STAFF.bruno), { hour: 2 });
    const [onFree] = await server.push('bruno', 'lessons', [free]);
    expect([onTaken?.outcome, onTaken?.master, onTaken?.conflicts]).toEqual(['stored', undefined, undefined]);
    expect({ ...onTaken, id: '', entry: '' }).toEqual({ ...onFree, id: '', entry: '' });
    expect(await standing(annas.id)).toMatchObject({
      topic: 'Segreto',
      activity: 'Letture',
      signatures: [{ teacher: STAFF.anna }, { teacher: STAFF.bruno }],
    });
    expect(JSON.stringify(await server.notices('bruno'))).not.toContain('Segreto');
    expect(await server.notices('bruno')).toMatchObject([{ field: 'topic', lost: '"Mio"', kept: 'null' }]);

    const withdrawn = edited(brunos, { signatures: [], recordedAt: at('09:00') });
    const [outcome] = await server.push('bruno', 'lessons', [{ assumed: brunos, next: withdrawn }]);
    // From the signature on the hour is theirs to read, on this day.
    expect(outcome).toMatchObject({ outcome: 'merged', master: { topic: 'Segreto' } });
    expect((await standing(annas.id)).signatures).toMatchObject([{ teacher: STAFF.anna }]);
  });

  test('D209: keeps signature and topic of the day, also where a device that has neither any more writes them anew', async () => {
    const ofDay = signed(STAFF.bruno, standIn(STAFF.bruno), { topic: 'Frazioni' });
    await server.push('bruno', 'lessons', [ofDay]);
    server.clock.now += 86_400_000;
    const recordedAt = at('09:00', addDays(TODAY, 1));
    const again = { ...standIn(STAFF.bruno), signedAt: recordedAt };
    const anew = signed(STAFF.bruno, again, { topic: 'Altro', activity: 'Letture', recordedAt });
    const { accessToken } = await server.signIn('bruno');
    await server.sync(accessToken, { push: { lessons: [{ assumed: null, next: anew }] } });
    const stands = await standing(ofDay.id);
    expect(stands).toMatchObject({ topic: 'Frazioni', activity: 'Letture' });
    expect(stands.signatures).toEqual(ofDay.signatures);
  });

  test('D20: who signs the same hour without having seen it leaves its subject to whoever signed first', async () => {
    const history = subjectId('Storia');
    await server.roster.write(SCHOOL, [assignmentRecord(STAFF.bruno, CLASS_A, 'Storia')]);
    const maths = signature(STAFF.anna);
    const annas = signed(STAFF.anna, maths, { subject: subjectId('Matematica') });
    await server.push('anna', 'lessons', [annas]);
    const own = signature(STAFF.bruno, 'Storia');
    const brunos = signed(STAFF.bruno, own, { subject: history, recordedAt: at('08:50') });
    expect(await server.push('bruno', 'lessons', [brunos])).toMatchObject([{ outcome: 'merged' }]);
    expect(await standing(annas.id)).toMatchObject({
      subject: subjectId('Matematica'),
      signatures: [{ teacher: STAFF.anna }, { teacher: STAFF.bruno }],
    });
    const fields = async (name: 'anna' | 'bruno') => (await server.notices(name)).map(({ field }) => field);
    expect(await fields('anna')).not.toContain('subject');
    expect(await fields('bruno')).toContain('subject');
  });

  test('may not sign as ordinary, nor touch a colleague’s signature', async () => {
    const annas = signed(STAFF.anna, signature(STAFF.anna));
    await server.push('anna', 'lessons', [annas]);
    const [ordinary] = await server.push('bruno', 'lessons', [signed(STAFF.bruno, signature(STAFF.bruno))]);
    expect(ordinary).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
    expect(ordinary?.master).toBeUndefined();
    const forged = edited(annas, { signatures: [standIn(STAFF.bruno)], author: STAFF.bruno });
    const [outcome] = await server.push('bruno', 'lessons', [{ assumed: annas, next: forged }]);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { reason: 'othersSignature' } });
    expect(outcome?.master).toBeUndefined();
  });
});

describe('signatures that do not go together', () => {
  test('D17: of two ordinary subjects both stand, and both teachers are told once', async () => {
    await server.push('anna', 'lessons', [signed(STAFF.anna, signature(STAFF.anna))]);
    const carlas = signed(STAFF.carla, signature(STAFF.carla, 'Storia'));
    for (let push = 0; push < 2; push += 1) await server.push('carla', 'lessons', [carlas]);
    expect((await standing(carlas.id)).signatures).toHaveLength(2);
    for (const [name, other] of [
      ['anna', STAFF.carla],
      ['carla', STAFF.anna],
    ] as const)
      expect(await server.notices(name)).toMatchObject([{ field: 'signatures', keptAuthor: other, hour: 1 }]);
  });

  test('is nothing to tell where one stands in or teaches beside the other', async () => {
    await server.push('anna', 'lessons', [signed(STAFF.anna, signature(STAFF.anna))]);
    await server.push('carla', 'lessons', [signed(STAFF.carla, standIn(STAFF.carla))]);
    const coTeaching = { ...signature(STAFF.carla, 'Storia'), type: 'coTeaching' } as const;
    await server.push('carla', 'lessons', [signed(STAFF.carla, coTeaching, { hour: 2 })]);
    await server.push('anna', 'lessons', [signed(STAFF.anna, signature(STAFF.anna), { hour: 2 })]);
    expect([...(await server.notices('anna')), ...(await server.notices('carla'))]).toEqual([]);
  });

  test('of one teacher in two classes both stand, and the teacher is told', async () => {
    await server.roster.write(SCHOOL, [assignmentRecord(STAFF.anna, CLASS_B, 'Matematica')]);
    const inA = signed(STAFF.anna, signature(STAFF.anna));
    const inB = signed(STAFF.anna, signature(STAFF.anna), { class: CLASS_B });
    const [one, two] = await server.push('anna', 'lessons', [inA, inB]);
    expect([one?.outcome, two?.outcome]).toEqual(['stored', 'stored']);
    expect(await server.notices('anna')).toMatchObject([
      { field: 'signatures', class: CLASS_B, hour: 1, keptAuthor: STAFF.anna },
    ]);
  });

  test('are told once, also where one is taken back and made again', async () => {
    await server.push('anna', 'lessons', [signed(STAFF.anna, signature(STAFF.anna))]);
    const carlas = signed(STAFF.carla, signature(STAFF.carla, 'Storia'));
    await server.push('carla', 'lessons', [carlas]);
    const stands = await standing(carlas.id);
    const none = edited(stands, {
      author: STAFF.carla,
      signatures: stands.signatures.filter(({ teacher }) => teacher !== STAFF.carla),
      recordedAt: at('09:00'),
    });
    const again = edited(none, {
      signatures: [...none.signatures, { ...signature(STAFF.carla, 'Storia'), signedAt: at('09:05') }],
      recordedAt: at('09:05'),
    });
    for (const [assumed, next] of [
      [stands, none],
      [none, again],
    ] as const)
      expect(await server.push('carla', 'lessons', [{ assumed, next }])).toMatchObject([
        { outcome: 'stored' },
      ]);
    expect([(await server.notices('anna')).length, (await server.notices('carla')).length]).toEqual([1, 1]);
  });

  test('D17: of several substitutions at once there is nothing to tell', async () => {
    const here = signed(STAFF.bruno, standIn(STAFF.bruno), { class: CLASS_A });
    const there = signed(STAFF.bruno, standIn(STAFF.bruno), { class: CLASS_B });
    await server.push('bruno', 'lessons', [here, there]);
    expect(await server.notices('bruno')).toEqual([]);
  });
});

describe('a clock that runs ahead inside the record', () => {
  test('is brought back, and the same push again is a repetition', async () => {
    const ahead = { ...signature(STAFF.anna), signedAt: at('23:00') };
    const mine = signed(STAFF.anna, ahead, { rollCall: { by: STAFF.anna, at: at('23:00') } });
    const [outcome] = await server.push('anna', 'lessons', [mine]);
    expect(outcome?.master).toMatchObject({
      signatures: [{ signedAt: at('08:30') }],
      rollCall: { at: at('08:30') },
    });
    const [again] = await server.push('anna', 'lessons', [mine]);
    expect(again?.outcome).toBe('unchanged');
  });
});
