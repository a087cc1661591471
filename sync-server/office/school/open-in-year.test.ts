import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ClassId, LocalDate } from '../../../domain/base/ids.ts';
import { enrolmentId, type Enrolment } from '../../../domain/kinds/enrolment/record.ts';
import { justificationId } from '../../../domain/kinds/justification/record.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { OpenInYear } from '../../../domain/protocol/endpoints/office/open-in-year.ts';
import {
  DAY_BEFORE,
  FIRST_DAY,
  LAST_DAY,
  lastYearRecords,
  OLD_A,
  OLD_B,
  OLD_PUPIL,
} from '../../testing/years/last-year.ts';
import { at, attendance, event, lesson } from '../../testing/test-records.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { envelope, SCHOOL, STAFF, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

/** The Sunday after the last day of lessons. */
const DAY_AFTER = '2026-06-07' as LocalDate;
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, lastYearRecords());
});
afterEach(async () => {
  await server.close();
});

async function openIn(year: number, name: StaffName = 'office') {
  return await officeDesk(server, name).get<OpenInYear>(`years/${year}/open`);
}

test('D198: before a year is closed the office sees what is open in it, class by class', async () => {
  const { status, body } = await openIn(2025);
  expect(status).toBe(200);
  const [ofA, ...others] = body.classes;
  expect(others).toEqual([]);
  // Of one Saturday hour a week the last one alone was signed and called; the two days of absence are one thing to decide on.
  expect(ofA).toMatchObject({
    class: OLD_A,
    unsigned: { day: '2025-09-20', hour: 1 },
    notCalled: { day: '2025-09-20', hour: 1 },
    unjustified: 1,
    held: 0,
  });
  expect(ofA?.unsigned.count).toBe(ofA?.notCalled.count);
  expect(ofA?.unsigned.count).toBeGreaterThan(30);
});

test('an hour that is signed and called is open no more', async () => {
  const before = (await openIn(2025)).body.classes[0]?.unsigned.count ?? 0;
  const lesson = lastYearRecords().find((record) => record.kind === 'lesson');
  const day = '2025-09-20' as LocalDate;
  if (lesson?.kind !== 'lesson') throw new Error('no lesson');
  await server.roster.write(SCHOOL, [{ ...lesson, id: `${day}.1.${OLD_A}`, day }]);
  const after = (await openIn(2025)).body.classes[0];
  expect(after?.unsigned).toMatchObject({ count: before - 1, day: '2025-09-27' });
});

test('D89: an absence counts until all of its days are justified, the last day of lessons among them', async () => {
  await justify(DAY_BEFORE);
  expect((await openIn(2025)).body.classes[0]?.unjustified).toBe(1);
  await justify(LAST_DAY);
  expect((await openIn(2025)).body.classes[0]?.unjustified).toBe(0);
});

test('D97, D89: what a pupil missed before a change of class is counted where it is shown, in the class of now alone', async () => {
  const enrolled = (schoolClass: ClassId, from: LocalDate, to: LocalDate): Enrolment => ({
    ...envelope(enrolmentId(OLD_PUPIL, schoolClass, from)),
    kind: 'enrolment',
    pupil: OLD_PUPIL,
    class: schoolClass,
    from,
    to,
  });
  const alsoIn = (id: ClassId) => ({ otherClasses: [id] });
  await server.roster.write(SCHOOL, [
    enrolled(OLD_A, FIRST_DAY, DAY_BEFORE),
    enrolled(OLD_B, LAST_DAY, '2026-08-31' as LocalDate),
    // A day stands in the class of the day, and in the one that the pupil has entered since.
    {
      ...attendance(STAFF.anna, OLD_PUPIL, [event('absent', STAFF.anna)], OLD_A, DAY_BEFORE),
      ...alsoIn(OLD_B),
    },
    {
      ...attendance(STAFF.anna, OLD_PUPIL, [event('absent', STAFF.anna)], OLD_B, LAST_DAY),
      ...alsoIn(OLD_A),
    },
  ]);
  const { classes } = (await openIn(2025)).body;
  expect(classes.map((open) => [open.class, open.unjustified])).toEqual([
    [OLD_A, 0],
    [OLD_B, 1],
  ]);
});

test('what a blocked account handed over counts for the class that it names, until it is decided on', async () => {
  await handOver('taken', OLD_A, 'taken');
  await handOver('first', OLD_A);
  await handOver('second', OLD_A);
  await handOver('ofOthers', OLD_B);
  const { classes } = (await openIn(2025)).body;
  expect(classes.map((open) => [open.class, open.held])).toEqual([
    [OLD_A, 2],
    [OLD_B, 1],
  ]);
});

async function justify(day: LocalDate): Promise<void> {
  const [, written] = kinds.justification.samples;
  await server.roster.write(SCHOOL, [
    {
      ...written,
      ...envelope(justificationId(day, OLD_PUPIL)),
      day,
      pupil: OLD_PUPIL,
      class: OLD_A,
      acts: written.acts.map((act) => ({ ...act, id: day, by: STAFF.anna, at: at('08:00', DAY_AFTER) })),
    },
  ]);
}

async function handOver(entry: string, schoolClass: ClassId, state: 'waiting' | 'taken' = 'waiting') {
  const username = usernameOf('anna');
  const of = { id: `${username}/${entry}`, school: SCHOOL, username, device: 'Aula 3', entry };
  const record = { ...lesson(STAFF.anna, { class: schoolClass, day: LAST_DAY }) };
  const sent = { collection: 'lessons', record, assumed: null, at: server.clock.now, state } as const;
  await server.storage.accounts.transaction((own) => own.saveHandedOver({ ...of, ...sent }));
}

test('a year that the school does not have has nothing open', async () => {
  expect((await openIn(2019)).body).toEqual({ classes: [] });
});

test('a teacher is not told', async () => {
  expect((await openIn(2025, 'anna')).status).toBe(403);
});
