import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant, type Instant, type LocalDate } from '../../../domain/base/ids.ts';
import type { EarlierGrade } from '../../../domain/kinds/earlier-grade/record.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import { earlierGradeId, gradeId } from '../../../domain/record/grade-key.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SyncAnswer, SyncRequest } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER } from '../../testing/gradebook/test-grades.ts';
import { startRestorableServer, type RestorableServer } from '../../testing/restorable-server.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  nextEntry,
  pupilOf,
  SCHOOL,
  STAFF,
} from '../../testing/test-school.ts';
import { createRosterStore } from '../../office/import/roster-store.ts';
import { PASSWORD, usernameOf } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const DAY = 86_400_000;
/** A second device of hers. */
const HOME = 'device-home';
const { anna, bruno, carla } = STAFF;
let server: RestorableServer;
const seen = new Map<string, string>();
beforeEach(async () => {
  server = await startRestorableServer();
  await server.first.roster.write(SCHOOL, [
    assignmentRecord(carla, CLASS_A, 'Matematica', '2026-10-31' as LocalDate),
  ]);
  const copy = server.copy();
  await sync({ push: { grades: [{ assumed: null, next: assessment(anna, { day: OCTOBER }) }] } });
  await sync({}, HOME);
  await server.putBack(copy);
  await sync({});
});
afterEach(async () => {
  await server.close();
  seen.clear();
});

/** A request of the device that sends again what the store has lost, and never says that everything is sent. */
async function sync(request: Partial<SyncRequest>, device = 'device-anna'): Promise<SyncAnswer> {
  const signedIn = await server.app().inject({
    method: 'POST',
    url: '/session/sign-in',
    payload: { username: usernameOf('anna'), password: PASSWORD, device: { id: device, name: 'PC' } },
  });
  const { accessToken } = signedIn.json<{ readonly tokens: { readonly accessToken: string } }>().tokens;
  const said = seen.get(device);
  const told = said === undefined ? {} : { seen: said };
  const answer = await server.app().inject({
    method: 'POST',
    url: '/api/sync',
    headers: { authorization: `Bearer ${accessToken}` },
    payload: { protocol: PROTOCOL_VERSION, client: 'test', push: {}, pull: {}, ...told, ...request },
  });
  const answered = answer.json<SyncAnswer>();
  if (answered.seen !== undefined) seen.set(device, answered.seen);
  return answered;
}

async function push(...rows: readonly RegisterRecord[]): Promise<readonly unknown[]> {
  const { push: answers } = await sync({ push: { grades: rows.map((next) => ({ assumed: null, next })) } });
  return (answers.grades ?? []).map(({ refusal, outcome }) => refusal?.reason ?? outcome);
}

const column = (teacher: typeof anna, recordedAt = now()) =>
  assessment(anna, { teacher, day: OCTOBER, recordedAt });
const now = (): Instant => toInstant(server.first.clock.now);

test('D24: a column comes back in the name of whoever has the subject there, or had it that year, and of nobody else', async () => {
  expect(await push(column(carla), column(bruno), column(STAFF.principal))).toEqual([
    'stored',
    'forbidden',
    'forbidden',
  ]);
});

test('D24: what was written after the store was put back is nothing that comes back', async () => {
  server.first.clock.now += DAY;
  const before = toInstant(server.first.clock.now - 2 * DAY);
  expect(await push(column(carla), column(carla, before))).toEqual(['forbidden', 'stored']);
});

test('D24: nothing comes back after a week, though the device never says that everything is sent', async () => {
  const before = now();
  server.first.clock.now += 8 * DAY;
  expect(await push(column(carla, before))).toEqual(['forbidden']);
  const [told] = await server.storage().read(SCHOOL, (reader) => reader.storeReturns(1));
  expect(told).toMatchObject({ endedAt: server.first.clock.now });
});

