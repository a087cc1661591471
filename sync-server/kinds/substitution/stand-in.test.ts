import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AttendanceDay } from '../../../domain/kinds/attendance-day/record.ts';
import { justificationId, type Justification } from '../../../domain/kinds/justification/record.ts';
import { classId } from '../../../domain/kinds/class/record.ts';
import type { Lesson, Signature } from '../../../domain/kinds/lesson/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Checkpoint, PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import { substitutionId, type Substitution } from '../../../domain/kinds/substitution/record.ts';
import {
  attendance,
  comingsOf,
  permitOn,
  at,
  edited,
  event,
  lesson,
  signature,
} from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  taughtTogether,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const ONE_DAY = 86_400_000;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const standIn: Signature = { teacher: STAFF.bruno, type: 'substitution', signedAt: at('08:30') };
const signed = (changes: Partial<Lesson> = {}) => lesson(STAFF.bruno, { signatures: [standIn], ...changes });
const absent = (n: number, hour = 1): AttendanceDay =>
  attendance(STAFF.bruno, pupilOf(CLASS_A, n), [event('absent', STAFF.bruno, { hour })]);

async function substitution(hour = 1): Promise<Substitution | null> {
  const id = substitutionId(TODAY, hour, CLASS_A, STAFF.bruno);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('timetable', [id]));
  return JSON.parse(texts.get(id) ?? 'null') as Substitution | null;
}

/** One request with entries of several collections, as a device sends what it wrote without a network. */
async function together(
  rows: readonly RegisterRecord[],
): Promise<Readonly<Record<string, readonly PushOutcome[]>>> {
  const of = (kind: string) =>
    rows.filter((row) => row.kind === kind).map((next) => ({ assumed: null, next }));
  const push = { attendance: of('attendanceDay'), lessons: of('lesson') };
  return (await server.sync(await server.token('bruno'), { push })).push;
}

async function read(name: 'lessons' | 'attendance' | 'roster', checkpoint: Checkpoint = {}, token?: string) {
  const answer = await server.sync(token ?? (await server.token('bruno')), {
    pull: { [name]: { checkpoint, limit: 100 } },
  });
  return answer.pull[name];
}

const reasons = (outcomes: readonly PushOutcome[] | undefined) =>
  outcomes?.map(({ outcome, refusal }) => refusal?.reason ?? outcome);

describe('whoever has signed an hour as a substitute (D209)', () => {
  test('keeps the roll of that hour, also when signature and marks come together', async () => {
    const roll = { by: STAFF.bruno, at: at('08:30') };
    const outcomes = await together([absent(1, 2), absent(2), signed({ hour: 2, rollCall: roll })]);
    expect(reasons(outcomes['lessons'])).toEqual(['stored']);
    expect(reasons(outcomes['attendance'])).toEqual(['stored', 'forbidden']);
    expect(await substitution(2)).toMatchObject({
      origin: 'signature',
      replaces: STAFF.anna,
      teacher: STAFF.bruno,
    });
  });

  test('stands in for nobody by name where the hour has several teachers and nobody said who is away', async () => {
    await server.roster.write(SCHOOL, [taughtTogether(STAFF.anna, STAFF.carla)]);
    await server.push('bruno', 'lessons', [signed({ hour: 2 })]);
    expect(await substitution(2)).toMatchObject({ origin: 'signature', teacher: STAFF.bruno });
    expect(await substitution(2)).not.toHaveProperty('replaces');
  });

  test('has no part in the roll where the signature is refused, or names somebody else', async () => {
    const later = { ...standIn, signedAt: at('12:00') };
    const refused = await together([absent(1), lesson(STAFF.bruno, { hour: 9, signatures: [later] })]);
    expect([reasons(refused['lessons']), reasons(refused['attendance'])]).toEqual([
      ['invalid'],
      ['forbidden'],
    ]);
    const forged = { ...standIn, teacher: STAFF.carla };
    const others = await together([absent(2), lesson(STAFF.bruno, { signatures: [forged] })]);
    expect(reasons(others['attendance'])).toEqual(['forbidden']);
    expect(await substitution()).toBeNull();
  });

  test('leaves what colleagues have marked in other hours, and marks no pupil of another class', async () => {
    const annas = attendance(STAFF.anna, pupilOf(CLASS_A, 1), [event('absent', STAFF.anna)]);
    await server.push('anna', 'attendance', [annas]);
    await server.push('bruno', 'lessons', [signed({ hour: 2 })]);
    const wiped = edited(annas, { author: STAFF.bruno, events: [] });
    const [outcome] = await server.push('bruno', 'attendance', [{ assumed: annas, next: wiped }]);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { reason: 'forbidden' } });
    const ofB = attendance(
      STAFF.bruno,
      pupilOf(CLASS_B, 1),
      [event('absent', STAFF.bruno, { hour: 2 })],
      CLASS_A,
    );
    expect(reasons(await server.push('bruno', 'attendance', [ofB]))).toEqual(['forbidden']);
  });

  test('merges with the marks of a colleague that the device had not seen', async () => {
    const annas = attendance(STAFF.anna, pupilOf(CLASS_A, 1), [event('absent', STAFF.anna)]);
    await server.push('anna', 'attendance', [annas]);
    const entry = event('entry', STAFF.bruno, { hour: 2, time: '09:10' });
    const mine = attendance(STAFF.bruno, pupilOf(CLASS_A, 1), [{ ...entry, at: at('08:30') }]);
    const outcomes = await together([mine, signed({ hour: 2 })]);
    expect(reasons(outcomes['attendance'])).toEqual(['stored']);
    // The first answer tells nothing of what stood; what is read from then on does.
    expect(JSON.stringify(outcomes)).not.toContain(STAFF.anna);
    const page = await read('attendance');
    expect(page?.documents).toMatchObject([{ events: [{ by: STAFF.anna }, { by: STAFF.bruno }] }]);
  });

  test('reads that class on that day alone: nothing before, nothing of other days, nothing after', async () => {
    const yesterday = lesson(STAFF.anna, { day: '2026-11-21' as typeof TODAY, topic: 'Ieri' });
    const annas = lesson(STAFF.anna, { signatures: [signature(STAFF.anna)], topic: 'Oggi', hour: 2 });
    await server.push('anna', 'lessons', [yesterday, annas]);
    expect((await read('lessons'))?.documents).toEqual([]);
    await server.push('bruno', 'lessons', [signed()]);
    const during = await read('lessons');
    expect(during?.documents.map(({ id }) => id).toSorted()).toEqual([signed().id, annas.id]);
    server.clock.now += ONE_DAY;
    const after = await read('lessons', during?.checkpoint, (await server.signIn('bruno')).accessToken);
    expect([after?.documents, after?.revoked?.toSorted()]).toEqual([
      [],
      [`comings:${CLASS_A}`, `day:${TODAY}:${CLASS_A}`],
    ]);
  });

  test('has none of it any more once the signature is withdrawn, and again when it is made anew', async () => {
    const mine = signed();
    await server.push('bruno', 'lessons', [mine]);
    const withdrawn = edited(mine, { signatures: [], recordedAt: at('08:40') });
    await server.push('bruno', 'lessons', [{ assumed: mine, next: withdrawn }]);
    expect(await substitution()).toMatchObject({ cancelled: true });
    expect((await read('lessons'))?.documents).toEqual([]);
    expect(reasons(await server.push('bruno', 'attendance', [absent(1)]))).toEqual(['forbidden']);
    const again = edited(withdrawn, { signatures: [standIn], recordedAt: at('08:45') });
    await server.push('bruno', 'lessons', [{ assumed: withdrawn, next: again }]);
    expect(await substitution()).not.toHaveProperty('cancelled');
  });
});

