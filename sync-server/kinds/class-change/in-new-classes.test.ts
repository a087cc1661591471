import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { Delegate } from '../../../domain/kinds/delegate/record.ts';
import { justificationId, type Justification } from '../../../domain/kinds/justification/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { attendance, at, event } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  movedPupil,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const [MONDAY, TUESDAY] = ['2026-11-09', '2026-11-10'] as LocalDate[] as [LocalDate, LocalDate];
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const absentOn = (day: LocalDate) =>
  attendance(STAFF.anna, PUPIL, [event('absent', STAFF.anna)], CLASS_A, day);
const move = async () => await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at('08:50')));

async function read(name: 'anna' | 'bruno', collection: CollectionName): Promise<readonly RegisterRecord[]> {
  const answer = await server.sync(await server.token(name), {
    pull: { [collection]: { checkpoint: {}, limit: 1000 } },
  });
  // What is counted of the old class has tests of its own.
  return (answer.pull[collection]?.documents ?? []).filter(({ kind }) => kind !== 'hoursOfLeftClass');
}

test('D97: the days before a change of class are read by the teachers of the new one, and stay those of the old one', async () => {
  await server.push('anna', 'attendance', [absentOn(MONDAY)]);
  expect(await read('bruno', 'attendance')).toEqual([]);
  await move();
  const stands = { day: MONDAY, class: CLASS_A, otherClasses: [CLASS_B], author: STAFF.anna };
  expect(await read('bruno', 'attendance')).toMatchObject([stands]);
  expect(await read('anna', 'attendance')).toMatchObject([stands]);
  await move();
  expect(await read('bruno', 'attendance')).toHaveLength(1);
});

test('D97: a day of before that arrives after the change is read in the new class too', async () => {
  await move();
  await server.push('anna', 'attendance', [absentOn(TUESDAY)]);
  expect(await read('bruno', 'attendance')).toMatchObject([{ day: TUESDAY, otherClasses: [CLASS_B] }]);
});

test('B.1: what nobody has justified of the old class is decided on in the new one', async () => {
  await server.push('anna', 'attendance', [absentOn(MONDAY)]);
  await move();
  const entry = nextEntry();
  const written: Justification = {
    id: justificationId(MONDAY, PUPIL),
    kind: 'justification',
    school: SCHOOL,
    author: STAFF.bruno,
    entry,
    recordedAt: at('09:00'),
    day: MONDAY,
    class: CLASS_B,
    pupil: PUPIL,
    acts: [
      {
        id: entry,
        act: 'justify',
        item: 'absence',
        by: STAFF.bruno,
        at: at('09:00'),
        reason: 'health',
        origin: 'paper',
      },
    ],
  };
  expect(await server.push('bruno', 'attendance', [written])).toMatchObject([{ outcome: 'stored' }]);
});

test('D91: who may collect a pupil is known to the teachers of the class in which the pupil is', async () => {
  const aunt: Delegate = {
    ...envelope('delegate-aunt'),
    kind: 'delegate',
    pupil: PUPIL,
    class: CLASS_A,
    name: 'Verdi Paola',
    document: 'Carta d’identità CA00000AA',
    from: MONDAY,
  };
  const over: Delegate = { ...aunt, ...envelope('delegate-over'), to: TUESDAY };
  await server.roster.write(SCHOOL, [aunt, over]);
  const delegates = async (name: 'anna' | 'bruno') =>
    (await read(name, 'roster')).filter(({ kind }) => kind === 'delegate').map(({ id }) => id);
  expect(await delegates('bruno')).toEqual([]);
  await move();
  expect(await delegates('bruno')).toEqual([aunt.id]);
  expect(await delegates('anna')).toEqual([over.id]);
});
