import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attendance, edited, event, lesson, signature } from '../../testing/test-records.ts';
import { CLASS_A, CLASS_B, pupilOf, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

describe('a row that nobody contradicts', () => {
  test('is stored, and pulled by a colleague of the class', async () => {
    const mine = lesson(STAFF.anna, { hour: 2, signatures: [signature(STAFF.anna)], topic: 'Frazioni' });
    expect(await server.push('anna', 'lessons', [mine])).toEqual([
      { id: mine.id, entry: mine.entry, outcome: 'stored', receivedAt: '2026-11-23T09:30:00.000Z' },
    ]);
    const answer = await server.sync(await server.token('carla'), {
      pull: { lessons: { checkpoint: {}, limit: 100 } },
    });
    expect(answer.pull.lessons?.documents).toMatchObject([{ id: mine.id, topic: 'Frazioni' }]);
  });
});
