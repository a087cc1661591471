import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createConnection } from './connection.ts';

/** A database whose connections are told apart by their numbers. */
function databaseOf() {
  let number = 1;
  let isOpen = true;
  const dexieDb = {
    isOpen: () => isOpen,
    open: () => {
      isOpen = true;
      number += 1;
      return Promise.resolve();
    },
    close: vi.fn(() => {
      isOpen = false;
    }),
    backendDB: () => number as unknown as IDBDatabase,
  };
  return { internals: Promise.resolve({ dexieDb }), dexieDb };
}

const silent = new Promise<string>(() => undefined);
/** What is asked over the first connection, and over those after it. */
const asking = (first: Promise<string>, later: () => Promise<string>) =>
  vi.fn((database: IDBDatabase) => (Number(database) === 1 ? first : later()));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a question that a full disk leaves without an answer is asked again over a new connection', async () => {
  const { internals, dexieDb } = databaseOf();
  const read = asking(silent, () => Promise.resolve('found'));
  const answer = createConnection(internals).read(read);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await answer).toBe('found');
  expect(dexieDb.close).toHaveBeenCalledOnce();
});

test('a disk that is slow alone is waited for: the first answer counts, whichever question it is to', async () => {
  const { internals } = databaseOf();
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('late'), 8_000));
  const answer = createConnection(internals).read(asking(slow, () => silent));
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await answer).toBe('late');
});

test('a disk that is slow is waited for also where the question asked again fails first', async () => {
  const { internals } = databaseOf();
  const slow = new Promise<string>((resolve) => setTimeout(() => resolve('late'), 8_000));
  const read = asking(slow, () => Promise.reject(new Error('Broken')));
  const answer = createConnection(internals).read(read);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await answer).toBe('late');
});

test('where both fail, it is told why the question asked again did', async () => {
  const { internals } = databaseOf();
  const first = new Promise<string>((_resolve, reject) => setTimeout(() => reject(new Error('Gone')), 8_000));
  const read = asking(first, () => Promise.reject(new Error('Broken')));
  const answer = createConnection(internals).read(read);
  answer.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(8_000);
  await expect(answer).rejects.toThrow('Broken');
});

test('the connection is let go once, however many questions are without an answer on it', async () => {
  const { internals, dexieDb } = databaseOf();
  const connection = createConnection(internals);
  const answers = [1, 2, 3].map(() => connection.read(asking(silent, () => Promise.resolve('found'))));
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await Promise.all(answers)).toEqual(['found', 'found', 'found']);
  expect(dexieDb.close).toHaveBeenCalledOnce();
});

test('what is asked of a store that was closed on purpose opens nothing again', async () => {
  const { internals, dexieDb } = databaseOf();
  const connection = createConnection(internals);
  const answer = connection.read(asking(silent, () => Promise.resolve('found')));
  connection.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await Promise.race([answer, Promise.resolve('waits')])).toBe('waits');
  expect(dexieDb.close).not.toHaveBeenCalled();
});
