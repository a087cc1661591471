import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LocalDate } from '../../domain/base/ids.ts';
import type { Assessment } from '../../domain/kinds/assessment/record.ts';
import type { HistoryVersion, PushRow } from '../../domain/protocol/endpoints/register/sync.ts';
import { PROTOCOL_VERSION } from '../../domain/protocol/version.ts';
import { assessment, OCTOBER } from '../testing/gradebook/test-grades.ts';
import { at, edited } from '../testing/test-records.ts';
import { assignmentRecord, CLASS_A, pupilOf, SCHOOL, STAFF } from '../testing/test-school.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const { anna, bruno } = STAFF;
const WORDS = 'Rossi ha copiato';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
  // Bruno had mathematics in 1A until October, and supports one of its pupils since.
  await server.roster.write(SCHOOL, [
    assignmentRecord(bruno, CLASS_A, 'Matematica', '2026-10-31' as LocalDate),
    {
      ...assignmentRecord(bruno, CLASS_A, 'Sostegno'),
      type: 'support',
      pupil: pupilOf(CLASS_A, 1),
      from: '2026-11-01' as LocalDate,
    },
  ]);
});
afterEach(async () => {
  await server.close();
});

async function push(name: 'anna' | 'bruno', row: PushRow) {
  const token = await server.token(name);
  const answer = await server.sync(token, { protocol: PROTOCOL_VERSION, push: { grades: [row] } });
  return answer.push.grades?.[0];
}

/** The column as Bruno reads it: a part. */
async function shown(): Promise<Assessment> {
  const pull = { grades: { checkpoint: {}, limit: 10 } };
  const page = (await server.sync(await server.token('bruno'), { pull })).pull.grades;
  return page?.documents[0] as Assessment;
}

test('F.5: the answer to an entry says no word of a column of which its author reads a part: not why it was given up', async () => {
  const column = assessment(anna, { day: OCTOBER });
  await push('anna', { assumed: null, next: column });
  const given = edited(column, { cancelled: { reason: WORDS }, recordedAt: at('08:50') });
  expect((await push('anna', { assumed: column, next: given }))?.outcome).toBe('stored');
  const part = await shown();
  expect(part.cancelled).toEqual({ reason: '' });
  const answer = await push('bruno', {
    assumed: part,
    next: edited(part, { weight: 50, author: bruno, recordedAt: at('09:00') }),
  });
  expect(answer?.outcome).toBe('merged');
  expect(JSON.stringify(answer)).not.toContain('Rossi');
});

test('F.5: nor its comment, which an earlier entry of theirs loses against', async () => {
  const column = assessment(anna, { day: OCTOBER });
  await push('anna', { assumed: null, next: column });
  await push('anna', { assumed: column, next: edited(column, { comment: WORDS, recordedAt: at('08:50') }) });
  const part = await shown();
  expect(part.comment).toBe('');
  const answer = await push('bruno', {
    assumed: part,
    next: edited(part, { comment: 'Si ripassa', author: bruno, recordedAt: at('08:45') }),
  });
  expect(answer?.outcome).toBe('merged');
  expect(JSON.stringify(answer)).not.toContain('Rossi');
});

test('F.5: the history of a column read in part proves no guess of the words that are left out', async () => {
  const column = assessment(anna, { comment: WORDS });
  await push('anna', { assumed: null, next: column });
  const answer = await server.app.inject({
    method: 'GET',
    url: `/api/history/grades/${column.id}`,
    headers: { authorization: `Bearer ${await server.token('bruno')}` },
  });
  const [version] = answer.json<readonly HistoryVersion[]>();
  if (!version) throw new Error('Nothing is read');
  const { entry } = version.record;
  // Devices name entries of version 7, the server of version 8: one of the two was put out of sight.
  const names = ['7', '8'].map((digit) => `${entry.slice(0, 14)}${digit}${entry.slice(15)}`);
  const guesses = ['Bianchi', 'Rossi', 'Verdi'].flatMap((name) =>
    ['ha copiato', 'era assente', 'deve recuperare'].map((words) => `${name} ${words}`),
  );
  const proved = guesses.filter((comment) =>
    names.some((named) => {
      const record = { ...version.record, entry: named, comment };
      const content = JSON.stringify([
        version.previousHash,
        SCHOOL,
        version.sequence,
        'grades',
        column.id,
        named,
        version.author,
        version.device,
        version.recordedAt,
        version.receivedAt,
        version.outcome,
      ]);
      const hash = createHash('sha256')
        .update(content + JSON.stringify(record))
        .digest('hex');
      return hash === version.hash;
    }),
  );
  expect(proved).toEqual([]);
});
