import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays } from '../../../domain/base/local-date.ts';
import { assessment, writeYear } from '../../testing/gradebook/test-grades.ts';
import { CLASS_A, CLASS_B, SCHOOL, STAFF, TODAY, type StaffName } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  await server.roster.write(SCHOOL, [assessment(STAFF.anna)]);
});
afterEach(async () => {
  await server.close();
});

async function reads(name: StaffName): Promise<boolean> {
  const pull = { grades: { checkpoint: {}, limit: 1000 } };
  const { grades } = (await server.sync(await server.token(name), { pull })).pull;
  return grades?.documents.length === 1;
}

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
