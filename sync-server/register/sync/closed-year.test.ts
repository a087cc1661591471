import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import { attendance, event, lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, pupilOf, SCHOOL, schoolRecords, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function closeYear(closedOn: LocalDate | undefined): Promise<void> {
  const years = schoolRecords().filter((record) => record.kind === 'schoolYear');
  await server.roster.write(
    SCHOOL,
    years.map((year) => ({ ...year, ...(closedOn === undefined ? {} : { closedOn }) })),
  );
}

test('D198: a closed school year is read and not written, and opens again where the school thinks again', async () => {
  const me = STAFF.anna;
  const before = lesson(me, { signatures: [signature(me)], topic: 'Le frazioni' });
  const [stored] = await server.push('anna', 'lessons', [before]);
  expect(stored?.outcome).toBe('stored');

  await closeYear('2026-11-22' as LocalDate);
  const signed = lesson(me, { hour: 2, signatures: [signature(me)] });
  const absent = attendance(me, pupilOf(CLASS_A, 1), [event('absent', me)]);
  const { push } = await server.sync(await server.token('anna'), {
    protocol: PROTOCOL_VERSION,
    push: { lessons: [{ assumed: null, next: signed }], attendance: [{ assumed: null, next: absent }] },
  });
  const refused = [...(push.lessons ?? []), ...(push.attendance ?? [])];
  expect(refused.map(({ refusal }) => refusal?.reason)).toEqual(['yearClosed', 'yearClosed']);
  const pull = { lessons: { checkpoint: {}, limit: 100 } };
  const read = await server.sync(await server.token('anna'), { pull });
  expect(read.pull.lessons?.documents).toMatchObject([{ topic: 'Le frazioni' }]);

  await closeYear(undefined);
  const again = lesson(me, { hour: 2, signatures: [signature(me)] });
  const [taken] = await server.push('anna', 'lessons', [again]);
  expect(taken?.outcome).toBe('stored');
});
