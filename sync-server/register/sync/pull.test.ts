import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { budgeted } from '../../../domain/testing/budget.ts';
import { LAYOUT_MARK } from '../../../domain/entries/buckets-of.ts';
import { toPersonId, type LocalDate } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import { subjectId } from '../../../domain/kinds/subject/record.ts';
import type { CollectionName } from '../../../domain/record/collection-names.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { COLLECTION_NAMES } from '../../../domain/record/collection-names.ts';
import type { Checkpoint, PullPage } from '../../../domain/protocol/endpoints/register/sync.ts';
import { edited, lesson } from '../../testing/test-records.ts';
import {
  assignmentRecord,
  CLASS_A,
  CLASS_B,
  pupilRecords,
  SCHOOL,
  STAFF,
  type StaffName,
  TODAY,
} from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const hour of [1, 2, 3, 4]) await server.push('anna', 'lessons', [lesson(STAFF.anna, { hour })]);
  await server.push('bruno', 'lessons', [lesson(STAFF.bruno, { hour: 1, class: CLASS_B })]);
});
afterAll(async () => {
  await server.close();
});

async function page(
  name: StaffName,
  collection: CollectionName,
  checkpoint: Readonly<Record<string, number>>,
  limit = 1000,
): Promise<PullPage> {
  const pull = { [collection]: { checkpoint: checkpoint as Checkpoint, limit } };
  const answer = await server.sync(await server.token(name), { pull });
  const found = answer.pull[collection];
  if (!found) throw new Error('no page');
  return found;
}

async function everything(name: StaffName, collection: CollectionName, limit: number) {
  const documents = new Map<string, RegisterRecord>();
  let checkpoint: Checkpoint = {};
  for (let round = 0; round < 500; round += 1) {
    const next = await page(name, collection, checkpoint, limit);
    expect(next.documents.length).toBeLessThanOrEqual(limit);
    for (const record of next.documents) documents.set(record.id, record);
    ({ checkpoint } = next);
    if (!next.more) return { documents, checkpoint };
  }
  throw new Error('endless');
}

describe('paging', () => {
  test.each([1, 2, 3, 7])('with a limit of %i reads what one page reads', async (limit) => {
    for (const collection of COLLECTION_NAMES) {
      const whole = await everything('office', collection, 1000);
      const paged = await everything('office', collection, limit);
      expect(paged.documents).toEqual(whole.documents);
      expect(paged.checkpoint).toEqual(whole.checkpoint);
    }
  });

  test('names every bucket of the scope, and answers nothing when nothing is new', async () => {
    const first = await page('anna', 'lessons', {});
    expect(Object.keys(first.checkpoint)).toEqual([
      LAYOUT_MARK,
      'school',
      `staff:${STAFF.anna}`,
      `class:${CLASS_A}`,
      `pupils:${CLASS_A}`,
      'names:2026',
      `course:${CLASS_A}:${subjectId('Matematica')}`,
    ]);
    const second = await page('anna', 'lessons', first.checkpoint);
    expect(second).toEqual({ documents: [], checkpoint: first.checkpoint, more: false, revoked: [] });
  });

  test('what was read under another layout of the buckets is read again, once, and revokes nothing', async () => {
    const { checkpoint, documents } = await page('anna', 'lessons', {});
    const { [LAYOUT_MARK]: _now, ...ofOldDevice } = checkpoint;
    for (const earlier of [ofOldDevice, { ...ofOldDevice, [LAYOUT_MARK]: 1 }]) {
      const again = await page('anna', 'lessons', earlier);
      expect(again).toEqual({ documents, checkpoint, more: false, revoked: [] });
    }
    expect((await page('anna', 'lessons', checkpoint)).documents).toEqual([]);
  });

  test('a document in two buckets of the scope travels once', async () => {
    const [pupil] = pupilRecords(CLASS_A, toPersonId('pupil-both')) as [RegisterRecord & { kind: 'person' }];
    await server.roster.write(SCHOOL, [{ ...pupil, classes: [CLASS_A, CLASS_B] }]);
    const { documents } = await page('office', 'roster', {});
    expect(documents.filter((record) => record.id === pupil.id)).toHaveLength(1);
    const paged = await everything('office', 'roster', 1);
    expect(paged.documents.has(pupil.id)).toBe(true);
  });

  test('reads what others write between two pages', async () => {
    const before = await page('anna', 'lessons', {}, 2);
    const [known] = before.documents as [ReturnType<typeof lesson>];
    await server.push('anna', 'lessons', [{ assumed: known, next: edited(known, { topic: 'Between' }) }]);
    const seen: RegisterRecord[] = [];
    let next = before;
    while (next.more) {
      next = await page('anna', 'lessons', next.checkpoint, 2);
      seen.push(...next.documents);
    }
    expect(seen).toContainEqual(expect.objectContaining({ id: known.id, topic: 'Between' }));
  });

  test('a page ends by size too', async () => {
    const big = [1, 2, 3, 4, 5, 6].flatMap((hour) =>
      Array.from({ length: 56 }, (_, index) =>
        lesson(STAFF.anna, {
          hour,
          day: addDays(TODAY, -index),
          topic: '\u{1f600}'.repeat(1900),
          activity: 'y'.repeat(3900),
        }),
      ),
    );
    const fresh = await startTestServer();
    for (let from = 0; from < big.length; from += 60)
      await fresh.push('anna', 'lessons', big.slice(from, from + 60));
    const answer = await fresh.sync(await fresh.token('anna'), {
      pull: { lessons: { checkpoint: {}, limit: 1000 } },
    });
    expect(answer.pull.lessons?.more).toBe(true);
    expect(JSON.stringify(answer).length).toBeLessThan(1_600_000);
    await fresh.close();
  });
});

