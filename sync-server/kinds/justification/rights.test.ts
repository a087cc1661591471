import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../../../domain/base/assert.ts';
import { toPersonId, type LocalDate, type LocalTime, type PersonId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { appointmentId } from '../../../domain/kinds/appointment/record.ts';
import { guardianshipId } from '../../../domain/kinds/guardianship/record.ts';
import { justificationId, type Justification } from '../../../domain/kinds/justification/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { GUARDIANS } from '../../testing/test-families.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { at, attendance, event } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
  timetableRecord,
  TODAY,
} from '../../testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../../testing/visitor.ts';

type Act = Justification['acts'][number];

const PUPIL = pupilOf(CLASS_A, 1);
const FROM = '2026-11-01' as LocalDate;
let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
});
afterEach(async () => {
  await server.close();
});

/** Writes as the office does. */
const write = async (...records: readonly RegisterRecord[]) => await server.roster.write(SCHOOL, records);

async function push(token: string, by: PersonId, act: Pick<Act, 'act'> & Partial<Act>, day = TODAY) {
  const entry = nextEntry();
  const next: Justification = {
    id: justificationId(day, PUPIL),
    kind: 'justification',
    school: SCHOOL,
    author: by,
    entry,
    recordedAt: at('09:00'),
    day,
    class: CLASS_A,
    pupil: PUPIL,
    acts: [{ item: 'absence', ...act, id: entry, by, at: at('09:00') }],
  };
  const answer = await server.sync(token, {
    protocol: PROTOCOL_VERSION,
    push: { attendance: [{ assumed: null, next }] },
  });
  const [outcome] = answer.push.attendance ?? [];
  return outcome?.refusal?.reason ?? outcome?.outcome;
}

const send = { act: 'send', reason: 'health' } as const;
const onPaper = { act: 'justify', reason: 'health', origin: 'paper' } as const;
const rights = (guardian: PersonId, which: 'full' | 'readOnly'): RegisterRecord => ({
  ...envelope(guardianshipId(guardian, PUPIL, FROM)),
  kind: 'guardianship',
  guardian,
  pupil: PUPIL,
  rights: which,
  from: FROM,
  document: 'Prot. 88/2026',
});

test('D107b 8, D233: a guardian who may only read sends no reason', async () => {
  const marta = async () => (await server.enter(FAMILY.marta)).accessToken;
  await write(rights(GUARDIANS.marta, 'readOnly'));
  expect(await push(await marta(), GUARDIANS.marta, send)).toBe('forbidden');
  const nino = (await server.enter(FAMILY.nino)).accessToken;
  expect(await push(nino, GUARDIANS.nino, send)).toBe('stored');
});

test('D107b 8, D87: a pupil of age sends a reason who has been given the right, and the parents then send none', async () => {
  const token = (await server.enter(FAMILY.pupil)).accessToken;
  const [person] = await server.storage.read(SCHOOL, async (reader) => [
    ...(await reader.documents('roster', [PUPIL])).values(),
  ]);
  const pupil = JSON.parse(person ?? '') as RegisterRecord;
  await write({
    ...pupil,
    ...envelope(PUPIL),
    id: toPersonId(PUPIL),
    birthDate: '2008-11-23',
  } as RegisterRecord);
  expect(await push(token, PUPIL, send)).toBe('forbidden');
  await write(rights(PUPIL, 'full'));
  const marta = (await server.enter(FAMILY.marta)).accessToken;
  expect(await push(marta, GUARDIANS.marta, send)).toBe('forbidden');
  expect(await push(token, PUPIL, send)).toBe('stored');
});

test('F.5: the principal’s staff writes down what came on paper, from the day of the appointment', async () => {
  const person = STAFF.ata;
  const bruno = STAFF.bruno;
  const token = await server.token('bruno');
  expect(await push(token, bruno, onPaper)).toBe('forbidden');
  const appointed = { role: 'staff', person: bruno } as const;
  await write({ ...envelope(appointmentId(appointed, FROM)), kind: 'appointment', ...appointed, from: FROM });
  expect(await push(await server.token('ata'), person, onPaper)).toBe('forbidden');
  expect(await push(await server.token('bruno'), bruno, onPaper)).toBe('stored');
});

test('D86: an absence may be told of as a whole, a late entry is of one day', async () => {
  const friday = addDays(TODAY, -3);
  const nino = (await server.enter(FAMILY.nino)).accessToken;
  const late = { ...send, item: 'late', time: '08:30' as LocalTime, lastDay: TODAY } as const;
  expect(await push(nino, GUARDIANS.nino, late, friday)).toBe('invalid');
  expect(await push(nino, GUARDIANS.nino, { ...send, lastDay: TODAY }, friday)).toBe('stored');
});

test('D86: the days allowed are counted from the last day of the absence, not from the one that a device names', async () => {
  const [friday, yesterday] = [addDays(TODAY, -17), addDays(TODAY, -1)];
  const { school } = await server.storage.read(SCHOOL, (reader) =>
    createSchoolSnapshots().at(SCHOOL, reader),
  );
  const known = must(school, 'the school');
  const policies = { ...known.policies, justification: { daysAllowed: { absence: 14 } } };
  await write({ ...known, entry: nextEntry(), policies });
  const markAbsent = async (days: readonly LocalDate[]) =>
    await server.storage.transaction(SCHOOL, async (transaction) => {
      const marked = days.map((day) =>
        attendance(STAFF.anna, PUPIL, [event('absent', STAFF.anna)], CLASS_A, day),
      );
      await transaction.append(
        marked.map((one) => ({
          collection: 'attendance',
          record: { ...one, receivedAt: one.recordedAt },
          device: 'server',
          outcome: 'stored',
        })),
      );
    });
  const nino = (await server.enter(FAMILY.nino)).accessToken;
  const upTo = async (lastDay: LocalDate) => await push(nino, GUARDIANS.nino, { ...send, lastDay }, friday);
  // Absent on the Friday, and again yesterday: on the two Mondays between them there were lessons.
  await markAbsent([friday, yesterday]);
  expect(await upTo(yesterday)).toBe('tooLate');
  await markAbsent(Array.from({ length: 15 }, (_, index) => addDays(friday, index + 1)));
  expect(await upTo(yesterday)).toBe('stored');
});

test('D89: a supply teacher who has the first hour decides on an absence of before they came', async () => {
  const friday = addDays(TODAY, -3);
  const token = await server.token('carla');
  expect(await push(token, STAFF.carla, onPaper, friday)).toBe('forbidden');
  await write(
    { ...assignmentRecord(STAFF.carla, CLASS_A, 'Storia'), from: TODAY },
    timetableRecord(CLASS_A, STAFF.carla),
  );
  expect(await push(token, STAFF.carla, onPaper, friday)).toBe('stored');
});
