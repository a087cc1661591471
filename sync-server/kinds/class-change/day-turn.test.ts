import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import type { Derogation } from '../../../domain/kinds/derogation/record.ts';
import { enrolmentId } from '../../../domain/kinds/enrolment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import { attendance, at, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  classRecord,
  envelope,
  pupilOf,
  pupilRecords,
  SCHOOL,
  STAFF,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { createDayTurn } from './day-turn.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const CHANGE = '2026-11-25' as LocalDate;
/** Midnight at the schools, which is not midnight of the server's own day: 23.00 of the day before in winter. */
const MIDNIGHT = Date.parse('2026-11-24T23:00:00.000Z');
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function read(
  name: 'bruno' | 'office',
  collection: CollectionName,
): Promise<readonly RegisterRecord[]> {
  const { accessToken } = await server.signIn(name);
  const answer = await server.sync(accessToken, {
    pull: { [collection]: { checkpoint: {}, limit: 1000 } },
  });
  return (answer.pull[collection]?.documents ?? []).filter((one) => 'pupil' in one && one.pupil === PUPIL);
}

const kindsOf = async (collection: CollectionName = 'attendance') =>
  (await read('bruno', collection)).map(({ kind }) => kind).toSorted();

/** The office writes today that the pupil goes over into 1B the day after tomorrow. */
async function enterChange() {
  const [person, enrolment] = pupilRecords(CLASS_A, PUPIL);
  if (person?.kind !== 'person' || enrolment?.kind !== 'enrolment') throw new Error('a pupil');
  await server.roster.write(SCHOOL, [
    { ...person, classes: [CLASS_A, CLASS_B] },
    { ...enrolment, to: addDays(CHANGE, -1), recordedAt: at('09:00') },
    {
      ...envelope(enrolmentId(PUPIL, CLASS_B, CHANGE)),
      recordedAt: at('09:00'),
      kind: 'enrolment',
      pupil: PUPIL,
      class: CLASS_B,
      from: CHANGE,
    },
  ]);
}

async function recordInOldClass() {
  await server.push('anna', 'lessons', [lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] })]);
  const absent = attendance(STAFF.anna, PUPIL, [event('absent', STAFF.anna)]);
  await server.push('anna', 'attendance', [absent]);
}

test('D97, D202: a change entered for a later day moves nothing before it, and everything when it comes', async () => {
  await recordInOldClass();
  await enterChange();
  // What arrives between the word of the office and its day stays with the old class, too.
  const { school, author, recordedAt, entry } = attendance(STAFF.anna, PUPIL, []);
  const mine = { school, author, recordedAt, entry, class: CLASS_A, pupil: PUPIL, day: TODAY };
  const away = { ...kinds.presenceElsewhere.samples[0], ...mine, during: { fromHour: 3 } };
  await server.push('anna', 'attendance', [away]);
  expect(await kindsOf()).toEqual([]);
  server.clock.now = MIDNIGHT - 1;
  expect(await kindsOf()).toEqual([]);
  server.clock.now = MIDNIGHT;
  expect(await kindsOf()).toEqual(['attendanceDay', 'hoursOfLeftClass', 'presenceElsewhere']);
});

test('D91, D100: who collects a pupil and what is set aside are read in the new class from its first day on', async () => {
  const derogation: Derogation = {
    ...envelope('derogation-1'),
    kind: 'derogation',
    pupil: PUPIL,
    startYear: 2026,
    classes: [],
    category: 'health',
    document: 'Prot. 7/2026',
    halfUnits: 40,
  };
  const aunt: RegisterRecord = {
    ...envelope('delegate-aunt'),
    kind: 'delegate',
    pupil: PUPIL,
    class: CLASS_A,
    name: 'Verdi Paola',
    document: 'Carta d’identità CA00000AA',
    from: TODAY,
  };
  await server.roster.write(SCHOOL, [derogation, aunt]);
  await enterChange();
  const classesOf = async () =>
    (await read('office', 'roster')).flatMap((one) => (one.kind === 'derogation' ? [one.classes] : []));
  expect(await classesOf()).toEqual([[CLASS_A]]);
  expect(await kindsOf('roster')).not.toContain('delegate');
  server.clock.now = MIDNIGHT;
  expect(await kindsOf('roster')).toContain('delegate');
  expect(await classesOf()).toEqual([[CLASS_A, CLASS_B]]);
});

