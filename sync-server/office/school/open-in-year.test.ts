import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import type { OpenInYear } from '../../../domain/protocol/endpoints/office/open-in-year.ts';
import { lastYearRecords, OLD_A } from '../../testing/years/last-year.ts';
import { officeDesk } from '../../testing/office-desk.ts';
import { SCHOOL, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

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

test('an hour that is signed and called is open no more, nor an absence that was justified', async () => {
  const before = (await openIn(2025)).body.classes[0]?.unsigned.count ?? 0;
  const lesson = lastYearRecords().find((record) => record.kind === 'lesson');
  const day = '2025-09-20' as LocalDate;
  if (lesson?.kind !== 'lesson') throw new Error('no lesson');
  await server.roster.write(SCHOOL, [{ ...lesson, id: `${day}.1.${OLD_A}`, day }]);
  const after = (await openIn(2025)).body.classes[0];
  expect(after?.unsigned).toMatchObject({ count: before - 1, day: '2025-09-27' });
});

test('a year that the school does not have has nothing open', async () => {
  expect((await openIn(2019)).body).toEqual({ classes: [] });
});

test('a teacher is not told', async () => {
  expect((await openIn(2025, 'anna')).status).toBe(403);
});
