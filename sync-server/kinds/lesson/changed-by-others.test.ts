import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Lesson, Signature } from '../../../domain/kinds/lesson/record.ts';
import { at, edited, lesson, signature } from '../../testing/test-records.ts';
import { SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, bruno, carla } = STAFF;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const standIn: Signature = { teacher: bruno, type: 'substitution', signedAt: at('08:32') };

async function standing(): Promise<Lesson> {
  const { id } = lesson(anna);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as Lesson;
}

/** Somebody changes the lesson as it stands, and the server takes it. */
async function change(name: StaffName, changes: (stands: Lesson) => Partial<Lesson>): Promise<void> {
  const stands = await standing();
  const { receivedAt: _arrived, ...assumed } = stands;
  const next = edited(assumed, { author: STAFF[name], recordedAt: at('08:40'), ...changes(stands) });
  expect(await server.push(name, 'lessons', [{ assumed: stands, next }])).toMatchObject([
    { outcome: 'stored' },
  ]);
}

const without = (person: Lesson['author']) => (stands: Lesson) => ({
  signatures: stands.signatures.filter(({ teacher }) => teacher !== person),
});
const withBruno = (changes: Partial<Lesson>) => (stands: Lesson) => ({
  ...changes,
  signatures: [...stands.signatures, standIn],
});

async function annaSigns(changes: Partial<Lesson>): Promise<Lesson> {
  const signed = lesson(anna, { signatures: [signature(anna)], ...changes });
  await server.push('anna', 'lessons', [signed]);
  return signed;
}

/** What somebody is told: where, what theirs was, what stands, by whom, and whether they have seen it. */
async function told(name: StaffName) {
  const notices = (await server.notices(name)).toSorted((a, b) => a.field.localeCompare(b.field));
  return notices.map(({ field, lost, kept, keptAuthor, seen }) => [
    field,
    JSON.parse(lost) as unknown,
    JSON.parse(kept) as unknown,
    keptAuthor,
    seen,
  ]);
}