describe('D91 whoever may collect a pupil', () => {
  const [{ to: _to, ...aunt }] = kinds.delegate.samples;
  const [bus] = kinds.standingAuthorisation.samples;
  const written = (id: string, schoolClass: ClassId): RegisterRecord => ({
    ...aunt,
    ...envelope(id),
    pupil: PUPIL,
    class: schoolClass,
    from: TODAY,
  });
  const classOf = async (id: string) => {
    const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
    const record = storedRecord(must(texts.get(id), 'it stands'));
    return 'class' in record ? record.class : undefined;
  };

  test('D91: is known to those who have the pupil today, whichever of two classes the office names', async () => {
    await enterChange();
    await server.roster.write(SCHOOL, [
      written('in-old', CLASS_A),
      written('in-new', CLASS_B),
      { ...bus, ...envelope('bus'), pupil: PUPIL, class: CLASS_B },
    ]);
    for (const id of ['in-old', 'in-new', 'bus']) expect(await classOf(id)).toBe(CLASS_A);
    expect(await kindsOf('roster')).not.toContain('delegate');
    server.clock.now = MIDNIGHT;
    expect(await kindsOf('roster')).toEqual(
      expect.arrayContaining(['delegate', 'delegate', 'standingAuthorisation']),
    );
    for (const id of ['in-old', 'in-new', 'bus']) expect(await classOf(id)).toBe(CLASS_B);
  });

  test('D91: follows the pupil also where the office writes the class that was left, after the day', async () => {
    await enterChange();
    server.clock.now = MIDNIGHT;
    await kindsOf();
    await server.roster.write(SCHOOL, [written('after', CLASS_A)]);
    expect(await classOf('after')).toBe(CLASS_B);
  });

  test('D91, D202: goes along into the class of a new school year, entered in summer', async () => {
    const next = classId(2027, 'lowerSecondary', '2A');
    const from = '2027-09-13' as LocalDate;
    const [, enrolment] = pupilRecords(CLASS_A, PUPIL);
    if (enrolment?.kind !== 'enrolment') throw new Error('a pupil');
    await server.roster.write(SCHOOL, [written('lasting', CLASS_A)]);
    await server.roster.write(SCHOOL, [
      classRecord(next, '2A', 2027),
      { ...enrolment, to: '2027-08-31' as LocalDate },
      { ...enrolment, ...envelope(enrolmentId(PUPIL, next, from)), class: next, from },
    ]);
    expect(await classOf('lasting')).toBe(CLASS_A);
    const turn = createDayTurn({
      storage: server.storage,
      hub: { publish: () => undefined },
      now: () => Date.parse('2027-09-13T06:00:00.000Z'),
      onError: (error) => {
        throw error;
      },
    });
    await turn.reach(SCHOOL);
    await turn.close();
    expect(await classOf('lasting')).toBe(next);
  });
});

test('D97: a server that was off when the day came moves them at its start, and nothing twice', async () => {
  await recordInOldClass();
  await enterChange();
  // The look at its start has noted the day of the test.
  await kindsOf();
  server.clock.now = MIDNIGHT + 3 * 86_400_000;
  const published: string[] = [];
  const errors: unknown[] = [];
  const options = {
    storage: server.storage,
    hub: { publish: (school: string) => published.push(school) },
    now: () => server.clock.now,
    onError: (error: unknown) => errors.push(error),
  };
  for (let start = 0; start < 2; start += 1) {
    const turn = createDayTurn(options);
    await turn.reach(SCHOOL);
    await turn.close();
  }
  expect(published).toEqual([SCHOOL]);
  expect(errors).toEqual([]);
});

test('D97: where the day cannot begin, the school goes on, and the next look tries again', async () => {
  const errors: unknown[] = [];
  let isBroken = true;
  const turn = createDayTurn({
    storage: {
      ...server.storage,
      note: async (name) => {
        if (isBroken) throw new Error('disk');
        return await server.storage.note(name);
      },
    },
    hub: { publish: () => undefined },
    now: () => server.clock.now + 86_400_000,
    onError: (error) => errors.push(error),
  });
  await turn.reach(SCHOOL);
  expect(errors.length).toBeGreaterThan(0);
  isBroken = false;
  await turn.reach(SCHOOL);
  expect(await server.storage.note(`day.${SCHOOL}`)).toBe('2026-11-24');
  await turn.close();
});
