import { expect, test } from 'vitest';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { PROTOCOL_VERSION } from '../../../domain/protocol/version.ts';
import type { PushRow } from '../../../domain/protocol/endpoints/register/sync.ts';
import { assessment } from '../../testing/gradebook/test-grades.ts';
import { at, edited } from '../../testing/test-records.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer } from '../../testing/test-server.ts';

const { anna, bruno } = STAFF;

test('F.5: who supports a pupil reads no word in a column that may name another one: in no page, history or answer, until they have the course', async () => {
  const server = await startTestServer();
  const push = async (name: 'anna' | 'bruno', row: PushRow) => {
    const token = await server.token(name);
    const answer = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades: [row] } });
    return answer.push.grades?.[0];
  };
  const read = async (): Promise<RegisterRecord | undefined> => {
    const pull = { grades: { checkpoint: {}, limit: 10 } };
    return (await server.sync(await server.token('bruno'), { pull })).pull.grades?.documents[0];
  };
  const column = assessment(anna);
  await push('anna', { assumed: null, next: column });
  const words = {
    comment: 'Rossi ha copiato',
    cancelled: { reason: 'Rossi ha copiato' },
    correction: { reason: 'Rossi ha copiato', entry: column.entry },
  };
  const next = edited(column, { ...words, recordedAt: at('08:50') });
  expect((await push('anna', { assumed: column, next }))?.outcome).toBe('stored');

  const support = { type: 'support', pupil: pupilOf(CLASS_A, 1) } as const;
  await server.roster.write(SCHOOL, [{ ...assignmentRecord(bruno, CLASS_A, 'Sostegno'), ...support }]);
  const shown = await read();
  const { id, topic } = column;
  expect(shown).toMatchObject({ id, topic, comment: '', cancelled: { reason: '' } });
  const history = await server.app.inject({
    method: 'GET',
    url: `/api/history/grades/${id}`,
    headers: { authorization: `Bearer ${await server.token('bruno')}` },
  });
  expect(history.json()).toHaveLength(2);
  const refused = await push('bruno', { assumed: null, next: edited(column, { author: bruno }) });
  expect(refused).toMatchObject({ outcome: 'refused', master: { id } });
  expect(JSON.stringify([shown, history.json(), refused])).not.toContain('Rossi');

  // It is no version of the column: a device that gets the whole one takes it for another.
  await server.roster.write(SCHOOL, [assignmentRecord(bruno, CLASS_A, 'Matematica')]);
  const whole = await read();
  expect(whole).toMatchObject({ ...words, entry: next.entry });
  expect(shown?.entry).not.toBe(next.entry);
  // Nor does what is written on top of the part take the words away.
  const later = { ...edited(next, { topic: 'Le radici', author: bruno, recordedAt: at('08:55') }) };
  const { correction: _theirs, ...part } = later;
  await push('bruno', {
    assumed: shown ?? null,
    next: { ...part, comment: '', cancelled: { reason: '' } },
  });
  expect(await read()).toMatchObject({ ...words, topic: 'Le radici' });
  await server.close();
});