describe('whoever the office has put into an hour (D209)', () => {
  beforeEach(async () => {
    const id = substitutionId(TODAY, 1, CLASS_A, STAFF.bruno);
    const of = { day: TODAY, hour: 1, class: CLASS_A, teacher: STAFF.bruno, replaces: STAFF.anna };
    await server.roster.write(SCHOOL, [{ ...envelope(id), kind: 'substitution', ...of, origin: 'office' }]);
  });

  test('reads the class beforehand, keeps the roll of the hour, and stays when a signature is withdrawn', async () => {
    await server.push('anna', 'lessons', [lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] })]);
    expect((await read('lessons'))?.documents).toHaveLength(1);
    expect(reasons(await server.push('bruno', 'attendance', [absent(1), absent(2, 2)]))).toEqual([
      'stored',
      'forbidden',
    ]);
    const mine = signed({ hour: 1 });
    await server.push('bruno', 'lessons', [mine]);
    expect(await substitution()).toMatchObject({ origin: 'office', signed: true, replaces: STAFF.anna });
    const withdrawn = edited(mine, { signatures: [], recordedAt: at('08:40') });
    await server.push('bruno', 'lessons', [{ assumed: mine, next: withdrawn }]);
    expect(await substitution()).toMatchObject({ origin: 'office' });
    expect(await substitution()).not.toHaveProperty('signed');
    expect(await substitution()).not.toHaveProperty('cancelled');
  });

  test('reads who of the class may come late or leave early on that day, and with whom (D90, D91), and nothing of it after', async () => {
    const ofA = comingsOf(pupilOf(CLASS_A, 1), CLASS_A);
    const other = classId(2026, 'lowerSecondary', '1C');
    const ofB = comingsOf(pupilOf(other, 1), other);
    await server.roster.write(SCHOOL, [
      ...ofA,
      ...ofB,
      permitOn('2026-11-24' as typeof TODAY, pupilOf(CLASS_A, 3), CLASS_A),
    ]);
    const idsOf = async (token?: string) => {
      const pages = [await read('attendance', {}, token), await read('roster', {}, token)];
      const kinds = ['permit', 'delegate', 'standingAuthorisation'];
      const records = pages.flatMap((page) => page?.documents ?? []) as readonly RegisterRecord[];
      return records.flatMap(({ kind, id }) => (kinds.includes(kind) ? [id] : [])).toSorted();
    };
    expect(await idsOf()).toEqual(ofA.map(({ id }) => id).toSorted());
    server.clock.now += ONE_DAY;
    expect(await idsOf((await server.signIn('bruno')).accessToken)).toEqual([]);
  });

  test('sees nothing of what was done about an absence', async () => {
    const pupil = pupilOf(CLASS_A, 1);
    const of = { kind: 'justification', day: TODAY, class: CLASS_A, pupil } as const;
    const text = { item: 'absence', act: 'justify', reason: 'health', origin: 'paper' } as const;
    const stands: Justification = {
      ...envelope(justificationId(TODAY, pupil)),
      ...of,
      acts: [{ ...text, id: 'of anna', by: STAFF.anna, at: at('08:10') }],
    };
    await server.roster.write(SCHOOL, [stands]);
    const acts = [{ ...text, id: 'of bruno', by: STAFF.bruno, at: at('08:30') }];
    const next = edited(stands, { author: STAFF.bruno, acts });
    const outcomes = await server.push('bruno', 'attendance', [next]);
    expect(reasons(outcomes)).toEqual(['forbidden']);
    expect(JSON.stringify(outcomes)).not.toContain('of anna');
  });
});
