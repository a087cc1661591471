import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { attendance, at, edited, event, lesson, signature } from '../../testing/test-records.ts';
import { derivedEntry } from '../batch/derived-entry.ts';
import { CLASS_A, CLASS_B, pupilOf, SCHOOL, STAFF, TODAY } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const mine = () => lesson(STAFF.anna, { hour: 2, signatures: [signature(STAFF.anna)], topic: 'Frazioni' });

async function pulled(name: 'anna' | 'carla' | 'office', collection: 'lessons' | 'attendance' | 'personal') {
  const pull = { [collection]: { checkpoint: {}, limit: 1000 } };
  const answer = await server.sync(await server.token(name), { pull });
  return answer.pull[collection]?.documents ?? [];
}

async function historyOf(name: 'anna' | 'carla' | 'bruno', collection: string, id: string) {
  const headers = { authorization: `Bearer ${await server.token(name)}` };
  const answer = await server.app.inject({ url: `/api/history/${collection}/${id}`, headers });
  return answer.json<readonly { outcome: string; author: string; record: Lesson }[]>();
}

describe('a row that nobody contradicts', () => {
  test('is stored, and pulled by a colleague of the class', async () => {
    const next = mine();
    expect(await server.push('anna', 'lessons', [next])).toEqual([
      { id: next.id, entry: next.entry, outcome: 'stored', receivedAt: '2026-11-23T09:30:00.000Z' },
    ]);
    expect(await pulled('carla', 'lessons')).toEqual([{ ...next, receivedAt: '2026-11-23T09:30:00.000Z' }]);
  });

  test('is stored once however often it is sent, also after others went on', async () => {
    const next = mine();
    await server.push('anna', 'lessons', [next]);
    const again = await server.push('anna', 'lessons', [next, next]);
    expect(again).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
    expect(again[0]).not.toHaveProperty('master');
    const [master] = await pulled('carla', 'lessons');
    const signed = edited(next, { signatures: [signature(STAFF.anna), signature(STAFF.carla, 'Storia')] });
    await server.push('carla', 'lessons', [{ assumed: master ?? null, next: signed }]);
    expect(await server.push('anna', 'lessons', [next])).toMatchObject([
      { outcome: 'unchanged', master: { entry: signed.entry } },
    ]);
    expect(await historyOf('anna', 'lessons', next.id)).toHaveLength(2);
  });

  test('the same row twice in one request is stored once', async () => {
    const next = mine();
    const outcomes = await server.push('anna', 'lessons', [next, next]);
    expect(outcomes).toMatchObject([{ outcome: 'stored' }, { outcome: 'unchanged' }]);
  });

  test('other content under the same entry is refused and stays visible on the device', async () => {
    const next = mine();
    await server.push('anna', 'lessons', [next]);
    const other = { ...next, topic: 'Other' };
    expect(await server.push('anna', 'lessons', [other])).toMatchObject([
      { outcome: 'refused', refusal: { reason: 'invalid', path: 'entry' } },
    ]);
  });

  test('an entry of somebody else is refused', async () => {
    const next = mine();
    await server.push('anna', 'lessons', [next]);
    const stolen = lesson(STAFF.carla, { hour: 3, entry: next.entry });
    expect(await server.push('carla', 'lessons', [stolen])).toMatchObject([
      { outcome: 'refused', refusal: { reason: 'invalid', path: 'entry' } },
    ]);
  });
});

test('of a very long history the newest 200 versions are told', async () => {
  let was = lesson(STAFF.anna, { topic: '0' });
  const rows = [
    { assumed: null, next: was },
    ...Array.from({ length: 204 }, (_, index) => {
      const assumed = was;
      was = edited(was, { topic: `${index + 1}` });
      return { assumed, next: was };
    }),
  ];
  await server.push('anna', 'lessons', rows);
  const topics = (await historyOf('anna', 'lessons', was.id)).map(({ record }) => record.topic);
  expect(topics).toHaveLength(200);
  expect([topics[0], topics.at(-1)]).toEqual(['5', '204']);
});

describe('the names of what the server makes', () => {
  const refused = { outcome: 'refused', refusal: { reason: 'invalid', path: 'entry' } };

  test('cannot be taken by a device', async () => {
    const entries = [
      derivedEntry('merge', 'a', 'b'),
      '00000000-0000-4000-8000-000000000001',
      'entry',
    ] as const;
    for (const entry of entries) {
      const stolen = { ...mine(), entry } as RegisterRecord;
      expect(await server.push('anna', 'lessons', [stolen])).toMatchObject([refused]);
    }
    expect(await pulled('anna', 'lessons')).toEqual([]);
  });

  test('that are taken all the same stop their row alone', async () => {
    const base = lesson(STAFF.anna, { topic: 'Base' });
    await server.push('anna', 'lessons', [base]);
    const changed = edited(base, { topic: 'Anna' });
    await server.push('anna', 'lessons', [{ assumed: base, next: changed }]);
    const late = edited(base, { topic: 'Carla', author: STAFF.carla });
    const taken = derivedEntry('merge', changed.entry, late.entry);
    await server.roster.write(SCHOOL, [lesson(STAFF.anna, { hour: 5, entry: taken })]);
    const outcomes = await server.push('carla', 'lessons', [
      { assumed: base, next: late },
      lesson(STAFF.carla, { hour: 3 }),
    ]);
    expect(outcomes).toMatchObject([refused, { outcome: 'stored' }]);
  });
});

