import { expect, test } from 'vitest';
import { derivedEntry } from '../../register/batch/derived-entry.ts';
import { followsFrom, ownVersion } from '../../register/batch/server-device.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { assessment, grade, OCTOBER } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, nextEntry, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer } from '../../testing/test-server.ts';

const { anna, carla } = STAFF;

test('D37, D78: what follows in the grades from a change of their column is told in the name of who has made it', async () => {
  const server = await startTestServer();
  await server.roster.write(SCHOOL, [assignmentRecord(carla, CLASS_A, 'Matematica')]);
  const column = assessment(anna, { recordedAt: at('08:00') });
  const first = grade(anna, column, pupilOf(CLASS_A, 1), { quarters: 25 }, { recordedAt: at('08:00') });
  const push = async (name: 'anna' | 'carla', time: string, rows: readonly PushRow[]) => {
    server.clock.now = Date.parse(at(time));
    const token = await server.token(name);
    const answer = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades: rows } });
    return answer.push.grades?.map(({ outcome }) => outcome);
  };
  await push('anna', '08:01', [
    { assumed: null, next: column },
    { assumed: null, next: first },
  ]);
  // She was there all the time: what she delivers was written since.
  await push('carla', '08:02', []);
  const entry = nextEntry();
  const correction = { reason: 'Era un altro giorno', entry };
  const change = { author: carla, day: OCTOBER, correction, recordedAt: at('09:00') };
  const moved = { ...edited(column, change), entry };
  expect(await push('carla', '09:00', [{ assumed: column, next: moved }])).toEqual(['stored']);
  const answer = await server.app.inject({
    method: 'GET',
    url: `/api/history/grades/${first.id}`,
    headers: { authorization: `Bearer ${await server.token('anna')}` },
  });
  const own = { author: anna, recordedAt: at('08:00') };
  const theirs = { author: carla, device: 'server', recordedAt: at('09:00') };
  expect(answer.json()).toMatchObject([
    { ...own, record: own },
    { ...theirs, record: { ...own, seenFrom: at('08:30') } },
    { ...theirs, record: { ...own, day: OCTOBER } },
  ]);
  await server.close();
});

test('D37: a device that calls itself the server’s puts nothing down to anybody', () => {
  const { device } = ownVersion(assessment(anna), anna);
  expect(followsFrom({ device, entry: nextEntry(), outcome: 'stored' })).toBeUndefined();
  expect(followsFrom({ device, entry: derivedEntry('merge'), outcome: 'merged' })).toBeUndefined();
  expect(followsFrom({ device, entry: derivedEntry('moved'), outcome: 'stored' })).toBe(anna);
});
