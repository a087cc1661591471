import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayBucket, readScope } from '../../../domain/access/bucket.ts';
import { must } from '../../../domain/base/assert.ts';
import type { ClassId, Instant, LocalDate, PersonId } from '../../../domain/base/ids.ts';
import { appointmentId, type Appointment } from '../../../domain/kinds/appointment/record.ts';
import { substitutionId } from '../../../domain/kinds/substitution/record.ts';
import { lessonId } from '../../../domain/kinds/lesson/record.ts';
import { groupId } from '../../../domain/kinds/group/record.ts';
import { storedRecord } from '../../../domain/kinds/upgrades.ts';
import { actorOf } from '../../school/actor.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { at, edited, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  envelope,
  SCHOOL,
  STAFF,
  TEST_NOW,
  timetableRecord,
  TODAY,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

const hour = { day: TODAY, hour: 1, class: CLASS_A, teacher: STAFF.carla, replaces: STAFF.anna };
const assignAll = async (hours: readonly object[], name: StaffName = 'office') =>
  await officeDesk(server, name).post<{ reason?: string }>('substitutions', { hours });
const assign = async (what: object, name: StaffName = 'office') => await assignAll([what], name);

async function stored(teacher: PersonId = STAFF.carla) {
  const id = substitutionId(TODAY, 1, CLASS_A, teacher);
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('timetable', [id]));
  return storedRecord(must(texts.get(id), 'it stands'));
}

/** The hours in which Carla stands in. */
async function standing(): Promise<readonly string[]> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.collection('timetable'));
  const all = texts.map(storedRecord).filter((one) => one.kind === 'substitution');
  const own = all.filter(({ teacher, cancelled }) => teacher === STAFF.carla && cancelled !== true);
  return own.map((one) => `${one.hour} ${one.class}`).toSorted();
}

const cancel = async (name: StaffName = 'office') => {
  const { id, entry: seen } = await stored();
  return await officeDesk(server, name).post<{ reason?: string }>('substitutions/cancel', { id, seen });
};

async function appoint(name: StaffName, role: Appointment['role'], site?: string) {
  const from = '2026-09-01' as LocalDate;
  const what = { role, person: STAFF[name], ...(site === undefined ? {} : { site }) };
  const record: Appointment = { ...envelope(appointmentId(what, from)), kind: 'appointment', ...what, from };
  await server.roster.write(SCHOOL, [record]);
}

async function scopeOf(person: PersonId) {
  const snapshot = await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
  return readScope(must(actorOf(snapshot, { school: SCHOOL, person, kind: 'staff' }, TEST_NOW), 'is here'));
}