describe('what the device claims about itself', () => {
  test('author, school and time of arrival are the server’s to say', async () => {
    const forged = { ...mine(), author: STAFF.principal, school: 'EVIL0001', receivedAt: at('01:00') };
    const [outcome] = await server.push('anna', 'lessons', [forged as RegisterRecord]);
    const truth = { author: STAFF.anna, school: 'TEST0001', receivedAt: '2026-11-23T09:30:00.000Z' };
    expect(outcome).toMatchObject({ outcome: 'stored', master: truth });
    expect(await pulled('carla', 'lessons')).toMatchObject([truth]);
  });

  test('a clock in the future is brought back to now', async () => {
    const [outcome] = await server.push('anna', 'lessons', [{ ...mine(), recordedAt: at('23:00') }]);
    expect(outcome).toMatchObject({ outcome: 'stored', master: { recordedAt: '2026-11-23T09:30:00.000Z' } });
  });

  test('a clock in the future does not win a conflict', async () => {
    const base = lesson(STAFF.anna, { topic: 'Base' });
    await server.push('anna', 'lessons', [base]);
    const late = edited(base, { topic: 'Carla', recordedAt: at('09:00') });
    server.clock.now += 60_000;
    await server.push('carla', 'lessons', [{ assumed: base, next: { ...late, recordedAt: at('09:31') } }]);
    server.clock.now -= 30_000;
    const skewed = edited(base, { topic: 'Anna', recordedAt: at('23:00') });
    const [outcome] = await server.push('anna', 'lessons', [{ assumed: base, next: skewed }]);
    expect(outcome).toMatchObject({ outcome: 'merged', master: { topic: 'Carla' } });
  });
});

describe('poison', () => {
  const poison: readonly [string, (good: Lesson) => unknown][] = [
    ['an unknown member', (good) => ({ ...good, _deleted: true })],
    ['a missing member', ({ topic: _topic, ...rest }) => rest],
    ['an unknown kind', (good) => ({ ...good, kind: 'grade' })],
    ['a kind of another collection', (good) => ({ ...good, kind: 'attendanceDay' })],
    ['a day that no calendar has', (good) => ({ ...good, day: '2026-02-31', id: `2026-02-31.4.${CLASS_A}` })],
    ['an instant that never was', (good) => ({ ...good, recordedAt: '0000-00-00T00:00:00.000Z' })],
    ['a text beyond all bounds', (good) => ({ ...good, topic: 'x'.repeat(5000) })],
    ['a wrong type', (good) => ({ ...good, hour: '4' })],
    ['a foreign class', (good) => ({ ...good, class: CLASS_B, id: `${TODAY}.4.${CLASS_B}` })],
    ['an identifier of something else', (good) => ({ ...good, id: 'something' })],
    ['an empty object', () => ({})],
    ['a deep one', () => JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`) as unknown],
  ];

  test.each(poison)('%s is refused by itself, wherever it stands', async (_name, make) => {
    const bad = make(lesson(STAFF.anna, { hour: 4 })) as Lesson;
    const good = [1, 2, 3].map((hour) => lesson(STAFF.anna, { hour }));
    for (const position of [0, 1, 2, 3]) {
      const outcomes = await server.push('anna', 'lessons', good.toSpliced(position, 0, bad));
      expect(outcomes.map(({ outcome }) => outcome === 'refused')).toEqual(
        [0, 1, 2, 3].map((index) => index === position),
      );
    }
    expect(await pulled('carla', 'lessons')).toHaveLength(3);
  });

  test('an unknown collection is answered row by row', async () => {
    const push = {
      grades: [{ assumed: null, next: lesson(STAFF.anna) }],
      lessons: [{ assumed: null, next: mine() }],
    };
    const answer = await server.sync(await server.token('anna'), { push });
    expect(answer.push).toMatchObject({
      grades: [{ outcome: 'refused', refusal: { reason: 'invalid' } }],
      lessons: [{ outcome: 'stored' }],
    });
  });

  test('an assumed state that is none counts as knowing of none', async () => {
    const outcomes = await server.push('anna', 'lessons', [
      { assumed: { signatures: [null] } as unknown as Lesson, next: mine() },
    ]);
    expect(outcomes).toMatchObject([{ outcome: 'stored' }]);
  });
});

describe('a pupil’s day', () => {
  const pupil = pupilOf(CLASS_A, 1);

  test('of a class that is not the pupil’s is refused like a pupil that does not exist', async () => {
    const events = [event('absent', STAFF.anna)];
    const foreign = attendance(STAFF.anna, pupilOf(CLASS_B, 1), events);
    const missing = attendance(STAFF.anna, pupilOf(CLASS_B, 99), events);
    const outcomes = await server.push('anna', 'attendance', [foreign, missing]);
    expect(outcomes.map(({ refusal }) => refusal)).toEqual([
      { reason: 'forbidden' },
      { reason: 'forbidden' },
    ]);
  });

  test('marked by two teachers offline in different hours keeps both marks', async () => {
    const first = attendance(STAFF.anna, pupil, [event('outOfClass', STAFF.anna, { hour: 1 })]);
    const second = attendance(STAFF.carla, pupil, [event('outOfClass', STAFF.carla, { hour: 3 })]);
    await server.push('anna', 'attendance', [first]);
    const [outcome] = await server.push('carla', 'attendance', [second]);
    expect(outcome).toMatchObject({ outcome: 'merged', conflicts: [] });
    expect(await pulled('anna', 'attendance')).toMatchObject([{ events: [{ hour: 1 }, { hour: 3 }] }]);
    expect(await pulled('anna', 'personal')).toEqual([]);
  });
});
