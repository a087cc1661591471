import { expect, test, vi } from 'vitest';
import { toEntryId } from '../../../../domain/base/ids.ts';
import { createTemporaryMemory } from '../../device-memory.ts';
import { importStoreKey } from '../../store/sealed-json.ts';
import { openAcknowledged } from './acknowledged.ts';

const keyOf = async () => importStoreKey(crypto.getRandomValues(new Uint8Array(32)));
const key = await keyOf();
const entryOf = (number: number) => toEntryId(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);

test('what has arrived is known at once and after a restart, up to the newest thousand', async () => {
  const memory = createTemporaryMemory();
  const own = await openAcknowledged(memory, 'db', key);
  for (let number = 0; number < 1001; number += 1) own.add(entryOf(number));
  expect([own.has(entryOf(0)), own.has(entryOf(1)), own.has(entryOf(1000))]).toEqual([false, true, true]);
  await vi.waitFor(async () => {
    const again = await openAcknowledged(memory, 'db', key);
    expect([again.has(entryOf(0)), again.has(entryOf(1000))]).toEqual([false, true]);
  });
});

test.each([
  ['written by hand', JSON.stringify([entryOf(1)])],
  ['nothing', undefined],
])('a note that does not open names nothing: %s', async (_name, text) => {
  const memory = createTemporaryMemory();
  if (text !== undefined) memory.set('db.acknowledged', text);
  expect((await openAcknowledged(memory, 'db', key)).has(entryOf(1))).toBe(false);
});

test('the note of another database or key names nothing', async () => {
  const memory = createTemporaryMemory();
  const other = await openAcknowledged(memory, 'other', key);
  other.add(entryOf(1));
  await vi.waitFor(() => expect(memory.get('other.acknowledged')).toBeDefined());
  memory.set('db.acknowledged', memory.get('other.acknowledged') ?? '');
  expect((await openAcknowledged(memory, 'db', key)).has(entryOf(1))).toBe(false);
  expect((await openAcknowledged(memory, 'other', await keyOf())).has(entryOf(1))).toBe(false);
});