describe('D209: an hour that the school gives to somebody', () => {
  test('is read by them beforehand, on that day, and by nobody any more once it is taken back', async () => {
    const ofDay = dayBucket(TODAY, CLASS_A);
    expect(await scopeOf(STAFF.carla)).not.toContain(ofDay);
    expect((await assign(hour)).status).toBe(204);
    expect(await stored()).toMatchObject({ ...hour, origin: 'office', author: STAFF.office });
    expect(await scopeOf(STAFF.carla)).toContain(ofDay);
    expect((await officeDesk(server).events(usernameOf('carla')))[0]).toMatchObject({
      act: 'substitutionAssigned',
      details: { class: '1A', day: TODAY, hour: 1 },
    });
    expect((await cancel()).status).toBe(204);
    expect(await stored()).toMatchObject({ cancelled: true });
    expect(await scopeOf(STAFF.carla)).not.toContain(ofDay);
  });

  test('given to somebody else, is taken from whoever had it', async () => {
    await assign(hour);
    expect((await assign({ ...hour, teacher: STAFF.bruno })).status).toBe(204);
    expect(await stored()).toMatchObject({ cancelled: true });
    expect(await stored(STAFF.bruno)).not.toHaveProperty('cancelled');
    expect((await assign({ ...hour, teacher: STAFF.bruno })).body.reason).toBe('alreadyWritten');
  });

  test('D208: several hours of whoever is away are given in one act, or none of them', async () => {
    const hours = [1, 2, 3].map((each) => ({ ...hour, hour: each }));
    await assign({ ...hour, hour: 3, class: CLASS_B, replaces: STAFF.bruno });
    expect((await assignAll(hours)).body.reason).toBe('standsInElsewhere');
    expect(await standing()).toEqual([`3 ${CLASS_B}`]);
    expect((await assignAll(hours.slice(0, 2))).status).toBe(204);
    expect(await standing()).toEqual([`1 ${CLASS_A}`, `2 ${CLASS_A}`, `3 ${CLASS_B}`]);
    const acts = (await officeDesk(server).events(usernameOf('carla'))).filter(
      ({ act }) => act === 'substitutionAssigned',
    );
    expect(acts).toHaveLength(3);
    expect((await assignAll([])).status).toBe(400);
  });

  test('D208: one act gives no hour of a colleague twice', async () => {
    expect((await assignAll([hour, { ...hour, teacher: STAFF.bruno }])).body.reason).toBe('alreadyWritten');
    expect((await assignAll([hour, hour])).body.reason).toBe('alreadyWritten');
    expect(await standing()).toEqual([]);
  });

  test('D209: two classes that the timetable joins are given together, others are not', async () => {
    const both = [CLASS_A, CLASS_B].map((ofClass) => ({ ...hour, hour: 2, class: ofClass }));
    expect((await assignAll(both)).body.reason).toBe('standsInElsewhere');
    await server.roster.write(SCHOOL, [timetableRecord(CLASS_B, STAFF.anna)]);
    expect((await assignAll(both)).status).toBe(204);
    expect(await standing()).toEqual([`2 ${CLASS_A}`, `2 ${CLASS_B}`]);
  });

  test('D209: two classes of two colleagues are no joined lesson', async () => {
    await server.roster.write(SCHOOL, [timetableRecord(CLASS_B, STAFF.bruno)]);
    expect((await assign({ ...hour, hour: 2 })).status).toBe(204);
    const other = { ...hour, hour: 2, class: CLASS_B, replaces: STAFF.bruno };
    expect((await assign(other)).body.reason).toBe('standsInElsewhere');
  });

  test('D209, D107: a forgotten one is given afterwards, is signed late, and until then taken back', async () => {
    const past = { ...hour, day: '2026-11-09' as LocalDate };
    expect((await assign(past)).status).toBe(204);
    const [told] = await officeDesk(server).events(usernameOf('carla'));
    expect(told).toMatchObject({ act: 'substitutionAssigned', details: { day: past.day } });
    const signatures = [{ teacher: STAFF.carla, type: 'substitution', signedAt: at('08:30') } as const];
    const id = substitutionId(past.day, past.hour, past.class, past.teacher);
    const taken = async () => {
      const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('timetable', [id]));
      const { entry: seen } = storedRecord(must(texts.get(id), 'it stands'));
      return await officeDesk(server).post<{ reason?: string }>('substitutions/cancel', { id, seen });
    };
    expect((await taken()).status).toBe(204);
    expect((await assign(past)).status).toBe(204);
    const late = lesson(STAFF.carla, { day: past.day, id: lessonId(past.day, 1, CLASS_A), signatures });
    expect(await server.push('carla', 'lessons', [late])).toMatchObject([{ outcome: 'stored' }]);
    expect((await taken()).body.reason).toBe('signedBySubstitute');
  });

  test('D107: no hour is given that lies further back than teachers write, or on days of another year', async () => {
    const school = await server.storage.read(SCHOOL, (reader) => reader.collection('settings'));
    const record = must(
      school.map(storedRecord).find((one) => one.kind === 'school'),
      'the school',
    );
    if (record.kind !== 'school') throw new Error('no school');
    const policies = { ...record.policies, daysBack: 10 };
    await server.roster.write(SCHOOL, [{ ...record, ...envelope(record.id), policies }]);
    expect((await assign({ ...hour, day: '2026-11-12' })).body.reason).toBe('dayOver');
    expect((await assign({ ...hour, day: '2026-11-13' })).status).toBe(204);
  });

  test('nobody stands in in two classes at once, or where there are no lessons', async () => {
    await assign(hour);
    expect((await assign({ ...hour, class: CLASS_B })).body.reason).toBe('standsInElsewhere');
    expect((await assign({ ...hour, day: '2026-11-29' })).body.reason).toBe('noLessons');
    for (const wrong of [{ hour: 19 }, { teacher: STAFF.ata }, { teacher: STAFF.anna }, { class: 'none' }])
      expect((await assign({ ...hour, ...wrong })).status).toBeGreaterThanOrEqual(400);
  });

  test.each([undefined, 'CHI'])(
    'D209: is taken from nobody who has signed it, until they withdraw the signature: group %s',
    async (group) => {
      await assign(hour);
      const ofClass = { ...envelope(groupId(CLASS_A, 'CHI')), kind: 'group', class: CLASS_A } as const;
      await server.roster.write(SCHOOL, [{ ...ofClass, code: 'CHI', name: 'Chimica' }]);
      const signatures = [{ teacher: STAFF.carla, type: 'substitution', signedAt: at('08:30') } as const];
      const signed = lesson(STAFF.carla, { signatures, ...(group === undefined ? {} : { group }) });
      expect(await server.push('carla', 'lessons', [signed])).toMatchObject([{ outcome: 'stored' }]);
      expect((await cancel()).body.reason).toBe('signedBySubstitute');
      expect((await assign({ ...hour, teacher: STAFF.bruno })).body.reason).toBe('signedBySubstitute');
      expect(await stored()).not.toHaveProperty('cancelled');
      const next = edited(signed, { signatures: [], recordedAt: at('08:40') });
      await server.push('carla', 'lessons', [{ assumed: signed, next }]);
      expect((await cancel()).status).toBe(204);
    },
  );

  test('D209: is not taken back once its day is over, where it was given before', async () => {
    const past = { ...hour, day: '2026-11-20' as LocalDate };
    const id = substitutionId(past.day, past.hour, past.class, past.teacher);
    const recordedAt = '2026-11-20T06:30:00.000Z' as Instant;
    const record = { ...envelope(id), kind: 'substitution', ...past, origin: 'office', recordedAt } as const;
    await server.roster.write(SCHOOL, [record]);
    const answer = await officeDesk(server).post<{ reason?: string }>('substitutions/cancel', {
      id,
      seen: record.entry,
    });
    expect(answer.body.reason).toBe('dayOver');
  });

  test('D209: is taken back while others alone have signed it', async () => {
    await assign(hour);
    await server.push('anna', 'lessons', [lesson(STAFF.anna, { signatures: [signature(STAFF.anna)] })]);
    expect((await cancel()).status).toBe(204);
  });

  test('F.5: is given by whoever may', async () => {
    for (const name of ['anna', 'ata'] as const) expect((await assign(hour, name)).status).toBe(403);
    expect((await assign(hour, 'principal')).status).toBe(204);
    expect((await cancel('anna')).status).toBe(403);
  });

  test('F.5: the principal’s staff of one site acts for that site alone, the student office for none', async () => {
    await atSite(CLASS_A, 'Via Verdi');
    await atSite(CLASS_B, 'Via Roma');
    await appoint('bruno', 'staff', 'Via Verdi');
    expect((await assign({ ...hour, class: CLASS_B }, 'bruno')).status).toBe(403);
    expect((await assign(hour, 'bruno')).status).toBe(204);
    await appoint('office', 'studentOffice');
    expect((await assign({ ...hour, hour: 2 })).status).toBe(403);
  });
});

async function atSite(id: ClassId, site: string): Promise<void> {
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents('roster', [id]));
  const record = storedRecord(must(texts.get(id), 'the class'));
  if (record.kind === 'class') await server.roster.write(SCHOOL, [{ ...record, ...envelope(id), site }]);
}