describe('D16: words of a lesson that a colleague changes', () => {
  test('are told to whoever has signed them, though the colleague signs as a substitute and withdraws it', async () => {
    await annaSigns({ topic: 'Frazioni', activity: 'Pagina 12' });
    await change('bruno', withBruno({ topic: 'Niente', activity: 'Pagina 99' }));
    await change('bruno', without(bruno));
    expect(await told('anna')).toEqual([
      ['activity', 'Pagina 12', 'Pagina 99', bruno, false],
      ['topic', 'Frazioni', 'Niente', bruno, false],
    ]);
    expect(await told('bruno')).toEqual([]);
  });

  test('are told in one notice, however often they are changed, which is unseen again each time', async () => {
    await annaSigns({ topic: 'Frazioni' });
    await change('bruno', withBruno({ topic: 'Uno' }));
    const [notice] = await server.notices('anna');
    if (!notice) throw new Error('not told');
    const seen = edited(notice, { author: anna, seen: true, recordedAt: at('08:41') });
    await server.push('anna', 'personal', [{ assumed: notice, next: seen }]);
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Uno', bruno, true]]);
    await change('bruno', () => ({ topic: 'Due' }));
    await change('bruno', () => ({ topic: 'Tre' }));
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Tre', bruno, false]]);
    const history = await server.storage.read(SCHOOL, (reader) =>
      reader.versionsOf('lessons', lesson(anna).id),
    );
    const topics = history.map(({ author, json }) => [author, (JSON.parse(json) as Lesson).topic]);
    expect(topics).toEqual([
      [anna, 'Frazioni'],
      [bruno, 'Uno'],
      [bruno, 'Due'],
      [bruno, 'Tre'],
    ]);
  });

  test('that somebody says to have seen before they changed again are unseen', async () => {
    await annaSigns({ topic: 'Frazioni' });
    await change('bruno', withBruno({ topic: 'Uno' }));
    const [notice] = await server.notices('anna');
    if (!notice) throw new Error('not told');
    await change('bruno', () => ({ topic: 'Due' }));
    const seen = edited(notice, { author: anna, seen: true, recordedAt: at('08:41') });
    await server.push('anna', 'personal', [{ assumed: notice, next: seen }]);
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Due', bruno, false]]);
  });

  test('tell nobody where a co-teacher fills an empty place and signs', async () => {
    await annaSigns({});
    await change('carla', (stands) => ({
      topic: 'Frazioni',
      signatures: [...stands.signatures, { ...signature(carla, 'Storia'), type: 'coTeaching' }],
    }));
    expect(await told('anna')).toEqual([]);
  });

  test('are told where they are left under the signature of another by somebody who withdraws their own', async () => {
    await annaSigns({});
    await change('bruno', withBruno({ topic: 'Niente' }));
    expect(await told('anna')).toEqual([]);
    await change('bruno', without(bruno));
    expect(await told('anna')).toEqual([['topic', '', 'Niente', bruno, false]]);
  });

  test('are told to whoever prepared them without a signature', async () => {
    await server.push('anna', 'lessons', [lesson(anna, { topic: 'Frazioni' })]);
    await change('carla', () => ({ topic: 'Verifica' }));
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Verifica', carla, false]]);
  });

  test('tell nobody who has only signed them, while their writer goes on writing', async () => {
    await annaSigns({ topic: 'Fraz' });
    await change('carla', (stands) => ({
      signatures: [...stands.signatures, { ...signature(carla, 'Storia'), type: 'coTeaching' }],
    }));
    await change('anna', () => ({ topic: 'Frazioni' }));
    expect(await told('carla')).toEqual([]);
  });

  test('are told as they stand now, also once the place was empty between', async () => {
    await annaSigns({ topic: 'Frazioni' });
    await change('bruno', withBruno({ topic: '' }));
    expect(await told('anna')).toEqual([['topic', 'Frazioni', '', bruno, false]]);
    await change('bruno', () => ({ topic: 'Altro' }));
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Altro', bruno, false]]);
  });

  test('are told as they stand now to whoever had prepared them and signed nothing', async () => {
    await server.push('anna', 'lessons', [lesson(anna, { topic: 'Frazioni' })]);
    await change('carla', () => ({ topic: 'Verifica' }));
    await change('carla', () => ({ topic: 'Interrogazioni' }));
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Interrogazioni', carla, false]]);
  });

  test('are told once where two have written them without knowing of each other', async () => {
    const first = await annaSigns({ topic: 'Frazioni' });
    const own = { ...signature(carla, 'Storia'), type: 'coTeaching' } as const;
    const second = edited(first, {
      author: carla,
      topic: 'Verifica',
      signatures: [own],
      recordedAt: at('08:45'),
    });
    await server.push('carla', 'lessons', [{ assumed: null, next: second }]);
    expect(await standing()).toMatchObject({ topic: 'Verifica' });
    expect(await told('anna')).toEqual([['topic', 'Frazioni', 'Verifica', carla, false]]);
  });
});

describe('D17: a roll that a colleague confirms in the place of another one', () => {
  const rollCall = { by: anna, at: at('08:30') };
  const inPlace = { by: carla, at: at('08:40') };

  test('is told to whoever had confirmed it once nobody answers for it any more', async () => {
    await annaSigns({ rollCall });
    await change('carla', () => ({ rollCall: inPlace }));
    expect(await told('anna')).toEqual([]);
    const stands = await standing();
    const { rollCall: _removed, receivedAt: _arrived, ...rest } = stands;
    const removed = edited(rest, { author: carla, recordedAt: at('08:41') });
    const outcome = await server.push('carla', 'lessons', [{ assumed: stands, next: removed }]);
    expect(outcome).toMatchObject([{ outcome: 'stored' }]);
    expect(await told('anna')).toEqual([['rollCall', rollCall, null, carla, false]]);
    expect(await told('carla')).toEqual([]);
  });

  test('tells nobody who had taken back their own', async () => {
    const signed = await annaSigns({ rollCall });
    const { rollCall: _own, ...rest } = signed;
    const back = edited(rest, { recordedAt: at('08:33') });
    await server.push('anna', 'lessons', [{ assumed: signed, next: back }]);
    await change('carla', () => ({ rollCall: inPlace }));
    const stands = await standing();
    const { rollCall: _removed, receivedAt: _arrived, ...without } = stands;
    const removed = edited(without, { author: carla, recordedAt: at('08:41') });
    await server.push('carla', 'lessons', [{ assumed: stands, next: removed }]);
    expect(await told('anna')).toEqual([]);
  });
});
