import 'fake-indexeddb/auto';
import { firstValueFrom } from 'rxjs';
import { afterEach, expect, test, vi } from 'vitest';
import { fail } from '../../domain/base/result.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import type * as Registry from '../../domain/kinds/registry.ts';
import { toyKind } from '../../domain/testing/toy/kind.ts';
import type { Toy } from '../../domain/testing/toy/record.ts';
import { at } from '../../sync-server/testing/test-records.ts';
import { CLASS_A, CLASS_B, nextEntry, SCHOOL, STAFF, TODAY } from '../../sync-server/testing/test-school.ts';
import { stick } from '../testing/toy/commands.ts';
import { beginWork, deviceOf, endWork, openComplete, whenStatus } from './testing/test-staff.ts';

vi.mock('../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../domain/testing/toy/registered-toy.ts');
  return withToy(await original<typeof Registry>());
});

afterEach(endWork);

const sticker = (colour: string, stuckBy: Toy['author'], stuckAt: Toy['recordedAt']) => ({
  colour,
  stuckBy,
  stuckAt,
});

function toy(author: Toy['author'], changes: Partial<Toy>): Registry.RegisterRecord {
  const made: Toy = {
    ...toyKind.samples[0],
    school: SCHOOL,
    author,
    entry: nextEntry(),
    recordedAt: at('08:10'),
    day: TODAY,
    class: CLASS_A,
    ...changes,
  };
  // A kind that the machinery's types do not know either.
  return made as unknown as Registry.RegisterRecord;
}

test('a kind that is nowhere but in its folder travels from device to server to device, merged and bounded', async () => {
  const { server, line } = await beginWork();
  const device = deviceOf(line);
  // Anna's clock runs ahead inside the record: nobody sticks after saving.
  const hers = toy(STAFF.anna, { note: 'Di Anna', stickers: [sticker('red', STAFF.anna, at('20:00'))] });
  const entry: JournalEntry = { entry: hers.entry, collection: 'attendance', record: hers, assumed: null };
  device.journal.set(hers.entry, entry);
  const register = await openComplete(device);
  await whenStatus(register, ({ waiting }) => waiting.length === 0);
  expect(device.journal.size).toBe(0);

  // Carla made the same one without a line, earlier, and another one of a class that is not hers.
  const theirs = toy(STAFF.carla, {
    note: 'Di Carla',
    stickers: [sticker('blue', STAFF.carla, at('08:00'))],
    recordedAt: at('08:05'),
  });
  const [outcome] = await server.push('carla', 'attendance', [theirs]);
  expect(outcome).toMatchObject({
    outcome: 'merged',
    conflicts: [{ field: 'note', lost: 'Di Carla', kept: 'Di Anna' }],
  });
  const [refused] = await server.push('bruno', 'attendance', [toy(STAFF.bruno, { id: 'other' })]);
  expect(refused).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });

  const received: unknown[] = [];
  line.answer = (answer) => {
    received.push(...(answer.pull.attendance?.documents ?? []));
    return answer;
  };
  const other = await openComplete(deviceOf(line));
  const { parked } = await whenStatus(other, ({ initial }) => !initial);
  expect(parked).toEqual([]);
  expect(received).toContainEqual(
    expect.objectContaining({
      kind: 'toy',
      note: 'Di Anna',
      stickers: [sticker('red', STAFF.anna, at('08:10')), sticker('blue', STAFF.carla, at('08:00'))],
    }),
  );
});

test('a command of its own is carried out by a register that has never heard of it, and a query finds what it wrote', async () => {
  const { device } = await beginWork();
  const register = await openComplete(device);
  const stuck = await stick(register, TODAY, CLASS_A, 'red');
  expect(stuck.ok).toBe(true);
  const again = await stick(register, TODAY, CLASS_A, 'blue');
  expect(again.ok).toBe(true);
  const toys = await firstValueFrom(register.records.find('attendance', { day: TODAY }));
  expect(toys).toEqual([
    expect.objectContaining({
      kind: 'toy',
      stickers: [
        expect.objectContaining({ colour: 'red', stuckBy: STAFF.anna }),
        expect.objectContaining({ colour: 'blue', stuckBy: STAFF.anna }),
      ],
    }),
  ]);
  await whenStatus(register, ({ waiting, refused }) => waiting.length + refused.length === 0);
  // Its own rule answers here as it does on the server: nobody sticks in a class that is not theirs.
  expect(await stick(register, TODAY, CLASS_B, 'red')).toEqual(
    fail({ kind: 'refused', reason: 'forbidden' }),
  );
});