test('D78: what a colleague brought first asks no reason of a grade that comes back, also where its column was on another day there', async () => {
  const own = column(anna);
  const first = grade(bruno, own, PUPIL, { quarters: 24 }, { recordedAt: now() });
  const day = '2026-10-13' as LocalDate;
  const lost: Grade = { ...first, author: anna, entry: nextEntry(), day, weight: 50, seenFrom: now() };
  await sync({}, HOME);
  server.first.clock.now += 60_000;
  expect(await push(own)).toEqual(['stored']);
  const office = createRosterStore(server.storage(), { now: () => server.first.clock.now });
  await office.write(SCHOOL, [first]);
  const { push: answers } = await sync({ push: { grades: [{ assumed: null, next: lost }] } }, HOME);
  expect(answers.grades?.map(({ refusal, outcome }) => refusal?.reason ?? outcome)).toEqual(['merged']);
});

test('D78: of a grade that comes back a device says nothing was seen before it was written', async () => {
  const own = column(anna);
  const claims = { seenFrom: '0000-01-01T00:00:00.000Z' as Instant, recordedAt: now() };
  const first: Grade = grade(anna, own, PUPIL, { quarters: 24 }, claims);
  expect(await push(own, first)).toEqual(['stored', 'stored']);
  const texts = await server.storage().read(SCHOOL, (reader) => reader.documents('grades', [first.id]));
  expect(JSON.parse(texts.get(first.id) ?? '')).toMatchObject({ seenFrom: claims.recordedAt });
});

test('D78: since when a column shows what it hid comes back with it', async () => {
  const hidden = assessment(anna, { day: OCTOBER, recordedAt: now(), visible: false });
  expect(await push(hidden)).toEqual(['stored']);
  const showsSince = toInstant(server.first.clock.now - DAY);
  const next = { ...hidden, entry: nextEntry(), visible: true, showsSince };
  await sync({ push: { grades: [{ assumed: hidden, next }] } });
  const texts = await server.storage().read(SCHOOL, (reader) => reader.documents('grades', [hidden.id]));
  expect(JSON.parse(texts.get(hidden.id) ?? '')).toMatchObject({ visible: true, showsSince });
});

test('D81: of a grade of the class before nothing comes back but that it is left out', async () => {
  const given = grade(STAFF.bruno, assessment(STAFF.bruno, { class: CLASS_B }), PUPIL, { quarters: 24 });
  const { id, subject, scale, value, author, day } = given;
  const copy = (changes: Partial<EarlierGrade>): EarlierGrade => {
    const { grade: of = id, class: schoolClass = CLASS_A } = changes;
    return {
      id: earlierGradeId(of, schoolClass),
      school: SCHOOL,
      author: anna,
      entry: nextEntry(),
      recordedAt: now(),
      kind: 'earlierGrade',
      day,
      class: CLASS_A,
      subject,
      scale,
      pupil: PUPIL,
      ofClass: CLASS_B,
      teacher: author,
      grade: id,
      type: 'written',
      topic: 'Le frazioni',
      value,
      quarters: 24,
      weight: 100,
      counts: true,
      leftOut: true,
      ...changes,
    };
  };
  const first = copy({});
  expect(
    await push(
      first,
      copy({ grade: gradeId(assessment(anna).id, PUPIL), leftOut: false }),
      copy({ class: CLASS_B }),
      copy({ grade: gradeId(given.assessment, pupilOf(CLASS_A, 2)) }),
      copy({ grade: gradeId(assessment(anna).id, PUPIL), scale: 'religion' }),
    ),
  ).toEqual(['stored', 'forbidden', 'forbidden', 'forbidden', 'forbidden']);
  const texts = await server.storage().read(SCHOOL, (reader) => reader.documents('grades', [first.id]));
  const stored = JSON.parse(texts.get(first.id) ?? '') as EarlierGrade;
  expect(stored).toMatchObject({ value: {}, topic: '', cancelled: true });
  expect(stored).not.toHaveProperty('quarters');
});
