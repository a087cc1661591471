import { afterEach, beforeEach, expect, test } from 'vitest';
import { toInstant } from '../../../domain/base/ids.ts';
import { must } from '../../../domain/base/assert.ts';
import type { PushOutcome } from '../../../domain/protocol/endpoints/register/sync.ts';
import type { Lesson } from '../../../domain/kinds/lesson/record.ts';
import { storedRecord, upgrades, type Upgrades } from '../../../domain/kinds/upgrades.ts';
import { lesson, signature } from '../../testing/test-records.ts';
import { SCHOOL, STAFF } from '../../testing/test-school.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { actorOf } from '../../school/actor.ts';
import { createRecordValidator } from '../batch/record-validators.ts';
import { createSchoolSnapshots } from '../../school/school-snapshots.ts';
import { kindRules } from '../../kinds/registry.ts';
import { push } from './push.ts';

/** A release in which the topic of a lesson got its name: before, it was called `title`. */
const SINCE = 9;
const known: Upgrades = {
  ...upgrades,
  lesson: [
    {
      name: 'title is the topic',
      since: SINCE,
      upgrade({ title, ...record }) {
        return title === undefined ? record : { ...record, topic: title };
      },
      before: { kind: 'lesson', title: 'Le frazioni' },
    },
  ],
};

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.close();
});

async function pushedBy(protocol: number, next: object): Promise<PushOutcome> {
  const validate = createRecordValidator(known);
  const { now } = server.clock;
  const { outcomes } = await server.storage.transaction(SCHOOL, async (transaction) => {
    const snapshot = await createSchoolSnapshots().at(SCHOOL, transaction);
    const holder = { school: SCHOOL, person: STAFF.anna, kind: 'staff' } as const;
    const actor = must(actorOf(snapshot, holder, now), 'Anna teaches');
    const context = { actor, device: 'PC', now: toInstant(now), snapshot, protocol, kinds: kindRules };
    return await push(transaction, context, validate, {
      lessons: [{ assumed: null, next: next as unknown as Lesson }],
    });
  });
  return must(outcomes['lessons']?.[0], 'an outcome');
}

function asBefore({ topic, ...record }: Lesson): object {
  return { ...record, title: topic };
}

const mine = () => lesson(STAFF.anna, { topic: 'Frazioni', signatures: [signature(STAFF.anna)] });

test('what an old device delivers is brought to the shape of today and stored, once', async () => {
  const record = mine();
  expect(await pushedBy(SINCE - 1, asBefore(record))).toMatchObject({
    outcome: 'stored',
  });
  for (const again of [asBefore(record), record])
    expect(await pushedBy(SINCE - 1, again)).toMatchObject({ outcome: 'unchanged' });
  const json = await server.storage.read(SCHOOL, (reader) => reader.documents('lessons', [record.id]));
  const stored = storedRecord(must(json.get(record.id), 'stored'));
  expect(stored).toMatchObject({ topic: 'Frazioni' });
  expect(stored).not.toHaveProperty('title');
});

test('what no upgrade makes valid is refused as outdated on an app of before, and as invalid on that of today', async () => {
  const { topic: _topic, ...record } = mine();
  expect((await pushedBy(SINCE - 1, record)).refusal).toEqual({ reason: 'outdated' });
  expect((await pushedBy(SINCE, record)).refusal).toEqual({ reason: 'invalid', path: 'topic' });
});
