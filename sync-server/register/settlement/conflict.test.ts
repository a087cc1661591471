import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICIES } from '../../../domain/kinds/school/record.ts';
import type { HistoryVersion } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { attendance, at, edited, event, lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, schoolRecords, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function historyOf(id: string): Promise<readonly HistoryVersion[]> {
  const headers = { authorization: `Bearer ${await server.token('anna')}` };
  return (await server.app.inject({ url: `/api/history/lessons/${id}`, headers })).json<
    readonly HistoryVersion[]
  >();
}

const base = () => lesson(STAFF.anna, { topic: 'Base', recordedAt: at('08:00') });
const byAnna = (was: Lesson) => edited(was, { author: STAFF.anna, topic: 'Anna', recordedAt: at('08:10') });
const byCarla = (was: Lesson) =>
  edited(was, { author: STAFF.carla, topic: 'Carla', recordedAt: at('08:20') });

describe('two teachers who changed different fields', () => {
  test('both keep theirs, and nobody is told', async () => {
    const was = base();
    await server.push('anna', 'lessons', [was]);
    await server.push('anna', 'lessons', [{ assumed: was, next: byAnna(was) }]);
    const other = edited(was, { activity: 'Esercizi', recordedAt: at('08:05') });
    const [outcome] = await server.push('carla', 'lessons', [{ assumed: was, next: other }]);
    const master = { topic: 'Anna', activity: 'Esercizi', recordedAt: at('08:10'), author: STAFF.carla };
    expect(outcome).toMatchObject({ outcome: 'merged', conflicts: [], master });
    expect(await server.notices('anna')).toEqual([]);
    expect((await historyOf(was.id)).map((version) => version.outcome)).toEqual([
      'stored',
      'stored',
      'overruled',
      'merged',
    ]);
  });

  test('who made the same lesson offline both keep their signature and the one topic', async () => {
    const a = lesson(STAFF.anna, {
      signatures: [signature(STAFF.anna)],
      topic: 'Frazioni',
      recordedAt: at('08:05'),
    });
    const c = lesson(STAFF.carla, {
      signatures: [signature(STAFF.carla, 'Storia')],
      recordedAt: at('08:50'),
    });
    await server.push('anna', 'lessons', [a]);
    const [outcome] = await server.push('carla', 'lessons', [c]);
    expect(outcome).toMatchObject({ outcome: 'merged', conflicts: [], master: { topic: 'Frazioni' } });
    expect(outcome?.master).toMatchObject({ signatures: [{}, {}] });
  });
});

describe('two teachers who changed the same field', () => {
  test.each(['earlier first', 'later first'])('end with the later entry, %s', async (order) => {
    const was = base();
    await server.push('anna', 'lessons', [was]);
    const pushes = [
      ['anna', byAnna(was)],
      ['carla', byCarla(was)],
    ] as const;
    for (const [name, next] of order === 'later first' ? pushes.toReversed() : pushes)
      await server.push(name, 'lessons', [{ assumed: was, next }]);
    const history = await historyOf(was.id);
    expect(history.findLast((version) => version.outcome !== 'overruled')?.record).toMatchObject({
      topic: 'Carla',
    });
    expect(history.map((version) => (version.record as Lesson).topic)).toContain('Anna');
    expect(await server.notices('carla')).toEqual([]);
    // Where Carla's comes first, it is Anna's topic of before that it changes.
    const told = await server.notices('anna');
    expect(told.map(({ lost }) => lost)).toEqual(order === 'later first' ? ['"Base"', '"Anna"'] : ['"Anna"']);
    expect(told.slice(-1)).toMatchObject([
      {
        addressee: STAFF.anna,
        field: 'topic',
        lost: '"Anna"',
        kept: '"Carla"',
        keptAuthor: STAFF.carla,
        lostRecordedAt: at('08:10'),
        keptRecordedAt: at('08:20'),
        class: CLASS_A,
        seen: false,
      },
    ]);
  });

  test('the loser may mark the notice as seen, and change nothing else in it', async () => {
    const was = base();
    await server.push('anna', 'lessons', [was]);
    await server.push('carla', 'lessons', [{ assumed: was, next: byCarla(was) }]);
    await server.push('anna', 'lessons', [{ assumed: was, next: byAnna(was) }]);
    const [notice] = await server.notices('anna');
    if (!notice) throw new Error('no notice');
    const seen = edited(notice, { seen: true, kept: '"forged"' });
    const [outcome] = await server.push('anna', 'personal', [{ assumed: notice, next: seen }]);
    expect(outcome).toMatchObject({ outcome: 'stored', master: { seen: true, kept: '"Carla"' } });
    const [foreign] = await server.push('carla', 'personal', [{ assumed: notice, next: seen }]);
    expect(foreign).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
    expect(foreign).not.toHaveProperty('master');
  });

  test('a repeated push makes no second notice', async () => {
    const was = base();
    await server.push('anna', 'lessons', [was]);
    await server.push('carla', 'lessons', [{ assumed: was, next: byCarla(was) }]);
    const losing = { assumed: was, next: byAnna(was) };
    const [first] = await server.push('anna', 'lessons', [losing]);
    const told = await server.notices('anna');
    const [second] = await server.push('anna', 'lessons', [losing]);
    expect(first).toMatchObject({
      outcome: 'merged',
      conflicts: [{ field: 'topic', lost: 'Anna', kept: 'Carla' }],
    });
    expect(second).toMatchObject({ outcome: 'unchanged', master: { topic: 'Carla' } });
    expect(told.filter(({ lost }) => lost === '"Anna"')).toHaveLength(1);
    expect(await server.notices('anna')).toEqual(told);
  });

  test('one person who overrules herself on a second device is not told', async () => {
    const was = base();
    await server.push('anna', 'lessons', [was]);
    await server.push('anna', 'lessons', [{ assumed: was, next: byAnna(was) }]);
    const second = edited(was, { topic: 'Anna due', recordedAt: at('08:30') });
    const [outcome] = await server.push('anna', 'lessons', [{ assumed: was, next: second }]);
    expect(outcome).toMatchObject({ outcome: 'merged', master: { topic: 'Anna due' } });
    expect(await server.notices('anna')).toEqual([]);
  });

  test('three entries end the same in every order of arrival', async () => {
    const was = base();
    const entries = [
      ['anna', edited(was, { topic: 'A', activity: 'a', recordedAt: at('08:10') })],
      ['carla', edited(was, { topic: 'C', recordedAt: at('08:20') })],
      ['anna', edited(was, { activity: 'late', recordedAt: at('08:15') })],
    ] as const;
    const results = new Set<string>();
    for (const order of [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      const fresh = await startTestServer();
      await fresh.push('anna', 'lessons', [was]);
      for (const [name, next] of order.map((index) => entries[index]).filter((entry) => entry !== undefined))
        await fresh.push(name, 'lessons', [{ assumed: was, next }]);
      const answer = await fresh.sync(await fresh.token('anna'), {
        pull: { lessons: { checkpoint: {}, limit: 9 } },
      });
      const documents = (answer.pull.lessons?.documents ?? []) as readonly Lesson[];
      results.add(documents.map(({ topic, activity }) => `${topic}/${activity}`).join(' '));
      await fresh.close();
    }
    expect([...results]).toEqual(['C/late']);
  });
});

describe('marks that contradict each other', () => {
  const pupil = pupilOf(CLASS_A, 1);

  test('end with the later one, and the other teacher is told', async () => {
    const absent = {
      ...attendance(STAFF.anna, pupil, [{ ...event('absent', STAFF.anna), at: at('08:40') }]),
      recordedAt: at('08:40'),
    };
    const late = {
      ...attendance(STAFF.carla, pupil, [event('entry', STAFF.carla, { time: '08:20' })]),
      recordedAt: at('08:30'),
    };
    await server.push('anna', 'attendance', [absent]);
    const [outcome] = await server.push('carla', 'attendance', [late]);
    expect(outcome).toMatchObject({ outcome: 'merged', master: { events: [{ kind: 'absent' }] } });
    expect(await server.notices('carla')).toMatchObject([{ field: 'events', pupil, keptAuthor: STAFF.anna }]);
  });

  test('two times of one coming are settled by time too', async () => {
    const early = {
      ...attendance(STAFF.anna, pupil, [event('entry', STAFF.anna, { time: '08:10' })]),
      recordedAt: at('09:00'),
    };
    const later = {
      ...attendance(STAFF.carla, pupil, [
        { ...event('entry', STAFF.carla, { time: '08:15' }), at: at('09:10') },
      ]),
      recordedAt: at('09:20'),
    };
    await server.push('anna', 'attendance', [early]);
    const [outcome] = await server.push('carla', 'attendance', [later]);
    expect(outcome).toMatchObject({ outcome: 'merged', master: { events: [{ time: '08:15' }] } });
    expect(await server.notices('anna')).toMatchObject([{ field: 'events', hour: 1 }]);
  });

  test('D19: nobody takes a colleague’s mark away after the hour by naming a version of their own that lost', async () => {
    const policies = { ...DEFAULT_POLICIES, signingWindow: 'duringHour' } as const;
    await server.close();
    server = await startTestServer(
      schoolRecords().map((record) => (record.kind === 'school' ? { ...record, policies } : record)),
    );
    const marked = attendance(STAFF.carla, pupil, [event('absent', STAFF.carla, { hour: 2 })]);
    server.clock.now = Date.parse(at('08:30'));
    expect(await server.push('carla', 'attendance', [marked])).toMatchObject([{ outcome: 'stored' }]);
    server.clock.now = Date.parse(at('11:30'));
    const recordedAt = at('11:30');
    // Said twice, it was said when the first one did: nothing of this becomes of the day.
    const again = { ...event('absent', STAFF.anna, { hour: 2 }), at: recordedAt };
    const lost = { ...attendance(STAFF.anna, pupil, [again]), recordedAt };
    expect(await server.push('anna', 'attendance', [lost])).toMatchObject([{ outcome: 'merged' }]);
    const away = edited(lost, { events: [] });
    expect(await server.push('anna', 'attendance', [{ assumed: lost, next: away }])).toMatchObject([
      { outcome: 'refused', refusal: { reason: 'windowClosed' }, master: { events: marked.events } },
    ]);
  });
});
