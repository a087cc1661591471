import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LocalDate, LocalTime } from '../../../domain/base/ids.ts';
import { classMovementId, type ClassMovement } from '../../../domain/kinds/class-movement/record.ts';
import {
  hoursOfLeftClassId,
  type HoursOfLeftClass,
} from '../../../domain/kinds/hours-of-left-class/record.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import { kinds, type RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { attendance, at, edited, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  movedPupil,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { leftHoursAfter } from './left-hours.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const TOMORROW = '2026-11-24' as LocalDate;
const [MONDAY, FRIDAY] = ['2026-11-16', '2026-11-20'] as LocalDate[] as [LocalDate, LocalDate];
const maths = subjectId('Matematica');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const absentOn = (day: LocalDate) =>
  attendance(STAFF.anna, PUPIL, [event('absent', STAFF.anna)], CLASS_A, day);
const called = (day: LocalDate, expected: ClassMovement['expected']): ClassMovement => ({
  ...kinds.classMovement.samples[0],
  ...envelope(classMovementId(day, CLASS_A)),
  author: STAFF.anna,
  recordedAt: at('08:20'),
  day,
  class: CLASS_A,
  expected,
});
const taught = (day: LocalDate, hour = 1) =>
  lesson(STAFF.anna, { day, hour, signatures: [signature(STAFF.anna)] });
const move = async (time = '08:50') =>
  await server.roster.write(SCHOOL, movedPupil(PUPIL, CLASS_A, CLASS_B, at(time)));

async function read(name: 'anna' | 'bruno', collection: CollectionName): Promise<readonly RegisterRecord[]> {
  const answer = await server.sync(await server.token(name), {
    pull: { [collection]: { checkpoint: {}, limit: 1000 } },
  });
  return answer.pull[collection]?.documents ?? [];
}

async function leftOf(name: 'anna' | 'bruno'): Promise<readonly HoursOfLeftClass[]> {
  const all = await read(name, 'attendance');
  return all.filter((record): record is HoursOfLeftClass => record.kind === 'hoursOfLeftClass');
}

async function push(name: 'anna' | 'bruno', collection: CollectionName, rows: readonly RegisterRecord[]) {
  const outcomes = await server.push(name, collection, rows);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(rows.map(() => 'stored'));
}

describe('D97 the hours in the class that was left', () => {
  test('D97: are counted for the teachers of the new class, who read nothing else of the old one', async () => {
    await push('anna', 'lessons', [taught(MONDAY), taught(FRIDAY)]);
    await push('anna', 'attendance', [absentOn(MONDAY)]);
    expect(await leftOf('bruno')).toEqual([]);
    await move();
    expect(await leftOf('bruno')).toMatchObject([
      {
        id: hoursOfLeftClassId(`${PUPIL}.${CLASS_A}.2026-09-15`),
        pupil: PUPIL,
        class: CLASS_A,
        lastDay: '2026-11-22',
        classes: [CLASS_B],
        held: { official: 4, withoutSubject: 0, bySubject: [{ subject: maths, halfUnits: 4 }] },
        missed: [{ day: MONDAY, hour: 1, subjects: [maths], missedMinutes: 60, minutes: 60, halfUnits: 2 }],
      },
    ]);
    expect(await read('bruno', 'lessons')).toEqual([]);
    // Whoever has the old class has its register, and no use for it.
    expect(await leftOf('anna')).toEqual([]);
  });

  test('D97: follow what arrives late of the old class, and nothing that does not count for the pupil', async () => {
    await push('anna', 'lessons', [taught(MONDAY)]);
    await move('07:50');
    const [before] = await leftOf('bruno');
    expect(before?.held.official).toBe(2);
    const late = absentOn(FRIDAY);
    await push('anna', 'attendance', [absentOn(MONDAY), late]);
    expect((await leftOf('bruno'))[0]?.missed).toMatchObject([{ day: MONDAY }]);
    await push('anna', 'lessons', [taught(FRIDAY)]);
    const after = (await leftOf('bruno'))[0];
    expect(after).toMatchObject({ held: { official: 4 }, missed: [{ day: MONDAY }, { day: FRIDAY }] });
    // An hour of the old class after the change is none of the pupil's: not even another version is written.
    await push('anna', 'lessons', [taught(TODAY, 2)]);
    expect((await leftOf('bruno'))[0]?.entry).toBe(after?.entry);
    await server.push('anna', 'attendance', [{ assumed: late, next: edited(late, { events: [] }) }]);
    expect((await leftOf('bruno'))[0]?.missed).toMatchObject([{ day: MONDAY }]);
  });

  test('D97: are those of the morning, too, where the pupil went over in the course of a day', async () => {
    // 8.50 at the school: its first hour had begun in the old class.
    await move('07:50');
    await push('anna', 'lessons', [taught(TODAY), taught(TODAY, 2)]);
    expect(await leftOf('bruno')).toMatchObject([{ changedAt: '08:50', held: { official: 2 } }]);
  });

  test('D97, D98: tell when the old class was called late, for what is justified in the new one, as late as it is said', async () => {
    await push('anna', 'attendance', [called(MONDAY, { from: '09:00' as LocalTime })]);
    await move();
    const monday = { day: MONDAY, expected: { from: '09:00' } };
    expect((await leftOf('bruno'))[0]?.movements).toEqual([monday]);
    const friday = called(FRIDAY, { to: '11:00' as LocalTime });
    await push('anna', 'attendance', [friday, called(TOMORROW, { to: '11:00' as LocalTime })]);
    expect((await leftOf('bruno'))[0]?.movements).toEqual([
      monday,
      { day: FRIDAY, expected: { to: '11:00' } },
    ]);
    await server.push('anna', 'attendance', [{ assumed: friday, next: edited(friday, { expected: {} }) }]);
    expect((await leftOf('bruno'))[0]?.movements).toEqual([monday]);
  });

  test('D97: are nothing any more once the office takes the change back', async () => {
    await push('anna', 'lessons', [taught(MONDAY)]);
    await move();
    const [old, , moved] = movedPupil(PUPIL, CLASS_A, CLASS_B, at('09:10'));
    const [, stays] = movedPupil(PUPIL, CLASS_A, CLASS_B, at('09:10'));
    if (old?.kind !== 'person' || stays?.kind !== 'enrolment' || moved?.kind !== 'enrolment')
      throw new Error('a moved pupil has a person and two enrolments');
    const { to: _to, ...open } = stays;
    await server.roster.write(SCHOOL, [open, { ...moved, to: '2026-11-22' as LocalDate }]);
    expect(await leftOf('bruno')).toMatchObject([{ held: { official: 0 }, missed: [] }]);
  });
});

