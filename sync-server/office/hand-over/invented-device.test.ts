import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import type { SettledHandOver } from '../../../domain/protocol/endpoints/session/hand-over.ts';
import { assessment, grade } from '../../testing/gradebook/test-grades.ts';
import { officeDesk, type OfficeDesk } from '../../testing/office-desk.ts';
import { at, edited, lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { PASSWORD, startTestServer, usernameOf, type TestServer } from '../../testing/test-server.ts';

const PUPIL = pupilOf(CLASS_A, 1);
const DAY = 86_400_000;
const { anna } = STAFF;
const OWN = 'device-anna';
const INVENTED = 'device-invented';

let server: TestServer;
let desk: OfficeDesk;
beforeEach(async () => {
  server = await startTestServer();
  desk = officeDesk(server);
  server.clock.now = Date.parse(at('08:00'));
});
afterEach(async () => {
  await server.close();
});

/** What becomes of a record that a device of Anna's, who is blocked, hands over: its refusal, or how it stands. */
async function handedOver<R extends RegisterRecord>(id: string, record: R): Promise<string | R> {
  const username = usernameOf('anna');
  const collection = record.kind === 'lesson' ? 'lessons' : 'grades';
  const entries = [{ entry: record.entry, collection, record, assumed: null }];
  const payload = { username, consent: { password: PASSWORD }, device: { id, name: 'Aula 3' }, entries };
  await server.app.inject({ method: 'POST', url: '/session/hand-over', payload });
  const settled = { ids: [`${username}/${record.entry}`], take: true };
  const { refused } = (await desk.post<SettledHandOver>('hand-overs/settle', settled)).body;
  const texts = await server.storage.read(SCHOOL, (reader) => reader.documents(collection, [record.id]));
  return refused[0]?.reason ?? (JSON.parse(texts.get(record.id) ?? 'null') as R);
}

const block = async () =>
  await desk.act('block', { usernames: [usernameOf('anna')], reason: 'Supplenza finita' });

test('W3: what comes from a device on which its author never signed in is of the hand-over, and marked', async () => {
  const record = lesson(anna, { signatures: [signature(anna)], recordedAt: at('07:30') });
  await block();
  server.clock.now += 3_600_000;
  expect(await handedOver(INVENTED, record)).toMatchObject({
    recordedAt: at('09:00'),
    backdated: { claimed: at('07:30'), after: at('09:00') },
  });
});

test('W3: what comes from a device on which they did keeps its time', async () => {
  const record = lesson(anna, { signatures: [signature(anna)], recordedAt: at('07:30') });
  await block();
  expect(await handedOver(OWN, record)).not.toHaveProperty('backdated');
});

test('D78: nobody hands over another grade than the family could see, or gives up its column, without a reason', async () => {
  const column = assessment(anna, { recordedAt: at('08:00') });
  const first: Grade = grade(anna, column, PUPIL, { quarters: 16 }, { recordedAt: at('08:00') });
  await server.push('anna', 'grades', [column, first]);
  server.clock.now += 10 * DAY;
  await block();
  for (const device of [INVENTED, OWN]) {
    const recordedAt = device === OWN ? at('09:00') : at('08:10');
    expect(await handedOver(device, edited(first, { value: { quarters: 40 }, recordedAt }))).toBe(
      'reasonMissing',
    );
    const given = edited(column, { cancelled: { reason: '' }, recordedAt });
    expect(await handedOver(device, given)).toBe('reasonMissing');
  }
});

test('D24: what was written in an empty cell is taken as it was', async () => {
  const column = assessment(anna, { recordedAt: at('08:00') });
  await server.push('anna', 'grades', [column]);
  await block();
  const first = grade(anna, column, PUPIL, { quarters: 16 }, { recordedAt: at('08:00') });
  expect(await handedOver(OWN, first)).toMatchObject({ value: { quarters: 16 }, recordedAt: at('08:00') });
});
