import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import { addDays } from '../../domain/base/local-date.ts';
import { guardianshipId, type GuardianRights } from '../../domain/kinds/guardianship/record.ts';
import { openStream } from '../testing/live-stream.ts';
import { GUARDIANS } from '../testing/test-families.ts';
import { lesson } from '../testing/test-records.ts';
import { CLASS_A, CLASS_B, envelope, pupilOf, SCHOOL, STAFF, TODAY } from '../testing/test-school.ts';
import { FAMILY, startVisitors, type Visitors } from '../testing/visitor.ts';
import { actorOf, actorsOf } from './actor.ts';
import { createSchoolSnapshots } from './school-snapshots.ts';

const CHILD = pupilOf(CLASS_A, 1);
let server: Visitors;
beforeEach(async () => {
  server = await startVisitors();
});
afterEach(async () => {
  await server.close();
});

async function decide(rights: GuardianRights, from: LocalDate = TODAY, to?: LocalDate): Promise<void> {
  const guardian = GUARDIANS.marta;
  await server.roster.write(SCHOOL, [
    {
      ...envelope(guardianshipId(guardian, CHILD, from)),
      kind: 'guardianship',
      guardian,
      pupil: CHILD,
      rights,
      from,
      document: 'Prot. 88/2026',
      ...(to === undefined ? {} : { to }),
    },
  ]);
}

async function snapshot() {
  return await server.storage.read(SCHOOL, (reader) => createSchoolSnapshots().at(SCHOOL, reader));
}

const marta = { school: SCHOOL, person: GUARDIANS.marta, kind: 'firstGuardian', pupil: CHILD } as const;

test('D233: a guardian without rights is nobody for that child from the day on, and remains one of the other child', async () => {
  await decide('none', TODAY, addDays(TODAY, 6));
  const school = await snapshot();
  const on = (days: number) => actorOf(school, marta, server.clock.now + days * 86_400_000);
  expect([on(-1), on(0), on(6), on(7)].map((actor) => actor !== undefined)).toEqual([
    true,
    false,
    false,
    true,
  ]);
  const children = actorsOf(school, marta, server.clock.now).map(({ child }) => child);
  expect(children).toEqual([pupilOf(CLASS_B, 1)]);
});

test('D233: a guardian who may only read says so to whatever decides on a write', async () => {
  expect(actorOf(await snapshot(), marta, server.clock.now)).not.toHaveProperty('isReadOnly');
  await decide('readOnly');
  expect(actorOf(await snapshot(), marta, server.clock.now)).toMatchObject({
    child: CHILD,
    isReadOnly: true,
  });
});

test('D233: it holds at once: the open line is cut, nothing is read any more, and nobody gets in', async () => {
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  const { accessToken } = await server.enter(FAMILY.marta);
  const stream = await openStream(server, 'anna', accessToken);
  const pull = { roster: { checkpoint: {}, limit: 100 } };
  const before = await server.sync(accessToken, { pull });
  expect(before.pull.roster?.documents.length).toBeGreaterThan(0);

  await decide('none');
  // The next change of the school, whatever it is about.
  await server.push('anna', 'lessons', [lesson(STAFF.anna)]);
  await stream.ended;
  const headers = { authorization: `Bearer ${accessToken}` };
  const payload = { protocol: 3, client: 'test', push: {}, pull };
  const answer = await server.app.inject({ method: 'POST', url: '/api/sync', headers, payload });
  expect(answer.statusCode).toBe(401);
  expect(answer.body).not.toContain(CHILD);

  await decide('full', addDays(TODAY, 0));
  const again = await server.sync(accessToken, { pull });
  expect(again.pull.roster?.documents.length).toBeGreaterThan(0);
  stream.close();
});