describe('a scope that changes', () => {
  test('reads a gained class from the beginning, and takes a lost one back', async () => {
    const first = await page('carla', 'lessons', {});
    await server.roster.write(SCHOOL, [
      {
        ...assignmentRecord(STAFF.carla, CLASS_B, 'Storia'),
        recordedAt: '2026-11-01T08:00:00.000Z',
      } as RegisterRecord,
    ]);
    const gained = await page('carla', 'lessons', first.checkpoint);
    expect(gained.documents).toMatchObject([{ class: CLASS_B }]);
    const ended = assignmentRecord(STAFF.carla, CLASS_B, 'Storia', '2026-10-01' as LocalDate);
    await server.roster.write(SCHOOL, [ended]);
    const lost = await page('carla', 'lessons', gained.checkpoint);
    expect(lost.revoked).toEqual([
      `class:${CLASS_B}`,
      `pupils:${CLASS_B}`,
      `course:${CLASS_B}:${subjectId('Storia')}`,
    ]);
    expect(Object.keys(lost.checkpoint)).not.toContain(`class:${CLASS_B}`);
  });
});

describe('forged checkpoints', () => {
  test.each([
    ['a number beyond the head', { [`class:${CLASS_A}`]: 9_007_199_254_740_991 }],
    ['one beyond all integers', { [`class:${CLASS_A}`]: 1e300 }],
  ])('%s reads from the beginning', async (_name, checkpoint) => {
    expect((await page('anna', 'lessons', checkpoint)).documents).toHaveLength(4);
  });

  test('a foreign bucket and one that does not exist are both revoked, and read nothing', async () => {
    const asked = { [`class:${CLASS_B}`]: 0, 'class:nowhere': 0, office: 0, constructor: 0 };
    const { revoked, documents } = await page('anna', 'lessons', asked);
    expect(revoked).toEqual(Object.keys(asked));
    expect(documents.every((record) => 'class' in record && record.class === CLASS_A)).toBe(true);
  });

  test.each(['{"__proto__":0}', '{"office":-1}', '{"office":0.5}', '{"office":"0"}', '[]', 'null'])(
    '%s is a malformed request',
    async (checkpoint) => {
      const answer = await server.app.inject({
        method: 'POST',
        url: '/api/sync',
        headers: {
          authorization: `Bearer ${await server.token('anna')}`,
          'content-type': 'application/json',
        },
        payload: `{"protocol":1,"client":"t","push":{},"pull":{"lessons":{"checkpoint":${checkpoint},"limit":5}}}`,
      });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ kind: 'badRequest' });
    },
  );
});

test('a device that pages while others write ends with exactly what stands', async () => {
  const step = fc.record({
    hour: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 4 }),
    inB: fc.boolean(),
    pulls: fc.integer({ min: 0, max: 2 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const device = new Map<string, string>();
      let checkpoint: Checkpoint = {};
      const pull = async (limit: number) => {
        const next = await page('office', 'lessons', checkpoint, limit);
        for (const record of next.documents) device.set(record.id, JSON.stringify(record));
        ({ checkpoint } = next);
        return next.more;
      };
      for (const { hour, limit, inB, pulls } of steps) {
        const [name, schoolClass] = inB ? (['bruno', CLASS_B] as const) : (['anna', CLASS_A] as const);
        const next = lesson(STAFF[name], { hour, class: schoolClass, topic: `${Math.random()}` });
        await server.push(name, 'lessons', [next]);
        for (let count = 0; count < pulls; count += 1) await pull(limit);
      }
      while (await pull(2));
      const whole = await page('office', 'lessons', {});
      expect([...device.values()].toSorted()).toEqual(
        whole.documents.map((record) => JSON.stringify(record)).toSorted(),
      );
    }),
    { numRuns: budgeted(40) },
  );
});

test('staff who do not teach read the school alone', async () => {
  const answer = await page('ata', 'lessons', {});
  expect(Object.keys(answer.checkpoint)).toEqual([LAYOUT_MARK, 'school', `staff:${STAFF.ata}`]);
  expect(answer.documents).toEqual([]);
});
