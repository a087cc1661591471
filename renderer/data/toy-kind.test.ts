import { filter, firstValueFrom } from 'rxjs';
import { afterEach, expect, test, vi } from 'vitest';
import { fail } from '../../domain/base/result.ts';
import type { JournalEntry } from '../../domain/protocol/bridge/journal.ts';
import type * as Registry from '../../domain/kinds/registry.ts';
import { toyKind } from '../../domain/testing/toy/kind.ts';
import type { Toy } from '../../domain/testing/toy/record.ts';
import { at, attendance } from '../../sync-server/testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import { stick } from '../testing/toy/commands.ts';
import { schoolDay } from '../views/school-day.ts';
import { teacherDay } from '../views/hours/teacher-day.ts';
import { beginWork, deviceOf, endWork, openComplete, whenStatus } from './testing/test-staff.ts';

vi.mock('../../domain/kinds/registry.ts', async (original) => {
  const { withToy } = await import('../../domain/testing/toy/registered-toy.ts');
  return withToy(await original<typeof Registry>());
});

afterEach(endWork);

/** A kind that the types of the registry do not know. */
const TOY = 'toy' as Registry.RecordKind;

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
  const toys = await firstValueFrom(register.records.find(TOY, { day: TODAY }));
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

test('what is kept in the same collection is no answer to a page that asks for another kind', async () => {
  const { server, device } = await beginWork();
  const pupil = pupilOf(CLASS_A, 1);
  const absent = attendance(STAFF.anna, pupil, [
    { kind: 'absent', hour: 1, by: STAFF.anna, at: at('08:05') },
  ]);
  const hers = toy(STAFF.anna, { pupil, stickers: [] });
  const outcomes = await server.push('anna', 'attendance', [absent, hers]);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'stored']);
  const register = await openComplete(device);
  const days = await firstValueFrom(
    register.records.find('attendanceDay', { day: TODAY }).pipe(filter((found) => found.length > 0)),
  );
  expect(days.map(({ kind }) => kind)).toEqual(['attendanceDay']);
  // The toy of a pupil is no day of that pupil, and takes the place of none.
  const [ofSchool, ofTeacher, hour] = await Promise.all([
    firstValueFrom(schoolDay(register, TODAY)),
    firstValueFrom(teacherDay(register, TODAY)),
    firstValueFrom(classHour(register, { day: TODAY, schoolClass: CLASS_A, hour: 1 })),
  ]);
  expect(ofSchool.classes.find(({ schoolClass }) => schoolClass.id === CLASS_A)?.absent).toBe(1);
  expect(JSON.stringify(ofTeacher)).toContain('"absent":1');
  expect(JSON.stringify(hour)).toContain('"absent"');
});