describe('D202 who writes and reads what, before and after a change', () => {
  test('D202, D209: a teacher of the old class keeps what was, and reads and writes no day of the new one', async () => {
    await push('anna', 'attendance', [absentOn(MONDAY)]);
    await move();
    server.clock.now += 24 * 3_600_000;
    const tomorrow = '2026-11-24' as LocalDate;
    const later = { recordedAt: at('08:30', tomorrow) };
    const marked = (by: 'anna' | 'bruno', schoolClass: typeof CLASS_A) => {
      const mark = { ...event('absent', STAFF[by]), at: later.recordedAt };
      return { ...attendance(STAFF[by], PUPIL, [mark], schoolClass, tomorrow), ...later };
    };
    const tokens = { anna: await server.signIn('anna'), bruno: await server.signIn('bruno') };
    const send = async (by: 'anna' | 'bruno', schoolClass: typeof CLASS_A) => {
      const row = { assumed: null, next: marked(by, schoolClass) };
      const answer = await server.sync(tokens[by].accessToken, { push: { attendance: [row] } });
      return answer.push['attendance']?.[0];
    };
    const days = async (by: 'anna' | 'bruno') => {
      const pull = { attendance: { checkpoint: {}, limit: 1000 } };
      const answer = await server.sync(tokens[by].accessToken, { pull });
      return (answer.pull.attendance?.documents ?? []).flatMap((one) =>
        one.kind === 'attendanceDay' ? [one.day] : [],
      );
    };
    expect(await send('anna', CLASS_A)).toMatchObject({ outcome: 'refused' });
    expect(await send('bruno', CLASS_B)).toMatchObject({ outcome: 'stored' });
    expect(await days('anna')).toEqual([MONDAY]);
    expect(await days('bruno')).toEqual([MONDAY, tomorrow]);
  });
});

test('ADR 35: what reaches nobody who has left costs no walk over the lists of the school, and asks the store for nothing', async () => {
  await server.storage.read(SCHOOL, async (reader) => {
    const known = await createSchoolSnapshots().at(SCHOOL, reader);
    let walks = 0;
    const enrolmentsOf = new Map(known.enrolmentsOf);
    const walk = enrolmentsOf.values.bind(enrolmentsOf);
    const snapshot = Object.assign(Object.create(known), { enrolmentsOf });
    const count = () => {
      walks += 1;
      return walk();
    };
    Object.assign(enrolmentsOf, { values: count, [Symbol.iterator]: count, entries: count });
    const asked = vi.spyOn(reader, 'documents');
    const push = async () =>
      await leftHoursAfter(reader, { school: SCHOOL, now: at('10:00'), snapshot }, [
        taught(MONDAY),
        absentOn(MONDAY),
      ]);
    // Who has left is looked for once in a snapshot.
    await push();
    walks = 0;
    expect(await push()).toEqual([]);
    expect([walks, asked.mock.calls.length]).toEqual([0, 0]);
  });
});
