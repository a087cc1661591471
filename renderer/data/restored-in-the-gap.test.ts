import { setTimeout as sleep } from 'node:timers/promises';
import { firstValueFrom } from 'rxjs';
import { expect, test } from 'vitest';
import { CLASS_A, pupilOf, SCHOOL, schoolRecords } from '../../sync-server/testing/test-school.ts';
import { classHour } from '../features/class-hour/view.ts';
import {
  atServer,
  close,
  deviceOf,
  eachWithRestorable,
  isThrough,
  mark,
  openOn,
  place,
  sign,
  when,
  server,
} from './testing/restored-school.ts';

eachWithRestorable();

/** Longer than the device gathers reasons to read. */
const SLOW = 120;

const topics = async () => (await atServer()).lessons.map(({ topic }) => topic);

test.each([0, SLOW])(
  'readings that were asked for while a store put back announces itself take nothing of it over (%i ms)',
  async (delay) => {
    const annas = await deviceOf('anna');
    const anna = await openOn(annas);
    await sign(anna, 2, 'Frazioni');
    await when(anna.status.sync$, isThrough);
    const copy = server.copy();
    await sign(anna, 2, 'Decimali');
    await when(anna.status.sync$, isThrough);
    annas.online = false;
    await mark(anna, 2);
    await server.putBack(copy);
    annas.online = true;
    annas.delay = delay;
    const { session } = annas.device;
    if (session.kind !== 'open') throw new Error('locked');
    // As the main process says when its live connection is back: the mark goes out alone, the readings come behind it.
    annas.device.emit('sessionChanged', { ...session, connection: 'online' });
    await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
    await when(anna.status.sync$, isThrough);
    await expect.poll(topics).toEqual(['Decimali']);
    const hour = await firstValueFrom(classHour(anna, place(2)));
    expect(hour?.lesson?.topic).toBe('Decimali');
  },
);

test('what is written while the device looks what a store has lost is sent, and not forgotten for what it lies on', async () => {
  const annas = await deviceOf('anna');
  const anna = await openOn(annas);
  await sign(anna, 2, 'Frazioni');
  await when(anna.status.sync$, isThrough);
  const copy = server.copy();
  await sign(anna, 2, 'Decimali');
  await when(anna.status.sync$, isThrough);
  await server.putBack(copy);
  annas.delay = SLOW;
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looking');
  // The look is in its midst: the lessons have been compared.
  await sleep(5 * SLOW);
  await sign(anna, 2, 'Radici');
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  await when(anna.status.sync$, isThrough);
  expect(await topics()).toEqual(['Radici']);
  expect(annas.device.journal.size).toBe(0);
});

test('what a store put back does not have is gone also where the device is closed right after it has looked', async () => {
  const annas = await deviceOf('anna');
  const copy = server.copy();
  const fourth = pupilOf(CLASS_A, 4);
  await server.first.roster.write(
    SCHOOL,
    schoolRecords(4).filter(({ id }) => id.includes(fourth)),
  );
  const anna = await openOn(annas, 4);
  await when(anna.status.sync$, isThrough);
  await server.putBack(copy);
  annas.delay = SLOW;
  anna.status.syncNow();
  await when(anna.status.sync$, ({ restored }) => restored?.state === 'looked');
  annas.online = false;
  await close(anna);
  annas.online = true;
  annas.delay = 0;
  const again = await openOn(annas, 3);
  const hour = await firstValueFrom(classHour(again, place(2)));
  expect(hour?.pupils).toHaveLength(3);
});
