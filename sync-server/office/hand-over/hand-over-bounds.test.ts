import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  HandOverAnswer,
  OfficeHandOvers,
  SettledHandOver,
} from '../../../domain/protocol/endpoints/session/hand-over.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { HandedOver } from '../../storage/contract/accounts.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { lesson, signature } from '../../testing/test-records.ts';
import { nextEntry, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const ANNA = usernameOf('anna');

let server: TestServer;
let desk: OfficeDesk;
let other: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer();
  desk = officeDesk(server);
  other = officeDesk(server, 'principal');
  await desk.act('block', { usernames: [ANNA, usernameOf('bruno')], reason: 'Supplenza finita' });
});
afterEach(async () => {
  await server.close();
});

const annasLesson = (changes = {}) => lesson(STAFF.anna, { signatures: [signature(STAFF.anna)], ...changes });

async function handOver(records: readonly object[], username = ANNA) {
  const entries = records.map((record) => ({
    entry: (record as RegisterRecord).entry,
    collection: 'lessons',
    record,
    assumed: null,
  }));
  const device = { id: 'device-12345', name: 'Aula 3' };
  const payload = { username, consent: { password: PASSWORD }, device, entries };
  const answer = await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  return { status: answer.statusCode, body: answer.json<HandOverAnswer & Partial<Failure>>() };
}

/** Entries that wait already, without the way through two thousand requests. */
async function fill(count: number, username: string, bytes = 10): Promise<void> {
  await server.storage.accounts.transaction(async (own) => {
    for (let index = 0; index < count; index += 1) {
      const id = `${username}/filled-${index}`;
      const record = { topic: 'x'.repeat(bytes), recordedAt: '2026-11-23T08:00:00.000Z' };
      const parts = { id, school: SCHOOL, username, device: 'PC', entry: id, record, assumed: null };
      const entry: HandedOver = { ...parts, collection: 'lessons', at: index, state: 'waiting' };
      await own.saveHandedOver(entry);
    }
  });
}

const reasons = ({ body }: Awaited<ReturnType<typeof handOver>>) =>
  (body.left ?? []).map(({ reason }) => reason);
const page = async (after?: string) =>
  (
    await desk.get<OfficeHandOvers>(
      `hand-overs${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`,
    )
  ).body;

