import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Assessment } from '../../../domain/kinds/assessment/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { Checkpoint } from '../../../domain/protocol/endpoints/register/sync.ts';
import { assessment, grade, writePolicies, writeYear } from '../../testing/gradebook/test-grades.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  pupilOf,
  SCHOOL,
  STAFF,
  TODAY,
  type StaffName,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const { anna, bruno, carla } = STAFF;
const PUPIL = pupilOf(CLASS_A, 1);
const OTHER = pupilOf(CLASS_A, 2);
const DAY = 86_400_000;
const meeting = { frozen: [{ period: 0, class: CLASS_A, councilUntil: addDays(TODAY, 1) }] };
let server: TestServer;
let column: Assessment;
beforeEach(async () => {
  server = await startTestServer();
  column = assessment(anna, { comment: 'Rossi ha copiato' });
  const given = [PUPIL, OTHER].map((pupil) => grade(anna, column, pupil, { quarters: 25 }));
  await server.roster.write(SCHOOL, [column, ...given]);
});
afterEach(async () => {
  await server.close();
});

async function pulled(name: StaffName, checkpoint: Checkpoint = {}) {
  const pull = { grades: { checkpoint, limit: 1000 } };
  const { grades } = (await server.sync(await server.token(name), { pull })).pull;
  if (!grades) throw new Error('no page');
  return grades;
}

async function reads(name: StaffName): Promise<boolean> {
  return (await pulled(name)).documents.length === 3;
}

/** What somebody has of the column, and of whom grades. */
async function read(name: StaffName, checkpoint: Checkpoint = {}) {
  const documents: readonly RegisterRecord[] = (await pulled(name, checkpoint)).documents;
  return {
    words: documents.flatMap((one) => (one.kind === 'assessment' ? [one.comment] : [])),
    pupils: documents.flatMap((one) => (one.kind === 'grade' ? [one.pupil] : [])).toSorted(),
  };
}

const supporting = async (pupil = true) => {
  const support = { type: 'support', ...(pupil ? { pupil: PUPIL } : {}) } as const;
  await server.roster.write(SCHOOL, [{ ...assignmentRecord(bruno, CLASS_A, 'Sostegno'), ...support }]);
};

test('F.5, D28: the council of a class reads all its grades during the term meeting: until its last day, or until the office opens them again', async () => {
  expect(await reads('carla')).toBe(false);
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_B }] });
  expect(await reads('carla')).toBe(false);
  await writeYear(server, { frozen: [{ period: 0, class: CLASS_A }] });
  expect([await reads('carla'), await reads('bruno')]).toEqual([true, false]);
  await writeYear(server, { frozen: [{ period: 0, councilUntil: TODAY }] });
  expect([await reads('carla'), await reads('bruno')]).toEqual([true, false]);
  await writeYear(server, { frozen: [{ period: 0, councilUntil: addDays(TODAY, -1) }] });
  expect(await reads('carla')).toBe(false);
  await writeYear(server, { frozen: [{ period: 0 }] });
  expect(await reads('carla')).toBe(true);
  await writeYear(server, {});
  expect(await reads('carla')).toBe(false);
});

test('F.5, D28: the days go by, and with them the meeting: a device is told to give back what it had read, and reads again where the school says so', async () => {
  await writeYear(server, meeting);
  const { documents, checkpoint } = await pulled('carla');
  expect(documents).toHaveLength(3);
  server.clock.now += DAY;
  expect((await pulled('carla', checkpoint)).revoked).toEqual([]);
  server.clock.now += DAY;
  const after = await pulled('carla', checkpoint);
  expect([after.documents, after.revoked]).toEqual([[], [`grades:${CLASS_A}`]]);
  const refused = await server.app.inject({
    method: 'GET',
    url: `/api/history/grades/${column.id}`,
    headers: { authorization: `Bearer ${await server.token('carla')}` },
  });
  expect(refused.body).not.toContain('Rossi');
  await writePolicies(server, { councilReads: true });
  expect([await reads('carla'), await reads('bruno')]).toEqual([true, false]);
});

test('F.5, D28: whoever left the council meanwhile reads its grades no more', async () => {
  await writeYear(server, meeting);
  const { checkpoint } = await pulled('carla');
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Storia', addDays(TODAY, -1))]);
  const after = await pulled('carla', checkpoint);
  expect([after.documents, after.revoked]).toEqual([[], [`grades:${CLASS_A}`]]);
});

test.each([
  ['a pupil', true],
  ['the class', false],
])(
  'F.5, D168: whoever supports %s reads in the meeting the grades of all, and no words in a column, before, during or after it',
  async (_of, ofPupil) => {
    await supporting(ofPupil);
    const before = ofPupil ? { words: [''], pupils: [PUPIL] } : { words: [], pupils: [] };
    expect(await read('bruno')).toEqual(before);
    await writeYear(server, meeting);
    expect(await read('bruno')).toEqual({ words: [''], pupils: [PUPIL, OTHER] });
    const history = await server.app.inject({
      method: 'GET',
      url: `/api/history/grades/${column.id}`,
      headers: { authorization: `Bearer ${await server.token('bruno')}` },
    });
    expect(history.json()).toHaveLength(1);
    expect(history.body).not.toContain('Rossi');
    server.clock.now += 2 * DAY;
    expect(await read('bruno')).toEqual(before);
    await writePolicies(server, { councilReads: true });
    expect(await read('bruno')).toEqual({ words: [''], pupils: [PUPIL, OTHER] });
  },
);

test('F.5: whoever supports a pupil and is given a subject of the class in the midst of the meeting reads its columns whole from then on', async () => {
  await supporting();
  await writeYear(server, meeting);
  const { checkpoint } = await pulled('bruno');
  await server.roster.write(SCHOOL, [assignmentRecord(bruno, CLASS_A, 'Storia')]);
  expect((await read('bruno', checkpoint)).words).toEqual(['Rossi ha copiato']);
});
