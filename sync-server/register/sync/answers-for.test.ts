import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { appointmentId } from '../../../domain/kinds/appointment/record.ts';
import { attendance, event, lesson, signature } from '../../testing/test-records.ts';
import {
  CLASS_A,
  CLASS_B,
  classRecord,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [
    { ...classRecord(CLASS_A, 'A'), site: 'Via Verdi' },
    { ...classRecord(CLASS_B, 'B'), site: 'Via Roma' },
  ]);
});
afterEach(async () => {
  await server.close();
});

async function appointStaff(name: StaffName, site: string, to?: LocalDate): Promise<void> {
  const person = STAFF[name];
  const from = '2026-11-01' as LocalDate;
  await server.roster.write(SCHOOL, [
    {
      ...envelope(appointmentId({ role: 'staff', person, site }, from)),
      kind: 'appointment',
      role: 'staff',
      person,
      site,
      from,
      ...(to === undefined ? {} : { to }),
    },
  ]);
}

async function marks(name: StaffName, schoolClass = CLASS_A): Promise<string | undefined> {
  const me = STAFF[name];
  const day = { ...attendance(me, pupilOf(schoolClass, 1), [event('absent', me)]), class: schoolClass };
  const [outcome] = await server.push(name, 'attendance', [day]);
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

test('F.5: the principal marks a pupil and confirms the roll, and signs nothing', async () => {
  expect(await marks('principal')).toBe('stored');
  const me = STAFF.principal;
  const roll = lesson(me, { rollCall: { by: me, at: lesson(me).recordedAt } });
  const signed = lesson(me, { hour: 2, signatures: [signature(me)] });
  const outcomes = await server.push('principal', 'lessons', [roll, signed]);
  expect(outcomes.map(({ refusal, outcome }) => refusal?.reason ?? outcome)).toEqual(['stored', 'forbidden']);
});

test('F.5: the principal’s staff of a site keep the rolls of its classes, and read them', async () => {
  expect(await marks('bruno')).toBe('forbidden');
  await appointStaff('bruno', 'Via Verdi');
  expect(await marks('bruno')).toBe('stored');
  const pull = { attendance: { checkpoint: {}, limit: 100 } };
  const read = await server.sync(await server.token('bruno'), { pull });
  expect(read.pull.attendance?.documents).toHaveLength(1);
});

test('F.5: those of another site, those of yesterday and the office mark nobody there', async () => {
  await appointStaff('bruno', 'Via Roma');
  await appointStaff('carla', 'Via Roma', '2026-11-22' as LocalDate);
  expect(await marks('bruno')).toBe('forbidden');
  expect(await marks('carla', CLASS_B)).toBe('forbidden');
  expect(await marks('office')).toBe('forbidden');
});
