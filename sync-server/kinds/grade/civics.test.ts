import { afterEach, beforeEach, expect, test } from 'vitest';
import { subjectId, type Subject } from '../../../domain/kinds/subject/record.ts';
import { assessment, grade, OCTOBER, proposal } from '../../testing/gradebook/test-grades.ts';
import { at } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  envelope,
  pupilOf,
  SCHOOL,
  STAFF,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, bruno, carla } = STAFF;
const PUPIL = pupilOf(CLASS_A, 1);
const CIVICS = subjectId('Cittadinanza');
const civics: Subject = {
  ...envelope(CIVICS),
  id: CIVICS,
  kind: 'subject',
  name: 'Cittadinanza',
  shortName: 'CIV',
  special: 'civics',
};

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [
    civics,
    assignmentRecord(anna, CLASS_A, 'Cittadinanza'),
    assignmentRecord(bruno, CLASS_A, 'Cittadinanza'),
  ]);
});
afterEach(async () => {
  await server.close();
});

async function outcomes(name: StaffName, records: Parameters<TestServer['push']>[2]) {
  const rows = await server.push(name, 'grades', records);
  return rows.map(({ outcome, refusal }) => refusal?.reason ?? outcome);
}

/** A test of civics on a day on which nobody has an hour of it. */
const column = (teacher: typeof anna) =>
  assessment(teacher, { subject: CIVICS, day: OCTOBER, recordedAt: at('08:30') });

test('D31, D70: each teacher to whom civics is given in the class assesses in it, on days without an hour of it too (W9)', async () => {
  for (const [name, teacher] of [
    ['anna', anna],
    ['bruno', bruno],
  ] as const) {
    const own = column(teacher);
    expect(await outcomes(name, [own])).toEqual(['stored']);
    expect(await outcomes(name, [grade(teacher, own, PUPIL, { quarters: 28 })])).toEqual(['stored']);
  }
});

test('D31, D70: each of the team makes a proposal of their own, beside those of the others', async () => {
  const of = { subject: CIVICS };
  expect(await outcomes('anna', [proposal(anna, PUPIL, of)])).toEqual(['stored']);
  expect(await outcomes('bruno', [proposal(bruno, PUPIL, of)])).toEqual(['stored']);
});

test('D31: a teacher of the class to whom civics is not given neither assesses in it nor proposes', async () => {
  const own = column(carla);
  expect(await outcomes('carla', [own])).toEqual(['forbidden']);
  expect(await outcomes('carla', [proposal(carla, PUPIL, { subject: CIVICS })])).toEqual(['forbidden']);
});