describe('what may wait for the office is bounded', () => {
  test('by the size of an entry, and those beside it are taken', async () => {
    const [large, good] = [annasLesson({ topic: 'x'.repeat(400_001) }), annasLesson()];
    const answer = await handOver([large, good]);
    expect(answer).toMatchObject({ status: 200, body: { taken: [good.entry] } });
    expect(answer.body.left).toEqual([{ entry: large.entry, reason: 'tooLarge' }]);
  });

  test('by what can be kept: half a character', async () => {
    const [broken, good] = [annasLesson({ topic: '\ud800' }), annasLesson()];
    const answer = await handOver([broken, good]);
    expect([answer.body.taken, reasons(answer)]).toEqual([[good.entry], ['malformed']]);
  });

  test('by depth: answered 400, and nothing is stored', async () => {
    for (const levels of [60, 1000]) {
      const deep = JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`) as object;
      expect(await handOver([{ ...annasLesson(), deep }])).toMatchObject({
        status: 400,
        body: { kind: 'badRequest' },
      });
    }
    expect((await page()).entries).toEqual([]);
  });

  test('by bytes of an account, and other accounts still have room', async () => {
    await fill(140, ANNA, 60_000);
    expect(reasons(await handOver([annasLesson()]))).toEqual(['accountFull']);
    const bruno = { ...lesson(STAFF.bruno), entry: nextEntry() };
    expect((await handOver([bruno], usernameOf('bruno'))).body.taken).toEqual([bruno.entry]);
  });

  test('by entries of a school; what is known is acknowledged all the same', async () => {
    const record = annasLesson();
    await handOver([record]);
    for (let index = 0; index < 10; index += 1) await fill(2000, `TEST0001.10${index}`);
    expect(reasons(await handOver([annasLesson()]))).toEqual(['schoolFull']);
    expect((await handOver([record])).body).toEqual({ taken: [record.entry] });
  });
});

test('the list comes in pages of bounded size: none twice, none missing, those that wait first', async () => {
  await fill(90, ANNA, 40_000);
  await fill(300, usernameOf('bruno'));
  const all = (await page()).entries;
  await desk.post('hand-overs/settle', { ids: all.slice(0, 5).map(({ id }) => id), take: false });
  const ids: string[] = [];
  const states: string[] = [];
  let after: string | undefined;
  do {
    const { entries, next } = await page(after);
    expect(entries.length).toBeLessThanOrEqual(200);
    expect(JSON.stringify(entries).length).toBeLessThan(1_200_000);
    ids.push(...entries.map(({ id }) => id));
    states.push(...entries.map(({ state }) => state));
    after = next;
  } while (after !== undefined);
  expect(new Set(ids).size).toBe(390);
  expect(ids).toHaveLength(390);
  expect(states.lastIndexOf('waiting')).toBeLessThan(states.indexOf('left'));
  // A place that nobody has given out is behind everything.
  expect((await page('nonsense')).entries).toEqual([]);
});

const isInRegister = async (record: RegisterRecord) =>
  (await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [record.id]))).size > 0;

describe('one settlement wins', () => {
  test.each(Array.from({ length: 6 }, (_, round) => round))('take and leave at once, %i', async (round) => {
    const record = annasLesson();
    await handOver([record]);
    const ids = [`${ANNA}/${record.entry}`];
    const decide = (take: boolean) =>
      (take ? desk : other).post<SettledHandOver & Partial<Failure>>('hand-overs/settle', { ids, take });
    const order = round % 2 === 0 ? [true, false] : [false, true];
    const answers = await Promise.all(order.map(decide));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status !== 200);
    expect(won.map(({ body }) => body)).toEqual([{ done: 1, refused: [] }]);
    expect(lost).toMatchObject([{ status: 409, body: { kind: 'notPossible', reason: 'alreadySettled' } }]);
    const [entry] = (await page()).entries;
    expect(await isInRegister(record)).toBe(entry?.state === 'taken');
  });

  test('and the other clerk is told which were decided already', async () => {
    const [first, second] = [annasLesson(), annasLesson({ day: '2026-11-20' })];
    await handOver([first, second]);
    const ids = [first, second].map(({ entry }) => `${ANNA}/${entry}`);
    await desk.post('hand-overs/settle', { ids: ids.slice(0, 1), take: false });
    const answer = await other.post<SettledHandOver>('hand-overs/settle', { ids, take: true });
    expect(answer.body).toEqual({ done: 1, refused: [{ id: ids[0], reason: 'alreadySettled' }] });
    expect([await isInRegister(first), await isInRegister(second)]).toEqual([false, true]);
  });

  test('what a server of before took into the register and not off the list cannot be left out any more', async () => {
    const record = annasLesson();
    await handOver([record]);
    const id = `${ANNA}/${record.entry}`;
    const asBefore = await server.storage.accounts.read((reader) => reader.handedOver(id));
    await desk.post('hand-overs/settle', { ids: [id], take: true });
    expect(await isInRegister(record)).toBe(true);
    // It wrote the two apart, and died between them.
    await server.storage.accounts.transaction(async (own) => {
      if (asBefore) await own.saveHandedOver(asBefore);
    });
    const answer = await desk.post<SettledHandOver>('hand-overs/settle', { ids: [id], take: false });
    expect(answer.body).toEqual({ done: 0, refused: [{ id, reason: 'alreadySettled' }] });
    expect((await page()).entries[0]).toMatchObject({ state: 'taken' });
  });
});
